using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Words for what is wrong with a cell: the cell's label, the fault, the remedy.</summary>
internal static class CellProblems
{
    public static CellProblem NotACell(string written) => new(written, "form.unknownCell", new Text(
        $"“{written}” không phải là một ô; hãy viết trường, trường[MÃ] hoặc trường[MÃ1,MÃ2].",
        $"“{written}” is not a cell; write field, field[OPTION] or field[OPTION1,OPTION2]."));

    public static CellProblem UnknownField(string written, string form, string field) => new(written, "form.unknownField", new Text(
        $"Biểu mẫu {form} không có trường “{field}”; hãy bỏ ô này hoặc sửa tên trường.",
        $"Form {form} has no field “{field}”; leave the cell out or correct the field's id."));

    public static CellProblem UnknownCell(string written, FormField field) => field.By.Length switch
    {
        0 => new(written, "form.unknownCell", new Text(
            $"{field.Label.Vi}: trường này không có phân tổ; hãy viết ô là {field.Id}.",
            $"{field.Label.En}: the field has no dimension; write the cell as {field.Id}.")),
        _ => new(written, "form.unknownCell", new Text(
            $"{field.Label.Vi}: ô cần đủ {field.By.Length} mã phân tổ theo thứ tự {Ids(field)}; hãy viết {field.Id}[{Ids(field)}].",
            $"{field.Label.En}: the cell needs {field.By.Length} option codes, in the order {Ids(field)}; write {field.Id}[{Ids(field)}].")),
    };

    public static CellProblem UnknownOption(string written, FormField field, Dimension dimension, string code) => new(written, "form.unknownOption", new Text(
        $"{field.Label.Vi}: “{code}” không có trong {dimension.Label.Vi} ({dimension.Id}) của đơn vị; hãy dùng một mã của danh sách.",
        $"{field.Label.En}: “{code}” is no option of {dimension.Label.En} ({dimension.Id}) for this unit; use a code of the list."));

    public static CellProblem Duplicate(string written, Text label) => new(written, "form.duplicateCell", new Text(
        $"{label.Vi}: ô này được gửi hai lần; hãy chỉ gửi một giá trị.",
        $"{label.En}: the cell is sent twice; send one value only."));

    public static CellProblem NotAskedOfUnit(CellPlace place) => Make(place, "value.notAskedOfUnit",
        "loại hình đơn vị này không phải trả lời; hãy bỏ ô này.",
        "units of this type are not asked this; leave the cell out.");

    public static CellProblem NotANumber(CellPlace place) => Make(place, "value.notANumber",
        "cần một số nguyên; hãy viết chỉ gồm chữ số, không có phần thập phân, không dấu chấm ngăn nghìn, không đặt trong dấu nháy.",
        "needs a whole number; write digits only, without decimals, separators or quotation marks.");

    public static CellProblem Negative(CellPlace place) => Make(place, "value.negative",
        "số không được âm; hãy nhập từ 0 trở lên.",
        "the number is negative; enter 0 or more.");

    public static CellProblem TooLarge(CellPlace place) => Make(place, "value.tooLarge",
        "số lớn hơn 1.000.000.000.000.000; hãy kiểm tra lại đơn vị tính.",
        "the number is above 1,000,000,000,000,000; check the unit it is counted in.");

    public static CellProblem NotYesOrNo(CellPlace place) => Make(place, "value.notYesOrNo",
        "cần trả lời có hoặc không; hãy gửi true hoặc false.",
        "needs yes or no; send true or false.");

    public static CellProblem NotAText(CellPlace place) => Make(place, "value.notAText",
        "cần văn bản; hãy gửi một chuỗi ký tự.",
        "needs words; send a text.");

    public static CellProblem Blank(CellPlace place) => Make(place, "value.blank",
        "giá trị để trống; hãy nhập nội dung, hoặc bỏ ô này nếu chưa báo cáo.",
        "the value is blank; enter something, or leave the cell out while it is not reported.");

    public static CellProblem BadCharacters(CellPlace place) => Make(place, "value.badCharacters",
        "có ký tự không in được; hãy gõ lại hoặc dán dưới dạng văn bản thuần.",
        "holds characters that cannot be printed; type it again, or paste as plain text.");

    public static CellProblem PersonalNumber(CellPlace place, Text found) => Make(place, Typing.PersonalNumbers.Code, found.Vi, found.En);

    public static CellProblem TooLong(CellPlace place, int length, int most) => Make(place, "value.tooLong",
        $"dài {length} ký tự, tối đa {most}; hãy viết gọn lại.",
        $"has {length} characters, at most {most} are allowed; shorten it.");

    public static CellProblem NotADate(CellPlace place) => Make(place, "value.notADate",
        $"cần một ngày có thật từ năm {FormLimits.FirstYear} đến năm {FormLimits.LastYear}; hãy viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-30.",
        $"needs a day of the calendar from {FormLimits.FirstYear} to {FormLimits.LastYear}; write YYYY-MM-DD, for example 2026-11-30.");

    public static CellProblem NotAnOption(CellPlace place, Dimension list) => Make(place, "value.notAnOption",
        $"cần mã trong danh sách {list.Label.Vi} ({list.Id}), viết đúng chữ hoa.",
        $"needs a code of the list {list.Label.En} ({list.Id}), in capitals as listed.");

    public static CellProblem RepeatedOption(CellPlace place, string code) => Make(place, "value.repeatedOption",
        $"mã “{code}” được chọn hai lần; hãy chỉ chọn một lần.",
        $"the code “{code}” is chosen twice; choose it once.");

    public static CellProblem UnknownEmpty(CellPlace place) => Make(place, "value.unknownEmpty",
        "cách ghi ô trống không đúng; hãy gửi {\"empty\":\"notArising\"}, \"notApplicable\" hoặc \"withheld\".",
        "is no kind of empty; send {\"empty\":\"notArising\"}, \"notApplicable\" or \"withheld\".");

    public static CellProblem EmptyNotAllowed(CellPlace place, EmptyKind kind) => Make(place, "value.emptyNotAllowed",
        $"không được ghi “{EmptyWords.Of(kind).Vi}” ở đây; hãy nhập giá trị, kể cả 0, hoặc bỏ ô này nếu chưa báo cáo.",
        $"“{EmptyWords.Of(kind).En}” is not allowed here; enter a value, 0 included, or leave the cell out while it is not reported.");

    public static CellProblem WrongKind(CellPlace place) => Make(place, "value.wrongKind",
        "giá trị không đúng kiểu của trường; hãy nhập lại theo kiểu của trường.",
        "the value is not of the field's kind; enter it again.");

    public static CellProblem NotRows(CellPlace place) => Make(place, "table.notRows",
        "cần danh sách các dòng; hãy gửi mảng các đối tượng cột → giá trị.",
        "needs rows; send an array of objects from column to value.");

    public static CellProblem TooManyRows(CellPlace place, int most) => Make(place, "table.tooManyRows",
        $"bảng chỉ được tối đa {most} dòng; hãy gộp bớt.",
        $"the table holds at most {most} rows; merge some.");

    public static CellProblem UnknownColumn(CellPlace row, string column) => Make(row, "table.unknownColumn",
        $"bảng không có cột “{column}”; hãy sửa tên cột.",
        $"the table has no column “{column}”; correct the column's id.");

    private static CellProblem Make(CellPlace place, string code, string vi, string en) =>
        new(place.Written, code, new Text($"{place.Label.Vi}: {vi}", $"{place.Label.En}: {en}"));

    private static string Ids(FormField field) => string.Join(",", field.By.Select(dimension => dimension.Id));
}
