using System.Globalization;
using System.Security.Claims;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;

namespace SocialWork.Host.Accounts;

/// <summary>Carries who asks through a request. The cookie holds handle and session alone; the rest is looked up at every request.</summary>
internal static class ActorClaims
{
    private const string UnitClaim = "unit";
    private const string SessionClaim = "session";
    private const string ScopesClaim = "scopes";
    private const string SecondFactorClaim = "secondFactorMissing";

    /// <summary>What the cookie holds.</summary>
    public static ClaimsPrincipal Cookie(AccountSession session, string scheme) => new(Identity(session.Handle, session.Id, scheme));

    /// <summary>What a request knows of who asks.</summary>
    public static ClaimsPrincipal Live(LiveActor live, string? session, bool secondFactorMissing, string scheme)
    {
        var identity = Identity(live.Actor.UserName, session, scheme);
        foreach (var role in live.Actor.Roles.Order()) identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        if (live.Actor.Unit is { } unit) identity.AddClaim(new Claim(UnitClaim, unit));
        if (live.Scopes is { } scopes) identity.AddClaim(new Claim(ScopesClaim, ((int)scopes).ToString(CultureInfo.InvariantCulture)));
        if (secondFactorMissing) identity.AddClaim(new Claim(SecondFactorClaim, bool.TrueString));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Who asks.</summary>
    public static Actor Read(ClaimsPrincipal user) => new(
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
        [.. user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value))],
        user.FindFirst(UnitClaim)?.Value);

    /// <summary>The session of a cookie; null for a token and for nobody.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirst(SessionClaim)?.Value;

    /// <summary>What a token allows; null for a session and for nobody.</summary>
    public static TokenScopes? ScopesOf(ClaimsPrincipal user) =>
        user.FindFirst(ScopesClaim) is { } claim ? (TokenScopes)int.Parse(claim.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the account must set up its second factor before anything else.</summary>
    public static bool MissesSecondFactor(ClaimsPrincipal user) => user.HasClaim(c => c.Type == SecondFactorClaim);

    private static ClaimsIdentity Identity(string handle, string? session, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, handle));
        // What forms are tied to: a role that changes meanwhile does not spoil them.
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, handle));
        if (session is not null) identity.AddClaim(new Claim(SessionClaim, session));
        return identity;
    }
}
