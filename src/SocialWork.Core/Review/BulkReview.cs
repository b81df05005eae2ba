using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Review;

/// <summary>A version that somebody chose from the queue.</summary>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="Period">The period.</param>
/// <param name="Revision">The revision that stood in the queue then.</param>
public sealed record ReviewChoice(string Form, string Unit, string Period, long Revision);

/// <summary>What became of a choice; without a refusal it was done.</summary>
public sealed record ReviewOutcome(ReviewChoice Choice, Refusal? Refusal);

/// <summary>Decides many versions that wait, each as a step of its own: one that is refused keeps back no other. Safe for concurrent use.</summary>
public sealed class BulkReview(ReviewQueue queue, SubmissionService submissions)
{
    /// <summary>The most versions that are decided at once.</summary>
    public const int MaxAtOnce = 100;

    /// <summary>
    /// Says yes to what was chosen. What has a warning is refused, for it must be opened; so is what changed since it was
    /// chosen, or is not the account's to decide.
    /// </summary>
    /// <returns>What became of each, in the order given; refused as a whole where nothing or too much was chosen.</returns>
    public async Task<Result<ImmutableArray<ReviewOutcome>>> DecideAsync(Actor actor, PlanModel model, ISectorLease lease, ImmutableArray<ReviewChoice> chosen, CancellationToken cancellationToken)
    {
        if (chosen.IsEmpty) return new Refusal(RefusalKind.Unprocessable, "review.nothingChosen", "Chưa chọn biểu nào: hãy đánh dấu ít nhất một biểu.", "Nothing is chosen: mark at least one form.");
        if (chosen.Length > MaxAtOnce)
            return new Refusal(RefusalKind.Unprocessable, "review.tooMany", $"Mỗi lần xử lý tối đa {MaxAtOnce} biểu; hãy chọn bớt.", $"At most {MaxAtOnce} forms are decided at once; choose fewer.");
        var waiting = (await queue.ReadAsync(actor, model, cancellationToken)).ToDictionary(item => item.Waiting.Key);
        var outcomes = ImmutableArray.CreateBuilder<ReviewOutcome>();
        foreach (var choice in chosen.Distinct())
        {
            var item = waiting.GetValueOrDefault(new SubmissionKey(model.Plan.Id, choice.Form, choice.Unit, choice.Period));
            var refusal = item switch
            {
                null => NotWaiting(choice),
                { IsPlain: false } => MustBeOpened(item),
                _ => await StepAsync(actor, model, lease, item, choice.Revision, cancellationToken),
            };
            outcomes.Add(new ReviewOutcome(choice, refusal));
        }

        return outcomes.ToImmutable();
    }

    private async Task<Refusal?> StepAsync(Actor actor, PlanModel model, ISectorLease lease, ReviewItem item, long revision, CancellationToken cancellationToken)
    {
        var key = item.Waiting.Key;
        var request = new SubmissionRequest(actor, model, lease, new SubmissionAddress(key.Form, key.Unit, key.Period)) { IfRevision = revision };
        var done = item.Decision == SubmissionAction.Approve ? await submissions.ApproveAsync(request, cancellationToken) : await submissions.AcceptAsync(request, cancellationToken);
        return (done as Result<SubmissionView>.No)?.Refusal;
    }

    private static Refusal NotWaiting(ReviewChoice choice) => new(
        RefusalKind.Conflict,
        "review.notWaiting",
        $"Biểu {choice.Form} của {choice.Unit} không còn chờ tài khoản này xử lý: có thể người khác vừa xử lý. Mở biểu để xem tình trạng.",
        $"Form {choice.Form} of {choice.Unit} does not wait for this account any more: somebody may just have decided it. Open it to see where it stands.");

    private static Refusal MustBeOpened(ReviewItem item) => new(
        RefusalKind.Conflict,
        "review.mustBeOpened",
        new Text(
            $"Biểu {item.Form.Code} của {item.Unit.Name} có {item.Waiting.Warnings} cảnh báo: hãy mở biểu, xem giải trình rồi mới quyết định.",
            $"Form {item.Form.Code} of {item.Unit.Name} has {item.Waiting.Warnings} warnings: open it and read what the unit says before you decide."),
        []);
}
