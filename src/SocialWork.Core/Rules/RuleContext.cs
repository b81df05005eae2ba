using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>What a rule may look at beside the values of the submission. Immutable; the predicate must be safe for concurrent use.</summary>
public sealed record RuleContext
{
    /// <summary>The unit whose values are judged.</summary>
    public required SubmittingUnit Unit { get; init; }

    /// <summary>The calendar year that the plan covers: <c>planYear</c>.</summary>
    public required int PlanYear { get; init; }

    /// <summary>The date of the form's duty in the plan at hand: <c>due</c>. Null skips every rule that asks for it.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>
    /// True when the clause has no gate, or its awaited document is in force on the day of checking: <c>gateOpen</c>. Every
    /// gate is open unless told otherwise.
    /// </summary>
    public Func<ClauseId, bool> GateOpen { get; init; } = static _ => true;

    /// <summary>The version that counts for the year before: <c>prev</c>. Null skips every rule that asks for it.</summary>
    public FormValues? Previous { get; init; }
}
