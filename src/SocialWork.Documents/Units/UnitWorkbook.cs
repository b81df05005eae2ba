using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.Units.Changes;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Documents.Units;

/// <summary>Writes units as the workbook that <see cref="UnitSheetReader"/> reads back. Safe for concurrent use.</summary>
public static class UnitWorkbook
{
    private const string HowTo =
        "Có thay đổi: sửa nội dung và ghi “Hiệu lực từ” là ngày thay đổi. Cơ sở mới: để trống mã. Cơ sở ngừng hoạt động: ghi “Hiệu lực đến” là ngày đầu tiên không còn hoạt động. Dòng không đổi giữ nguyên.";

    /// <summary>The file: one row for each of the units as they are, with room for new ones beneath.</summary>
    /// <param name="units">The units, each with the revision of its code.</param>
    /// <param name="words">The words for codes.</param>
    /// <param name="title">What stands at the top.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static byte[] Write(IEnumerable<(Unit Row, long Revision)> units, UnitVocabulary words, string title, CancellationToken cancellationToken)
    {
        var sheet = new SheetForm("Danh mục", title, HowTo, UnitSheetColumns.All, UnitImport.MaxRows)
        {
            Lists = words.Lists.ToImmutableDictionary(list => list.Key, list => list.Value.Select(e => e.Words).ToImmutableArray(), StringComparer.Ordinal),
        };
        return SheetWorkbook.Write(sheet, units.Select(u => UnitSheetColumns.All.Select(c => Word(u.Row, u.Revision, c.Field, words)).ToImmutableArray()), cancellationToken);
    }

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
