using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>A measure with its condition compiled. Immutable and safe for concurrent use.</summary>
/// <param name="Measure">The measure as it was declared.</param>
/// <param name="Condition">Its condition; null when every submission takes part.</param>
public sealed record CompiledMeasure(Measure Measure, CompiledCondition? Condition);
