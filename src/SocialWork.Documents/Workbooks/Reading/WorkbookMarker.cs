using System.Collections.Immutable;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Marks findings in the file that was sent.</summary>
public static class WorkbookMarker
{
    /// <summary>The same file with its findings marked.</summary>
    public static Result<byte[]> Mark(Stream file, ImmutableArray<WorkbookFinding> findings, string language) => throw new NotSupportedException(findings.Length + language + file);
}
