using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Indicators;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Registers;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Lineage;

/// <summary>
/// Follows a figure back to the cells, the versions and who sent them. Reads each form that the figure uses once. Safe for
/// concurrent use.
/// </summary>
public sealed class LineageReader(CombinedReportBuilder builder, FormMasks masks)
{
    /// <summary>The lineage of a figure's address as things stand.</summary>
    public Task<Result<FigureLineage>> ReadAsync(Actor actor, PlanModel model, ISectorLease lease, string figure, CancellationToken cancellationToken) =>
        ReadAsync(actor, model, builder.Present(), masks, lease, figure, cancellationToken);

    /// <summary>
    /// The lineage of a figure's address at a past moment. Sources of a form that is masked for the reader are merged, all of
    /// them: beside those of today they would tell what is hidden there.
    /// </summary>
    public Task<Result<FigureLineage>> ReadAsync(Actor actor, PastData past, ISectorLease lease, string figure, CancellationToken cancellationToken) =>
        ReadAsync(actor, past.Model, past.Basis, masks: null, lease, figure, cancellationToken);

    /// <summary>The lineage of every indicator of the city, those of targets first: each form is read once for all of them.</summary>
    public async Task<ImmutableArray<IndicatorLineage>> ReadAllAsync(Actor actor, PlanModel model, ISectorLease lease, CancellationToken cancellationToken)
    {
        var basis = builder.Present();
        var (snapshot, _, indicators) = await builder.FiguresAsync(model, basis, lease, cancellationToken);
        var tracer = new SourceTracer(actor, snapshot, basis.Submissions, masks);
        var all = ImmutableArray.CreateBuilder<IndicatorLineage>();
        foreach (var result in indicators) all.Add(new IndicatorLineage(result.Definition, await TraceAsync(tracer, result.Definition.Code, result, cancellationToken)));
        return [.. all.OrderBy(one => model.Plan.Targets.All(target => target.Indicator != one.Indicator.Code))];
    }

    private async Task<Result<FigureLineage>> ReadAsync(Actor actor, PlanModel model, ReportBasis basis, FormMasks? masks, ISectorLease lease, string figure, CancellationToken cancellationToken)
    {
        var at = figure.LastIndexOf('@');
        var name = at < 0 ? figure : figure[..at];
        var totals = new SnapshotReader(basis.Submissions, basis.Entries);
        var snapshot = at < 0 ? await totals.CityAsync(model, cancellationToken) : await totals.PlaceAsync(model, figure[(at + 1)..], cancellationToken);
        if (snapshot is null) return Unknown(figure);
        var tracer = new SourceTracer(actor, snapshot, basis.Submissions, masks);

        if (name.Contains('.', StringComparison.Ordinal)) return await CellAsync(actor, figure, name, ofOnePlace: at >= 0, snapshot, tracer, cancellationToken);
        var results = (await builder.FiguresAsync(snapshot, basis, lease, cancellationToken)).Indicators;
        if (results.FirstOrDefault(r => r.Definition.Code == name) is not { } result) return Unknown(figure);

        if (at >= 0 && Forms(model, result).Any(f => !AccessPolicy.MaySeeSum(actor, f, ofOnePlace: true))) return NotYours(figure);
        if (at >= 0 && await HidesAsync(model, result, snapshot, tracer, cancellationToken)) return Masked(figure);
        return await TraceAsync(tracer, figure, result, cancellationToken);
    }

    private static async Task<FigureLineage> TraceAsync(SourceTracer tracer, string figure, IndicatorResult result, CancellationToken cancellationToken)
    {
        var sources = ImmutableArray.CreateBuilder<LineageSource>();
        foreach (var part in result.Contributions.Where(c => c.Value is not null))
        {
            sources.AddRange(await tracer.TraceAsync("numerator", part.Module, part.Value!.Numerator, cancellationToken));
            if (part.Value.Denominator is { } denominator) sources.AddRange(await tracer.TraceAsync("denominator", part.Module, denominator, cancellationToken));
        }

        return new FigureLineage(figure, result.Numerator, result.Denominator, FormulaOf(result), sources.ToImmutable());
    }

