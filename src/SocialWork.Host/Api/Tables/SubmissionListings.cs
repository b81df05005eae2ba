using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Api.Tables;

/// <summary>The versions of a submission, its history, and the values of a version as tables.</summary>
internal static class SubmissionListings
{
    public static readonly Listing<SubmissionVersion> Versions = new Listing<SubmissionVersion>(new Text("Các phiên bản", "Versions"))
        .Whole("Phiên bản", "Version", v => v.Number)
        .Day("Tính đến ngày", "Data as of", v => v.DataAsOf)
        .Code("Người trình", "Submitted by", v => v.By, 24)
        .Moment("Trình lúc (giờ Việt Nam)", "Submitted at (Vietnam time)", v => v.At)
        .Code("Mã khai báo", "Form hash", v => v.FormHash, 24);

    public static readonly Listing<HistoryEntry> History = new Listing<HistoryEntry>(new Text("Lịch sử xử lý", "History"))
        .Said("Bước", "Action", h => StateWords.Of(h.Action), 20)
        .Whole("Phiên bản", "Version", h => h.Version)
        .Code("Người thực hiện", "By", h => h.By, 24)
        .Moment("Lúc (giờ Việt Nam)", "At (Vietnam time)", h => h.At)
        .Words("Lý do", "Reason", h => h.Reason, 60)
        .Codes("Ô", "Cells", h => h.Cells.Select(c => c.ToString()), 30)
        .Whole("Phiên bản được tính từ đó", "Counting from then on", h => h.CountingAfter);

    public static readonly Listing<ValueLine> Values = new Listing<ValueLine>(new Text("Số liệu của phiên bản", "Values of a version"))
        .Code("Ô", "Cell", v => v.Cell, 28)
        .Said("Nội dung", "Label", v => v.Label, 60)
        .With(new Text("Giá trị", "Value"), 30, (v, language) => v.Masked ? new TableCell.Words(MaskWords.Sign) : ValueCells.Of(v.Field, v.Value, language))
        .Said("Đơn vị tính", "Unit", v => v.Field?.Unit, 14);

    /// <summary>The values of a version in form order; a table in one line for each column of each row. Hidden ones as a sign, which a last line explains.</summary>
    public static IEnumerable<ValueLine> ValuesOf(CompiledForm form, FormValues values, ImmutableHashSet<CellKey> masked)
    {
        foreach (var cell in form.InFormOrder(values.Cells.Keys.Concat(masked)))
        {
            var field = form.TryField(cell.Field, out var found) ? found : null;
            if (masked.Contains(cell))
            {
                yield return new ValueLine(cell.ToString(), form.LabelOf(cell), field, null) { Masked = true };
                continue;
            }

            if (values.Cells[cell] is not CellValue.Rows { Items.IsEmpty: false } rows)
            {
                yield return new ValueLine(cell.ToString(), form.LabelOf(cell), field, values.Cells[cell] is CellValue.Rows ? null : values.Cells[cell]);
                continue;
            }

            foreach (var (index, row) in rows.Items.Index())
            {
                foreach (var (id, value) in row) yield return Line(cell, form.LabelOf(cell), index + 1, (field as TableField)?.Columns.FirstOrDefault(c => c.Id == id), id, value);
            }
        }

        if (!masked.IsEmpty) yield return new ValueLine(MaskWords.Sign, MaskWords.Footnote, null, null);
    }

    private static ValueLine Line(CellKey cell, Text label, int row, FormField? column, string id, CellValue value) => new(
        $"{cell}/{row}/{id}",
        new Text($"{label.Vi}, dòng {row}, {column?.Label.Vi ?? id}", $"{label.En}, row {row}, {column?.Label.En ?? id}"),
        column,
        value);
}

/// <summary>One value of a version.</summary>
internal sealed record ValueLine(string Cell, Text Label, FormField? Field, CellValue? Value)
{
    /// <summary>Whether the cell holds something which the reader does not see.</summary>
    public bool Masked { get; init; }
}
