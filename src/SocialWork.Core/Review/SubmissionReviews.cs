using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Review;

/// <summary>A submission as somebody sees it who decides about it, or follows it.</summary>
/// <param name="Target">Which form of which unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Revision">The revision that a decision goes on from.</param>
/// <param name="Before">The exclusive deadline; null where there is none.</param>
public sealed record SubmissionReview(SubmissionTarget Target, SubmissionState State, long Revision, DateOnly? Before)
{
    /// <summary>When the unit first sent it; null for never.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>The newest version that the reader may see; null where there is none.</summary>
    public SubmissionVersion? Version { get; init; }

    /// <summary>The version before it; null where there is none.</summary>
    public SubmissionVersion? Previous { get; init; }

    /// <summary>Whether there are figures of the year before to compare with.</summary>
    public bool HasLastYear { get; init; }

    /// <summary>The form version that the newest version was entered under.</summary>
    public required CompiledForm Form { get; init; }

    /// <summary>The figures in the form's order; empty where there is no version.</summary>
    public ImmutableArray<ReviewSection> Sections { get; init; } = [];

    /// <summary>Every step that the reader may see, oldest first.</summary>
    public ImmutableArray<HistoryEntry> History { get; init; } = [];

    /// <summary>What the reader may do now: approve, accept, return, reopen.</summary>
    public ImmutableHashSet<SubmissionAction> Decisions { get; init; } = [];
}

/// <summary>Puts a submission together for who decides about it. Safe for concurrent use.</summary>
public sealed class SubmissionReviews(SubmissionService submissions, ISubmissionReader reader, YearBefore yearBefore, FormArchive archive)
{
    private static readonly ImmutableArray<SubmissionAction> Decisions = [SubmissionAction.Approve, SubmissionAction.Accept, SubmissionAction.Return, SubmissionAction.Reopen];

    /// <summary>The newest version beside the one before and last year's figures, in five queries; refused to who may not see it.</summary>
    public Task<Result<SubmissionReview>> ReadAsync(SubmissionRequest request, CancellationToken cancellationToken) =>
        SubmissionTarget.FindToSee(request.Model, request.Address, request.Actor).ThenAsync<SubmissionTarget, SubmissionReview>(async target =>
        {
            // Before the history, so that a step taken in between makes the revision old rather than the figures.
            var now = await reader.FindAsync(target.Key, null, cancellationToken);
            var read = await submissions.HistoryAsync(request, cancellationToken);
            if (read is not Result<SubmissionHistory>.Ok { Value: var history }) return ((Result<SubmissionHistory>.No)read).Refusal;
            var seesAll = AccessPolicy.MayRead(request.Actor, request.Model.Plan, target.Unit, target.Form.Definition);
            // Last year's numbers of a masked form would tell this year's; who sees it masked does without.
            var lastYear = seesAll ? await yearBefore.ValuesAsync(request.Model, target.Key, cancellationToken) : null;
            return Compose(request, target, now, history, lastYear);
        });

    private SubmissionReview Compose(SubmissionRequest request, SubmissionTarget target, Submission now, SubmissionHistory history, FormValues? lastYear)
    {
        var version = history.Versions.IsEmpty ? null : history.Versions[^1];
        var previous = history.Versions.Length < 2 ? null : history.Versions[^2];
        var form = version is null ? target.Form.Compiled : archive[version.FormHash];
        return new SubmissionReview(target, now.State, now.Revision, ReviewQueue.DeadlineOf(request.Model, target))
        {
            FirstSentAt = now.FirstSentAt,
            Version = version,
            Previous = previous,
            HasLastYear = version is not null && lastYear is not null,
            Form = form,
            Sections = version is null ? [] : Sections(request.Model, target, form, history, version, previous, lastYear),
            History = history.History,
            Decisions = [.. Decisions.Where(d => SubmissionWorkflow.Allows(now.State, d) && AccessPolicy.May(request.Actor, d, now.State, request.Model.Plan, target.Unit, target.Form.Definition))],
        };
    }

    private static ImmutableArray<ReviewSection> Sections(
        PlanModel model, SubmissionTarget target, CompiledForm form, SubmissionHistory history, SubmissionVersion version, SubmissionVersion? previous, FormValues? lastYear)
    {
        var masked = history.Masked.GetValueOrDefault(version.Number, []);
        var wasMasked = previous is null ? [] : history.Masked.GetValueOrDefault(previous.Number, []);
        var changed = previous is null ? [] : CellChange.Between(form, previous.Values, version.Values).Select(c => c.Cell).ToHashSet();
        var cells = form.InFormOrder(form.AskedCells(model.Submitting(target.Unit)).Union(version.Values.Cells.Keys).Union(masked)).ToLookup(cell => cell.Field, StringComparer.Ordinal);
        return
        [
            .. from section in form.Definition.Sections
               let fields = form.Definition.Fields.Where(f => f.Section == section.Id && cells[f.Id].Any()).Select(f => new ReviewField(f, [.. cells[f.Id].Select(cell => CellOf(f, cell))])).ToImmutableArray()
               where fields.Length > 0
               select new ReviewSection(section, fields),
        ];

        ReviewCell CellOf(FormField field, CellKey cell)
        {
            var hidden = masked.Contains(cell) || wasMasked.Contains(cell);
            return new ReviewCell(cell, LabelOf(model, field, cell), version.Values[cell], previous?.Values[cell], lastYear?[cell])
            {
                IsChanged = !hidden && changed.Contains(cell),
                IsFarOff = ReviewCell.FarOff(version.Values[cell], lastYear?[cell]),
                IsMasked = masked.Contains(cell),
                WasMasked = wasMasked.Contains(cell),
            };
        }
    }

    // A form that asks about each task of the unit lists clauses; people know the task by its title.
    private static Text? LabelOf(PlanModel model, FormField field, CellKey cell) =>
        model.Plan.Tasks.FirstOrDefault(t => t.Id.Value == cell.Option1) is { } task
            ? new Text($"{task.Title.Vi} ({task.Id.Value})", $"{task.Title.En} ({task.Id.Value})")
            : CellLabels.OptionsOf(field, cell);
}
