using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Lineage;

/// <summary>Turns the sources of a term into cells, for one reader. Sources of forms that the reader may not see are merged.</summary>
/// <param name="actor">The reader.</param>
/// <param name="snapshot">The totals that the terms are of.</param>
/// <param name="submissions">The versions that count there.</param>
/// <param name="masks">What is hidden of forms as they stand; null at a past moment, where nothing of a masked form is shown but sums.</param>
internal sealed class SourceTracer(Actor actor, TotalsSnapshot snapshot, ICountedSubmissions submissions, FormMasks? masks)
{
    private readonly Dictionary<string, ImmutableArray<CountingSubmission>> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormMask> _masks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _units = snapshot.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);

    public async Task<ImmutableArray<LineageSource>> TraceAsync(string side, string module, Term term, CancellationToken cancellationToken)
    {
        var traced = ImmutableArray.CreateBuilder<LineageSource>();
        foreach (var source in term.Sources)
        {
            switch (source)
            {
                case TermSource.Reported reported:
                    traced.AddRange(await ReportedAsync(side, module, reported, cancellationToken));
                    break;
                case TermSource.Registered registered:
                    traced.AddRange(Registered(side, module, registered));
                    break;
                case TermSource.Recorded recorded:
                    traced.AddRange(Recorded(side, module, recorded));
                    break;
                case TermSource.Owed owed:
                    traced.Add(new LineageSource { Side = side, Module = module, Value = owed.Value, Duty = owed.Duty.Value });
                    break;
                default:
                    throw new InvalidOperationException("Unknown source.");
            }
        }

        return traced.ToImmutable();
    }

    public async Task<ImmutableArray<LineageSource>> CellAsync(PlanForm form, FormField field, CellKey? only, CancellationToken cancellationToken) =>
        await MergeAsync(form, "numerator", form.Module, conditional: false,
        [
            .. from counting in await CountingAsync(form.Code, cancellationToken)
               let unit = UnitOf(counting)
               where unit is not null
               let asked = counting.Form.TryField(field.Id, out var then) ? then : null
               where asked is not null
               from cell in MeasureReader.Cells(asked, counting.Version.Values, snapshot.Model.Submitting(unit))
               where only is null || cell.Cell == only
               where cell.Content.Sum != 0 || cell.Content.Counts.Withheld > 0
               select Line("numerator", form.Module, form, counting, unit, cell),
        ], cancellationToken);

    private async Task<ImmutableArray<LineageSource>> ReportedAsync(string side, string module, TermSource.Reported source, CancellationToken cancellationToken)
    {
        var form = snapshot.Model.Form(source.Measure.Form)!;
        var sector = form.Module == PlanForm.CoreModule && module != PlanForm.CoreModule ? module : null;
        return await MergeAsync(form, side, module, source.Measure.Where is not null,
        [
            .. from counting in await CountingAsync(form.Code, cancellationToken)
               let unit = UnitOf(counting)
               where unit is not null && source.Units.Contains(unit.Type, unit.InPlan) && (sector is null || unit.ManagingSector == sector)
               from cell in Cells(source.Measure, counting, unit)
               where cell.Content.Sum != 0 || cell.Content.Counts.Withheld > 0
               select Line(side, module, form, counting, unit, cell),
        ], cancellationToken);
    }

    private IEnumerable<MeasuredCell> Cells(Measure measure, CountingSubmission counting, Unit unit)
    {
        var context = snapshot.Model.Context(unit, counting.Form.Definition, snapshot.Model.Plan.CutOff);
        if (counting.Form.Measures.FirstOrDefault(m => m.Measure.Id == measure.Id) is { } declared)
            return MeasureReader.Cells(declared, counting.Version.Values, context);
        return counting.Form.TryField(measure.Id, out var field) ? MeasureReader.Cells(field, counting.Version.Values, context.Unit) : [];
    }

    private async Task<ImmutableArray<CountingSubmission>> CountingAsync(string form, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(form, out var known)) return known;
        var counting = await submissions.CountingAsync(snapshot.Model.Plan.Id, form, Periods.Annual(snapshot.Model.Plan.Year), unit: null, cancellationToken);
        _read.Add(form, counting);
        return counting;
    }

    // As running totals have it: what the register no longer asks of a unit at the cut-off date does not count.
    private Unit? UnitOf(CountingSubmission counting) =>
        _units.GetValueOrDefault(counting.Version.Key.Unit) is { } unit && snapshot.Model.Fills(unit, counting.Form.Definition) ? unit : null;

    private IEnumerable<LineageSource> Registered(string side, string module, TermSource.Registered source) =>
        snapshot.Units.Where(u => source.Units.Contains(u.Type, u.InPlan)).GroupBy(u => u.Type, StringComparer.Ordinal).Select(type => new LineageSource
        {
            Side = side,
            Module = module,
            Value = type.LongCount(),
            Register = type.Key,
            On = snapshot.Model.Plan.CutOff,
        });

    // One line per entry; of a register about people one line per keeper, for those who may see even that.
    private IEnumerable<LineageSource> Recorded(string side, string module, TermSource.Recorded source)
    {
        var register = RegisterSet.Find(source.Measure.Form)!;
        var taken = snapshot.Records(source.Measure, module == PlanForm.CoreModule ? null : module).ToArray();
        var line = new LineageSource { Side = side, Module = module, Value = 0, Records = register.Code, On = snapshot.Model.Plan.CutOff };
        if (register.Definition.PersonalData == PersonalData.None)
        {
            return taken.Select(t => line with
            {
                Value = t.Amount,
                Unit = t.Keeper.Code,
                UnitName = t.Keeper.Name,
                Entry = EntryKey.Written(register.Definition, t.Entry.Values),
            });
        }

        if (!AccessPolicy.MaySeeSources(actor, register.Form.Definition))
            return taken.Length == 0 ? [] : [line with { Value = taken.Sum(t => t.Amount), Merged = taken.Length }];
        return taken.GroupBy(t => t.Keeper).Select(g => line with { Value = g.Sum(t => t.Amount), Unit = g.Key.Code, UnitName = g.Key.Name, Merged = g.Count() });
    }

    /// <summary>Whether the reader sees single sources of a form, but for those that a mask hides.</summary>
    public bool MaySee(PlanForm form) => AccessPolicy.MaySeeSources(actor, form.Definition) && (masks is not null || !AccessPolicy.IsMasked(actor, form.Definition));

    /// <summary>What is hidden of a form from the reader, among the sources that <see cref="MaySee"/> lets through.</summary>
    public async Task<FormMask> MaskAsync(PlanForm form, CancellationToken cancellationToken)
    {
        if (masks is null) return FormMask.None;
        if (!_masks.TryGetValue(form.Code, out var mask)) _masks.Add(form.Code, mask = await masks.ReadAsync(actor, snapshot.Model, form, cancellationToken));
        return mask;
    }

    // Whether a unit takes part under a condition may hang on its hidden cells: then none of its cells is shown as a source.
    private async Task<ImmutableArray<LineageSource>> MergeAsync(PlanForm form, string side, string module, bool conditional, ImmutableArray<LineageSource> sources, CancellationToken cancellationToken)
    {
        if (!MaySee(form)) return Merged(form, side, module, sources);
        var mask = await MaskAsync(form, cancellationToken);
        var hidden = sources.Where(s => conditional ? mask.HidesAny(s.Unit!) : CellKey.TryParse(s.Cell, out var cell) && mask.Hides(s.Unit!, cell)).ToHashSet();
        return [.. sources.Where(s => !hidden.Contains(s)), .. Merged(form, side, module, [.. hidden])];
    }

    private static ImmutableArray<LineageSource> Merged(PlanForm form, string side, string module, ImmutableArray<LineageSource> sources) =>
        sources.IsEmpty ? [] : [new LineageSource { Side = side, Module = module, Form = form.Code, Value = sources.Sum(s => s.Value), Merged = sources.Length }];

    private static LineageSource Line(string side, string module, PlanForm form, CountingSubmission counting, Unit unit, MeasuredCell cell) => new()
    {
        Side = side,
        Module = module,
        Form = form.Code,
        Unit = unit.Code,
        UnitName = unit.Name,
        Version = counting.Version.Number,
        Cell = cell.Cell.ToString(),
        Value = cell.Content.Sum,
        Empty = cell.Content.Counts.Withheld > 0 ? "withheld" : null,
        SentBy = counting.SentBy,
        OnPaper = counting.Version.Paper?.ReceivedOn,
        AcceptedAt = counting.AcceptedAt,
    };
}
