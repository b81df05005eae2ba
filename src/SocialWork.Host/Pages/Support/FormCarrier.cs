using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SocialWork.Host.Pages.Support;

/// <summary>What somebody posted without a session.</summary>
/// <param name="Address">Where to, on this host.</param>
/// <param name="Fields">What, in its order.</param>
public sealed record CarriedForm(string Address, ImmutableArray<KeyValuePair<string, string>> Fields);

/// <summary>Seals what was posted without a session, so that it can be carried through the sign-in and back. Safe for concurrent use.</summary>
public sealed class FormCarrier(IDataProtectionProvider protection)
{
    /// <summary>How long it can be opened: time enough to find the password.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The largest form that is carried, in characters; a page of entries has a few thousand.</summary>
    public const int MaxLength = 256 * 1024;

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("carried form").ToTimeLimitedDataProtector();

    /// <summary>Seals a form; null for one that is too large.</summary>
    public string? Close(CarriedForm form)
    {
        var written = JsonSerializer.Serialize(form);
        return written.Length <= MaxLength ? Seal.Protect(written, Lifetime) : null;
    }

    /// <summary>Opens a sealed form; null where there is none, where it is too old, or was not sealed here.</summary>
    public CarriedForm? Open(string? carried)
    {
        if (string.IsNullOrEmpty(carried)) return null;
        try
        {
            return JsonSerializer.Deserialize<CarriedForm>(Seal.Unprotect(carried));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
