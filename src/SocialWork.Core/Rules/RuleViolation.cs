using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>A rule that is false; of a starred rule, for one combination of options.</summary>
/// <param name="Rule">The rule; its message is what people read.</param>
/// <param name="Cells">The cells that the rule compares, each once, in the order in which the rule names them.</param>
public sealed record RuleViolation(FormRule Rule, ImmutableArray<CellKey> Cells);
