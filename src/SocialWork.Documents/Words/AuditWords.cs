using System.Collections.Frozen;
using SocialWork.Abstractions;
using SocialWork.Core.Auditing;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Documents.Words;

/// <summary>What a line of the audit log says was done, in words. Immutable.</summary>
public static class AuditWords
{
    private static readonly FrozenDictionary<string, Text> Words = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        [AuditActions.Read] = new("Xem", "Read"),
        [AuditActions.Download] = new("Tải tệp", "Downloaded"),
        [AuditActions.SignIn] = new("Đăng nhập", "Signed in"),
        [AuditActions.SignInFailed] = new("Đăng nhập không thành công", "Could not sign in"),
        [AuditActions.SignOut] = new("Đăng xuất", "Signed out"),
        [AuditActions.Refused] = new("Bị từ chối", "Refused"),
        [AuditActions.Backup] = new("Sao lưu", "Backed up"),
        [AuditActions.Restore] = new("Khôi phục từ bản sao lưu", "Restored from a backup"),
        [AuditActions.Seal] = new("Niêm phong nhật ký cũ", "Older log sealed"),
        [AuditActions.Add] = new("Thêm", "Added"),
        [AuditActions.Change] = new("Sửa", "Changed"),
        [AuditActions.Remove] = new("Bỏ ra", "Taken out"),
        [AuditActions.Replace] = new("Thay bản mới", "Replaced"),
        [AuditActions.Import] = new("Nhập từ tệp", "Imported"),
        [AuditActions.Use] = new("Đưa biểu vào sử dụng", "Form came into use"),
        [AuditActions.Recount] = new("Tính lại số tổng hợp", "Totals recounted"),
        [AuditActions.Freeze] = new("Chốt báo cáo", "Report frozen"),
        [AuditActions.Issue] = new("Phát hành", "Issued"),
        [AuditActions.Sweep] = new("Xóa dữ liệu hết hạn lưu giữ", "Kept long enough, removed"),
        [AuditActions.Activate] = new("Kích hoạt tài khoản", "Account activated"),
        [AuditActions.Password] = new("Đổi mật khẩu", "Password changed"),
        [AuditActions.Reset] = new("Cấp lại liên kết đặt mật khẩu", "New one-time link"),
        [AuditActions.ResetSecondFactor] = new("Cấp lại liên kết, bỏ xác thực hai bước", "New one-time link, second factor taken away"),
        [AuditActions.Erase] = new("Xóa dữ liệu cá nhân của tài khoản", "Account's personal data erased"),
        [AuditActions.SecondFactorOn] = new("Bật xác thực hai bước", "Second factor switched on"),
        [AuditActions.SecondFactorOff] = new("Tắt xác thực hai bước", "Second factor switched off"),
        [AuditActions.RecoveryCodes] = new("Tạo mã dự phòng", "Recovery codes made"),
        [AuditActions.SessionEnd] = new("Kết thúc một phiên đăng nhập", "A session ended"),
        [AuditActions.TokenAdd] = new("Tạo mã truy cập", "Token made"),
        [AuditActions.TokenEnd] = new("Hủy mã truy cập", "Token ended"),
        [AuditActions.TokenUse] = new("Dùng mã truy cập", "Token used"),
        [nameof(UnitChangeKind.Close)] = new("Đóng đơn vị", "Unit closed"),
        [nameof(UnitChangeKind.Correct)] = new("Đính chính", "Corrected"),
        [nameof(UnitChangeKind.Undo)] = new("Hoàn tác", "Undone"),
    }.Concat(Enum.GetValues<SubmissionAction>().Select(action => KeyValuePair.Create(action.ToString(), StateWords.Of(action)))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every action there are words for.</summary>
    public static IEnumerable<string> Actions => Words.Keys;

    /// <summary>The words for an action; itself where it is of a version that knew others.</summary>
    public static Text Of(string action) => Words.GetValueOrDefault(action) ?? new Text(action, action);
}
