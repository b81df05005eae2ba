using System.Collections.Immutable;

namespace SocialWork.Core.Accounts;

/// <summary>What an account proves itself with. Nothing of it is ever shown, logged or exported. Immutable.</summary>
public sealed record Credentials
{
    /// <summary>Nothing yet.</summary>
    public static Credentials None { get; } = new();

    /// <summary>The password as <see cref="IPasswordHashes"/> keeps it; null where none was chosen.</summary>
    public string? PasswordHash { get; init; }
    /// <summary>The hash of the code that lets its person choose a password, once; null where none is open.</summary>
    public string? CodeHash { get; init; }
    /// <summary>When that code ends, UTC.</summary>
    public DateTimeOffset? CodeExpiresAt { get; init; }
    /// <summary>The key of the authenticator as <see cref="AuthenticatorKeys"/> stores it; null where sign-in takes a password alone.</summary>
    public string? AuthenticatorKey { get; init; }
    /// <summary>A key that was shown and waits for its first code, stored alike.</summary>
    public string? PendingKey { get; init; }
    /// <summary>The time step of the last code that was accepted: none is accepted twice.</summary>
    public long LastStep { get; init; }
    /// <summary>Hashes of the recovery codes that are left.</summary>
    public ImmutableArray<string> RecoveryHashes { get; init; } = [];

    /// <summary>A password in place of whatever there was; the one-time code is used up.</summary>
    public Credentials WithPassword(string hash) => this with { PasswordHash = hash, CodeHash = null, CodeExpiresAt = null };

    /// <summary>Without a second factor.</summary>
    public Credentials WithoutSecondFactor() => this with { AuthenticatorKey = null, PendingKey = null, LastStep = 0, RecoveryHashes = [] };

    /// <summary>
    /// What is left after a code of the authenticator or a recovery code was accepted; null where it is neither, or was
    /// accepted before. A key that stood in clear is sealed with it; one that cannot be opened leaves the recovery codes.
    /// </summary>
    public Credentials? Accepting(string code, AuthenticatorKeys keys, DateTimeOffset now)
    {
        if (AuthenticatorKey is not { } stored) return this;
        if (keys.Open(stored) is { } key && TimeCodes.StepOf(key, code, now) is { } step)
            return step > LastStep ? this with { LastStep = step, AuthenticatorKey = AuthenticatorKeys.IsSealed(stored) ? stored : keys.Store(key) } : null;
        var hash = OneTimeCode.HashOf(code);
        return RecoveryHashes.Contains(hash, StringComparer.Ordinal) ? this with { RecoveryHashes = RecoveryHashes.Remove(hash) } : null;
    }

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(Credentials);
}
