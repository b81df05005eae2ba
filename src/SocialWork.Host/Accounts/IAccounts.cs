using System.Collections.Immutable;
using System.Security.Claims;
using SocialWork.Core.Access;

namespace SocialWork.Host.Accounts;

/// <summary>Who can sign in. Safe for concurrent use.</summary>
public interface IAccounts
{
    /// <summary>The account, when name and password fit; null otherwise.</summary>
    ValueTask<Actor?> SignInAsync(string userName, string password, CancellationToken cancellationToken);
}

/// <summary>Nobody: the state of a host without accounts.</summary>
internal sealed class NoAccounts : IAccounts
{
    public ValueTask<Actor?> SignInAsync(string userName, string password, CancellationToken cancellationToken) => new((Actor?)null);
}

/// <summary>Carries an account in the sign-in cookie.</summary>
internal static class ActorClaims
{
    private const string UnitClaim = "unit";

    public static ClaimsIdentity Write(Actor actor, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, actor.UserName));
        foreach (var role in actor.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        if (actor.Unit is { } unit) identity.AddClaim(new Claim(UnitClaim, unit));
        return identity;
    }

    public static Actor Read(ClaimsPrincipal user) => new(
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
        [.. user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value))],
        user.FindFirst(UnitClaim)?.Value);
}
