using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>The condition of a measure, bound to its form. It has no stars. Immutable and safe for concurrent use.</summary>
public sealed class CompiledCondition
{
    private readonly BoundRule _bound;

    internal CompiledCondition(string expression, BoundRule bound)
    {
        Expression = expression;
        _bound = bound;
    }

    /// <summary>The condition as it was declared.</summary>
    public string Expression { get; }

    /// <summary>The clauses whose gates the condition asks by name.</summary>
    public ImmutableArray<ClauseId> Gates => _bound.Gates;

    /// <summary>Whether the condition holds; null when it is skipped, which adds nothing just as false does. Never throws.</summary>
    public bool? Evaluate(FormValues values, RuleContext context)
    {
        var holds = _bound.Condition.Evaluate(new Evaluation(values, context, []));
        return holds.IsSkipped ? null : holds.IsTrue;
    }
}
