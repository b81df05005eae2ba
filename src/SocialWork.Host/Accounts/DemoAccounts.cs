using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;

namespace SocialWork.Host.Accounts;

/// <summary>
/// The demonstration's accounts: admin, standing, leader, auditor, and a reporter and an approver for every unit
/// (<c>19960.reporter</c>), all with one published password. Exists only in a demonstration.
/// </summary>
internal sealed class DemoAccounts(IReferenceStore reference, CityClock clock) : IAccounts
{
    /// <summary>Published: it opens a demonstration and nothing else.</summary>
    public const string Password = "demo-2026";

    public async ValueTask<Actor?> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(Password))) return null;
        if (userName is "admin") return new Actor(userName, [Role.Administrator], null);
        if (userName is "standing") return new Actor(userName, [Role.StandingAgency], null);
        if (userName is "leader") return new Actor(userName, [Role.Leader], null);
        if (userName is "auditor") return new Actor(userName, [Role.Auditor], null);

        var dot = userName.LastIndexOf('.');
        if (dot <= 0) return null;
        ImmutableHashSet<Role>? roles = userName[(dot + 1)..] switch
        {
            "reporter" => [Role.Reporter],
            "approver" => [Role.Approver],
            _ => null,
        };
        if (roles is null) return null;
        var register = await reference.RegisterAsync(cancellationToken);
        return register.On(clock.Today).Find(userName[..dot]) is { } unit ? new Actor(userName, roles, unit.Code) : null;
    }
}
