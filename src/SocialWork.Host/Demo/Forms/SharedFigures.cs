using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Planning;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Forms;

/// <summary>Figures that one unit's form takes from what others report: the finance department knows what everybody was allocated.</summary>
internal sealed class SharedFigures(PlanModel model, int year)
{
    private readonly Lazy<Dictionary<(string Field, string Source, string Tier), long>> _funding = new(() => Funding(model, year));

    /// <summary>The number of units of a type at the plan's cut-off date.</summary>
    public int Count(params ReadOnlySpan<string> types)
    {
        var count = 0;
        foreach (var type in types) count += model.Units.OfType(type).Count();
        return count;
    }

    /// <summary>What the units of a tier state in K5, by source.</summary>
    public long FundingOf(string field, string source, string tier) => _funding.Value.GetValueOrDefault((field, source, tier));

    /// <summary>What a unit states in another of its forms, summed over the field's cells; 0 when it does not fill it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="field">The form and the field: <c>XP4.gd</c>.</param>
    public long Of(Unit unit, string field)
    {
        if (field.Split('.') is not [var code, var id] || model.Form(code) is not { } form || !model.Fills(unit, form.Definition)) return 0;
        var sheet = new Sheet(form, unit, model.Submitting(unit), year);
        Shapers.For(code)?.Invoke(sheet, this);
        return sheet.Sum(id);
    }

    private static Dictionary<(string Field, string Source, string Tier), long> Funding(PlanModel model, int year)
    {
        var sums = new Dictionary<(string Field, string Source, string Tier), long>();
        if (model.Form(CoreForms.Code) is not { } form) return sums;
        foreach (var unit in model.Fillers(form.Definition))
        {
            var sheet = new Sheet(form, unit, model.Submitting(unit), year);
            CoreShapers.Funding(sheet);
            var tier = unit.Type == UnitTypes.Commune ? "XA_PHUONG" : "SO_NGANH";
            foreach (var cell in sheet.Cells(CoreForms.Allocated).Concat(sheet.Cells(CoreForms.Spent)))
            {
                var key = (cell.Field, cell.Option1 ?? string.Empty, tier);
                sums[key] = sums.GetValueOrDefault(key) + sheet.Number(cell);
            }
        }

        return sums;
    }

    private static class CoreForms
    {
        public const string Code = Core.CoreForms.Funding.Code;

        public static string Allocated => CoreMeasures.Allocated.Id;

        public static string Spent => CoreMeasures.Spent.Id;
    }
}
