using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>
/// Entering many forms at once, as a workbook does: first what would change and what stands in the way, then all of it or
/// nothing. Drafts only; nothing is submitted. Safe for concurrent use.
/// </summary>
public sealed class SubmissionBatches(ISubmissionReader reader, ISubmissionWriter writer, SubmissionChecks checks, YearBefore yearBefore, AttachmentService attachments, CityClock clock)
{
    /// <summary>
    /// What the entries would change, in their order. Refused as a whole when one is for a form or unit that does not exist or
    /// that the account may not fill, or when a form of a unit is entered twice.
    /// </summary>
    public async Task<Result<ImmutableArray<BatchLine>>> PreviewAsync(Actor actor, PlanModel model, ISectorLease lease, ImmutableArray<BatchEntry> entries, CancellationToken cancellationToken)
    {
        var targets = new List<SubmissionTarget>(entries.Length);
        foreach (var entry in entries)
        {
            var found = SubmissionTarget.Find(model, entry.Address, actor, SubmissionAction.Save, SubmissionState.Draft);
            if (found is not Result<SubmissionTarget>.Ok { Value: var target }) return ((Result<SubmissionTarget>.No)found).Refusal;
            targets.Add(target);
        }

        if (targets.GroupBy(target => target.Key).FirstOrDefault(same => same.Count() > 1) is { } twice) return Twice(twice.First());
        var stored = await StoredAsync(model, targets, cancellationToken);
        var previous = await yearBefore.ValuesAsync(model, [.. targets], cancellationToken);
        var lines = ImmutableArray.CreateBuilder<BatchLine>(entries.Length);
        foreach (var (entry, target) in entries.Zip(targets))
        {
            var (line, explanations) = Judge(actor, model, entry, target, stored.GetValueOrDefault(target.Key));
            if (line is { Refusal: null, IsChange: true } && FileReferences.Has(target.Form.Compiled))
            {
                var changed = line.After.Cells.Where(cell => line.Changes.Any(change => change.Cell == cell.Key));
                line = line with { Refusal = await attachments.CheckAsync(new SubmissionRequest(actor, model, lease, entry.Address), target, new FormValues(changed.ToImmutableDictionary()), cancellationToken) };
            }

            line = line with { Findings = await FindingsAsync(model, lease, line, explanations, previous.GetValueOrDefault(target.Key), cancellationToken) };
            if (line.Refusal is null && explanations is not null) line = line with { Explanations = explanations.Over(line.Findings), HasUnusedExplanation = explanations.IsUnused(line.Findings) };
            lines.Add(line with { Since = await SinceAsync(entry, line, cancellationToken) });
        }

        return lines.MoveToImmutable();
    }

    /// <summary>
    /// Saves what <see cref="PreviewAsync"/> said would change, as drafts, all or nothing; refused as stale when anything moved
    /// meanwhile. The submissions that changed.
    /// </summary>
    public Task<Result<ImmutableArray<Submission>>> SaveAsync(Actor actor, PlanModel model, ImmutableArray<BatchLine> lines, BatchKey? key, CancellationToken cancellationToken) =>
        writer.ChangeAllAsync([.. lines.Where(line => line.IsChange).Select(line => ChangeOf(actor, model, line))], key, cancellationToken);

    private SubmissionChange ChangeOf(Actor actor, PlanModel model, BatchLine line) => new(
        line.Target.Key,
        line.Target.Form.Compiled.Hash,
        (now, _) => SubmissionWorkflow.Save(now, line.After, line.DataAsOf, actor.UserName, clock.Now, line.Explanations),
        model.Plan.CutOff,
        (unit, version) => model.Contribution(unit, line.Target.Key.Period, version.FormHash, version.Values),
        line.Stored.Revision,
        null);

    private async Task<Dictionary<SubmissionKey, StoredContent>> StoredAsync(PlanModel model, List<SubmissionTarget> targets, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<SubmissionKey, StoredContent>();
        foreach (var period in targets.GroupBy(target => target.Key.Period, StringComparer.Ordinal))
        {
            ImmutableArray<CompiledForm> forms = [.. period.Select(target => target.Form.Compiled).Distinct()];
            ImmutableArray<string> units = [.. period.Select(target => target.Unit.Code).Distinct(StringComparer.Ordinal)];
            foreach (var content in await reader.ContentsAsync(model.Plan.Id, period.Key, forms, units, cancellationToken)) stored[content.Submission.Key] = content;
        }

        return stored;
    }

