using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Auditing;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Core.Accounts;

/// <summary>What is stated of an account. A member that is not named in <paramref name="Given"/> stays as it is.</summary>
public sealed record AccountEdit(ImmutableHashSet<string> Given)
{
    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }
    /// <summary>Thư điện tử.</summary>
    public string? Email { get; init; }
    /// <summary>Điện thoại.</summary>
    public string? Telephone { get; init; }
    /// <summary>All of the account's roles.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>An account with what is stated.</summary>
    public Account ApplyTo(Account account) => account with
    {
        FullName = Given.Contains("fullName") ? FullName : account.FullName,
        Email = Given.Contains("email") ? Email : account.Email,
        Telephone = Given.Contains("telephone") ? Telephone : account.Telephone,
        Memberships = Given.Contains("memberships") ? Memberships : account.Memberships,
    };
}

/// <summary>An account with the code by which its person chooses a password; the code is handed out this one time.</summary>
public sealed record Invitation(Account Account, string Code, DateTimeOffset ExpiresAt)
{
    /// <summary>The address that the code is for, on this host.</summary>
    public string Link => "/account/activate?code=" + Code;

    /// <summary>Leaves the code out.</summary>
    public override string ToString() => $"{nameof(Invitation)} {Account.Handle}";
}

/// <summary>What an account may manage, on one day.</summary>
public sealed record AccountScope(Actor Actor, Plan Plan, UnitRegister Register, UnitsOnDate Units)
{
    /// <summary>Whether an account is the actor's to manage.</summary>
    public bool Includes(Account account) => AccountPolicy.MayManage(Actor, Plan, Units, account);

    /// <summary>Whether a role is the actor's to give and to take.</summary>
    public bool MayGive(Membership membership) => AccountPolicy.MayGive(Actor, Plan, Units, membership);
}

/// <summary>
/// Managing accounts: the one way in, for pages, API and files alike. Every step asks <see cref="AccountPolicy"/>, inside the
/// write that carries it out. Safe for concurrent use.
/// </summary>
public sealed class AccountService(IAccountStore store, IAccountSource source, IReferenceStore reference, ISecretSource secrets, CityClock clock, TimeProvider time)
{
    /// <summary>What somebody manages; refused for who manages nobody's account.</summary>
    public async Task<Result<AccountScope>> ScopeAsync(Actor actor, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        var register = await reference.RegisterAsync(cancellationToken);
        var units = register.On(clock.Today);
        return plans.IsEmpty || !AccountPolicy.ManagesAny(actor, units)
            ? new Refusal(RefusalKind.Forbidden, "access.denied", "Tài khoản này không quản lý tài khoản nào.", "This account manages no accounts.")
            : new AccountScope(actor, plans[0], register, units);
    }

    /// <summary>An account that the actor manages.</summary>
    public async Task<Result<Account>> FindAsync(Actor actor, string handle, CancellationToken cancellationToken) =>
        await (await ScopeAsync(actor, cancellationToken)).ThenAsync<AccountScope, Account>(async scope =>
            await store.FindAsync(handle, cancellationToken) is { } account && scope.Includes(account) ? account : AccountRefusals.Unknown);

    /// <summary>A page of the accounts that the actor manages, by handle.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="unit">Of one unit; null for all.</param>
    /// <param name="search">Words of handle and name, without regard to accents; null for all.</param>
    /// <param name="after">The handle of the last account of the page before; null for the first page.</param>
    /// <param name="limit">How many, at most <see cref="AccountQuery.MaxPage"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<ImmutableArray<Account>>> PageAsync(Actor actor, string? unit, string? search, string? after, int limit, CancellationToken cancellationToken) =>
        await (await ScopeAsync(actor, cancellationToken)).ThenAsync<AccountScope, ImmutableArray<Account>>(async scope =>
        {
            var managed = AccountPolicy.UnitsManaged(actor, scope.Plan, scope.Units);
            var query = new AccountQuery { Units = unit is null ? managed : managed is null || managed.Value.Contains(unit) ? [unit] : [], Search = search, After = after };
            var found = ImmutableArray.CreateBuilder<Account>();
            var most = Math.Clamp(limit, 1, AccountQuery.MaxPage);
            // Accounts of a managed unit that are not the actor's to manage, such as the own one, leave gaps.
            for (var page = await store.PageAsync(query, cancellationToken); page.Length > 0; page = await store.PageAsync(query with { After = page[^1].Handle }, cancellationToken))
            {
                found.AddRange(page.Where(scope.Includes).Take(most - found.Count));
                if (found.Count == most || page.Length < query.Limit) break;
            }

            return found.ToImmutable();
        });

