using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Accounts.Import;

/// <summary>A row that makes an account.</summary>
public sealed record AccountImportLine(int Row, string? Unit, Role Role, string? FullName);

/// <summary>What taking a workbook over would do. Nothing is done while there are problems; <see cref="CellProblem.Cell"/> is an address such as <c>B7</c>.</summary>
public sealed record AccountImportPreview(ImmutableArray<AccountImportLine> Rows, ImmutableArray<CellProblem> Problems);

/// <summary>An account that a row made.</summary>
public sealed record ImportedAccount(SheetRow Row, Invitation Invitation);

/// <summary>Makes accounts by the row: all of a workbook or nothing, and one file once. Safe for concurrent use.</summary>
public sealed class AccountImportService(AccountService accounts, IAccountStore store, ISecretSource secrets, CityClock clock)
{
    /// <summary>The most rows of a workbook.</summary>
    public const int MaxRows = 2_000;

    /// <summary>What taking the rows over would do.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="words">What a role is called.</param>
    /// <param name="acceptDuplicates">Whether somebody said that people of one name, unit and role are not one person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<AccountImportPreview>> PreviewAsync(Actor actor, ImmutableArray<SheetRow> rows, Func<Role, Text> words, bool acceptDuplicates, CancellationToken cancellationToken) =>
        await (await accounts.ScopeAsync(actor, cancellationToken)).ThenAsync<AccountScope, AccountImportPreview>(async scope =>
        {
            var (stated, problems) = await JudgeAsync(scope, rows, words, acceptDuplicates, cancellationToken);
            return new AccountImportPreview([.. stated.Select(Line)], problems);
        });