    // The explanations are null where they could not be read.
    private (BatchLine Line, WrittenExplanations? Explanations) Judge(Actor actor, PlanModel model, BatchEntry entry, SubmissionTarget target, StoredContent? content)
    {
        var form = target.Form.Compiled;
        var submission = content?.Submission ?? new Submission(target.Key);
        var stored = Overwriting.Stored(submission, content?.Latest);
        var (before, storedAsOf, known) = (stored?.Values ?? FormValues.None, stored?.DataAsOf, stored?.Explanations ?? Explanations.None);
        var line = new BatchLine(target, submission, before, storedAsOf, [], [], [], null) { StoredAsOf = storedAsOf, Explanations = known, StoredExplanations = known };
        var read = FormValuesJson.Patch(form, model.Submitting(target.Unit), before, entry.Changes);
        var written = WrittenExplanations.Read(known, entry.Explanations);
        if (read is not Result<FormValues>.Ok { Value: var after } || written is not Result<WrittenExplanations>.Ok { Value: var explanations })
            return (line with { Refusal = Both((read as Result<FormValues>.No)?.Refusal, (written as Result<WrittenExplanations>.No)?.Refusal) }, null);
        // A date alone begins no form: it stands at the head of a sheet of many facilities, of which some have nothing to say yet.
        var begins = !after.Cells.IsEmpty || !explanations.ById.IsEmpty || submission.State != SubmissionState.NotStarted;
        line = line with { After = after, DataAsOf = begins ? entry.DataAsOf ?? storedAsOf : storedAsOf, Changes = CellChange.Between(form, before, after), Explanations = explanations.ById };
        if (!line.IsChange && !explanations.IsOtherThanShown) return (line, explanations);
        if (line.DataAsOf != storedAsOf && SubmissionService.OutsideTheYear(target.Key, clock.Today, line.DataAsOf) is { } outside) return (line with { Refusal = outside }, explanations);
        var saved = SubmissionWorkflow.Save(submission, after, line.DataAsOf, actor.UserName, clock.Now);
        return (line with { Refusal = (saved as Result<SubmissionStep>.No)?.Refusal }, explanations);
    }

    // Everything that is wrong with a form is said at once.
    private static Refusal Both(Refusal? values, Refusal? explanations) => (values, explanations) switch
    {
        ({ } one, { } other) => one with { Cells = [.. one.Cells, .. other.Cells] },
        _ => (values ?? explanations)!,
    };

    // The revision counts the steps, so that those after it are the ones that the sender did not see.
    private async Task<ImmutableArray<HistoryEntry>> SinceAsync(BatchEntry entry, BatchLine line, CancellationToken cancellationToken)
    {
        if (!line.IsChange || entry.SeenRevision == line.Stored.Revision) return [];
        var (_, history) = await reader.HistoryAsync(line.Target.Key, cancellationToken);
        return [.. history.Skip((int)Math.Min(entry.SeenRevision, int.MaxValue))];
    }

    private async Task<ImmutableArray<Finding>> FindingsAsync(
        PlanModel model, ISectorLease lease, BatchLine line, WrittenExplanations? explanations, FormValues? previous, CancellationToken cancellationToken) =>
        line.Refusal is null && !line.After.Cells.IsEmpty && (line.IsChange || explanations is { IsOtherThanShown: true } || line.Stored.Draft is not null)
            ? await checks.RunAsync(model, lease, line.Target, line.After, previous, cancellationToken)
            : [];

    private static Refusal Twice(SubmissionTarget target) => new(
        RefusalKind.Unprocessable,
        "batch.twice",
        $"Biểu {target.Form.Code} của {target.Unit.Name} có mặt hai lần; hãy giữ lại một.",
        $"Form {target.Form.Code} of {target.Unit.Name} is there twice; keep one.");
}
