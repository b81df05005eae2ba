using System.Collections.Immutable;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>Builds a sheet row by row. Column A holds the hidden marks. Not for concurrent use.</summary>
internal sealed class SheetBuilder(ImmutableArray<double> widths)
{
    /// <summary>The column of the marks.</summary>
    public const int KeyColumn = 1;

    /// <summary>The first column that people see.</summary>
    public const int FirstColumn = 2;

    private readonly List<XlsxRow> _rows = [];
    private readonly List<string> _merges = [];
    private readonly List<(string Cell, string Sheet)> _links = [];
    private readonly InputRanges _inputs = new();
    private List<XlsxCell> _cells = [];

    /// <summary>The row being written, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>The last column that people see.</summary>
    public int LastColumn => widths.Length;

    /// <summary>Begins the next row.</summary>
    /// <param name="height">In points; null leaves it to the program, which fits rows without merged cells.</param>
    /// <param name="hidden">Whether people see it.</param>
    public void NextRow(double? height = null, bool hidden = false)
    {
        Row++;
        _cells = [];
        _rows.Add(new XlsxRow(Row, _cells, height, hidden));
    }

    /// <summary>A hidden row of column keys.</summary>
    public void Keys(IEnumerable<(int Column, string Key)> keys)
    {
        NextRow(hidden: true);
        Words(KeyColumn, WorkbookMarks.Columns, Look.Key);
        foreach (var (column, key) in keys.OrderBy(key => key.Column)) Words(column, key, Look.Key);
    }

    /// <summary>Words in the present row; cells are put from left to right.</summary>
    public void Words(int column, string words, Look look) => Put(new XlsxCell(column, look) { Words = words.Length == 0 ? null : words });

    /// <summary>A cell in the present row; cells are put from left to right.</summary>
    public void Put(XlsxCell cell) => _cells.Add(cell);

    /// <summary>Cells without content.</summary>
    public void Blank(int from, int to, Look look)
    {
        for (var column = from; column <= to; column++) Put(new XlsxCell(column, look));
    }

    /// <summary>Words over several columns of the present row.</summary>
    public void Wide(int from, int to, string words, Look look)
    {
        Words(from, words, look);
        Blank(from + 1, to, look);
        Merge(from, to);
    }

    /// <summary>A row of words over all columns, as high as they need.</summary>
    public void WideRow(string words, Look look, double fontHeight = 15)
    {
        NextRow(HeightOf(words, FirstColumn, LastColumn, fontHeight));
        Wide(FirstColumn, LastColumn, words, look);
    }

    /// <summary>Makes one cell of some cells of the present row.</summary>
    public void Merge(int from, int to)
    {
        if (to > from) _merges.Add(Range(Row, from, Row, to));
    }

    /// <summary>An input cell of the present row.</summary>
    public void Input(XlsxCell cell, InputRule rule)
    {
        Put(cell);
        _inputs.Add(Row, cell.Column, rule);
    }

    /// <summary>A link from a cell of the present row to a sheet.</summary>
    public void Link(int column, string words, string sheet)
    {
        Words(column, words, Look.Link);
        _links.Add((XlsxCell.Name(Row, column), sheet));
    }

    /// <summary>The height in points that words need over some columns.</summary>
    public double HeightOf(string words, int from, int to, double fontHeight = 15)
    {
        // A little less than the sum, for words are not broken.
        var perLine = Math.Max(1, Enumerable.Range(from, to - from + 1).Sum(column => widths[column - 1]) * 0.95 * 15 / fontHeight);
        var lines = words.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length / perLine)));
        // Beyond this the format knows no height.
        return Math.Min(409, (lines * fontHeight) + 3);
    }

    /// <summary>The name of a range.</summary>
    public static string Range(int row, int column, int lastRow, int lastColumn) => $"{XlsxCell.Name(row, column)}:{XlsxCell.Name(lastRow, lastColumn)}";

    /// <summary>The sheet.</summary>
    public XlsxSheet Build(string name) => new(name)
    {
        Rows = _rows,
        Widths = widths,
        Merges = [.. _merges],
        Validations = _inputs.Validations(),
        Links = [.. _links],
    };
}
