using System.Collections.Immutable;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Core.Review;

/// <summary>A version that waits for somebody's decision.</summary>
/// <param name="Form">The form.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="Waiting">The version, and how long it waits.</param>
/// <param name="Before">The exclusive deadline of its duty; null where there is none.</param>
/// <param name="IsLate">Whether the unit first sent it at or after the deadline, or has not sent it yet though the deadline has passed.</param>
public sealed record ReviewItem(PlanForm Form, Unit Unit, WaitingSubmission Waiting, DateOnly? Before, bool IsLate)
{
    /// <summary>What a yes to it is: the head approves, which sends; the standing agency accepts.</summary>
    public SubmissionAction Decision => DecisionOn(Waiting.State);

    /// <summary>Whether it may be decided unopened: nothing was found that the unit had to explain.</summary>
    public bool IsPlain => Waiting.Warnings == 0;

    internal static SubmissionAction DecisionOn(SubmissionState state) => state == SubmissionState.Submitted ? SubmissionAction.Approve : SubmissionAction.Accept;
}

/// <summary>
/// What waits for somebody's decision: for a head what the unit and its facilities submitted, for the standing agency what was
/// sent. Safe for concurrent use.
/// </summary>
public sealed class ReviewQueue(ISubmissionReader reader, CityClock clock)
{
    /// <summary>All that waits for an account, the oldest deadline first, then who waits longest; in one query. Empty for who decides nothing.</summary>
    public async Task<ImmutableArray<ReviewItem>> ReadAsync(Actor actor, PlanModel model, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayReview(actor)) return [];
        var waiting = await reader.WaitingAsync(model.Plan.Id, cancellationToken);
        return
        [
            .. waiting.Select(w => ItemOf(actor, model, w)).OfType<ReviewItem>()
                .OrderBy(i => i.Before ?? DateOnly.MaxValue).ThenBy(i => i.Waiting.At)
                .ThenBy(i => i.Unit.Name, Comparer<string>.Create(UnitNames.Compare)).ThenBy(i => i.Form.Code, StringComparer.Ordinal),
        ];
    }

    // Null for what the account does not decide, and for a unit of which the plan no longer asks the form.
    private ReviewItem? ItemOf(Actor actor, PlanModel model, WaitingSubmission waiting)
    {
        var address = new SubmissionAddress(waiting.Key.Form, waiting.Key.Unit, waiting.Key.Period);
        if (SubmissionTarget.Find(model, address, actor, ReviewItem.DecisionOn(waiting.State), waiting.State) is not Result<SubmissionTarget>.Ok { Value: var target }) return null;
        var before = DeadlineOf(model, target);
        return new ReviewItem(target.Form, target.Unit, waiting, before, before is { } deadline && (waiting.FirstSentAt ?? clock.Now) >= CityClock.StartOf(deadline));
    }

    /// <summary>Before when a submission is due; null for a form of no duty, for a quarter and for figures of the year before.</summary>
    internal static DateOnly? DeadlineOf(PlanModel model, SubmissionTarget target) =>
        target.Key.Period == Periods.Annual(model.Plan.Year) && target.Form.Definition.Duty is { } duty ? model.Plan.Duties.FirstOrDefault(d => d.Id == duty)?.Before : null;
}
