using SocialWork.Core.Access;
using SocialWork.Core.Auditing;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;

namespace SocialWork.Core.Accounts;

/// <summary>Somebody who wants to be let in.</summary>
/// <param name="UserName">As it was typed.</param>
/// <param name="Password">As it was typed; empty where <paramref name="Stamp"/> stands for it.</param>
public sealed record SignInRequest(string UserName, string Password)
{
    /// <summary>The code of an authenticator or a recovery code; null where none was typed.</summary>
    public string? Code { get; init; }
    /// <summary>The stamp of a password that was right a moment ago (<see cref="PasswordGuard.StampOf"/>).</summary>
    public string? Stamp { get; init; }
    /// <summary>Where it comes from.</summary>
    public string? Address { get; init; }
    /// <summary>
    /// What tells a browser apart that has signed in to this account before, and where the host vouches for it; null for any
    /// other. Its failures are counted by themselves, so that others who guess at the name do not lock it out.
    /// </summary>
    public string? Device { get; init; }
    /// <summary>What the browser calls itself.</summary>
    public string? Agent { get; init; }
    /// <summary>The session that the browser has now, which ends with the new one; null for none.</summary>
    public (string Handle, string Session)? Replaces { get; init; }

    /// <summary>Leaves the secrets out.</summary>
    public override string ToString() => $"{nameof(SignInRequest)} {UserName}";
}

/// <summary>Who was let in.</summary>
public sealed record SignedIn(Account Account, Actor Actor, AccountSession Session);

