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

    private const double HeadWidth = 180;

    private readonly List<XlsxRow> _rows = [];
    private readonly List<string> _merges = [];
    private readonly List<(string Cell, string Sheet)> _links = [];
    private readonly InputRanges _inputs = new();
    private List<XlsxCell> _cells = [];

    /// <summary>The row being written, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>The last column.</summary>
    public int LastColumn { get; } = widths.Length;

    /// <summary>The last column of what stands over all columns: no wider than a screen, or people would look for it.</summary>
    public int HeadColumn { get; } = Math.Max(5, Enumerable.Range(1, widths.Length).LastOrDefault(column => widths.Take(column).Sum() <= HeadWidth));

    /// <summary>Begins the next row, which will be as high as its words need.</summary>
    /// <param name="least">Its least height in points.</param>
    /// <param name="hidden">Whether people see it.</param>
    public void NextRow(double least = 16, bool hidden = false)
    {
        Row++;
        _cells = [];
        _rows.Add(new XlsxRow(Row, _cells, least, hidden));
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
    public void Put(XlsxCell cell) => Put(cell, cell.Column);

    /// <summary>Cells without content.</summary>
    public void Blank(int from, int to, Look look)
    {
        for (var column = from; column <= to; column++) _cells.Add(new XlsxCell(column, look));
    }

    /// <summary>Words over some columns of the present row.</summary>
    public void Wide(int from, int to, string words, Look look) => Put(new XlsxCell(from, look) { Words = words.Length == 0 ? null : words }, to);

    /// <summary>A row of words over all columns, or as many as a screen shows.</summary>
    public void WideRow(string words, Look look)
    {
        NextRow();
        Wide(FirstColumn, HeadColumn, words, look);
    }

    /// <summary>An input cell of the present row, over its column or more.</summary>
    public void Input(XlsxCell cell, InputRule rule, int? to = null)
    {
        Put(cell, to ?? cell.Column);
        _inputs.Add(Row, cell.Column, rule);
    }

    /// <summary>A link from a cell of the present row to a sheet.</summary>
    public void Link(int column, string words, string sheet)
    {
        Words(column, words, Look.Link);
        _links.Add((XlsxCell.Name(Row, column), sheet));
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

    private void Put(XlsxCell cell, int to)
    {
        _cells.Add(cell);
        var row = _rows[^1];
        if (cell.Words is { } words) row = row with { Height = Math.Max(row.Height ?? 0, HeightOf(words, cell.Column, to, LineHeight(cell.Look))) };
        if (to > cell.Column)
        {
            Blank(cell.Column + 1, to, cell.Look);
            _merges.Add(Range(Row, cell.Column, Row, to));
            // Programs fit no row to a cell that is merged.
            row = row with { HeightIsFixed = true };
        }

        _rows[^1] = row;
    }

    private double HeightOf(string words, int from, int to, double lineHeight) =>
        XlsxHeight.Of(words, Enumerable.Range(from, to - from + 1).Sum(column => widths[column - 1]), lineHeight);

    private static double LineHeight(Look look) => look switch
    {
        Look.Title => 20,
        Look.Agency or Look.FormCode => 16.5,
        Look.Hint => 13,
        _ => XlsxHeight.Line,
    };
}
