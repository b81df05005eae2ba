using System.Collections.Immutable;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>Joins input cells of one rule into rectangles, so that thousands of cells need a few validations. Not for concurrent use.</summary>
internal sealed class InputRanges
{
    private readonly List<(int Row, int Column, InputRule Rule)> _cells = [];

    /// <summary>Adds a cell.</summary>
    public void Add(int row, int column, InputRule rule) => _cells.Add((row, column, rule));

    /// <summary>One validation per rectangle of cells of one rule, by place.</summary>
    public ImmutableArray<XlsxValidation> Validations() =>
    [
        .. Columns()
            .GroupBy(run => (run.First, run.Last, run.Rule))
            .SelectMany(alike => Adjacent(alike.Select(run => run.Column)).Select(columns => (alike.Key, columns.From, columns.To)))
            .OrderBy(range => range.Key.First).ThenBy(range => range.From)
            .Select(range => new XlsxValidation(SheetBuilder.Range(range.Key.First, range.From, range.Key.Last, range.To), range.Key.Rule)),
    ];

    // Runs of rows in each column.
    private IEnumerable<(int Column, int First, int Last, InputRule Rule)> Columns() =>
        from column in _cells.GroupBy(cell => (cell.Column, cell.Rule))
        from rows in Adjacent(column.Select(cell => cell.Row))
        select (column.Key.Column, rows.From, rows.To, column.Key.Rule);

    private static IEnumerable<(int From, int To)> Adjacent(IEnumerable<int> numbers)
    {
        var ordered = numbers.Order().ToArray();
        for (var at = 0; at < ordered.Length;)
        {
            var end = at;
            while (end + 1 < ordered.Length && ordered[end + 1] == ordered[end] + 1) end++;
            yield return (ordered[at], ordered[end]);
            at = end + 1;
        }
    }
}
