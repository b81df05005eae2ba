using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Submissions;

/// <summary>A warning that a form may give rise to, whatever it holds today. Immutable.</summary>
/// <param name="Id">The rule's or check's id.</param>
/// <param name="Message">What is said where it is found.</param>
public sealed record PossibleWarning(string Id, Text Message)
{
    /// <summary>
    /// All that ask for an explanation: of the form's own rules and checks, in their order, then <see cref="CommonChecks"/>
    /// where the period is compared with the year before.
    /// </summary>
    public static ImmutableArray<PossibleWarning> Of(FormDefinition form, Plan plan, string period) =>
    [
        .. form.Rules.Where(rule => rule.Severity == Severity.Warning).Select(rule => new PossibleWarning(rule.Id, rule.Message)),
        .. form.Checks.Where(check => check.Severity == Severity.Warning).Select(check => new PossibleWarning(check.Id, check.Message)),
        .. period == Periods.Annual(plan.Year) ? CommonChecks.PossibleOf(form) : [],
    ];
}
