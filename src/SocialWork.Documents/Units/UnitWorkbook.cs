using System.Globalization;
using SocialWork.Core.Units.Changes;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks.Layout;
using SocialWork.Documents.Xlsx;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Documents.Units;

/// <summary>Writes units as the workbook that <see cref="UnitSheetReader"/> reads back. Safe for concurrent use.</summary>
public static class UnitWorkbook
{
    private const int HeadingRow = 3;
    private const int FrozenColumns = 2;

    private const string HowTo =
        "Có thay đổi: sửa nội dung và ghi “Hiệu lực từ” là ngày thay đổi. Cơ sở mới: để trống mã. Cơ sở ngừng hoạt động: ghi “Hiệu lực đến” là ngày đầu tiên không còn hoạt động. Dòng không đổi giữ nguyên.";

    /// <summary>The file: one row for each of the units as they are, with room for new ones beneath.</summary>
    /// <param name="units">The units, each with the revision of its code.</param>
    /// <param name="words">The words for codes.</param>
    /// <param name="title">What stands at the top.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static byte[] Write(IEnumerable<(Unit Row, long Revision)> units, UnitVocabulary words, string title, CancellationToken cancellationToken)
    {
        var lists = new Lists();
        var rows = new List<XlsxRow>
        {
            Row(1, [Words(1, title, Look.Title)]),
            Row(2, [Words(1, HowTo, Look.Advice)]) with { Height = 36 },
            Row(HeadingRow, UnitSheetColumns.All.Select((c, i) => Words(i + 1, c.Header, Look.Header))),
        };
        foreach (var (unit, revision) in units)
            rows.Add(Row(rows.Count + 1, UnitSheetColumns.All.Select((c, i) => Words(i + 1, Word(unit, revision, c.Field, words), Look.TextInput))));
        var sheet = new XlsxSheet("Danh mục")
        {
            Rows = rows,
            Widths = [.. UnitSheetColumns.All.Select(c => (double)c.Width)],
            Merges = [.. Enumerable.Range(1, 2).Select(row => $"A{row}:{XlsxCell.Name(row, UnitSheetColumns.All.Length)}")],
            Validations = [.. UnitSheetColumns.All.Select((c, i) => (c.Field, Column: XlsxCell.Letters(i + 1))).Where(c => words.Lists.ContainsKey(c.Field)).Select(c => List(c.Field, c.Column, words, lists))],
            FrozenRows = HeadingRow,
            FrozenColumns = FrozenColumns,
            RepeatedRows = (HeadingRow, HeadingRow),
            Foot = title,
            IsProtected = false,
        };
        return XlsxFile.Write([sheet, lists.Sheet()!], cancellationToken);
    }

    private static XlsxValidation List(string field, string column, UnitVocabulary words, Lists lists) => new(
        string.Create(CultureInfo.InvariantCulture, $"{column}{HeadingRow + 1}:{column}{HeadingRow + UnitImport.MaxRows}"),
        new InputRule(lists.Reference([.. words.Lists[field].Select(e => e.Words)]), null, string.Empty, "Chọn một mục trong danh sách."));

    private static XlsxRow Row(int number, IEnumerable<XlsxCell> cells) => new(number, [.. cells], Height: null, Hidden: false);

    private static XlsxCell Words(int column, string words, Look look) => new(column, look) { Words = words.Length == 0 ? null : words };

    private static string Word(Unit unit, long revision, string field, UnitVocabulary words) => field switch
    {
        UnitFields.Code => unit.Code,
        UnitFields.Name => unit.Name,
        UnitFields.Type => words.WordOf(field, unit.Type),
        UnitFields.SchoolLevel => words.WordOf(field, unit.SchoolLevel),
        UnitFields.Tier => words.WordOf(field, unit.Tier),
        UnitFields.Public => words.WordOf(field, unit.IsPublic ? UnitVocabulary.Yes : UnitVocabulary.No),
        UnitFields.Commune => words.WordOf(field, unit.Commune),
        UnitFields.ManagingSector => words.WordOf(field, unit.ManagingSector),
        UnitFields.Operator => unit.Operator ?? string.Empty,
        UnitFields.InPlan => words.WordOf(field, unit.InPlan ? UnitVocabulary.Yes : UnitVocabulary.No),
        UnitFields.LegalAct => unit.LegalAct ?? string.Empty,
        UnitFields.ValidFrom => When.Date(unit.ValidFrom),
        UnitFields.ValidTo => unit.ValidTo is { } end ? When.Date(end) : string.Empty,
        UnitSheetColumns.Revision => revision.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Unknown column {field}."),
    };
}
