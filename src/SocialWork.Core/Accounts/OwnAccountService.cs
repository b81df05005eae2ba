using System.Collections.Immutable;
using SocialWork.Core.Auditing;
using SocialWork.Core.Time;

namespace SocialWork.Core.Accounts;

/// <summary>A session, and whether it still lets anybody in.</summary>
public sealed record ListedSession(AccountSession Session, bool IsOpen);

/// <summary>A key that waits for its first code.</summary>
/// <param name="Key">In base 32, for typing.</param>
/// <param name="Uri">The same for an authenticator (<c>otpauth://</c>).</param>
public sealed record NewAuthenticator(string Key, string Uri)
{
    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => nameof(NewAuthenticator);
}

/// <summary>
/// What people do with their own account: password, second factor, sessions, erasure. What needs a proof asks for the password
/// again. Accounts that are proved elsewhere (<see cref="IAccountSource"/>) have sessions and tokens here, and nothing else. Safe
/// for concurrent use.
/// </summary>
public sealed class OwnAccountService(IAccountStore store, PasswordGuard guard, NewPasswords passwords, ISecretSource secrets, AuthenticatorKeys keys, CityClock clock, TimeProvider time)
{
    /// <summary>Under which name an authenticator shows the key.</summary>
    public const string Issuer = "SocialWork";

    /// <summary>The account with everything that is kept of it but its secrets; refused for accounts that are proved elsewhere.</summary>
    public async Task<Result<Account>> FindAsync(string handle, CancellationToken cancellationToken) =>
        await store.FindAsync(handle, cancellationToken) is { } account ? account : AccountRefusals.Demonstration;

    /// <summary>The sessions of an account, newest first.</summary>
    public async Task<ImmutableArray<ListedSession>> SessionsAsync(string handle, CancellationToken cancellationToken) =>
        [.. (await store.SessionsAsync(handle, cancellationToken)).Select(s => new ListedSession(s, s.IsOpen(time.GetUtcNow())))];

    /// <summary>Ends one session of an account.</summary>
    public Task<Result<string>> EndSessionAsync(string handle, string id, CancellationToken cancellationToken) => store.WriteAsync<Result<string>>(
        work =>
        {
            if (!work.EndSession(handle, id, time.GetUtcNow())) return new Refusal(RefusalKind.NotFound, "session.unknown", "Không có phiên đăng nhập này, hoặc phiên đã kết thúc.", "There is no such session, or it has ended.");
            work.Log(handle, handle, AuditActions.SessionEnd);
            return id;
        },
        cancellationToken);

