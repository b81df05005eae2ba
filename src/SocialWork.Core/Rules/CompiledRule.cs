using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>A rule bound to its form, ready to be evaluated any number of times. Immutable and safe for concurrent use.</summary>
public sealed class CompiledRule
{
    internal CompiledRule(FormRule rule) => Rule = rule;

    /// <summary>The rule as it was declared.</summary>
    public FormRule Rule { get; }

    /// <summary>
    /// Where the rule is false: at most one violation, of a starred rule at most one per combination of options. What is
    /// skipped is no violation. Never throws, whatever the values hold.
    /// </summary>
    public ImmutableArray<RuleViolation> Evaluate(FormValues values, RuleContext context) => throw new NotSupportedException();
}
