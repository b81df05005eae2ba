using SocialWork.Abstractions;

namespace SocialWork.Modules.Integrity;

/// <summary>Why a plugin's files are not trusted, in both languages.</summary>
internal static class IntegrityReasons
{
    public static Text NoRecord(string id) => new(
        $"Mô-đun {id} không có tệp plugin.sha256 và chưa từng được ghi nhận; hãy cài lại từ bản dựng.",
        $"Module {id} has no plugin.sha256 and was never recorded; install it again from its build.");

    public static Text OddRecord(string id) => new(
        $"Tệp plugin.sha256 của mô-đun {id} không đúng dạng; hãy cài lại từ bản dựng.",
        $"The plugin.sha256 of module {id} is malformed; install it again from its build.");

    public static Text Changed(string id, string file) => new(
        $"Mô-đun {id}: tệp {file} khác với khi dựng; hãy cài lại từ bản dựng.",
        $"Module {id}: file {file} differs from what was built; install it again from its build.");

    public static Text Gone(string id, string file) => new(
        $"Mô-đun {id}: thiếu tệp {file}; hãy cài lại từ bản dựng.",
        $"Module {id}: file {file} is missing; install it again from its build.");

    public static Text Unlisted(string id, string file) => new(
        $"Mô-đun {id}: tệp {file} không có trong plugin.sha256; hãy xóa tệp hoặc cài lại từ bản dựng.",
        $"Module {id}: file {file} is not listed in plugin.sha256; remove it or install again from the build.");

    public static Text Unreadable(string id, string detail) => new(
        $"Không kiểm tra được tệp của mô-đun {id}: {detail}",
        $"The files of module {id} cannot be checked: {detail}");

    public static Text CopyDiffers(string id, string folder) => new(
        $"Mô-đun {id}: bản đã cài ở {folder} không còn nguyên vẹn; hãy xóa thư mục đó rồi bật lại mô-đun.",
        $"Module {id}: the installed copy in {folder} is not intact; delete that folder and enable the module again.");
}
