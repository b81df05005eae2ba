using System.Collections.Immutable;
using System.Xml;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Workbooks;

/// <summary>What a workbook that people fill row by row must look like.</summary>
/// <param name="Thing">What the codes of refusals begin with.</param>
/// <param name="Columns">Its columns; the first two tell the row of headings.</param>
/// <param name="MaxRows">The most rows it holds.</param>
internal sealed record SheetTable(string Thing, ImmutableArray<SheetColumn> Columns, int MaxRows)
{
    /// <summary>A column that says nothing by itself: it is left behind where somebody cleared a row. Null for none.</summary>
    public string? Silent { get; init; }
}

/// <summary>
/// Reads a workbook row by row under the limits of <see cref="UploadLimits"/>: the first sheet that has the headings, its
/// columns found by them wherever they stand. Pure; safe for concurrent use.
/// </summary>
internal static class SheetTableReader
{
    // A title and advice stand above the headings.
    private const int MaxRowsAboveHeadings = 20;

    /// <summary>The rows that hold anything, or why the file is refused.</summary>
    public static Result<ImmutableArray<SheetRow>> Read(Stream file, SheetTable table, CancellationToken cancellationToken)
    {
        try
        {
            using var package = WorkbookPackage.Open(file, cancellationToken);
            var workbook = RawWorkbookReader.Read(package);
            foreach (var sheet in workbook.Sheets)
            {
                if (sheet.Rows.TakeWhile(r => r.Number <= MaxRowsAboveHeadings).FirstOrDefault(r => !Headings(r, table).IsEmpty) is { } headings)
                    return Rows(sheet, table, headings, workbook.CountsFrom1904);
            }

            return new Refusal(
                RefusalKind.Unprocessable,
                $"{table.Thing}.noHeadings",
                $"Tệp không có trang tính nào có dòng tiêu đề “{table.Columns[0].Header}”, “{table.Columns[1].Header}”…: tải tệp mẫu và giữ nguyên dòng tiêu đề.",
                $"No sheet has the headings '{table.Columns[0].Header}', '{table.Columns[1].Header}'…: download the template and keep its headings.");
        }
        catch (WorkbookRefusedException no)
        {
            return no.Refusal;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return WorkbookRefusals.Damaged;
        }
    }

    private static Result<ImmutableArray<SheetRow>> Rows(RawSheet sheet, SheetTable table, RawRow headings, bool from1904)
    {
        var columns = Headings(headings, table);
        var missing = table.Columns.Where(c => c.IsRequired && columns.All(f => f.Column != c)).Select(c => $"“{c.Header}”").ToArray();
        if (missing.Length > 0)
            return new Refusal(RefusalKind.Unprocessable, $"{table.Thing}.columnMissing", $"Trang tính thiếu cột {string.Join(", ", missing)}: tải tệp mẫu và giữ nguyên dòng tiêu đề.", $"The sheet lacks the columns {string.Join(", ", missing)}: download the template and keep its headings.");

        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var broken = ImmutableArray.CreateBuilder<CellProblem>();
        foreach (var row in sheet.Rows.Where(r => r.Number > headings.Number))
        {
            var cells = columns.ToImmutableDictionary(c => c.Column.Field, c => new SheetCell(new CellAddress(row.Number, c.Index).ToString(), Text(row[c.Index], from1904, broken)), StringComparer.Ordinal);
                if (cells.Where(c => c.Key != table.Silent).All(c => c.Value.Text.Length == 0)) continue;
            if (rows.Count == table.MaxRows)
                return new Refusal(RefusalKind.TooLarge, $"{table.Thing}.tooManyRows", $"Tệp có hơn {table.MaxRows} dòng: chia thành nhiều tệp.", $"The file has more than {table.MaxRows} rows: split it.");
            rows.Add(new SheetRow(row.Number, cells));
        }

        return broken.Count == 0
            ? rows.ToImmutable()
            : new Refusal(RefusalKind.Unprocessable, broken[0].Code, new Text($"Tệp có {broken.Count} ô lỗi; chưa lưu gì.", $"The file has {broken.Count} broken cells; nothing was saved."), broken.ToImmutable());
    }

    private static ImmutableArray<(int Index, SheetColumn Column)> Headings(RawRow row, SheetTable table)
    {
        var words = row.Cells.DistinctBy(c => UnitNames.Fold(c.Text), StringComparer.Ordinal).ToDictionary(c => UnitNames.Fold(c.Text), c => c.Address.Column, StringComparer.Ordinal);
        ImmutableArray<(int Index, SheetColumn Column)> found = [.. table.Columns.Select(c => (Index: words.GetValueOrDefault(UnitNames.Fold(c.Header)), c)).Where(c => c.Index > 0)];
        return found.Any(c => c.Column == table.Columns[0]) && found.Any(c => c.Column == table.Columns[1]) ? found : [];
    }

    private static string Text(RawCell? cell, bool from1904, ImmutableArray<CellProblem>.Builder broken)
    {
        if (cell is null) return string.Empty;
        if (cell.Kind is not (RawKind.Error or RawKind.Nothing)) return CellReader.Show(cell, from1904).Trim();
        var refusal = cell.Kind == RawKind.Nothing ? CellRefusals.NoResult : CellRefusals.Error(cell.Text);
        broken.Add(new CellProblem(cell.Address.ToString(), refusal.Code, refusal.Message));
        return string.Empty;
    }
}
