using System.Globalization;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>The first sheet of a workbook of several forms: which they are, with links.</summary>
internal static class CoverSheet
{
    /// <summary>Its name.</summary>
    public const string Name = "Mục lục";

    private const int Ordinal = 2;
    private const int Form = 3;
    private const int Title = 4;
    private const int Facilities = 5;
    private const int Due = 6;

    /// <summary>Lays it out.</summary>
    /// <param name="book">The workbook.</param>
    /// <param name="cover">What it says besides.</param>
    /// <param name="names">The names of the forms' sheets, in their order.</param>
    public static XlsxSheet Make(FormWorkbook book, Cover cover, IReadOnlyList<string> names)
    {
        var sheet = new SheetBuilder([0, 5, 34, 60, 12, 26]);
        sheet.WideRow(book.Agency.Name.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), Look.Agency);
        sheet.WideRow("CÁC BIỂU CỦA ĐƠN VỊ", Look.Title);
        sheet.WideRow(book.Plan.Title.Vi, Look.Subtitle);
        if (book.Demo) Heading.Demonstration(sheet);
        sheet.WideRow(
            $"Tệp tạo ngày {When.Date(book.Created)} cho đơn vị {book.Agency.Code}. Nhập số liệu vào từng trang rồi nộp lại cả tệp; có thể đổi tên, sắp xếp hay bớt trang, không đổi các dòng và cột ẩn.",
            Look.Advice);
        sheet.NextRow(6);
        sheet.NextRow();
        foreach (var (column, words) in new[] { (Ordinal, "STT"), (Form, "Trang"), (Title, "Biểu"), (Facilities, "Số cơ sở"), (Due, "Hạn gửi") }) sheet.Words(column, words, Look.Header);
        var header = sheet.Row;
        foreach (var (index, (content, name)) in book.Sheets.Zip(names).Index())
        {
            sheet.NextRow();
            sheet.Words(Ordinal, (index + 1).ToString(CultureInfo.InvariantCulture), Look.Centred);
            sheet.Link(Form, name, name);
            sheet.Words(Title, content.Form.Definition.Title.Vi, Look.Label);
            sheet.Put(new XlsxCell(Facilities, Look.Centred) { Number = content is WorkbookSheet.OfFacilities rows ? rows.Facilities.Length : null });
            sheet.Words(Due, Heading.DueDate(book.Plan, content.Form.Definition) is { } date ? $"Trước ngày {When.Date(date)}" : string.Empty, Look.Label);
        }

        foreach (var form in cover.LeftOut)
            sheet.WideRow($"Biểu {form.Code} ({form.Definition.Title.Vi}) có bảng kê nên không nằm trong tệp này: tải biểu của từng cơ sở.", Look.Hint);
        return sheet.Build(Name) with { RepeatedRows = (header, header) };
    }
}
