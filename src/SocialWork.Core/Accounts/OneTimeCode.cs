using System.Security.Cryptography;
using System.Text;

namespace SocialWork.Core.Accounts;

/// <summary>
/// Codes that are good once, for people to click or to type: capitals and digits that are not taken for one another, in groups
/// of five. Kept as their SHA-256; what is random enough needs no slow hash. Pure; safe for concurrent use.
/// </summary>
public static class OneTimeCode
{
    /// <summary>How long a code for choosing a password is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Characters of a code for choosing a password: 100 bits.</summary>
    public const int Length = 20;

    /// <summary>Characters of a recovery code: 50 bits, and guesses are counted.</summary>
    public const int RecoveryLength = 10;

    /// <summary>Recovery codes that are given at once.</summary>
    public const int RecoveryCount = 10;

    // Crockford's digits: no I, L, O, U.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 5;

    /// <summary>A new code.</summary>
    public static string Make(ISecretSource secrets, int length)
    {
        var bytes = secrets.Bytes(length);
        var code = new StringBuilder(length + (length / Group));
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && i % Group == 0) code.Append('-');
            code.Append(Digits[bytes[i] % Digits.Length]);
        }

        return code.ToString();
    }

    /// <summary>The hash under which a code is kept: of its characters alone, however it was typed.</summary>
    public static string HashOf(string code)
    {
        var typed = new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed)));
    }
}
