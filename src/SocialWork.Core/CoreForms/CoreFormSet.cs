using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>The core's own forms: every agency fills them, and a plan that nobody wrote a plugin for runs on them alone.</summary>
public static class CoreFormSet
{
    /// <summary>K1 to K6 as plan 2026 asks them.</summary>
    public static ImmutableArray<FormDefinition> All { get; } =
        [ImplementationPlan.Form, TaskResults.Form, Training.Form, Communication.Form, Funding.Form, Obstacle.Form];

    /// <summary>K1 to K6 for another plan: bound to its duties, without the clauses of plan 2026.</summary>
    /// <param name="plan">The duty to issue an implementation plan, which K1 is part of.</param>
    /// <param name="results">The duty to report results, which K2 to K5 are part of.</param>
    public static ImmutableArray<FormDefinition> For(ClauseId plan, ClauseId results)
    {
        var forms = ImmutableArray.CreateBuilder<FormDefinition>(All.Length);
        foreach (var form in All)
        {
            ClauseId? duty = form.Duty is null ? (ClauseId?)null : ReferenceEquals(form, ImplementationPlan.Form) ? plan : results;
            forms.Add(form with { Duty = duty, Clauses = [.. form.Clauses.Where(clause => clause.Plan == results.Plan)] });
        }

        return forms.MoveToImmutable();
    }
}
