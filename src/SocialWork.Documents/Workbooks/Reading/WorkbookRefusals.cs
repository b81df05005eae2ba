using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Why a file as a whole is not read, and what to do about it.</summary>
internal static class WorkbookRefusals
{
    private const string SaveAsVi = "hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi lại.";
    private const string SaveAsEn = "open it in Excel or LibreOffice, choose Save As → Excel Workbook (.xlsx) and send it again.";

    public static Refusal Empty => No("workbook.empty", "Tệp rỗng; hãy kiểm tra rồi chọn lại tệp .xlsx.", "The file is empty; check it and choose the .xlsx file again.");

    public static Refusal FileTooLarge => new(RefusalKind.TooLarge, "workbook.tooLarge",
        $"Tệp lớn hơn {UploadLimits.MaxFileBytes / 1024 / 1024} MB; hãy bỏ hình ảnh và các trang tính không thuộc biểu rồi gửi lại.",
        $"The file is larger than {UploadLimits.MaxFileBytes / 1024 / 1024} MB; remove pictures and sheets that are not forms and send it again.");

    public static Refusal OldExcel => Wrong("workbook.oldExcel", "Đây là tệp Excel cũ (.xls)", "This is a file of old Excel (.xls)");

    public static Refusal Encrypted => No("workbook.encrypted",
        "Tệp được đặt mật khẩu mở nên không đọc được; trong Excel chọn Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi gửi lại.",
        "The file is protected by a password; in Excel choose File → Info → Protect Workbook → Encrypt with Password, remove the password, save and send it again.");

    public static Refusal OtherOffice => Wrong("workbook.otherDocument", "Đây không phải bảng tính Excel mà là tài liệu Office khác", "This is another Office document and no Excel workbook");

    public static Refusal OpenDocument => Wrong("workbook.openDocument", "Đây là bảng tính OpenDocument (.ods)", "This is an OpenDocument spreadsheet (.ods)");

    public static Refusal Binary => Wrong("workbook.binary", "Đây là sổ làm việc nhị phân (.xlsb)", "This is a binary workbook (.xlsb)");

    public static Refusal Template => Wrong("workbook.template", "Đây là tệp mẫu Excel (.xltx)", "This is an Excel template (.xltx)");

    public static Refusal WebPage => Wrong("workbook.webPage", "Đây là trang web hoặc tệp XML mang đuôi Excel, không phải sổ làm việc", "This is a web page or XML file with Excel's ending and no workbook");

    public static Refusal PlainText => No("workbook.plainText",
        "Đây là tệp văn bản hoặc CSV, không có các ô của biểu; hãy tải biểu .xlsx từ hệ thống, chép số liệu sang rồi gửi lại.",
        "This is plain text or CSV and has no cells of a form; download the .xlsx form, copy the figures over and send it again.");

    public static Refusal Pdf => No("workbook.pdf",
        "Đây là tệp PDF, không đọc được số liệu; hãy điền vào biểu .xlsx tải từ hệ thống rồi gửi lại.",
        "This is a PDF, from which figures cannot be read; fill the .xlsx form from the service and send that.");

    public static Refusal Picture => No("workbook.picture",
        "Đây là tệp hình ảnh, không đọc được số liệu; hãy điền vào biểu .xlsx tải từ hệ thống rồi gửi lại.",
        "This is a picture, from which figures cannot be read; fill the .xlsx form from the service and send that.");

    public static Refusal Archive => No("workbook.archive",
        "Đây là tệp nén, không phải sổ làm việc; hãy giải nén rồi gửi từng tệp .xlsx.",
        "This is an archive and no workbook; unpack it and send each .xlsx file.");

    public static Refusal Unknown => Wrong("workbook.unknownFile", "Không nhận ra loại tệp này", "The kind of this file is not known");

    public static Refusal Damaged => No("workbook.damaged",
        "Tệp bị hỏng hoặc tải lên chưa trọn; hãy mở lại bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại.",
        "The file is damaged or incomplete; open it in Excel, save it as a new .xlsx file and send that.");

    public static Refusal Unsafe => No("workbook.unsafe",
        "Cấu trúc bên trong tệp không an toàn nên không được đọc; hãy chép số liệu sang biểu mới tải từ hệ thống.",
        "The file is built in an unsafe way and is not read; copy the figures into a form newly downloaded from the service.");

