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

    /// <summary>Writes the head, down to the date at which the figures stand.</summary>
    /// <param name="sheet">The sheet, at its first row.</param>
    /// <param name="book">The workbook.</param>
    /// <param name="content">The form.</param>
    /// <param name="number">The sheet's number in the identity.</param>
    /// <param name="advice">How this kind of sheet is filled in.</param>
    /// <param name="dateColumn">The column of the date at which the figures stand.</param>
    /// <param name="dataAsOf">That date; null until it is stated.</param>
    public static void Write(SheetBuilder sheet, FormWorkbook book, WorkbookSheet content, int number, string advice, int dateColumn, DateOnly? dataAsOf)
    {
        var form = content.Form.Definition;
        sheet.NextRow(20);
        sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.Sheet + number.ToString(CultureInfo.InvariantCulture), Look.Key);
        sheet.Wide(SheetBuilder.FirstColumn, 3, book.Agency.Name.ToUpper(Vietnamese), Look.Agency);
        sheet.Wide(4, sheet.LastColumn, $"Biểu số: {form.Code}", Look.FormCode);
        sheet.WideRow(form.Title.Vi.ToUpper(Vietnamese), Look.Title, 20);
        sheet.WideRow($"{book.Plan.Title.Vi}\nKỳ báo cáo: {PeriodWords(content.Period)}. {Due(book.Plan, form)}", Look.Subtitle);
        if (!form.Clauses.IsEmpty) sheet.WideRow($"Căn cứ: {string.Join("; ", form.Clauses)}", Look.Subtitle);
        if (book.Demo) sheet.WideRow(DemoWords, Look.Demonstration);
        sheet.WideRow(form.Note is { } note ? $"{advice}\n{note.Vi}" : advice, Look.Advice);
        sheet.Keys([(dateColumn, WorkbookMarks.Value)]);
        sheet.NextRow(20);
        sheet.Words(SheetBuilder.KeyColumn, WorkbookMarks.DataAsOf, Look.Key);
        sheet.Wide(SheetBuilder.FirstColumn, dateColumn - 1, "Số liệu tính đến ngày", Look.Block);
        sheet.Input(FieldInputs.Date(new XlsxCell(dateColumn, Look.DateInput), dataAsOf), FieldInputs.DateRule);
    }

    /// <summary>The mark of the demonstration, on a sheet that is no form.</summary>
    public static void Demonstration(SheetBuilder sheet) => sheet.WideRow(DemoWords, Look.Demonstration);

    /// <summary>Until when a form is to be sent, and to whom.</summary>
    public static string Due(Plan plan, FormDefinition form)
    {
        if (form.Duty is not { } id || plan.Duties.FirstOrDefault(duty => duty.Id == id) is not { Before: { } before } duty) return "Không có hạn gửi.";
        var to = duty.To is { } party ? $", về {plan.Party(party)?.Name.Vi ?? party}" : string.Empty;
        return $"Gửi trước ngày {When.Date(before)}{to}.";
    }

    /// <summary>The form's name at the foot of each printed page.</summary>
    public static string Foot(FormWorkbook book, WorkbookSheet content) =>
        $"Biểu {content.Form.Code} – {book.Agency.Name} – {PeriodWords(content.Period)}{(book.Demo ? " – MINH HỌA" : string.Empty)}";

    private static CultureInfo Vietnamese => CultureInfo.GetCultureInfo("vi-VN");

    private static string PeriodWords(string period) => period.Split("-Q") switch
    {
        [var year, var quarter] => $"quý {quarter switch { "1" => "I", "2" => "II", "3" => "III", _ => "IV" }} năm {year}",
        _ => $"năm {period}",
    };
}
