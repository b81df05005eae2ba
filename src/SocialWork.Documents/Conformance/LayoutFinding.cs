using SocialWork.Abstractions;

namespace SocialWork.Documents.Conformance;

/// <summary>Something of a document that is not as Decree 30/2020/NĐ-CP, Appendix I, demands.</summary>
/// <param name="Rule">The rule's stable name: <c>margin.left</c>.</param>
/// <param name="Place">Where, in words that lead there.</param>
/// <param name="Measured">What was found.</param>
/// <param name="Required">What is required.</param>
public sealed record LayoutFinding(string Rule, Text Place, Text Measured, Text Required);
