using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Snapshots;

/// <summary>A submission that stands otherwise, with the versions that counted before and count after.</summary>
internal sealed record ChangedVersions(ChangedSubmission Submission, CountingSubmission? Before, CountingSubmission? After);

/// <summary>
/// Which of some changed submissions made the difference to a figure: those that add something else to just what the figure is
/// made of. Not for concurrent use.
/// </summary>
/// <param name="model">The plan.</param>
/// <param name="results">The indicators, for what each is made of.</param>
/// <param name="changed">The submissions that stand otherwise.</param>
internal sealed class FigureCauses(PlanModel model, ImmutableArray<IndicatorResult> results, ImmutableArray<ChangedVersions> changed)
{
    private readonly Dictionary<SubmissionVersion, (TotalsLayout Layout, long[] Vector)> _vectors = new(ReferenceEqualityComparer.Instance);

    /// <summary>The submissions behind the difference of a figure, by form and unit.</summary>
    public ImmutableArray<ChangedSubmission> Of(string figure) => [.. Causes(figure).Select(c => c.Submission).Distinct()];

    private IEnumerable<ChangedVersions> Causes(string figure)
    {
        if (figure == ReportFigures.Season) return OfDuty(model.Plan.SeasonReport.Id);
        if (figure.StartsWith(ReportFigures.Total + ".", StringComparison.Ordinal)) return changed.Where(c => c.Submission.Form == Funding.Code);
        if (figure.Contains('/', StringComparison.Ordinal)) return changed.Where(c => c.Submission.Form == TaskResults.Code && IsOfTask(c, figure));
        return figure.Contains('.', StringComparison.Ordinal) ? OfCell(figure) : OfIndicator(figure);
    }

    private IEnumerable<ChangedVersions> OfDuty(ClauseId duty) => changed.Where(c => model.Form(c.Submission.Form)?.Definition.Duty == duty);

    private IEnumerable<ChangedVersions> OfCell(string figure)
    {
        var at = figure.LastIndexOf('@');
        var (name, place) = at < 0 ? (figure, null) : (figure[..at], figure[(at + 1)..]);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (!CellKey.TryParse(name[(dot + 1)..], out var cell)) return [];
        return changed.Where(c => c.Submission.Form == name[..dot] && IsIn(place, c) && Differs(c, (layout, vector) => cell.Option1 is null ? layout.Of(vector, cell.Field) : layout.Cell(vector, cell)));
    }

    private IEnumerable<ChangedVersions> OfIndicator(string figure)
    {
        var bracket = figure.IndexOf('[', StringComparison.Ordinal);
        var (code, module) = bracket < 0 ? (figure, null) : (figure[..bracket], figure[(bracket + 1)..^1]);
        var parts = results.Where(r => r.Definition.Code == code).SelectMany(r => r.Contributions).Where(c => c.Value is not null && (module is null || c.Module == module));
        return
            from part in parts
            from source in part.Value!.Numerator.Sources.Concat(part.Value.Denominator?.Sources ?? [])
            from cause in OfSource(part.Module, source)
            select cause;
    }

    private IEnumerable<ChangedVersions> OfSource(string module, TermSource source) => source switch
    {
        TermSource.Owed owed => OfDuty(owed.Duty),
        TermSource.Reported reported => changed.Where(c =>
            c.Submission.Form == reported.Measure.Form
            && UnitOf(c) is { } unit && reported.Units.Contains(unit.Type, unit.InPlan) && IsOfSector(module, reported.Measure.Form, unit)
            && Differs(c, (layout, vector) => layout.Of(vector, reported.Measure.Id))),
        _ => [],
    };

    private bool IsOfSector(string module, string form, Unit unit) =>
        module == PlanForm.CoreModule || model.Form(form)?.Module != PlanForm.CoreModule || unit.ManagingSector == module;

    private bool IsIn(string? place, ChangedVersions c) => place is null || c.Submission.Unit == place || UnitOf(c)?.Commune == place;

    private Unit? UnitOf(ChangedVersions c) => model.Units.Find(c.Submission.Unit);

    // One that began or ceased to count, or was accepted, changes how complete the figure is even where it adds nothing.
    private bool Differs(ChangedVersions c, Func<TotalsLayout, long[], CellTally?> part) =>
        (c.Before is null) != (c.After is null) || c.Submission.AcceptedBefore != c.Submission.AcceptedAfter || Tally(c.Before, part) != Tally(c.After, part);

    private CellTally? Tally(CountingSubmission? submission, Func<TotalsLayout, long[], CellTally?> part)
    {
        if (submission is not { Version: var version }) return null;
        if (!_vectors.TryGetValue(version, out var known))
        {
            var contribution = model.Contribution(model.Units.Find(version.Key.Unit), version.Key.Period, version.FormHash, version.Values);
            _vectors.Add(version, known = (model.Layout(version.FormHash)!, contribution.Vector));
        }

        return part(known.Layout, known.Vector);
    }

    private static bool IsOfTask(ChangedVersions c, string clause)
    {
        if (c.Before is null || c.After is null || c.Submission.AcceptedBefore != c.Submission.AcceptedAfter) return true;
        return Cells(c.Before).Concat(Cells(c.After)).Any(cell => !Equals(c.Before.Version.Values[cell], c.After.Version.Values[cell]));

        IEnumerable<CellKey> Cells(CountingSubmission submission) => submission.Version.Values.Cells.Select(cell => cell.Key).Where(cell => cell.Option1 == clause);
    }
}
