using SocialWork.Abstractions;
using SocialWork.Core.Planning;

namespace SocialWork.Host.Pages.Support;

/// <summary>What a figure is called, by its address.</summary>
internal static class FigureNames
{
    /// <summary>The name of an indicator, or of a form's question, with its place where it has one; the address itself where nothing is known.</summary>
    public static Text Of(PlanModel model, string figure)
    {
        var at = figure.LastIndexOf('@');
        var name = Named(model, at < 0 ? figure : figure[..at]) ?? new Text(figure, figure);
        if (at < 0) return name;
        var place = model.Units.Find(figure[(at + 1)..])?.Name ?? figure[(at + 1)..];
        return new Text($"{name.Vi}, {place}", $"{name.En}, {place}");
    }

    private static Text? Named(PlanModel model, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            var definitions = model.Plan.Indicators.Select(i => i.Definition)
                .Concat(model.Sectors.SelectMany(s => s.Indicators).Select(i => i.Definition).OfType<IndicatorDefinition>());
            return definitions.FirstOrDefault(d => d.Code == name)?.Name;
        }

        if (model.Form(name[..dot]) is not { } form || !CellKey.TryParse(name[(dot + 1)..], out var cell)) return null;
        var field = form.Definition.Fields.FirstOrDefault(f => f.Id == cell.Field);
        return field is null ? null : new Text($"{form.Definition.Title.Vi}: {field.Label.Vi}", $"{form.Definition.Title.En}: {field.Label.En}");
    }
}