/// <summary>Signing in and out, and choosing the first password. Durations are of the machine's clock, days of the city's. Safe for concurrent use.</summary>
public sealed class SignInService(
    IAccountStore store, IAccountSource source, PasswordGuard guard, NewPasswords passwords, ISignInLimits limits, LiveAccounts live, ISecretSource secrets, AuthenticatorKeys keys, CityClock clock, TimeProvider time)
{
    private const int IdBytes = 16;

    /// <summary>
    /// Lets somebody in. Refused alike for an unknown name and a wrong password (<c>session.refused</c>), and with
    /// <c>session.codeNeeded</c>, <c>session.codeWrong</c>, <c>session.passwordExpired</c>, <c>session.codeEnded</c>,
    /// <c>session.closed</c> only after the password was right; with <c>session.locked</c> and <c>session.tooMany</c> whatever it was.
    /// </summary>
    public async Task<Result<SignedIn>> SignInAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        if (await source.ProveAsync(request.UserName, request.Password, cancellationToken) is { } vouched)
            return Remembered(await store.WriteAsync(work => Opened(work, vouched, request), cancellationToken));
        return await (await guard.TryAsync(request, cancellationToken)).ThenAsync<PasswordProof, SignedIn>(async proof =>
        {
            if (Before(proof, request) is not { } refusal) return Remembered(await store.WriteAsync(work => Decide(work, proof, request), cancellationToken));
            await guard.GiveBackAsync(proof, cancellationToken);
            return refusal;
        });
    }

    /// <summary>What may stand for the password of an account for a moment, once it was right; null where there is no such account.</summary>
    public async Task<string?> StampAsync(string userName, CancellationToken cancellationToken) =>
        await store.ProofAsync(userName, cancellationToken) is { } found ? PasswordGuard.StampOf(found.Credentials) : null;

    /// <summary>Ends a session.</summary>
    public Task SignOutAsync(string handle, string session, CancellationToken cancellationToken) => store.WriteAsync(
        work =>
        {
            if (work.EndSession(handle, session, time.GetUtcNow())) work.Log(handle, handle, AuditActions.SignOut);
            return true;
        },
        cancellationToken);

    /// <summary>Who a code of a link was made for; null where it is of no use (any more). Counts against the address.</summary>
    public async Task<Result<Account>> InvitedAsync(string code, string? address, CancellationToken cancellationToken)
    {
        if (limits.Take(address, null) is { } wait) return PasswordGuard.TooMany(wait);
        if (await store.ByCodeAsync(OneTimeCode.HashOf(code), cancellationToken) is not { } found) return AccountRefusals.CodeUnknown;
        return found.Credentials.CodeExpiresAt > time.GetUtcNow() ? found.Account : AccountRefusals.CodeEnded;
    }

    /// <summary>Chooses a password by the code of a link, which is used up. Does not sign in.</summary>
    public async Task<Result<Account>> ChooseAsync(string code, string password, string? address, CancellationToken cancellationToken) =>
        await (await InvitedAsync(code, address, cancellationToken)).ThenAsync(account => ChooseAsync(account, OneTimeCode.HashOf(code), password, cancellationToken));

    /// <summary>Chooses a password by user name and one-time code. Does not sign in.</summary>
    public async Task<Result<Account>> ChooseAsync(SignInRequest request, string password, CancellationToken cancellationToken) =>
        await (await guard.TryAsync(request, cancellationToken)).ThenAsync<PasswordProof, Account>(async proof =>
        {
            await guard.GiveBackAsync(proof, cancellationToken);
            if (!proof.IsOneTimeCode)
                return new Refusal(RefusalKind.Conflict, "session.notExpired", "Mật khẩu này không phải mật khẩu dùng một lần: đăng nhập rồi đổi tại trang “Tài khoản của tôi”.", "This password is not good once only: sign in and change it under “My account”.");
            if (proof.Credentials.CodeExpiresAt <= time.GetUtcNow()) return AccountRefusals.CodeEnded;
            return await ChooseAsync(proof.Account, proof.Credentials.CodeHash!, password, cancellationToken);
        });

    private async Task<Result<Account>> ChooseAsync(Account account, string codeHash, string password, CancellationToken cancellationToken)
    {
        if (account.IsDisabled || account.IsErased) return AccountRefusals.Closed;
        return await (await passwords.HashAsync(account, password, cancellationToken)).ThenAsync(hash => store.WriteAsync<Result<Account>>(
            work =>
            {
                // Two who click at once: one of them finds the code used.
                if (work.HandleOfCode(codeHash) != account.Handle || work.Find(account.Handle) is not { } now) return AccountRefusals.CodeUnknown;
                work.Save(now.Handle, work.CredentialsOf(now.Handle).WithPassword(hash));
                work.Save(Handles.Key(now.Handle), SignInCount.None);
                work.EndSessions(now.Handle, time.GetUtcNow());
                work.Log(now.Handle, now.Handle, AuditActions.Activate);
                return now with { IsActivated = true };
            },
            cancellationToken));
    }

    private Refusal? Before(PasswordProof proof, SignInRequest request)
    {
        if (proof.IsOneTimeCode) return proof.Credentials.CodeExpiresAt > time.GetUtcNow() ? AccountRefusals.PasswordExpired : AccountRefusals.CodeEnded;
        if (proof.Account.ActorOn(clock.Today) is null) return AccountRefusals.Closed;
        return proof.Credentials.AuthenticatorKey is not null && string.IsNullOrWhiteSpace(request.Code) ? AccountRefusals.CodeNeeded : null;
    }

    // In the writer: what was looked at may have changed since, and a code is taken once.
    private Result<SignedIn> Decide(IAccountWork work, PasswordProof proof, SignInRequest request)
    {
        var credentials = work.CredentialsOf(proof.Account.Handle);
        if (work.Find(proof.Account.Handle) is not { } account || credentials.PasswordHash != proof.Credentials.PasswordHash) return AccountRefusals.SignInRefused;
        if (credentials.Accepting(request.Code ?? string.Empty, keys, time.GetUtcNow()) is not { } accepted)
        {
            work.Log(PasswordGuard.Nobody, account.Handle, AuditActions.SignInFailed, after: "second factor");
            return keys.Open(credentials.AuthenticatorKey!) is null ? AccountRefusals.KeyLost : AccountRefusals.CodeWrong;
        }

        var opened = Opened(work, account, request);
        if (opened is Result<SignedIn>.No) return opened;
        work.Save(proof.Name, SignInCount.None);
        if (accepted != credentials || proof.Rehashed is not null) work.Save(account.Handle, accepted with { PasswordHash = proof.Rehashed ?? accepted.PasswordHash });
        return opened;
    }

    private Result<SignedIn> Opened(IAccountWork work, Account account, SignInRequest request)
    {
        if (account.ActorOn(clock.Today) is not { } actor) return AccountRefusals.Closed;
        var now = time.GetUtcNow();
        var agent = request.Agent?[..Math.Min(request.Agent.Length, AccountSession.MaxAgent)];
        var session = new AccountSession(Convert.ToHexStringLower(secrets.Bytes(IdBytes)), account.Handle, now, now, now + AccountSession.Lifetime, request.Address, agent);
        if (request.Replaces is { } old) work.EndSession(old.Handle, old.Session, now);
        work.Add(session);
        work.Log(account.Handle, account.Handle, AuditActions.SignIn);
        return new SignedIn(account, actor, session);
    }

    private Result<SignedIn> Remembered(Result<SignedIn> result)
    {
        if (result is Result<SignedIn>.Ok { Value: var signedIn }) live.Remember(signedIn.Session);
        return result;
    }
}

/// <summary>New passwords, judged and hashed. Safe for concurrent use.</summary>
public sealed class NewPasswords(IReferenceStore reference, IPasswordHashes hashes, CityClock clock)
{
    /// <summary>The hash of a password that an account chooses, or why it is not taken.</summary>
    public async Task<Result<string>> HashAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var unit = account.ActorOn(clock.Today)?.Unit is { } code ? (await reference.RegisterAsync(cancellationToken)).Units.LastOrDefault(u => u.Code == code)?.Name : null;
        if (PasswordRules.Check(password, account.Handle, unit) is { } refusal) return refusal;
        return hashes.Hash(PasswordRules.Normalise(password));
    }
}
