using System.Globalization;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>
/// The lists of drop-downs, each in a column of a hidden sheet: a list that stands in the cell's validation itself is limited
/// to 255 characters. Not for concurrent use.
/// </summary>
internal sealed class Lists
{
    private const string SheetName = "_danh_muc";
    private readonly List<string[]> _lists = [];

    /// <summary>Where the entries stand; an equal list is kept once.</summary>
    public string Reference(params string[] entries)
    {
        var at = _lists.FindIndex(known => known.SequenceEqual(entries, StringComparer.Ordinal));
        if (at < 0)
        {
            _lists.Add(entries);
            at = _lists.Count - 1;
        }

        var column = XlsxCell.Letters(at + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{XlsxFile.Quote(SheetName)}!${column}$1:${column}${entries.Length}");
    }

    /// <summary>The hidden sheet; null when there is no list.</summary>
    public XlsxSheet? Sheet() => _lists.Count == 0 ? null : new XlsxSheet(SheetName)
    {
        VeryHidden = true,
        Widths = [],
        Rows =
        [
            .. Enumerable.Range(0, _lists.Max(list => list.Length)).Select(row => new XlsxRow(
                row + 1,
                [.. _lists.Index().Where(list => row < list.Item.Length).Select(list => new XlsxCell(list.Index + 1, Look.Plain) { Words = list.Item[row] })],
                Height: null,
                Hidden: false)),
        ],
    };
}
