using System.Collections.Immutable;

namespace SocialWork.Core.Access;

/// <summary>Who acts. Immutable.</summary>
/// <param name="UserName">The account.</param>
/// <param name="Roles">What the account may do.</param>
/// <param name="Unit">The agency or facility the account belongs to; null for accounts of no unit.</param>
public sealed record Actor(string UserName, ImmutableHashSet<Role> Roles, string? Unit)
{
    /// <summary>Whether the account has a role.</summary>
    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>What an account may do.</summary>
public enum Role
{
    /// <summary>Enters and submits the data of its unit, and of the facilities the unit answers for.</summary>
    Reporter,
    /// <summary>Approves and sends, or returns, what its unit and its facilities submit.</summary>
    Approver,
    /// <summary>Follows, checks, accepts, returns, reopens and combines.</summary>
    StandingAgency,
    /// <summary>Reads all that is not restricted.</summary>
    Leader,
    /// <summary>Keeps users and modules; enters no data.</summary>
    Administrator,
    /// <summary>Reads all that is not restricted, and the log.</summary>
    Auditor,
}
