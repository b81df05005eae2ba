using SocialWork.Core.Forms;

namespace SocialWork.Core.Submissions;

/// <summary>Findings as the cells of a refusal.</summary>
internal static class FindingProblems
{
    /// <summary>A line per cell that the finding names; one without a cell where it names none.</summary>
    public static IEnumerable<CellProblem> Of(Finding finding) => finding.Cells.IsEmpty
        ? [new CellProblem(string.Empty, finding.Id, finding.Message)]
        : finding.Cells.Select(cell => new CellProblem(cell.ToString(), finding.Id, finding.Message));
}
