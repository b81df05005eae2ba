using System.Collections.Immutable;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts.Import;
using SocialWork.Core.Typing;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;

namespace SocialWork.Documents.Accounts;

/// <summary>The workbook by which accounts are made in bulk: the template, what comes back filled in, and the answer with the links. Safe for concurrent use.</summary>
public static class AccountWorkbook
{
    private const string SheetName = "Tài khoản";

    private const string HowTo =
        "Mỗi tài khoản một dòng. Vai trò của toàn thành phố thì để trống mã đơn vị. “Từ ngày” để trống là từ hôm nay; “Đến ngày” là ngày cuối cùng còn hiệu lực, để trống là không thời hạn. Tên đăng nhập do hệ thống cấp.";

    private const string HandOver =
        "Mỗi liên kết chỉ dùng được một lần để người có tài khoản tự đặt mật khẩu. Gửi riêng cho từng người rồi xóa tệp này; hệ thống không cấp lại được tệp, chỉ đặt lại được từng tài khoản.";

    private static readonly SheetTable Table = new("accounts", AccountSheetColumns.All, AccountImportService.MaxRows);

    private static readonly ImmutableArray<SheetColumn> Answered =
    [
        .. AccountSheetColumns.All,
        new("userName", "Tên đăng nhập", true, 22),
        new("link", "Liên kết đặt mật khẩu (dùng một lần)", true, 70),
        new("expires", "Liên kết hết hạn", true, 18),
    ];

    /// <summary>The rows that were filled in, or why the file is refused.</summary>
    public static Result<ImmutableArray<SheetRow>> Read(Stream file, CancellationToken cancellationToken) => SheetTableReader.Read(file, Table, cancellationToken);

    /// <summary>An empty workbook.</summary>
    /// <param name="roles">The roles to choose from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static byte[] Template(IEnumerable<Role> roles, CancellationToken cancellationToken)
    {
        var form = new SheetForm(SheetName, "DANH SÁCH TÀI KHOẢN CẦN TẠO", HowTo, AccountSheetColumns.All, AccountImportService.MaxRows)
        {
            Lists = ImmutableDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(AccountSheetColumns.Role, roles.Select(r => RoleWords.Of(r).Vi).ToImmutableArray())]),
        };
        return SheetWorkbook.Write(form, [], cancellationToken);
    }

    /// <summary>The rows as they were sent, each with its user name and its link.</summary>
    /// <param name="accounts">The accounts that were made.</param>
    /// <param name="host">What stands before a link's path: <c>https://…</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static byte[] Answer(ImmutableArray<ImportedAccount> accounts, string host, CancellationToken cancellationToken) => SheetWorkbook.Write(
        new SheetForm(SheetName, "TÀI KHOẢN ĐÃ TẠO", HandOver, Answered, AccountImportService.MaxRows),
        accounts.Select(a => AccountSheetColumns.All.Select(c => a.Row.Cells.GetValueOrDefault(c.Field)?.Text ?? string.Empty)
            .Concat([a.Invitation.Account.Handle, host + a.Invitation.Link, $"{When.Time(a.Invitation.ExpiresAt)} {When.Date(a.Invitation.ExpiresAt)}"])
            .ToImmutableArray()),
        cancellationToken);
}
