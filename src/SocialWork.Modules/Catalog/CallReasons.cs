using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Catalog;

/// <summary>Why a module did not answer, or is in its state, in both languages.</summary>
internal static class CallReasons
{
    public static Text NotEnabled(string id) => new(
        $"Mô-đun {id} chưa được bật.",
        $"Module {id} is not enabled.");

    public static Text Threw(string id, string what, string fault) => new(
        $"Mô-đun {id} gặp lỗi khi trả lời {what}: {fault}",
        $"Module {id} failed to answer {what}: {fault}");

    public static Text SaidNothing(string id, string what) => new(
        $"Mô-đun {id} trả lời {what} bằng giá trị rỗng (null).",
        $"Module {id} answered {what} with null.");

    public static Text TooSlow(string id, string what, TimeSpan limit) => new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Mô-đun {id} không trả lời {what} trong {limit.TotalSeconds:0.###} giây."),
        string.Create(CultureInfo.InvariantCulture, $"Module {id} did not answer {what} within {limit.TotalSeconds:0.###} seconds."));

    public static Text Crowded(string id, string what) => new(
        $"Mô-đun {id} đang bận: yêu cầu {what} chờ quá lâu mà chưa đến lượt.",
        $"Module {id} is busy: {what} waited too long for its turn.");

    public static Text Quarantined(string id, int faults, TimeSpan window, Text last) => new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Mô-đun {id} bị cách ly vì có {faults} lỗi trong {window.TotalMinutes:0.#} phút; lỗi cuối: {last.Vi}"),
        string.Create(CultureInfo.InvariantCulture, $"Module {id} is quarantined after {faults} faults in {window.TotalMinutes:0.#} minutes; the last one: {last.En}"));

    public static Text Crashed(string id) => new(
        $"Mô-đun {id} bị cách ly: lần trước tiến trình kết thúc đột ngột trong khi mô-đun này đang khởi động.",
        $"Module {id} is quarantined: the process ended abruptly last time while this module was starting.");

    public static Text SwitchedOff(string actor, string reason) => string.IsNullOrWhiteSpace(reason)
        ? new($"{actor} đã tắt mô-đun.", $"Switched off by {actor}.")
        : new($"{actor} đã tắt mô-đun: {reason.Trim()}", $"Switched off by {actor}: {reason.Trim()}");

    public static Text Gone(string id) => new(
        $"Mô-đun {id} đã từng được cài nhưng thư mục của nó không còn.",
        $"Module {id} was installed before, and its folder is gone.");

    public static Text NeverInstalled(string id) => new(
        $"Kế hoạch cần mô-đun {id} nhưng mô-đun này chưa được cài.",
        $"The plan counts on module {id}, which was never installed.");

    public static Text SafeMode { get; } = new(
        "Hệ thống đang chạy ở chế độ an toàn: không mô-đun nào được nạp.",
        "The host runs in safe mode: no module is loaded.");

    public static Text StoreLost { get; } = new(
        "Không đọc được modules.json nên không biết mô-đun nào đã bị tắt; hãy kiểm tra rồi bật lại.",
        "modules.json could not be read, so nobody knows what had been switched off; check and enable it again.");

    public static Text Leaked(string id) => new(
        $"Mô-đun {id} đã tắt nhưng mã của nó vẫn bị giữ trong bộ nhớ; khởi động lại hệ thống để giải phóng.",
        $"Module {id} is switched off, yet something still holds its code in memory; restart the host to free it.");

    public static Text Unknown(string id) => new(
        $"Không có mô-đun {id}.",
        $"There is no module {id}.");
}
