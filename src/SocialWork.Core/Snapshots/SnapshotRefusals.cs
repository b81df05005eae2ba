using SocialWork.Core.Reports;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Snapshots;

/// <summary>Why something is not done with a snapshot.</summary>
internal static class SnapshotRefusals
{
    public static Refusal NotYours => new(RefusalKind.Forbidden, "access.denied", "Chỉ cơ quan thường trực chốt và phát hành báo cáo.", "Only the standing agency freezes and issues the report.");

    public static Refusal Reason => new(
        RefusalKind.Unprocessable, "snapshot.reason", $"Ghi lý do chốt trong một dòng, không quá {SnapshotService.MaxReason} ký tự.", $"Say why it is frozen, in one line of at most {SnapshotService.MaxReason} characters.");

    public static Refusal Busy => new(
        RefusalKind.Busy, "snapshot.busy", "Số liệu đang thay đổi liên tục nên chưa chốt được; hãy thử lại sau giây lát.", "The figures keep changing, so nothing was frozen; try again in a moment.");

    public static Refusal Unchanged(int number) => new(
        RefusalKind.Conflict, "snapshot.unchanged", $"Chưa có gì thay đổi kể từ bản chốt số {number}: hãy dùng bản đó.", $"Nothing has changed since snapshot {number}: use that one.");

    public static Refusal Unknown(string plan, int number) => new(
        RefusalKind.NotFound, "snapshot.unknown", $"Kế hoạch {plan} không có bản chốt số {number}.", $"Plan {plan} has no snapshot {number}.");

    public static Refusal NotIssued(int number) => new(
        RefusalKind.Unprocessable, "snapshot.notIssued", $"Bản chốt số {number} chưa phát hành nên không cần thay thế: hãy chốt một bản mới.", $"Snapshot {number} was not issued, so there is nothing to replace: take a new one.");

    public static Refusal Replaced(int number, int by) => new(
        RefusalKind.Conflict, "snapshot.replaced", $"Bản chốt số {number} đã được bản số {by} thay thế: hãy thay thế bản số {by}.", $"Snapshot {number} was replaced by {by}: replace {by}.");

    public static Refusal Signed(int number) => new(
        RefusalKind.Conflict, "snapshot.signed", $"Bản chốt số {number} đã có bản ký; bản ký không được thay đổi.", $"Snapshot {number} has a signed copy; it is not exchanged.");

    public static Refusal FactsMissing(Snapshot snapshot) => new(
        RefusalKind.Unprocessable, "snapshot.factsMissing",
        $"Văn bản của bản chốt số {snapshot.Number} còn chỗ «…»: {string.Join(", ", snapshot.Missing.Select(name => Sentences.Inside(DocumentFacts.NameOf(name).Vi)))}. Điền đủ thông tin văn bản rồi chốt bản mới để phát hành.",
        $"The document of snapshot {snapshot.Number} has gaps «…»: {string.Join(", ", snapshot.Missing.Select(name => Sentences.Inside(DocumentFacts.NameOf(name).En)))}. Fill in what is missing, then issue a new snapshot.");
}