    /// <summary>Makes an account, with a handle of its first role.</summary>
    public async Task<Result<Invitation>> AddAsync(Actor actor, AccountEdit edit, CancellationToken cancellationToken) =>
        await (await ScopeAsync(actor, cancellationToken)).ThenAsync(async scope =>
        {
            if (Judge(scope, Blank(actor), edit) is { } refusal) return refusal;
            var used = await ReservedAsync(edit.Memberships, cancellationToken);
            var code = OneTimeCode.Make(secrets, OneTimeCode.Length);
            return await store.WriteAsync<Result<Invitation>>(
                work => Added(work, actor, edit, used.ToDictionary(u => u.Key, u => u.Value.AddRange(work.HandlesOf(u.Key)), StringComparer.Ordinal), code),
                cancellationToken);
        });

    /// <summary>Changes what is stated of an account.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="handle">The account.</param>
    /// <param name="edit">What changes.</param>
    /// <param name="seen">The revision that the actor saw.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Result<Account>> ChangeAsync(Actor actor, string handle, AccountEdit edit, long? seen, CancellationToken cancellationToken) => WithAsync<Account>(
        actor,
        handle,
        seen ?? -1,
        (work, scope, account) => account.IsErased
            ? AccountRefusals.Erased
            : Judge(scope, account, edit) is { } refusal ? refusal : AccountSteps.Change(work, account, edit.ApplyTo(account), actor.UserName, AuditActions.Change, clock.Today),
        cancellationToken);

    /// <summary>Shuts an account, or opens it again.</summary>
    public Task<Result<Account>> DisableAsync(Actor actor, string handle, bool disabled, long? seen, CancellationToken cancellationToken) => WithAsync<Account>(
        actor,
        handle,
        seen,
        (work, _, account) =>
        {
            if (account.IsErased) return AccountRefusals.Erased;
            if (account.IsDisabled == disabled) return account;
            return AccountSteps.Change(work, account, account with { IsDisabled = disabled }, actor.UserName, disabled ? "Disable" : "Enable", clock.Today).Then<Account, Account>(changed =>
            {
                if (disabled) work.EndSessions(changed.Handle, time.GetUtcNow());
                return changed;
            });
        },
        cancellationToken);

    /// <summary>Takes the password away, ends every session and token, and gives a code for a new password.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="handle">The account.</param>
    /// <param name="secondFactor">Whether the second factor goes too, for somebody who lost it.</param>
    /// <param name="seen">The revision that the actor saw; null for whatever it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Result<Invitation>> ResetAsync(Actor actor, string handle, bool secondFactor, long? seen, CancellationToken cancellationToken)
    {
        var (code, expires) = (OneTimeCode.Make(secrets, OneTimeCode.Length), time.GetUtcNow() + OneTimeCode.Lifetime);
        return WithAsync<Invitation>(
            actor,
            handle,
            seen,
            (work, _, account) => account.IsErased ? AccountRefusals.Erased : AccountSteps.Change(work, account, account with { IsActivated = false }, actor.UserName, secondFactor ? AuditActions.ResetSecondFactor : AuditActions.Reset, clock.Today)
                .Then<Account, Invitation>(changed =>
                {
                    var credentials = work.CredentialsOf(changed.Handle) with { PasswordHash = null, CodeHash = OneTimeCode.HashOf(code), CodeExpiresAt = expires };
                    work.Save(changed.Handle, secondFactor ? credentials.WithoutSecondFactor() : credentials);
                    work.EndSessions(changed.Handle, time.GetUtcNow());
                    work.EndTokens(changed.Handle, clock.Now);
                    work.Save(Handles.Key(changed.Handle), SignInCount.None);
                    return new Invitation(changed with { HasSecondFactor = changed.HasSecondFactor && !secondFactor }, code, expires);
                }),
            cancellationToken);
    }

    /// <summary>Erases what is personal of an account and shuts it for good. For administrators; people erase their own themselves.</summary>
    public Task<Result<Account>> EraseAsync(Actor actor, string handle, long? seen, CancellationToken cancellationToken) => WithAsync<Account>(
        actor,
        handle,
        seen,
        (work, _, account) => !actor.Is(Role.Administrator)
            ? new Refusal(RefusalKind.Forbidden, "account.eraseByAdministrator", "Chỉ quản trị viên hoặc chính người dùng được xóa dữ liệu cá nhân: có thể khóa tài khoản thay vì xóa.", "Only an administrator or the person erases personal data: the account can be shut instead.")
            : account.IsErased ? account : AccountSteps.Erase(work, account, actor.UserName, clock.Today),
        cancellationToken);

    /// <summary>What is wrong with what is stated, all of it; null for nothing.</summary>
    internal static Refusal? Judge(AccountScope scope, Account account, AccountEdit edit)
    {
        var after = edit.ApplyTo(account);
        var problems = (edit.Given.Overlaps(["fullName", "email", "telephone"]) ? AccountRules.CheckPerson(after.FullName, after.Email, after.Telephone) : [])
            .Concat(edit.Given.Contains("memberships") ? AccountRules.CheckMemberships(after.Memberships, scope.Register).Concat(Foreign(scope, account, after)) : [])
            .ToImmutableArray();
        return problems.IsEmpty ? null : new Refusal(problems.All(p => p.Code == NotYoursToGive) ? RefusalKind.Forbidden : RefusalKind.Unprocessable, problems[0].Code, problems[0].Message, problems);
    }

    private const string NotYoursToGive = "account.notYoursToGive";

    // Whatever is given or taken must be the actor's; what stays as it is may be anybody's.
    private static IEnumerable<CellProblem> Foreign(AccountScope scope, Account before, Account after) => before.Memberships.Except(after.Memberships)
        .Concat(after.Memberships.Except(before.Memberships))
        .Where(m => !scope.MayGive(m))
        .Take(1)
        .Select(m => new CellProblem("memberships", NotYoursToGive, new Text(
            $"Bạn không được cấp hay thu vai trò {Handles.Stem(m.Role, m.Unit)}: đề nghị quản trị viên.", $"The role {Handles.Stem(m.Role, m.Unit)} is not yours to give or take: ask an administrator.")));

    /// <summary>Adds an account inside a write.</summary>
    /// <param name="work">The write.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="edit">What is stated of it, judged.</param>
    /// <param name="used">By stem, the handles that were ever given; gets the new one.</param>
    /// <param name="code">The code for its person.</param>
    internal Invitation Added(IAccountWork work, Actor actor, AccountEdit edit, Dictionary<string, ImmutableArray<string>> used, string code)
    {
        var (role, unit) = (edit.Memberships[0].Role, edit.Memberships[0].Unit);
        var stem = Handles.Stem(role, unit);
        var account = edit.ApplyTo(Blank(actor)) with { Handle = Handles.Next(role, unit, used[stem]) };
        used[stem] = used[stem].Add(account.Handle);
        var expires = time.GetUtcNow() + OneTimeCode.Lifetime;
        work.Add(account, Credentials.None with { CodeHash = OneTimeCode.HashOf(code), CodeExpiresAt = expires });
        work.Log(actor.UserName, account.Handle, AuditActions.Add, after: AccountSteps.Line(account));
        return new Invitation(account, code, expires);
    }

    /// <summary>An account before anything is stated of it.</summary>
    internal Account Blank(Actor actor) => new() { Handle = string.Empty, Memberships = [], CreatedAt = clock.Now, CreatedBy = actor.UserName };

    /// <summary>The stems of the first roles, each with the handles that accounts proved elsewhere have and that are not given either.</summary>
    internal async Task<Dictionary<string, ImmutableArray<string>>> ReservedAsync(IEnumerable<Membership> firstRoles, CancellationToken cancellationToken)
    {
        var reserved = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var stem in firstRoles.Select(m => Handles.Stem(m.Role, m.Unit)).Distinct(StringComparer.Ordinal))
            reserved[stem] = await source.FindAsync(stem, cancellationToken) is null ? [] : [stem];
        return reserved;
    }

    private async Task<Result<T>> WithAsync<T>(Actor actor, string handle, long? seen, Func<IAccountWork, AccountScope, Account, Result<T>> step, CancellationToken cancellationToken) =>
        await (await ScopeAsync(actor, cancellationToken)).ThenAsync(scope => store.WriteAsync(
            work =>
            {
                if (work.Find(handle) is not { } account) return AccountRefusals.Unknown;
                if (account.Handle == actor.UserName && !actor.Is(Role.Administrator)) return AccountRefusals.Own;
                if (!scope.Includes(account)) return AccountRefusals.Unknown;
                return seen is { } revision && revision != account.Revision ? AccountRefusals.Stale(account.Revision) : step(work, scope, account);
            },
            cancellationToken));
}
