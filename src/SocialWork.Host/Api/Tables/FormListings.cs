using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;

namespace SocialWork.Host.Api.Tables;

/// <summary>Forms, and the cells of one form, as tables.</summary>
internal static class FormListings
{
    public static readonly Listing<PlanForm> Forms = new Listing<PlanForm>(new Text("Biểu mẫu", "Forms"))
        .Code("Mã biểu", "Code", f => f.Code)
        .Said("Tên biểu", "Title", f => f.Definition.Title, 60)
        .Whole("Phiên bản mẫu", "Version", f => f.Definition.Version)
        .Code("Mô-đun", "Module", f => f.Module)
        .Code("Ai điền", "Filled by", f => FormWords.FillerOf(f.Definition.FilledBy), 24)
        .Code("Nghĩa vụ", "Duty", f => f.Definition.Duty?.Value)
        .Said("Kỳ", "Period", f => FormWords.Of(f.Definition.Period), 20)
        .Code("Mã khai báo", "Hash", f => f.Compiled.Hash, 24);

    public static readonly Listing<FormCellLine> Cells = new Listing<FormCellLine>(new Text("Các ô của biểu", "Cells of a form"))
        .Said("Phần", "Section", c => c.Section, 30)
        .Code("Ô", "Cell", c => c.Cell, 28)
        .Said("Nội dung", "Label", c => c.Label, 60)
        .Said("Kiểu", "Kind", c => FormWords.NameOf(c.Field), 22)
        .Said("Đơn vị tính", "Unit", c => c.Field.Unit, 14)
        .YesNo("Bắt buộc", "Required", c => c.Field.Required)
        .With(new Text("Lựa chọn", "Options"), 40, (c, language) => FormWords.OptionCells(c.Field, language))
        .Said("Hướng dẫn", "Hint", c => c.Field.Hint, 60);

    /// <summary>A form cell by cell: what has no cells of its own, as a column of a table, in one line.</summary>
    public static IEnumerable<FormCellLine> CellsOf(PlanForm form, SubmittingUnit everyTask)
    {
        foreach (var field in form.Definition.Fields)
        {
            var section = form.Definition.Sections.FirstOrDefault(s => s.Id == field.Section)?.Title;
            foreach (var cell in FormCells.Of(field, everyTask)) yield return new FormCellLine(section, cell.ToString(), form.Compiled.LabelOf(cell), field);
            if (field is not TableField table) continue;
            foreach (var column in table.Columns)
                yield return new FormCellLine(section, $"{field.Id}/*/{column.Id}", new Text($"{field.Label.Vi}, {column.Label.Vi}", $"{field.Label.En}, {column.Label.En}"), column);
        }
    }
}

/// <summary>One cell of a form.</summary>
internal sealed record FormCellLine(Text? Section, string Cell, Text Label, FormField Field);
