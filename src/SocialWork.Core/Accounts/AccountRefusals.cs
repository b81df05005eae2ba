
namespace SocialWork.Core.Accounts;

/// <summary>Why something about accounts is not done, in words.</summary>
internal static class AccountRefusals
{
    /// <summary>The same for a name that does not exist, a wrong password and a wrong code.</summary>
    public static Refusal SignInRefused => new(RefusalKind.NotSignedIn, "session.refused", "Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is wrong.");

    public static Refusal CodeNeeded => new(RefusalKind.NotSignedIn, "session.codeNeeded", "Nhập mã trên ứng dụng xác thực, hoặc một mã dự phòng.", "Enter the code that the authenticator shows, or a recovery code.");

    public static Refusal CodeWrong => new(RefusalKind.NotSignedIn, "session.codeWrong", "Mã xác thực không đúng hoặc đã dùng. Chờ mã mới trên ứng dụng rồi nhập lại.", "The code is wrong or was used before. Wait for the next one and try again.");

    public static Refusal KeyLost => new(RefusalKind.NotSignedIn, "session.keyLost",
        "Khóa xác thực hai bước của tài khoản này không đọc được nữa: dùng một mã dự phòng, hoặc đề nghị người quản lý tài khoản đặt lại mật khẩu và xác thực hai bước.",
        "The authenticator's key of this account can no longer be read: use a recovery code, or ask whoever manages the account for a reset with the second factor.");

    public static Refusal SecondFactorOff => new(RefusalKind.Conflict, "secondFactor.off", "Xác thực hai bước đang tắt: bật trước đã.", "The second factor is off: switch it on first.");

    public static Refusal PasswordExpired => new(RefusalKind.NotSignedIn, "session.passwordExpired", "Đây là mật khẩu dùng một lần: phải đặt mật khẩu mới trước khi vào hệ thống.", "This password is good once: choose a new one first.");

    public static Refusal CodeEnded => new(RefusalKind.NotSignedIn, "session.codeEnded", "Mã kích hoạt đã hết hạn: đề nghị người quản lý tài khoản cấp mã mới.", "The code has ended: ask whoever manages the account for a new one.");

    public static Refusal CodeUnknown => new(RefusalKind.NotSignedIn, "session.codeUnknown", "Mã kích hoạt không đúng hoặc đã dùng. Nếu cần, đề nghị người quản lý tài khoản cấp mã mới.", "The code is wrong or was used. Ask whoever manages the account for a new one.");

    public static Refusal Closed => new(RefusalKind.Forbidden, "session.closed", "Tài khoản này đang bị khóa hoặc hiện không có vai trò nào: liên hệ người quản lý tài khoản của đơn vị.", "This account is shut or has no role at present: ask whoever manages the accounts of the unit.");

    public static Refusal Demonstration => new(RefusalKind.Conflict, "account.demonstration", "Tài khoản minh họa dùng chung mật khẩu công khai nên không đổi được mật khẩu, xác thực hai bước và dữ liệu.", "A demonstration account has a published password; its password, second factor and data cannot be changed.");

    public static Refusal Unknown => new(RefusalKind.NotFound, "account.unknown", "Không có tài khoản này, hoặc không thuộc quyền quản lý của bạn.", "There is no such account, or it is not yours to manage.");

    public static Refusal Erased => new(RefusalKind.Conflict, "account.erased", "Tài khoản đã xóa, không mở lại được: tạo tài khoản mới.", "The account is erased and cannot be opened again: make a new one.");

    public static Refusal LastAdministrator => new(RefusalKind.Conflict, "account.lastAdministrator", "Đây là quản trị viên cuối cùng: cấp vai trò quản trị không thời hạn cho tài khoản khác và kích hoạt tài khoản đó trước.", "This is the last administrator: give the role without an end to another account, and have it activated, first.");

    public static Refusal Own => new(RefusalKind.Forbidden, "account.own", "Không tự quản lý tài khoản của mình: đề nghị quản trị viên thực hiện.", "Nobody manages an account of one's own: ask an administrator.");

    public static Refusal Locked(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return new Refusal(RefusalKind.Busy, "session.locked",
            $"Đã nhập sai {SignInCount.MaxFailures} lần với tên đăng nhập này. Thử lại sau {minutes} phút, hoặc đề nghị người quản lý tài khoản đặt lại mật khẩu.",
            $"{SignInCount.MaxFailures} wrong tries under this user name. Try again in {minutes} minutes, or ask whoever manages the account for a reset.") { RetryAfter = wait };
    }

    public static Refusal Stale(long revision) => new(RefusalKind.Stale, "account.changed", "Tài khoản vừa được người khác thay đổi: tải lại rồi thực hiện lại.", "Somebody else has just changed the account: read it again and retry.") { Revision = revision };

    public static Refusal Exists(string handle) => new(RefusalKind.Conflict, "account.exists", $"Người này đã có tài khoản {handle} với cùng vai trò tại đơn vị.", $"This person has the account {handle} with the same role in the unit.");

}