    // Modules that say the same are named together.
    private static Text FormulaOf(IndicatorResult result)
    {
        var formulas = result.Contributions.Where(c => c.Formula is not null).GroupBy(c => c.Formula!, c => c.Module).Select(g => (Modules: $"[{string.Join(", ", g)}]", Formula: g.Key)).ToArray();
        return new Text(string.Join(" + ", formulas.Select(f => $"{f.Modules} {f.Formula.Vi}")), string.Join(" + ", formulas.Select(f => $"{f.Modules} {f.Formula.En}")));
    }

    private static async Task<Result<FigureLineage>> CellAsync(Actor actor, string figure, string name, bool ofOnePlace, TotalsSnapshot snapshot, SourceTracer tracer, CancellationToken cancellationToken)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (!CellKey.TryParse(name[(dot + 1)..], out var cell)
            || snapshot.Model.Form(name[..dot]) is not { } form
            || !form.Compiled.TryField(cell.Field, out var field)
            || (cell.Option1 is not null && form.Layout.Cell(form.Layout.Zero(), cell) is null))
        {
            return Unknown(figure);
        }

        if (!AccessPolicy.MaySeeSum(actor, form.Definition, ofOnePlace)) return NotYours(figure);
        if (ofOnePlace)
        {
            if (!tracer.MaySee(form)) return Masked(figure);
            var mask = await tracer.MaskAsync(form, cancellationToken);
            if (snapshot.Units.Any(unit => cell.Option1 is null ? mask.HidesAny(unit.Code, cell.Field) : mask.Hides(unit.Code, cell))) return Masked(figure);
        }

        var value = cell.Option1 is null ? snapshot.Sum(Measure.Total(field), Scope.All, sector: null).Sum : snapshot.Cell(form.Code, cell).Sum;
        var sources = await tracer.CellAsync(form, field, cell.Option1 is null ? null : cell, cancellationToken);
        var formula = new Text($"Tổng ô {cell} của biểu {form.Code}", $"Sum of cell {cell} of form {form.Code}");
        return new FigureLineage(figure, value, null, formula, sources);
    }

    private static IEnumerable<FormDefinition> Forms(PlanModel model, IndicatorResult result) =>
        result.Contributions.Where(c => c.Value is not null)
            .SelectMany(c => c.Value!.Numerator.Sources.Concat(c.Value.Denominator?.Sources ?? []))
            .Select(s => s switch
            {
                TermSource.Reported { Counts.Reported: > 0 } reported => model.Form(reported.Measure.Form)?.Definition,
                TermSource.Recorded recorded => RegisterSet.Find(recorded.Measure.Form)?.Form.Definition,
                _ => null,
            })
            .OfType<FormDefinition>()
            .DistinctBy(f => f.Code);

    // A place's sum is shown where every number in it is: then it says nothing that was not said.
    private static async Task<bool> HidesAsync(PlanModel model, IndicatorResult result, TotalsSnapshot snapshot, SourceTracer tracer, CancellationToken cancellationToken)
    {
        foreach (var definition in Forms(model, result))
        {
            if (model.Form(definition.Code) is not { } form) continue;
            if (!tracer.MaySee(form)) return true;
            var mask = await tracer.MaskAsync(form, cancellationToken);
            if (snapshot.Units.Any(unit => mask.HidesAny(unit.Code))) return true;
        }

        return false;
    }

    private static Refusal Masked(string figure) => new(
        RefusalKind.Forbidden,
        "figure.masked",
        $"Số liệu “{figure}” gồm số được che để bảo vệ người thuộc nhóm nhạy cảm, không hiện riêng cho một địa bàn hay đơn vị; hãy xem số của toàn thành phố.",
        $"Figure '{figure}' contains numbers that are hidden to protect people of sensitive groups; it is not shown for one place or unit. Look at the city's figure.");

    private static Refusal NotYours(string figure) => new(
        RefusalKind.Forbidden, "access.denied", $"Số liệu “{figure}” thuộc biểu hạn chế, tài khoản này không được xem riêng.", $"Figure '{figure}' is of a restricted form; this account may not see it by itself.");

    private static Refusal Unknown(string figure) => new(
        RefusalKind.NotFound, "figure.unknown", $"Không có số liệu “{figure}”.", $"There is no figure '{figure}'; write CT1, CT1@19960 or XP3.tong[TE1].");
}
