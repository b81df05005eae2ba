using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>A commune with the totals of its area.</summary>
/// <param name="Commune">The commune, as the register has it.</param>
/// <param name="Totals">What the units in it reported.</param>
internal sealed record CommuneArea(Unit Commune, TotalsSnapshot Totals);

/// <summary>The totals that annexes are made of: the city's, and every commune's, with what is hidden of them. Immutable.</summary>
/// <param name="City">The city.</param>
/// <param name="Communes">The communes, in the register's order.</param>
/// <param name="Masks">What is hidden of single units, by form; of a form that is not among them, nothing.</param>
internal sealed record AnnexAreas(TotalsSnapshot City, ImmutableArray<CommuneArea> Communes, ImmutableDictionary<string, FormMask> Masks)
{
    /// <summary>The units that lie in no commune.</summary>
    public ImmutableArray<Unit> Elsewhere { get; } = [.. City.Units.Where(unit => unit.Commune is null || Communes.All(area => area.Commune.Code != unit.Commune))];

    /// <summary>Reads what the outline's tables of communes need: one query, and two for each masked form in them; none without such a table.</summary>
    public static async Task<AnnexAreas> ReadAsync(AnnexOutline outline, TotalsSnapshot city, ICountedSubmissions submissions, CancellationToken cancellationToken)
    {
        var model = city.Model;
        var tables = outline.Annexes.SelectMany(annex => annex.Tables).Where(table => table.Kind == TableKind.Communes).ToArray();
        if (tables.Length == 0) return new AnnexAreas(city, [], ImmutableDictionary<string, FormMask>.Empty);
        var rows = (await submissions.AreaTotalsAsync(model, Periods.Annual(model.Plan.Year), cancellationToken)).ToLookup(row => row.Key.Area, StringComparer.Ordinal);
        var units = city.Units.ToLookup(unit => unit.Commune ?? string.Empty, StringComparer.Ordinal);
        var masks = ImmutableDictionary.CreateBuilder<string, FormMask>(StringComparer.Ordinal);
        foreach (var (code, field) in tables.SelectMany(table => table.Columns).Select(column => column.Figure).OfType<FigureOutline>().Select(figure => (figure.Form, figure.Field)))
        {
            if (code is not null && !masks.ContainsKey(code) && model.Form(code) is { } form && FormMask.MayHide(form.Compiled, field))
                masks.Add(code, await FormMask.ReadAsync(model, form, submissions, cancellationToken));
        }

        return new AnnexAreas(city, [.. model.Units.OfType(UnitTypes.Commune).Select(commune => new CommuneArea(commune, new TotalsSnapshot(model, rows[commune.Code], units[commune.Code])))], masks.ToImmutable());
    }
}
