namespace SocialWork.Core.Accounts;

/// <summary>Seals texts with keys that are kept outside the database. Safe for concurrent use.</summary>
public interface ISecretSeal
{
    /// <summary>The text, sealed; another one each time.</summary>
    string Seal(string text);

    /// <summary>The text; null where the keys that it was sealed with are lost, or it was altered.</summary>
    string? Open(string seal);
}

/// <summary>
/// How keys of authenticators are stored: sealed, so that whoever reads the database alone computes no code. Keys that an
/// earlier release stored in clear are read, and sealed when they are next used. Safe for concurrent use.
/// </summary>
public sealed class AuthenticatorKeys(ISecretSeal seal)
{
    // No key in base 32 holds a colon.
    private const string Mark = "sealed:";

    /// <summary>A key as it is stored.</summary>
    public string Store(string key) => Mark + seal.Seal(key);

    /// <summary>A stored key in base 32; null where it cannot be opened any more.</summary>
    public string? Open(string stored) => IsSealed(stored) ? seal.Open(stored[Mark.Length..]) : stored;

    /// <summary>Whether a stored key is sealed.</summary>
    public static bool IsSealed(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal);
}
