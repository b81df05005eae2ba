using System.Collections.Immutable;
using System.Xml;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Units;

/// <summary>
/// Reads a units workbook under the limits of <see cref="UploadLimits"/>: the first sheet that has the headings, its columns
/// found by them wherever they stand. Safe for concurrent use.
/// </summary>
public sealed class UnitSheetReader : IUnitSheetReader
{
    // A title and advice stand above the headings.
    private const int MaxRowsAboveHeadings = 20;

    /// <inheritdoc/>
    public Result<ImmutableArray<UnitSheetRow>> Read(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var package = WorkbookPackage.Open(file, cancellationToken);
            var workbook = RawWorkbookReader.Read(package);
            foreach (var sheet in workbook.Sheets)
            {
                if (sheet.Rows.TakeWhile(r => r.Number <= MaxRowsAboveHeadings).FirstOrDefault(r => !Headings(r).IsEmpty) is { } headings)
                    return Rows(sheet, headings, workbook.CountsFrom1904);
            }

            return new Refusal(
                RefusalKind.Unprocessable,
                "units.noHeadings",
                $"Tệp không có trang tính nào có dòng tiêu đề “{UnitSheetColumns.All[0].Header}”, “{UnitSheetColumns.All[1].Header}”…: tải tệp mẫu và giữ nguyên dòng tiêu đề.",
                $"No sheet has the headings '{UnitSheetColumns.All[0].Header}', '{UnitSheetColumns.All[1].Header}'…: download the template and keep its headings.");
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

    private static Result<ImmutableArray<UnitSheetRow>> Rows(RawSheet sheet, RawRow headings, bool from1904)
    {
        var columns = Headings(headings);
        var missing = UnitSheetColumns.All.Where(c => c.IsRequired && columns.All(f => f.Column != c)).Select(c => $"“{c.Header}”").ToArray();
        if (missing.Length > 0)
            return new Refusal(RefusalKind.Unprocessable, "units.columnMissing", $"Trang tính thiếu cột {string.Join(", ", missing)}: tải tệp mẫu và giữ nguyên dòng tiêu đề.", $"The sheet lacks the columns {string.Join(", ", missing)}: download the template and keep its headings.");

        var rows = ImmutableArray.CreateBuilder<UnitSheetRow>();
        var broken = ImmutableArray.CreateBuilder<CellProblem>();
        foreach (var row in sheet.Rows.Where(r => r.Number > headings.Number))
        {
            var cells = columns.ToImmutableDictionary(c => c.Column.Field, c => new SheetCell(new CellAddress(row.Number, c.Index).ToString(), Text(row[c.Index], from1904, broken)), StringComparer.Ordinal);
            // The revision alone says nothing: it is left behind where somebody cleared a row.
            if (cells.Where(c => c.Key != UnitSheetColumns.Revision).All(c => c.Value.Text.Length == 0)) continue;
            if (rows.Count == UnitImport.MaxRows)
                return new Refusal(RefusalKind.TooLarge, "units.tooManyRows", $"Tệp có hơn {UnitImport.MaxRows} dòng: chia thành nhiều tệp.", $"The file has more than {UnitImport.MaxRows} rows: split it.");
            rows.Add(new UnitSheetRow(row.Number, cells));
        }

        return broken.Count == 0
            ? rows.ToImmutable()
            : new Refusal(RefusalKind.Unprocessable, broken[0].Code, new Text($"Tệp có {broken.Count} ô lỗi; chưa lưu gì.", $"The file has {broken.Count} broken cells; nothing was saved."), broken.ToImmutable());
    }

    private static ImmutableArray<(int Index, UnitColumn Column)> Headings(RawRow row)
    {
        var words = row.Cells.DistinctBy(c => UnitNames.Fold(c.Text), StringComparer.Ordinal).ToDictionary(c => UnitNames.Fold(c.Text), c => c.Address.Column, StringComparer.Ordinal);
        ImmutableArray<(int Index, UnitColumn Column)> found = [.. UnitSheetColumns.All.Select(c => (Index: words.GetValueOrDefault(UnitNames.Fold(c.Header)), c)).Where(c => c.Index > 0)];
        return found.Any(c => c.Column == UnitSheetColumns.All[0]) && found.Any(c => c.Column == UnitSheetColumns.All[1]) ? found : [];
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