    /// <summary>Changes the password; the other sessions end.</summary>
    /// <param name="request">The account and its present password.</param>
    /// <param name="password">The new one.</param>
    /// <param name="session">The session that goes on; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Result<Account>> ChangePasswordAsync(SignInRequest request, string password, string? session, CancellationToken cancellationToken) => ProvedAsync(
        request,
        async proof => await (await passwords.HashAsync(proof.Account, password, cancellationToken)).ThenAsync(hash => KeepAsync<Account>(
            proof,
            (work, credentials) =>
            {
                work.Save(proof.Account.Handle, credentials.WithPassword(hash));
                work.EndSessions(proof.Account.Handle, time.GetUtcNow(), but: session);
                work.Log(proof.Account.Handle, proof.Account.Handle, AuditActions.Password);
                return proof.Account;
            },
            cancellationToken)),
        cancellationToken);

    /// <summary>Begins to set up an authenticator; it counts once <see cref="EnableSecondFactorAsync"/> got its first code.</summary>
    public Task<Result<NewAuthenticator>> BeginSecondFactorAsync(SignInRequest request, CancellationToken cancellationToken) => ProvedAsync(
        request,
        proof => KeepAsync<NewAuthenticator>(
            proof,
            (work, credentials) =>
            {
                if (credentials.AuthenticatorKey is not null) return new Refusal(RefusalKind.Conflict, "secondFactor.on", "Xác thực hai bước đang bật: tắt trước khi cài đặt lại.", "The second factor is on: switch it off before setting it up again.");
                var key = TimeCodes.MakeKey(secrets);
                work.Save(proof.Account.Handle, credentials with { PendingKey = keys.Store(key) });
                return new NewAuthenticator(key, TimeCodes.Uri(Issuer, proof.Account.Handle, key));
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Switches the second factor on with a first code; the recovery codes, each good once, are shown this one time.</summary>
    public Task<Result<ImmutableArray<string>>> EnableSecondFactorAsync(string handle, string code, CancellationToken cancellationToken)
    {
        var codes = NewRecoveryCodes();
        return store.WriteAsync<Result<ImmutableArray<string>>>(
            work =>
            {
                if (work.Find(handle) is null) return AccountRefusals.Demonstration;
                var credentials = work.CredentialsOf(handle);
                if (credentials.PendingKey is not { } pending || keys.Open(pending) is not { } key) return new Refusal(RefusalKind.Conflict, "secondFactor.notBegun", "Chưa lấy khóa xác thực: bắt đầu lại từ bước nhập mật khẩu.", "No key was taken: begin again with the password.");
                if (TimeCodes.StepOf(key, code, time.GetUtcNow()) is not { } step) return new Refusal(RefusalKind.Unprocessable, "secondFactor.codeWrong", "Mã không đúng: kiểm tra giờ của điện thoại và nhập mã đang hiển thị.", "The code is wrong: check the telephone's clock and enter the code that it shows now.");
                work.Save(handle, credentials with { AuthenticatorKey = pending, PendingKey = null, LastStep = step, RecoveryHashes = [.. codes.Select(OneTimeCode.HashOf)] });
                work.Log(handle, handle, AuditActions.SecondFactorOn);
                return codes;
            },
            cancellationToken);
    }

    /// <summary>Makes new recovery codes in place of those that are left; shown this one time.</summary>
    public Task<Result<ImmutableArray<string>>> RenewRecoveryCodesAsync(SignInRequest request, CancellationToken cancellationToken) => ProvedAsync(
        request,
        proof => KeepAsync<ImmutableArray<string>>(
            proof,
            (work, credentials) =>
            {
                if (credentials.AuthenticatorKey is null) return AccountRefusals.SecondFactorOff;
                var codes = NewRecoveryCodes();
                work.Save(proof.Account.Handle, credentials with { RecoveryHashes = [.. codes.Select(OneTimeCode.HashOf)] });
                work.Log(proof.Account.Handle, proof.Account.Handle, AuditActions.RecoveryCodes);
                return codes;
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Switches the second factor off.</summary>
    public Task<Result<Account>> DisableSecondFactorAsync(SignInRequest request, CancellationToken cancellationToken) => ProvedAsync(
        request,
        proof => KeepAsync<Account>(
            proof,
            (work, credentials) =>
            {
                work.Save(proof.Account.Handle, credentials.WithoutSecondFactor());
                work.Log(proof.Account.Handle, proof.Account.Handle, AuditActions.SecondFactorOff);
                return proof.Account;
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Erases what is personal of the account and shuts it for good.</summary>
    public Task<Result<Account>> EraseAsync(SignInRequest request, CancellationToken cancellationToken) => ProvedAsync(
        request,
        proof => KeepAsync(proof, (work, _) => AccountSteps.Erase(work, work.Find(proof.Account.Handle)!, proof.Account.Handle, clock.Today), cancellationToken),
        cancellationToken);

    private ImmutableArray<string> NewRecoveryCodes() => [.. Enumerable.Range(0, OneTimeCode.RecoveryCount).Select(_ => OneTimeCode.Make(secrets, OneTimeCode.RecoveryLength))];

    private async Task<Result<T>> ProvedAsync<T>(SignInRequest request, Func<PasswordProof, Task<Result<T>>> then, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(request.UserName, cancellationToken) is null) return AccountRefusals.Demonstration;
        return await (await guard.TryAsync(request, cancellationToken)).ThenAsync<PasswordProof, T>(async proof =>
        {
            await guard.GiveBackAsync(proof, cancellationToken);
            return proof.IsOneTimeCode ? AccountRefusals.PasswordExpired : await then(proof);
        });
    }

    // The password that was right must still be the one that is kept.
    private Task<Result<T>> KeepAsync<T>(PasswordProof proof, Func<IAccountWork, Credentials, Result<T>> step, CancellationToken cancellationToken) => store.WriteAsync(
        work => work.CredentialsOf(proof.Account.Handle) is var credentials && credentials.PasswordHash == proof.Credentials.PasswordHash ? step(work, credentials) : AccountRefusals.SignInRefused,
        cancellationToken);
}
