using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SocialWork.Core.Accounts;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Accounts;

/// <summary>
/// Knows a browser again that has signed in to an account before, by a sealed cookie: others who guess at the account's name
/// lock their own tries and not that browser's. The cookie lets nobody in. Safe for concurrent use.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, HostSettings settings)
{
    /// <summary>How long a browser is known after its last sign-in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>Accounts that one browser is known for, the latest; an office shares a machine.</summary>
    public const int MaxAccounts = 5;

    private const string Cookie = "socialwork-device";
    private const int IdBytes = 16;

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("known device").ToTimeLimitedDataProtector();

    /// <summary>What tells the browser apart for an account; null where it has not signed in to it.</summary>
    public string? Of(HttpContext http, string userName) => Read(http).FirstOrDefault(d => d.Name == Handles.Key(userName)).Device;

    /// <summary>Makes the browser known for an account that has just signed in.</summary>
    public void Remember(HttpContext http, string handle)
    {
        var (name, before) = (Handles.Key(handle), Read(http));
        var device = before.FirstOrDefault(d => d.Name == name).Device ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var known = before.Where(d => d.Name != name).Prepend((Name: name, Device: device)).Take(MaxAccounts).Select(d => $"{d.Device} {d.Name}");
        http.Response.Cookies.Append(Cookie, Seal.Protect(string.Join('\n', known), Lifetime), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = !settings.AllowsHttp || http.Request.IsHttps,
            MaxAge = Lifetime,
            IsEssential = true,
        });
    }

    private ImmutableArray<(string Name, string Device)> Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie) return [];
        try
        {
            return [.. Seal.Unprotect(cookie).Split('\n').Select(line => line.Split(' ', 2)).Select(parts => (parts[1], parts[0]))];
        }
        catch (CryptographicException)
        {
            // Forged, ended, or sealed with keys that are lost: a browser like any other.
            return [];
        }
    }
}
