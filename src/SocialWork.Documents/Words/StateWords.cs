using SocialWork.Abstractions;
using SocialWork.Core.Duties;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;

namespace SocialWork.Documents.Words;

/// <summary>The words for every state that a report or a page shows, in both languages: the one place where they are chosen.</summary>
public static class StateWords
{
    /// <summary>What can be said of a target.</summary>
    public static Text Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => new("Đạt", "Met"),
        Verdict.NotMet => new("Chưa đạt", "Not met"),
        Verdict.Undetermined => new("Chưa xác định", "Undetermined"),
        Verdict.NotArising => new("Không phát sinh", "Nothing arose"),
        Verdict.NotReported => new("Chưa báo cáo", "Not reported"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>Where a task stands.</summary>
    public static Text Of(TaskState state) => state switch
    {
        TaskState.NotReported => new("Chưa báo cáo", "Not reported"),
        TaskState.NotStarted => new("Chưa triển khai", "Not started"),
        TaskState.InProgress => new("Đang thực hiện", "In progress"),
        TaskState.Done => new("Hoàn thành", "Done"),
        TaskState.NotArising => new("Không phát sinh", "Nothing arose"),
        TaskState.Gated => new("Chưa đủ điều kiện (chờ văn bản)", "Waiting for a legal document"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>How a module took part.</summary>
    public static Text Of(SectorOutcome outcome) => outcome switch
    {
        SectorOutcome.Ok => new("Hoạt động", "Working"),
        SectorOutcome.Disabled => new("Đã tắt", "Switched off"),
        SectorOutcome.Failed => new("Bị lỗi", "Failed"),
        SectorOutcome.TimedOut => new("Quá thời gian chờ", "Timed out"),
        SectorOutcome.Quarantined => new("Bị cách ly", "Quarantined"),
        SectorOutcome.Incompatible => new("Không tương thích", "Incompatible"),
        SectorOutcome.Tampered => new("Tệp bị thay đổi", "Files were changed"),
        SectorOutcome.Missing => new("Chưa cài đặt", "Not installed"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    /// <summary>Where a form of a unit stands.</summary>
    public static Text Of(SubmissionState state) => state switch
    {
        SubmissionState.NotStarted => new("Chưa nhập", "Not started"),
        SubmissionState.Draft => new("Đang nhập", "Being entered"),
        SubmissionState.Submitted => new("Chờ lãnh đạo duyệt", "Waiting for the head"),
        SubmissionState.Approved => new("Đã gửi, chờ tiếp nhận", "Sent, to be accepted"),
        SubmissionState.Accepted => new("Đã tiếp nhận", "Accepted"),
        SubmissionState.Returned => new("Bị trả lại", "Returned"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>A step of a form's way.</summary>
    public static Text Of(SubmissionAction action) => action switch
    {
        SubmissionAction.Save => new("Lưu số liệu", "Saved"),
        SubmissionAction.Submit => new("Trình lãnh đạo", "Submitted to the head"),
        SubmissionAction.Approve => new("Duyệt và gửi", "Approved and sent"),
        SubmissionAction.Accept => new("Tiếp nhận", "Accepted"),
        SubmissionAction.Return => new("Trả lại", "Returned"),
        SubmissionAction.Reopen => new("Mở lại", "Reopened"),
        SubmissionAction.Paper => new("Nhập từ bản giấy", "Entered from paper"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    /// <summary>What an agency is to a task.</summary>
    public static Text Of(TaskRole role) => role switch
    {
        TaskRole.Lead => new("Chủ trì", "Leads"),
        TaskRole.Coordinate => new("Phối hợp", "Coordinates"),
        TaskRole.Advise => new("Tham mưu", "Advises"),
        TaskRole.Direct => new("Chỉ đạo", "Directs"),
        TaskRole.Guide => new("Hướng dẫn", "Guides"),
        TaskRole.Perform => new("Thực hiện", "Performs"),
        TaskRole.Consolidate => new("Tổng hợp", "Consolidates"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    /// <summary>Where a module stands.</summary>
    public static Text Of(SectorState state) => state switch
    {
        SectorState.Discovered => new("Đã thấy, chưa nạp", "Found, not loaded"),
        SectorState.Incompatible => new("Không tương thích", "Incompatible"),
        SectorState.Tampered => new("Tệp bị thay đổi", "Files were changed"),
        SectorState.Disabled => new("Đã tắt", "Switched off"),
        SectorState.Enabled => new("Hoạt động", "Working"),
        SectorState.Draining => new("Đang tắt", "Being switched off"),
        SectorState.Quarantined => new("Bị cách ly", "Quarantined"),
        SectorState.Leaked => new("Đã tắt, chưa giải phóng", "Switched off, still in memory"),
        SectorState.Missing => new("Chưa cài đặt", "Not installed"),
        SectorState.Failed => new("Không khởi động được", "Did not start"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>Where a unit stands with a duty, by the API's word for it.</summary>
    public static Text Duty(string state) => state switch
    {
        "whenArising" => new("Khi phát sinh", "When something arises"),
        "open" => new("Chưa gửi đủ", "Not all sent"),
        "overdue" => new("Quá hạn", "Overdue"),
        "sent" => new("Đã gửi đúng hạn", "Sent in time"),
        "sentLate" => new("Đã gửi muộn", "Sent late"),
        _ => new(state, state),
    };

    /// <summary>How long there is left for a duty, or how late it is.</summary>
    public static Text Remaining(DutyStatus status) => status switch
    {
        { State: DutyState.Overdue, DaysLate: var late } => new($"Quá hạn {late} ngày", late == 1 ? "1 day late" : $"{late} days late"),
        { State: DutyState.SentLate, DaysLate: var late } => new($"Gửi muộn {late} ngày", late == 1 ? "Sent 1 day late" : $"Sent {late} days late"),
        { State: DutyState.Open, DaysLeft: 0 } => new("Hôm nay là ngày cuối", "Today is the last day"),
        { State: DutyState.Open, DaysLeft: { } left } => new($"Còn {left} ngày", left == 1 ? "1 day left" : $"{left} days left"),
        _ => Duty(Names.Of(status.State)),
    };

    /// <summary>Where an obstacle stands, by the API's word for it.</summary>
    public static Text Obstacle(string state) => state switch
    {
        "received" => new("Đã tiếp nhận", "Received"),
        "inProcess" => new("Đang xử lý", "In process"),
        "submitted" => new("Đã trình UBND", "Submitted to the People's Committee"),
        "answered" => new("Đã trả lời", "Answered"),
        "closed" => new("Đã đóng", "Closed"),
        _ => new(state, state),
    };

    /// <summary>How a rate is held against its threshold: “trên” and “tối thiểu” are not the same.</summary>
    public static Text Threshold(string comparator, int threshold) => comparator switch
    {
        ">" => new($"Trên {threshold}%", $"More than {threshold}%"),
        ">=" => new($"Từ {threshold}% trở lên", $"At least {threshold}%"),
        "=" => new($"Bằng {threshold}%", $"Exactly {threshold}%"),
        _ => new($"{comparator} {threshold}%", $"{comparator} {threshold}%"),
    };

    /// <summary>A value as the core prints it: a kind of empty is put into the reader's language, a number stays as it is.</summary>
    public static Text Value(string valueText) => valueText switch
    {
        "không phát sinh" => new(valueText, "nothing arose"),
        "không cung cấp" => new(valueText, "withheld"),
        "không áp dụng" => new(valueText, "does not apply"),
        "chưa báo cáo" => new(valueText, "not reported"),
        _ => new(valueText, valueText),
    };
}
