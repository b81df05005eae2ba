using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>The condition of a measure, bound to its form. Immutable and safe for concurrent use.</summary>
public sealed class CompiledCondition
{
    internal CompiledCondition(string expression) => Expression = expression;

    /// <summary>The condition as it was declared.</summary>
    public string Expression { get; }

    /// <summary>Whether the condition holds; null when it is skipped, which adds nothing just as false does. Never throws.</summary>
    public bool? Evaluate(FormValues values, RuleContext context) => throw new NotSupportedException();
}
