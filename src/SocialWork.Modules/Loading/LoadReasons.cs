using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Loading;

/// <summary>Why a plugin's code did not start, in both languages.</summary>
internal static class LoadReasons
{
    public static Text NotOneEntry(string id, IEnumerable<string> entries)
    {
        var found = string.Join(", ", entries);
        return found.Length == 0
            ? new Text(
                $"Mô-đun {id} không có lớp public nào hiện thực ISectorModule với hàm dựng không tham số.",
                $"Module {id} has no public class that implements ISectorModule and has a parameterless constructor.")
            : new Text(
                $"Mô-đun {id} có nhiều lớp hiện thực ISectorModule: {found}. Hãy chỉ giữ một lớp public.",
                $"Module {id} has several classes that implement ISectorModule: {found}. Keep only one of them public.");
    }

    public static Text Threw(string id, string what) => new(
        $"Mô-đun {id} không khởi động được: {what}",
        $"Module {id} did not start: {what}");

    public static Text TooSlow(string id, TimeSpan limit) => new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Mô-đun {id} không khởi động xong trong {limit.TotalSeconds:0.###} giây."),
        string.Create(CultureInfo.InvariantCulture, $"Module {id} did not start within {limit.TotalSeconds:0.###} seconds."));
}
