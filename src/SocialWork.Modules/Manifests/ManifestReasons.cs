using SocialWork.Abstractions;

namespace SocialWork.Modules.Manifests;

/// <summary>Why a plugin is refused before any of its code is loaded, in both languages.</summary>
internal static class ManifestReasons
{
    public static Text NoManifest(string id) => new(
        $"Thư mục {id} không có tệp plugin.json.",
        $"Folder {id} has no plugin.json.");

    public static Text Unreadable(string id, string detail) => new(
        $"Không đọc được plugin.json của {id}: {detail}",
        $"The plugin.json of {id} cannot be read: {detail}");

    public static Text OddField(string id, string field, string value, string example) => new(
        $"plugin.json của {id}: trường “{field}” có giá trị “{value}” không hợp lệ; mẫu đúng: {example}",
        $"The plugin.json of {id}: field \"{field}\" has the unusable value \"{value}\"; expected: {example}");

    public static Text Duplicate(string id, string folders) => new(
        $"Mã mô-đun {id} có ở nhiều thư mục: {folders}. Hãy chỉ giữ một thư mục.",
        $"Module id {id} is used by several folders: {folders}. Keep only one.");

    public static Text NoAssembly(string id, string assembly) => new(
        $"Mô-đun {id}: không có tệp {assembly} mà plugin.json nêu.",
        $"Module {id}: the file {assembly} that plugin.json names is not there.");

    public static Text OtherContract(string id, string range, string offered) => new(
        $"Mô-đun {id} cần hợp đồng {range}; hệ thống này cung cấp {offered}.",
        $"Module {id} needs contract {range}; this host offers {offered}.");

    public static Text ShipsContract(string id) => new(
        $"Mô-đun {id} mang theo SocialWork.Abstractions.dll; tệp này phải do hệ thống cung cấp. Hãy tham chiếu với Private=\"false\" ExcludeAssets=\"runtime\".",
        $"Module {id} ships SocialWork.Abstractions.dll, which the host provides. Reference it with Private=\"false\" ExcludeAssets=\"runtime\".");

    public static Text NoDependency(string id, string dependency) => new(
        $"Mô-đun {id} cần mô-đun {dependency}, nhưng mô-đun đó không có hoặc không dùng được.",
        $"Module {id} needs module {dependency}, which is not there or not usable.");
}
