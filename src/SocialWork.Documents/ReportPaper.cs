using SocialWork.Core.Reports;

namespace SocialWork.Documents;

/// <summary>All that the documents of a combined report are made of; the same paper always gives the same document. Immutable.</summary>
/// <param name="Report">The figures and the words.</param>
/// <param name="Frame">The names that the plan gives.</param>
/// <param name="Facts">What only the office knows.</param>
public sealed record ReportPaper(CombinedReport Report, ReportFrame Frame, DocumentFacts Facts);
