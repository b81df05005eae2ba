using SocialWork.Core;

namespace SocialWork.Documents.Conformance;

/// <summary>Why a document is not checked.</summary>
internal static class DocumentRefusals
{
    public static Refusal TooLarge => new(RefusalKind.TooLarge, "document.tooLarge",
        $"Tệp quá lớn: tối đa {DecreeChecker.MaxBytes >> 20} MB; hãy bỏ bớt hình ảnh rồi gửi lại.", $"The file is too large: at most {DecreeChecker.MaxBytes >> 20} MB; take pictures out and send it again.");

    public static Refusal TooMuchInside => new(RefusalKind.TooLarge, "document.tooMuchInside",
        $"Tệp chứa quá nhiều bên trong (tối đa {DecreeChecker.MaxParts} phần, {DecreeChecker.MaxUnpacked >> 20} MB khi giải nén, mỗi phần chữ {DecreeChecker.MaxXmlBytes >> 20} MB); hãy chép nội dung sang văn bản mới rồi gửi lại.",
        $"There is too much inside the file (at most {DecreeChecker.MaxParts} parts, {DecreeChecker.MaxUnpacked >> 20} MB unpacked, {DecreeChecker.MaxXmlBytes >> 20} MB a part of text); copy the text into a new document and send it again.");

    public static Refusal OldWord => new(RefusalKind.Unprocessable, "document.oldWord",
        "Tệp là Word bản cũ (.doc) hoặc có mật khẩu; hãy bỏ mật khẩu, lưu lại thành .docx rồi gửi.", "The file is of an old Word (.doc), or has a password; remove it, save as .docx and send it again.");

    public static Refusal NotWord => new(RefusalKind.Unprocessable, "document.notWord",
        "Tệp không phải là văn bản Word (.docx) đọc được; hãy lưu lại thành .docx rồi gửi.", "The file is not a Word document (.docx) that can be read; save it as .docx and send it again.");
}
