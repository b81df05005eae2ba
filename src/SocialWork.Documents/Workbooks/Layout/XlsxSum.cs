using SocialWork.Abstractions;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>Sums that stay alive while people type.</summary>
internal static class XlsxSum
{
    /// <summary>The sum of a range; empty, never 0, while no number is entered: what is missing is not zero.</summary>
    /// <param name="column">Where it stands.</param>
    /// <param name="fromRow">The range's first row.</param>
    /// <param name="fromColumn">Its first column.</param>
    /// <param name="toRow">Its last row.</param>
    /// <param name="toColumn">Its last column.</param>
    /// <param name="values">What stands in the range, for readers that calculate nothing.</param>
    public static XlsxCell Of(int column, int fromRow, int fromColumn, int toRow, int toColumn, IEnumerable<CellValue?> values)
    {
        var range = SheetBuilder.Range(fromRow, fromColumn, toRow, toColumn);
        var numbers = values.OfType<CellValue.Number>().ToArray();
        return new XlsxCell(column, Look.Total)
        {
            Formula = $"IF(COUNT({range})=0,\"\",SUM({range}))",
            Number = numbers.Length == 0 ? null : numbers.Sum(number => number.Value),
        };
    }
}
