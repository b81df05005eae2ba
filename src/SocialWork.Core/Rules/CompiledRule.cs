using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>A rule bound to its form, ready to be evaluated any number of times. Immutable and safe for concurrent use.</summary>
public sealed class CompiledRule
{
    private readonly BoundRule _bound;

    internal CompiledRule(FormRule rule, BoundRule bound)
    {
        Rule = rule;
        _bound = bound;
    }

    /// <summary>The rule as it was declared.</summary>
    public FormRule Rule { get; }

    /// <summary>The clauses whose gates the rule asks by name.</summary>
    public ImmutableArray<ClauseId> Gates => _bound.Gates;

    /// <summary>The fields of the same submission that the rule compares, each once.</summary>
    internal IEnumerable<FormField> Fields => _bound.Mentions.Where(mention => !mention.Previous).Select(mention => mention.Field).DistinctBy(asked => asked.Id);

    /// <summary>
    /// Where the rule is false: at most one violation, of a starred rule at most one per combination of options. What is
    /// skipped is no violation. Never throws, whatever the values hold.
    /// </summary>
    public ImmutableArray<RuleViolation> Evaluate(FormValues values, RuleContext context)
    {
        var violations = ImmutableArray.CreateBuilder<RuleViolation>();
        foreach (var evaluation in _bound.Evaluations(values, context))
        {
            var holds = _bound.Condition.Evaluate(evaluation);
            if (!holds.IsSkipped && !holds.IsTrue) violations.Add(new RuleViolation(Rule, _bound.CellsOf(evaluation)));
        }

        return violations.ToImmutable();
    }
}
