using SocialWork.Core;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Why the content of a cell is not understood, and how it was understood where that may surprise.</summary>
internal static class CellRefusals
{
    private const int MostShown = 100;

    public static Refusal NoResult => Make("workbook.formulaWithoutResult",
        "công thức chưa có kết quả lưu trong tệp; hãy mở bằng Excel, để công thức tính xong, lưu lại, hoặc gõ thẳng giá trị.",
        "the formula has no stored result; open the file in Excel, let it calculate and save it, or type the value.");

    public static Refusal Error(string error) => Make("workbook.errorValue",
        $"ô đang báo lỗi {Short(error)}; hãy sửa công thức hoặc gõ thẳng giá trị.",
        $"the cell shows the error {Short(error)}; correct the formula or type the value.");

    public static Refusal Formula(string result) => Make("workbook.formula",
        $"ô có công thức; đã lấy kết quả {Short(result)}.",
        $"the cell has a formula; its result {Short(result)} was taken.");

    public static Refusal NumberShownAsDate(string date) => Make("workbook.numberShownAsDate",
        $"ô đang hiển thị ngày{Short(date)}: Excel có thể đã đổi số vừa gõ (như 12/30) thành ngày; hãy đổi định dạng ô sang Số rồi gõ lại con số.",
        $"the cell shows a date{Short(date)}: Excel may have turned what was typed (such as 12/30) into one; set the cell's format to Number and type the number again.");

    public static Refusal NumberShownAsPercent(string percent) => Make("workbook.numberShownAsPercent",
        $"ô đang hiển thị {percent}; biểu cần số lượng, không phải tỷ lệ; hãy đổi định dạng ô sang Số rồi gõ lại con số.",
        $"the cell shows {percent}; a count is needed, not a rate; set the cell's format to Number and type the number again.");

    public static Refusal NotANumber => Make("workbook.needsNumber", "cần một con số; hãy gõ chữ số, kể cả 0.", "needs a number; type digits, 0 included.");

    public static Refusal NotADate(string shown) => Make("workbook.needsDate",
        $"“{Short(shown)}” không phải là ngày; hãy ghi ngày/tháng/năm, ví dụ 30/11/2026.",
        $"“{Short(shown)}” is not a date; write day/month/year, for example 30/11/2026.");

    public static Refusal DayFirst(string shown, DateOnly date) => Make("workbook.dayBeforeMonth",
        $"“{Short(shown)}” được đọc là ngày {date.Day} tháng {date.Month} năm {date.Year}.",
        $"“{Short(shown)}” was read as day {date.Day} of month {date.Month}, {date.Year}.");

    public static Refusal TimeDropped(DateOnly date) => Make("workbook.timeDropped",
        $"ô có cả giờ; chỉ lấy ngày {When.Date(date)}.",
        $"the cell holds a time too; only the date {When.Date(date)} was taken.");

    public static Refusal NotText => Make("workbook.needsText",
        "cần văn bản, nhưng ô đang là ngày, tỷ lệ hoặc giá trị đúng/sai do Excel tự đổi; hãy đổi định dạng ô sang Văn bản (Text) rồi gõ lại.",
        "needs words, but Excel turned the cell into a date, a rate or a true/false value; set the cell's format to Text and type it again.");

    public static Refusal ValueAndEmpty(string empty) => Make("workbook.valueAndEmpty",
        $"dòng này vừa có giá trị vừa đánh dấu “{empty}”; hãy xóa một trong hai.",
        $"the row has a value and is marked “{empty}” too; remove one of the two.");

    public static Refusal Twice(string other) => Make("workbook.cellTwice",
        $"ô này của biểu có mặt hai lần trên trang (lần kia ở {other}) và cả hai đều có giá trị; hãy xóa dòng đã chép thừa.",
        $"this cell of the form stands twice on the sheet (the other at {other}) and both have values; delete the row that was copied.");

    public static Refusal NotOfTheForm => Make("workbook.notOfTheForm",
        "ô này không có trong biểu hiện hành của đơn vị; hãy xóa nội dung ô, hoặc tải biểu mới.",
        "the unit's present form has no such cell; clear it, or download the form again.");

    public static Refusal Unread => Make("workbook.unread",
        "nội dung này nằm ngoài các dòng của biểu nên không được đọc.",
        "this stands outside the rows of the form and was not read.");

    public static Refusal RowTaken => Make("workbook.rowInserted",
        "dòng chèn thêm được đọc như một dòng của bảng.",
        "the inserted row was read as a row of the table.");

    public static Refusal TooManyFindings => Make("workbook.tooManyFindings",
        $"tệp có hơn {UploadLimits.MaxFindings} chỗ cần xem lại, phần sau không được liệt kê; hãy tải biểu mới, chép số liệu sang rồi gửi lại.",
        $"the file has more than {UploadLimits.MaxFindings} places to look at and the rest is not listed; download the form again, copy the figures over and send that.");

    // A cell may hold pages; its beginning says which one is meant.
    private static string Short(string shown) => shown.Length <= MostShown ? shown : string.Concat(shown.AsSpan(0, MostShown), "…");

    private static Refusal Make(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}
