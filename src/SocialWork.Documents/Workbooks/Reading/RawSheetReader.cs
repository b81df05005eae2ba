using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads the cells of one sheet after the other and counts them. Not for concurrent use.</summary>
internal sealed class RawSheetReader(WorkbookPackage package, ImmutableArray<string> shared, ImmutableArray<Shown> formats)
{
    private int _cells;

    /// <summary>The cells with content.</summary>
    public RawSheet Read(string name, string part)
    {
        var rows = ImmutableArray.CreateBuilder<RawRow>();
        var cells = ImmutableArray.CreateBuilder<RawCell>();
        var (row, column, count) = (0, 0, 0);
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.IsAt("row"))
            {
                Close(rows, cells, row);
                // Programs may leave out the numbers of rows and cells that follow one another.
                var number = xml.GetAttribute("r") is { } r ? Number(r) : row + 1;
                if (number <= row) throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
                (row, column) = (number, 0);
                if (++count > UploadLimits.MaxRows) throw new WorkbookRefusedException(WorkbookRefusals.TooManyRows(name));
            }
            else if (xml.IsAt("c") && row > 0)
            {
                if (++_cells > UploadLimits.MaxCells) throw new WorkbookRefusedException(WorkbookRefusals.TooManyCells);
                var address = new CellAddress(row, column + 1);
                if (xml.GetAttribute("r") is { } r && (!CellAddress.TryParse(r, out address) || address.Row != row || address.Column <= column)) throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
                column = address.Column;
                if (Cell(xml, address) is not { } cell) continue;
                if (row > UploadLimits.MaxRows) throw new WorkbookRefusedException(WorkbookRefusals.TooManyRows(name));
                if (column > UploadLimits.MaxColumns) throw new WorkbookRefusedException(WorkbookRefusals.TooManyColumns(name));
                cells.Add(cell);
            }
        }

        Close(rows, cells, row);
        return new RawSheet(name, part, rows.ToImmutable());
    }

    private static void Close(ImmutableArray<RawRow>.Builder rows, ImmutableArray<RawCell>.Builder cells, int row)
    {
        if (cells.Count > 0) rows.Add(new RawRow(row, cells.ToImmutable()));
        cells.Clear();
    }

    private RawCell? Cell(XmlReader xml, CellAddress address)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = Number(xml.GetAttribute("s") ?? "0");
        if (xml.IsEmptyElement) return null;
        string? value = null;
        var formula = false;
        var depth = xml.Depth;
        while (xml.Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.IsAt("f")) formula = true;
            else if (xml.IsAt("is")) value = SharedTexts.One(xml, "is");
            else if (xml.IsAt("v")) value = Value(xml);
        }

        if (value is null) return formula ? new RawCell(address, RawKind.Nothing, string.Empty, Shown.Plainly, IsFormula: true) : null;
        var (kind, text) = type switch
        {
            "s" => (RawKind.Text, Shared(value)),
            "inlineStr" => (RawKind.Text, value),
            "str" => (RawKind.Text, SharedTexts.Decode(value)),
            "b" => (RawKind.Flag, value.Trim() is "1" or "true" ? "1" : "0"),
            "e" => (RawKind.Error, value),
            "d" => (RawKind.Date, value.Trim()),
            _ => (RawKind.Number, value.Trim()),
        };
        if (text.Length > UploadLimits.MaxTextLength) throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
        // A cell with nothing but spaces looks empty and is.
        if (kind is RawKind.Text or RawKind.Number && string.IsNullOrWhiteSpace(text)) return null;
        return new RawCell(address, kind, text, style >= 0 && style < formats.Length ? formats[style] : Shown.Plainly, formula);
    }

    private static string Value(XmlReader xml)
    {
        if (xml.IsEmptyElement) return string.Empty;
        var value = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) xml.AppendTo(value);
        }

        return value.ToString();
    }

    private string Shared(string index)
    {
        var at = Number(index);
        return at >= 0 && at < shared.Length ? shared[at] : throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
