using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Judges single cells, however their values came in: API, page or workbook. Safe for concurrent use.</summary>
public static class CellChecker
{
    /// <summary>What is wrong with the value in that cell; null when it may be stored. A form may still be unfit to be sent: see <see cref="FormValidator"/>.</summary>
    public static CellProblem? Check(CompiledForm form, SubmittingUnit unit, CellKey cell, CellValue value) => throw new NotSupportedException();
}
