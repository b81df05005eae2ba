using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SocialWork.Core;
using SocialWork.Core.Accounts;

namespace SocialWork.Host.Accounts;

/// <summary>Signs browsers and programs in and out: the session and its cookie together. Safe for concurrent use.</summary>
public sealed class SignInDoor(SignInService service, KnownDevices devices)
{
    /// <summary>Where a request comes from.</summary>
    public static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        IPAddress address => address.ToString(),
        null => null,
    };

    /// <summary>Lets somebody in with a new session, which takes the place of the one that the browser had.</summary>
    public async Task<Result<SignedIn>> SignInAsync(HttpContext http, SignInRequest request, CancellationToken cancellationToken)
    {
        (string, string)? before = ActorClaims.SessionOf(http.User) is { } session ? (http.User.Identity!.Name!, session) : null;
        var agent = http.Request.Headers.UserAgent.ToString();
        var result = await service.SignInAsync(request with { Address = AddressOf(http), Agent = agent.Length == 0 ? null : agent, Device = devices.Of(http, request.UserName), Replaces = before }, cancellationToken);
        if (result is not Result<SignedIn>.Ok { Value.Session: var opened }) return result;
        devices.Remember(http, opened.Handle);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, ActorClaims.Cookie(opened, CookieAuthenticationDefaults.AuthenticationScheme));
        return result;
    }

    /// <summary>The proof that somebody signed in gives with a password; whoever guesses at the name elsewhere does not keep them from it.</summary>
    public static SignInRequest Proof(HttpContext http, string? password) =>
        new(http.User.Identity!.Name!, password ?? string.Empty) { Address = AddressOf(http), Device = ActorClaims.SessionOf(http.User) };

    /// <summary>Ends the session, here and not only in the browser.</summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (ActorClaims.SessionOf(http.User) is { } session) await service.SignOutAsync(http.User.Identity!.Name!, session, cancellationToken);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
