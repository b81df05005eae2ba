using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>The head of a form's sheet: whose it is, which form, for what, until when, and how it is filled in.</summary>
internal static class Heading
{
    /// <summary>The rows that stay in view and are printed on each page: whose form, and which.</summary>
    public const int StandingRows = 2;

    private const string DemoWords = "DỮ LIỆU MINH HỌA: số liệu tự sinh, không phải số liệu thật, không dùng để báo cáo.";

    /// <summary>Writes the head, without how it is filled in and the date.</summary>
    /// <param name="sheet">The sheet, at its first row.</param>
    /// <param name="book">The workbook.</param>
    /// <param name="content">The form.</param>
    /// <param name="number">The sheet's number in the identity.</param>
    public static void Write(SheetBuilder sheet, FormWorkbook book, WorkbookSheet content, int number)
    {
        var form = content.Form.Definition;
        sheet.NextRow();
        sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.Sheet + number.ToString(CultureInfo.InvariantCulture), Look.Key);
        sheet.Wide(SheetBuilder.FirstColumn, 4, book.Agency.Name.ToUpper(Vietnamese), Look.Agency);
        sheet.Wide(5, sheet.HeadColumn, $"Biểu số: {form.Code}", Look.FormCode);
        sheet.WideRow(form.Title.Vi.ToUpper(Vietnamese), Look.Title);
        var clauses = form.Clauses.IsEmpty ? string.Empty : $" Căn cứ: {string.Join("; ", form.Clauses)}.";
        sheet.WideRow($"{book.Plan.Title.Vi}\nKỳ báo cáo: {PeriodWords(content.Period)}. {Due(book.Plan, form)}{clauses}", Look.Subtitle);
        if (book.Demo) Demonstration(sheet);
    }

    /// <summary>How the sheet is filled in, with the form's own remark.</summary>
    public static string Advice(WorkbookSheet content, string advice) => content.Form.Definition.Note is { } note ? $"{advice}\n{note.Vi}" : advice;

    /// <summary>The date at which the figures stand, as the beginning of the present row.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="column">The date's column.</param>
    /// <param name="dataAsOf">The date; null until it is stated.</param>
    public static void Date(SheetBuilder sheet, int column, DateOnly? dataAsOf)
    {
        sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.DataAsOf, Look.Key);
        sheet.Wide(SheetBuilder.FirstColumn, column - 1, "Số liệu tính đến ngày", Look.Block);
        sheet.Input(FieldInputs.Date(new XlsxCell(column, Look.DateInput), dataAsOf), FieldInputs.DateRule);
    }

    /// <summary>The mark of the demonstration, on a sheet that is no form.</summary>
    public static void Demonstration(SheetBuilder sheet) => sheet.WideRow(DemoWords, Look.Demonstration);

    /// <summary>The day before which a form is to be sent; null for none.</summary>
    public static DateOnly? DueDate(Plan plan, FormDefinition form) => DutyOf(plan, form)?.Before;

    /// <summary>The form's name at the foot of each printed page.</summary>
    public static string Foot(FormWorkbook book, WorkbookSheet content) =>
        $"Biểu {content.Form.Code} – {book.Agency.Name} – {PeriodWords(content.Period)}{(book.Demo ? " – MINH HỌA" : string.Empty)}";

    private static CultureInfo Vietnamese => CultureInfo.GetCultureInfo("vi-VN");

    private static string PeriodWords(string period) => period.Split("-Q") switch
    {
        [var year, var quarter] => $"quý {quarter switch { "1" => "I", "2" => "II", "3" => "III", _ => "IV" }} năm {year}",
        _ => $"năm {period}",
    };

    private static ReportingDuty? DutyOf(Plan plan, FormDefinition form) => plan.Duties.FirstOrDefault(duty => duty.Id == form.Duty);

    private static string Due(Plan plan, FormDefinition form)
    {
        if (DutyOf(plan, form) is not { Before: { } before } duty) return "Không có hạn gửi.";
        var to = duty.To is { } party ? $" về {plan.Party(party)?.Name.Vi ?? party}" : string.Empty;
        return $"Gửi{to} trước ngày {When.Date(before)} (từ 0 giờ ngày {When.Date(before)} là muộn).";
    }
}