    /// <summary>Makes the accounts in one write; none for a file that was taken over before, whatever it is called now.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="digest">The file's SHA-256.</param>
    /// <param name="words">What a role is called.</param>
    /// <param name="acceptDuplicates">Whether somebody said that people of one name, unit and role are not one person.</param>
    /// <param name="progress">Told how many accounts are made, of all; none of them is there before the last. Null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<ImmutableArray<ImportedAccount>>> CommitAsync(
        Actor actor, ImmutableArray<SheetRow> rows, string digest, Func<Role, Text> words, bool acceptDuplicates, Action<int, int>? progress, CancellationToken cancellationToken) =>
        await (await accounts.ScopeAsync(actor, cancellationToken)).ThenAsync<AccountScope, ImmutableArray<ImportedAccount>>(async scope =>
        {
            if (await store.WasTakenAsync(digest, cancellationToken)) return ImmutableArray<ImportedAccount>.Empty;
            var (stated, problems) = await JudgeAsync(scope, rows, words, acceptDuplicates, cancellationToken);
            if (problems.Length > 0) return new Refusal(RefusalKind.Unprocessable, problems[0].Code, new Text($"Tệp có {problems.Length} ô lỗi; chưa tạo tài khoản nào.", $"The file has {problems.Length} faulty cells; no account was made."), problems);
            var stems = await accounts.ReservedAsync(stated.Select(s => s.Edit.Memberships[0]), cancellationToken);
            var codes = stated.ConvertAll(_ => OneTimeCode.Make(secrets, OneTimeCode.Length));
            return await store.WriteAsync(
                work =>
                {
                    if (!work.TakeFile(digest, actor.UserName)) return [];
                    var used = new Dictionary<string, ImmutableArray<string>>(stems, StringComparer.Ordinal);
                    foreach (var stem in stems.Keys) used[stem] = used[stem].AddRange(work.HandlesOf(stem));
                    return stated.Index().Select(item =>
                    {
                        var made = new ImportedAccount(item.Item.Row, accounts.Added(work, actor, item.Item.Edit, used, codes[item.Index]));
                        progress?.Invoke(item.Index + 1, stated.Count);
                        return made;
                    }).ToImmutableArray();
                },
                cancellationToken);
        });

    private async Task<(List<StatedAccount> Stated, ImmutableArray<CellProblem> Problems)> JudgeAsync(
        AccountScope scope, ImmutableArray<SheetRow> rows, Func<Role, Text> words, bool acceptDuplicates, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<CellProblem>();
        var reader = new AccountRowReader(clock.Today, words);
        var stated = rows.Select(row => reader.Read(row, problems.Add)).OfType<StatedAccount>().ToList();
        foreach (var account in stated) problems.AddRange(Judge(scope, account));
        if (!acceptDuplicates) problems.AddRange(Doubles(stated, await PresentAsync(stated, cancellationToken)));
        if (rows.IsEmpty) problems.Add(new CellProblem(string.Empty, "accounts.empty", new Text("Tệp không có dòng nào: ghi mỗi tài khoản một dòng dưới dòng tiêu đề.", "The file has no rows: write one account per row beneath the headings.")));
        return (stated, problems.ToImmutable());
    }

    private IEnumerable<CellProblem> Judge(AccountScope scope, StatedAccount stated)
    {
        var judged = AccountService.Judge(scope, accounts.Blank(scope.Actor), stated.Edit);
        return judged?.Cells.Select(problem => problem with { Cell = AddressOf(stated.Row, problem.Cell) }) ?? [];
    }

    // What is said of a membership belongs to the column that states it.
    private static string AddressOf(SheetRow row, string place)
    {
        var field = place.Split('.')[^1];
        var known = row.Cells.ContainsKey(field) ? field : field == AccountSheetColumns.To ? AccountSheetColumns.From : AccountSheetColumns.Role;
        return (row.Cells.GetValueOrDefault(known) ?? row.Cells[AccountSheetColumns.Role]).Address;
    }

    private static IEnumerable<CellProblem> Doubles(List<StatedAccount> stated, ILookup<string, string> present)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var account in stated.Where(s => s.Edit.FullName is not null))
        {
            var who = WhoOf(account.Edit.FullName!, account.Edit.Memberships[0]);
            var address = account.Row.Cells[AccountSheetColumns.FullName].Address;
            if (present[who].FirstOrDefault() is { } handle) yield return new CellProblem(address, "account.exists", AccountRefusals.Exists(handle).Message);
            else if (!rows.TryAdd(who, account.Row.Number))
                yield return new CellProblem(address, "account.twice", new Text($"Người này đã có ở dòng {rows[who]} với cùng vai trò tại đơn vị.", $"This person stands in row {rows[who]} with the same role in the unit."));
        }
    }

    private async Task<ILookup<string, string>> PresentAsync(List<StatedAccount> stated, CancellationToken cancellationToken)
    {
        var units = stated.Select(s => s.Edit.Memberships[0].Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        var ofCity = stated.Where(s => s.Edit.Memberships[0].Unit is null).Select(s => s.Edit.FullName).OfType<string>().Distinct(StringComparer.Ordinal);
        var found = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var query in ofCity.Select(name => new AccountQuery { Search = name }).Append(new AccountQuery { Units = units }))
        {
            for (var page = await store.PageAsync(query, cancellationToken); page.Length > 0; page = await store.PageAsync(query with { After = page[^1].Handle }, cancellationToken))
            {
                foreach (var account in page) found[account.Handle] = account;
                if (page.Length < query.Limit) break;
            }
        }

        return found.Values.Where(a => a is { FullName: not null, IsDisabled: false })
            .SelectMany(a => a.Memberships.Where(m => m.To is null || m.To > clock.Today).Select(m => (Who: WhoOf(a.FullName!, m), a.Handle)))
            .ToLookup(p => p.Who, p => p.Handle, StringComparer.Ordinal);
    }

    private static string WhoOf(string name, Membership membership) => $"{Handles.Stem(membership.Role, membership.Unit)} {Folded.KeepAccents(name)}";

    private static AccountImportLine Line(StatedAccount stated) => new(stated.Row.Number, stated.Edit.Memberships[0].Unit, stated.Edit.Memberships[0].Role, stated.Edit.FullName);
}
