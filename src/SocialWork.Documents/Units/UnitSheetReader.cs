using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SocialWork.Core;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Import;

namespace SocialWork.Documents.Units;

/// <summary>Reads the first sheet of an .xlsx file. The columns are found by their headings, wherever they stand. Safe for concurrent use.</summary>
public sealed class UnitSheetReader : IUnitSheetReader
{
    /// <summary>The most bytes that a file may unpack to: 5,000 rows take a tenth of it.</summary>
    public const long MaxUnpackedBytes = 64 * 1024 * 1024;

    // A title and advice stand above the headings.
    private const int MaxRowsAboveHeadings = 20;
    private const int MaxColumns = 60;

    /// <inheritdoc/>
    public Result<ImmutableArray<UnitSheetRow>> Read(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            if (Unpacked(file) > MaxUnpackedBytes) return TooLarge();
            file.Position = 0;
            using var sheet = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            return Read(sheet, cancellationToken);
        }
        catch (Exception fault) when (fault is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IndexOutOfRangeException or ArgumentException or FormatException or NullReferenceException or KeyNotFoundException)
        {
            // Whatever a broken file makes the library stumble over, it is the file that cannot be read.
            return new Refusal(RefusalKind.Unprocessable, "units.notAWorkbook", "Tệp không phải là tệp .xlsx đọc được: tải tệp mẫu, điền và lưu lại dạng .xlsx.", "The file is no readable .xlsx: download the template, fill it in and save it as .xlsx.");
        }
    }

    private static Result<ImmutableArray<UnitSheetRow>> Read(IExcelDataReader sheet, CancellationToken cancellationToken)
    {
        ImmutableArray<(int Index, UnitColumn Column)> columns = [];
        var rows = ImmutableArray.CreateBuilder<UnitSheetRow>();
        for (var number = 1; sheet.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (columns.IsEmpty)
            {
                if (number > MaxRowsAboveHeadings) break;
                columns = Headings(sheet);
                if (Missing(columns) is { } refusal) return refusal;
                continue;
            }

            var cells = columns.ToImmutableDictionary(c => c.Column.Field, c => new SheetCell(Address(number, c.Index), Text(sheet, c.Index)), StringComparer.Ordinal);
            // The revision alone says nothing: it is left behind where somebody cleared a row.
            if (cells.Where(c => c.Key != UnitColumns.Revision).All(c => c.Value.Text.Length == 0)) continue;
            if (rows.Count == UnitImport.MaxRows)
                return new Refusal(RefusalKind.TooLarge, "units.tooManyRows", $"Tệp có hơn {UnitImport.MaxRows} dòng: chia thành nhiều tệp.", $"The file has more than {UnitImport.MaxRows} rows: split it.");
            rows.Add(new UnitSheetRow(number, cells));
        }

        return columns.IsEmpty
            ? new Refusal(RefusalKind.Unprocessable, "units.noHeadings", $"Trang tính đầu tiên không có dòng tiêu đề “{UnitColumns.All[0].Header}”, “{UnitColumns.All[1].Header}”…: tải tệp mẫu và giữ nguyên dòng tiêu đề.", $"The first sheet has no headings '{UnitColumns.All[0].Header}', '{UnitColumns.All[1].Header}'…: download the template and keep its headings.")
            : rows.ToImmutable();
    }

    private static ImmutableArray<(int Index, UnitColumn Column)> Headings(IExcelDataReader sheet)
    {
        var words = Enumerable.Range(0, Math.Min(sheet.FieldCount, MaxColumns)).Select(i => UnitNames.Fold(Text(sheet, i))).ToArray();
        ImmutableArray<(int Index, UnitColumn Column)> found = [.. UnitColumns.All.Select(c => (Index: Array.IndexOf(words, UnitNames.Fold(c.Header)), c)).Where(c => c.Index >= 0)];
        return found.Any(c => c.Column == UnitColumns.All[0]) && found.Any(c => c.Column == UnitColumns.All[1]) ? found : [];
    }

    private static Refusal? Missing(ImmutableArray<(int Index, UnitColumn Column)> columns)
    {
        if (columns.IsEmpty) return null;
        var missing = UnitColumns.All.Where(c => c.IsRequired && columns.All(f => f.Column != c)).Select(c => $"“{c.Header}”").ToArray();
        return missing.Length == 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, "units.columnMissing", $"Trang tính thiếu cột {string.Join(", ", missing)}: tải tệp mẫu và giữ nguyên dòng tiêu đề.", $"The sheet lacks the columns {string.Join(", ", missing)}: download the template and keep its headings.");
    }

    private static string Text(IExcelDataReader sheet, int column) => column >= sheet.FieldCount ? string.Empty : sheet.GetValue(column) switch
    {
        null => string.Empty,
        DateTime date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        double number when number == Math.Floor(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture).Trim(),
        var value => (value.ToString() ?? string.Empty).Trim(),
    };

    private static string Address(int row, int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static long Unpacked(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Sum(e => e.Length);
    }

    private static Refusal TooLarge() => new(
        RefusalKind.TooLarge, "units.tooLarge", $"Tệp giải nén lớn hơn {MaxUnpackedBytes / 1024 / 1024} MB.", $"The file unpacks to more than {MaxUnpackedBytes / 1024 / 1024} MB.");
}
