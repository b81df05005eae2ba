using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Privacy;

/// <summary>What is hidden of one form's versions from readers of the city. Immutable.</summary>
public sealed class FormMask
{
    private readonly ImmutableDictionary<string, ImmutableHashSet<CellKey>> _hidden;
    private readonly ImmutableDictionary<SubmissionKey, int>? _counting;

    private FormMask(ImmutableDictionary<string, ImmutableHashSet<CellKey>> hidden, ImmutableDictionary<SubmissionKey, int>? counting)
    {
        _hidden = hidden;
        _counting = counting;
    }

    /// <summary>Hides nothing.</summary>
    internal static FormMask None { get; } = new(ImmutableDictionary<string, ImmutableHashSet<CellKey>>.Empty, null);

    /// <summary>
    /// What is hidden of a form from every reader of the city, as the versions stand that count: of one that hides nothing, and
    /// of one that a single unit fills, whose numbers are the city's, nothing. One query.
    /// </summary>
    public static async Task<FormMask> ReadAsync(PlanModel model, PlanForm form, ICountedSubmissions submissions, CancellationToken cancellationToken)
    {
        if (form.Definition.Sensitivity is not Sensitivity.MaskedValues || !model.Fillers(form.Definition).Skip(1).Any()) return None;
        var counting = await submissions.CountingAsync(model.Plan.Id, form.Code, Periods.Annual(model.Plan.Year), unit: null, cancellationToken);
        var masked = from version in counting
                     let unit = model.Units.Find(version.Version.Key.Unit)
                     where unit is not null && model.Fills(unit, form.Definition)
                     select (version.Version, Unit: new MaskedUnit(
                         unit.Code,
                         $"{unit.Type}/{unit.InPlan}/{unit.ManagingSector}",
                         version.Form,
                         version.Version.Values,
                         model.Context(unit, version.Form.Definition, model.Plan.CutOff)));
        var all = masked.ToArray();
        return Of(all.Select(one => one.Unit), all.Select(one => one.Version));
    }

    /// <summary>Whether a form may hide cells of a field: those of a sensitive group, and what its rules tie to one.</summary>
    public static bool MayHide(CompiledForm form, string field) => MaskShape.Of(form).Whole.Any(cell => cell.Field == field);

    /// <summary>Makes a mask over the versions that count.</summary>
    internal static FormMask Of(IEnumerable<MaskedUnit> units, IEnumerable<SubmissionVersion> counting) =>
        new(CellMask.Hide(units), counting.ToImmutableDictionary(version => version.Key, version => version.Number));

    /// <summary>
    /// The hidden cells of a version. Of a version that does not count nothing that is tied to a sensitive group is shown: its
    /// difference to the one that counts would tell.
    /// </summary>
    public ImmutableHashSet<CellKey> Hidden(SubmissionKey key, int number, CompiledForm form, FormValues values)
    {
        if (_counting is null) return [];
        return _counting.TryGetValue(key, out var counts) && counts == number ? _hidden.GetValueOrDefault(key.Unit, []) : CellMask.Whole(form, values);
    }

    /// <summary>Whether a unit's version that counts has hidden cells, of one field where one is named.</summary>
    public bool HidesAny(string unit, string? field = null) => _hidden.TryGetValue(unit, out var cells) && (field is null || cells.Any(cell => cell.Field == field));

    /// <summary>Whether a cell of a unit's version that counts is hidden.</summary>
    public bool Hides(string unit, CellKey cell) => _hidden.TryGetValue(unit, out var cells) && cells.Contains(cell);
}

/// <summary>Makes the masks of forms as they stand, and keeps each until something is written. Safe for concurrent use.</summary>
public sealed class FormMasks(ISubmissionReader reader)
{
    // A model says who fills what and is of which class; it is not kept in memory for the sake of its masks.
    private readonly ConditionalWeakTable<PlanModel, ConcurrentDictionary<string, (long Version, FormMask Mask)>> _kept = [];

    /// <summary>
    /// What a reader does not see of a form: nothing for those who see it whole, and of a form that one unit alone fills, whose
    /// numbers are the city's. One query; one more after something was written.
    /// </summary>
    public async Task<FormMask> ReadAsync(Actor actor, PlanModel model, PlanForm form, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.IsMasked(actor, form.Definition) || !model.Fillers(form.Definition).Skip(1).Any()) return FormMask.None;
        var kept = _kept.GetOrCreateValue(model);
        // Asked before the versions are read: what is written in between makes the mask stale, never newer than it says.
        var version = await reader.DataVersionAsync(cancellationToken);
        if (kept.TryGetValue(form.Code, out var newest) && newest.Version == version) return newest.Mask;
        var mask = await FormMask.ReadAsync(model, form, reader, cancellationToken);
        kept[form.Code] = (version, mask);
        return mask;
    }
}
