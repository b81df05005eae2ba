using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Accounts.Import;

/// <summary>The columns of the accounts workbook: one row for each account that is wanted.</summary>
public static class AccountSheetColumns
{
    /// <summary>The unit's code; blank for roles of the city.</summary>
    public const string Unit = "unit";
    /// <summary>The role, in words or as the API writes it.</summary>
    public const string Role = "role";
    /// <summary>The person's name.</summary>
    public const string FullName = "fullName";
    /// <summary>E-mail, or blank.</summary>
    public const string Email = "email";
    /// <summary>Telephone, or blank.</summary>
    public const string Telephone = "telephone";
    /// <summary>The first day; blank for today.</summary>
    public const string From = "from";
    /// <summary>The last day, which is still in it; blank for no end.</summary>
    public const string To = "to";

    /// <summary>The columns in their order.</summary>
    public static ImmutableArray<SheetColumn> All { get; } =
    [
        new(Unit, "Mã đơn vị", true, 18),
        new(Role, "Vai trò", true, 26),
        new(FullName, "Họ và tên", true, 34),
        new(Email, "Thư điện tử", false, 34),
        new(Telephone, "Điện thoại", false, 18),
        new(From, "Từ ngày", false, 13),
        new(To, "Đến ngày", false, 13),
    ];
}

/// <summary>What a row wants, as far as it can be read.</summary>
internal sealed record StatedAccount(SheetRow Row, AccountEdit Edit);

/// <summary>Reads what rows of the accounts workbook want. Pure; safe for concurrent use.</summary>
/// <param name="today">The first day where a row names none.</param>
/// <param name="words">What a role is called.</param>
internal sealed class AccountRowReader(DateOnly today, Func<Role, Text> words)
{
    private static readonly ImmutableHashSet<string> Everything = ["fullName", "email", "telephone", "memberships"];

    /// <summary>A row; null where a cell of it cannot be read, which is reported.</summary>
    public StatedAccount? Read(SheetRow row, Action<CellProblem> report)
    {
        var cells = new Cells(row, report);
        var role = cells.Role(words);
        var from = cells.Date(AccountSheetColumns.From) ?? today;
        var last = cells.Date(AccountSheetColumns.To);
        var edit = new AccountEdit(Everything)
        {
            FullName = cells.Text(AccountSheetColumns.FullName),
            Email = cells.Text(AccountSheetColumns.Email),
            Telephone = cells.Text(AccountSheetColumns.Telephone),
            Memberships = [new Membership(role ?? default, cells.Text(AccountSheetColumns.Unit), from, last?.AddDays(1))],
        };
        return cells.AreRead ? new StatedAccount(row, edit) : null;
    }

    private sealed class Cells(SheetRow row, Action<CellProblem> report)
    {
        public bool AreRead { get; private set; } = true;

        public string? Text(string field)
        {
            if (Filled(field) is not { } cell) return null;
            if (CellText.TryNormalise(cell.Text, out var text)) return text;
            Report(cell.Address, "account.notPrintable", new Text("Ô có ký tự không in được.", "The cell has characters that cannot be printed."));
            return null;
        }

        public DateOnly? Date(string field)
        {
            if (Filled(field) is not { } cell) return null;
            var read = DateReader.Read(cell.Text);
            if (read is Result<DateOnly>.Ok date) return date.Value;
            var no = ((Result<DateOnly>.No)read).Refusal;
            Report(cell.Address, no.Code, no.Message);
            return null;
        }

        public Role? Role(Func<Role, Text> words)
        {
            var cell = row.Cells[AccountSheetColumns.Role];
            var typed = Folded.WithoutAccents(cell.Text);
            foreach (var role in Enum.GetValues<Role>())
            {
                if (typed == Folded.WithoutAccents(words(role).Vi) || typed == Folded.WithoutAccents(words(role).En) || typed == Folded.WithoutAccents(role.ToString())) return role;
            }

            var known = string.Join(", ", Enum.GetValues<Role>().Select(r => words(r).Vi));
            Report(cell.Address, "account.roleUnknown", cell.Text.Length == 0
                ? new Text($"Chưa ghi vai trò: chọn một trong {known}.", $"The role is missing: choose one of {known}.")
                : new Text($"“{cell.Text}” không phải vai trò: chọn một trong {known}.", $"'{cell.Text}' is no role: choose one of {known}."));
            return null;
        }

        private SheetCell? Filled(string field) => row.Cells.TryGetValue(field, out var cell) && cell.Text.Length > 0 ? cell : null;

        private void Report(string cell, string code, Text message)
        {
            AreRead = false;
            report(new CellProblem(cell, code, message));
        }
    }
}
