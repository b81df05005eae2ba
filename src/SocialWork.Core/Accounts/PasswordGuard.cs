using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Auditing;

namespace SocialWork.Core.Accounts;

/// <summary>What somebody proved, and with what. Their try is still counted: whoever asked gives it back or drops the count.</summary>
/// <param name="Name">Under what it is counted: the user name, with the device where it is known.</param>
/// <param name="Account">The account.</param>
/// <param name="Credentials">What the account proves itself with, as it was when the password was looked at.</param>
/// <param name="IsOneTimeCode">Whether the code for choosing a password stood in the password's place.</param>
public sealed record PasswordProof(string Name, Account Account, Credentials Credentials, bool IsOneTimeCode)
{
    /// <summary>A hash in place of one that was made with less effort than is usual now; null where there is none to replace.</summary>
    public string? Rehashed { get; init; }

    /// <summary>Leaves the secrets out.</summary>
    public override string ToString() => $"{nameof(PasswordProof)} {Name}";
}

/// <summary>Whether a password is looked at at all: how often an address and a user name may try. Safe for concurrent use.</summary>
public interface ISignInLimits
{
    /// <summary>Takes one try; how long to wait where there is none left.</summary>
    /// <param name="address">Where it comes from; null where that is not known.</param>
    /// <param name="name">What the tries of a user name are counted under; null where a code alone was sent.</param>
    TimeSpan? Take(string? address, string? name);
}

/// <summary>
/// The one place where a password is compared. Who guesses is stopped after <see cref="SignInCount.MaxFailures"/> tries, and
/// learns neither by the answer nor by its time whether a user name exists. Safe for concurrent use.
/// </summary>
public sealed class PasswordGuard(IAccountStore store, IPasswordHashes hashes, ISignInLimits limits, TimeProvider time)
{
    /// <summary>Who fails to sign in, in the log.</summary>
    public const string Nobody = "anonymous";

    // Compared with where there is no password, so that it takes as long.
    private readonly Lazy<string> _nobodys = new(() => hashes.Hash(Nobody));

    /// <summary>Compares a password, or the stamp of one that was right a moment ago.</summary>
    public async Task<Result<PasswordProof>> TryAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var name = CountedUnder(request);
        if (limits.Take(request.Address, name) is { } wait) return TooMany(wait);
        var now = time.GetUtcNow();
        var locked = await store.WriteAsync(work => Begin(work, name, now), cancellationToken);
        if (locked is { } left) return AccountRefusals.Locked(left);
        var found = await store.ProofAsync(request.UserName, cancellationToken);
        var fit = Compare(found?.Credentials ?? Credentials.None, request);
        if (fit != Fit.None && found is { } known)
            return new PasswordProof(name, known.Account, known.Credentials, fit == Fit.OneTimeCode) { Rehashed = fit == Fit.OldPassword ? hashes.Hash(PasswordRules.Normalise(request.Password)) : null };
        await store.WriteAsync(
            work =>
            {
                work.Log(Nobody, found?.Account.Handle ?? Nobody, AuditActions.SignInFailed);
                return true;
            },
            cancellationToken);
        return AccountRefusals.SignInRefused;
    }

    /// <summary>Gives a try back that was right, but led to nothing yet.</summary>
    public Task GiveBackAsync(PasswordProof proof, CancellationToken cancellationToken) => store.WriteAsync(
        work =>
        {
            work.Save(proof.Name, work.CountOf(proof.Name).GivenBack());
            return true;
        },
        cancellationToken);

    /// <summary>What may stand for a password that was right, as long as it is not changed; to be sealed before it leaves the host.</summary>
    public static string StampOf(Credentials credentials) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(credentials.PasswordHash ?? string.Empty)));

    /// <summary>The answer to one who tries too often.</summary>
    public static Refusal TooMany(TimeSpan wait) => new(RefusalKind.Busy, "session.tooMany",
        "Có quá nhiều lần đăng nhập liên tiếp: chờ một phút rồi thử lại.", "Too many sign-ins one after the other: wait a minute and try again.") { RetryAfter = wait };

    // A browser that its person has used before is counted by itself. No user name holds a line's end.
    private static string CountedUnder(SignInRequest request) => Handles.Key(request.UserName) + (request.Device is { } device ? "\n" + device : string.Empty);

    private static TimeSpan? Begin(IAccountWork work, string name, DateTimeOffset now)
    {
        var count = work.CountOf(name);
        if (count.LockedFor(now) is { } wait) return wait;
        work.Save(name, count.Begun(now));
        return null;
    }

    // Always as slow, whatever there is to compare with.
    private Fit Compare(Credentials credentials, SignInRequest request)
    {
        if (request.Stamp is { } stamp) return credentials.PasswordHash is not null && AreEqual(stamp, StampOf(credentials)) ? Fit.Password : Fit.None;
        var match = hashes.Verify(credentials.PasswordHash ?? _nobodys.Value, PasswordRules.Normalise(request.Password));
        var isCode = AreEqual(OneTimeCode.HashOf(request.Password), credentials.CodeHash ?? string.Empty);
        if (credentials.PasswordHash is null || match == PasswordMatch.No) return isCode ? Fit.OneTimeCode : Fit.None;
        return match == PasswordMatch.YesAndOld ? Fit.OldPassword : Fit.Password;
    }

    private static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private enum Fit
    {
        None,
        Password,
        OldPassword,
        OneTimeCode,
    }
}
