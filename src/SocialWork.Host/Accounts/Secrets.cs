using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialWork.Core.Accounts;

namespace SocialWork.Host.Accounts;

/// <summary>Passwords as ASP.NET Core Identity keeps them: PBKDF2 with HMAC-SHA-512 and a salt of its own for each.</summary>
internal sealed class IdentityPasswords : IPasswordHashes
{
    // What OWASP advises for this function; a password kept with less is hashed anew when it is next used.
    private const int Iterations = 210_000;

    private static readonly Account Anybody = new() { Handle = string.Empty, Memberships = [], CreatedAt = default, CreatedBy = string.Empty };
    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    public string Hash(string password) => _hasher.HashPassword(Anybody, password);

    public PasswordMatch Verify(string hash, string password) => _hasher.VerifyHashedPassword(Anybody, hash, password) switch
    {
        PasswordVerificationResult.Success => PasswordMatch.Yes,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.YesAndOld,
        _ => PasswordMatch.No,
    };
}

/// <summary>The system's own generator.</summary>
internal sealed class SystemSecrets : ISecretSource
{
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}

/// <summary>Seals with ASP.NET's Data Protection, whose keys stand in the data folder beside the database.</summary>
internal sealed class DataProtectionSeal(IDataProtectionProvider protection) : ISecretSeal
{
    private readonly IDataProtector _protector = protection.CreateProtector("authenticator key");

    public string Seal(string text) => _protector.Protect(text);

    public string? Open(string seal)
    {
        try
        {
            return _protector.Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
