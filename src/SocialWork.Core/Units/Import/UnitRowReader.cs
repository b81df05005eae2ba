using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Typing;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Core.Units.Import;

/// <summary>What a row of the sheet states.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">The code; null where it is to be proposed.</param>
/// <param name="Edit">What is stated of the unit.</param>
/// <param name="Revision">The revision that it was downloaded with; null where none is stated.</param>
internal sealed record StatedUnit(SheetRow Row, string? Code, UnitEdit Edit, long? Revision);

/// <summary>Reads rows of the sheet into what they state. A cell that cannot be read is reported, and the others are read on.</summary>
internal static class UnitRowReader
{
    public static StatedUnit Read(SheetRow row, UnitVocabulary words, Action<SheetCell, string, string, string> report)
    {
        var cells = new Cells(row, words, report);
        var code = cells.Text(UnitFields.Code);
        var edit = new UnitEdit
        {
            Given = [.. row.Cells.Keys],
            Name = cells.Text(UnitFields.Name),
            Type = cells.Choice(UnitFields.Type),
            SchoolLevel = cells.Choice(UnitFields.SchoolLevel),
            Tier = cells.Choice(UnitFields.Tier),
            Public = cells.Flag(UnitFields.Public),
            Commune = cells.Choice(UnitFields.Commune),
            ManagingSector = cells.Choice(UnitFields.ManagingSector),
            Operator = cells.Text(UnitFields.Operator),
            InPlan = cells.Flag(UnitFields.InPlan),
            LegalAct = cells.Text(UnitFields.LegalAct),
            ValidFrom = cells.Date(UnitFields.ValidFrom),
            ValidTo = cells.Date(UnitFields.ValidTo),
        };
        foreach (var missing in UnitFields.Required.Append(UnitFields.ValidFrom).Where(f => row.Cells.TryGetValue(f, out var cell) && cell.Text.Length == 0))
            report(row.Cells[missing], "unit.fieldMissing", $"Chưa ghi “{Header(missing)}”.", $"'{Header(missing)}' is missing.");
        return new StatedUnit(row, code, edit, long.TryParse(cells.Text(UnitSheetColumns.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null);
    }

    public static string Header(string field) => UnitSheetColumns.All.First(c => c.Field == field).Header;

    private sealed class Cells(SheetRow row, UnitVocabulary words, Action<SheetCell, string, string, string> report)
    {
        public string? Text(string field)
        {
            if (Filled(field) is not { } cell) return null;
            if (CellText.TryNormalise(cell.Text, out var text)) return text;
            report(cell, "unit.notPrintable", $"“{Header(field)}” có ký tự không in được.", $"'{Header(field)}' has characters that cannot be printed.");
            return null;
        }

        // A word of no list goes on as it is where it may be a code that the rules know how to refuse: a type that is never entered.
        public string? Choice(string field)
        {
            if (Filled(field) is not { } cell) return null;
            if (words.CodeOf(field, cell.Text) is { } code) return code;
            if (field == UnitFields.Type && UnitKinds.WhyNeverEntered(cell.Text) is { } why) report(cell, "unit.neverEntered", why.Vi, why.En);
            else report(cell, "unit.notInList", $"“{cell.Text}” không có trong danh sách của cột “{Header(field)}”: chọn từ danh sách hoặc ghi đúng mã.", $"'{cell.Text}' is not in the list of column '{Header(field)}': choose from the list or write the code.");
            return null;
        }

        public bool? Flag(string field) => Filled(field) is not { } cell ? null : TypedWords.YesOrNo(cell.Text) ?? NotAFlag(cell, field);

        public DateOnly? Date(string field)
        {
            if (Filled(field) is not { } cell) return null;
            var read = DateReader.Read(cell.Text);
            if (read is Result<DateOnly>.Ok date) return date.Value;
            var refusal = ((Result<DateOnly>.No)read).Refusal;
            report(cell, refusal.Code, refusal.Message.Vi, refusal.Message.En);
            return null;
        }

        private bool? NotAFlag(SheetCell cell, string field)
        {
            report(cell, "unit.notAFlag", $"“{Header(field)}” phải ghi Có hoặc Không.", $"'{Header(field)}' must be Có (yes) or Không (no).");
            return null;
        }

        private SheetCell? Filled(string field) => row.Cells.TryGetValue(field, out var cell) && cell.Text.Length > 0 ? cell : null;
    }
}