    public static Refusal TooMuchInside => new(RefusalKind.TooLarge, "workbook.tooMuchInside",
        "Nội dung giải nén của tệp vượt giới hạn nên không được đọc; hãy chép số liệu sang biểu mới tải từ hệ thống.",
        "The file unpacks to more than the limit and is not read; copy the figures into a form newly downloaded from the service.");

    public static Refusal TooLargeToMark => new(RefusalKind.TooLarge, "workbook.tooLargeToMark",
        "Tệp quá lớn để đánh dấu lỗi vào từng ô; hãy xem danh sách lỗi ở phần xem trước, hoặc bỏ các trang tính không thuộc biểu rồi gửi lại.",
        "The file is too large to be marked cell by cell; see the findings in the preview, or remove sheets that are not forms and send it again.");

    public static Refusal Macros => No("workbook.macros",
        "Tệp có macro nên không được nhận; hãy lưu thành Excel Workbook (.xlsx) không có macro rồi gửi lại.",
        "The file has macros and is not taken; save it as Excel Workbook (.xlsx) without macros and send it again.");

    public static Refusal ExternalLinks => No("workbook.externalLinks",
        "Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác nên không được nhận; trong Excel chọn Dữ liệu → Sửa liên kết (Edit Links) → Ngắt liên kết (Break Link), lưu rồi gửi lại.",
        "The file links to other files or data sources and is not taken; in Excel choose Data → Edit Links → Break Link, save and send it again.");

    public static Refusal Embeddings => No("workbook.embeddings",
        "Tệp có đối tượng nhúng hoặc điều khiển ActiveX nên không được nhận; hãy xóa các đối tượng đó, lưu rồi gửi lại.",
        "The file has embedded objects or ActiveX controls and is not taken; delete them, save and send it again.");

    public static Refusal TooManySheets => new(RefusalKind.TooLarge, "workbook.tooManySheets",
        $"Tệp có quá {UploadLimits.MaxSheets} trang tính; hãy xóa các trang không thuộc biểu rồi gửi lại.",
        $"The file has more than {UploadLimits.MaxSheets} sheets; delete those that are not forms and send it again.");

    public static Refusal TooManyRows(string sheet) => new(RefusalKind.TooLarge, "workbook.tooManyRows",
        $"Trang “{sheet}” có quá {UploadLimits.MaxRows} dòng; hãy xóa các dòng thừa phía dưới rồi gửi lại.",
        $"Sheet “{sheet}” has more than {UploadLimits.MaxRows} rows; delete the superfluous rows below and send it again.");

    public static Refusal TooManyColumns(string sheet) => new(RefusalKind.TooLarge, "workbook.tooManyColumns",
        $"Trang “{sheet}” có số liệu ngoài cột thứ {UploadLimits.MaxColumns}; hãy xóa các cột thừa bên phải rồi gửi lại.",
        $"Sheet “{sheet}” has values beyond column {UploadLimits.MaxColumns}; delete the superfluous columns on the right and send it again.");

    public static Refusal TooManyCells => new(RefusalKind.TooLarge, "workbook.tooManyCells",
        $"Tệp có quá {UploadLimits.MaxCells} ô; hãy xóa các trang và dòng không thuộc biểu rồi gửi lại.",
        $"The file has more than {UploadLimits.MaxCells} cells; delete sheets and rows that are not forms and send it again.");

    public static Refusal NoIdentity => No("workbook.noIdentity",
        "Tệp này không phải biểu tải từ hệ thống; hãy tải biểu .xlsx của đơn vị, điền số liệu vào đó rồi gửi lại.",
        "This file is no form from the service; download your unit's .xlsx form, fill it and send that.");

    private static Refusal Wrong(string code, string vi, string en) => No(code, $"{vi}; {SaveAsVi}", $"{en}; {SaveAsEn}");

    private static Refusal No(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}

/// <summary>Carries a refusal out of the depth of a file; never leaves this folder.</summary>
internal sealed class WorkbookRefusedException(Refusal refusal) : Exception(refusal.Message.En)
{
    public Refusal Refusal => refusal;
}
