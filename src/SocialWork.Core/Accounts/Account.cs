using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;

namespace SocialWork.Core.Accounts;

/// <summary>
/// Who can sign in. The handle is what logs and versions name, for ever; name, e-mail and telephone are personal and stand
/// here alone, so that they can be erased. Immutable.
/// </summary>
public sealed record Account
{
    /// <summary>Given by the system and never used again; see <see cref="Handles"/>.</summary>
    public required string Handle { get; init; }
    /// <summary>The person's name; null where none is known or it was erased.</summary>
    public string? FullName { get; init; }
    /// <summary>Null where none is known or it was erased.</summary>
    public string? Email { get; init; }
    /// <summary>Null where none is known or it was erased.</summary>
    public string? Telephone { get; init; }
    /// <summary>What the account may do, where, from when to when; past ones stay.</summary>
    public required ImmutableArray<Membership> Memberships { get; init; }
    /// <summary>Whether it is shut until somebody opens it again.</summary>
    public bool IsDisabled { get; init; }
    /// <summary>Whether its personal data is gone, and it with them: it is never opened again.</summary>
    public bool IsErased { get; init; }
    /// <summary>Whether it has a password of its person's own choice.</summary>
    public bool IsActivated { get; init; }
    /// <summary>Whether signing in takes a code besides the password.</summary>
    public bool HasSecondFactor { get; init; }
    /// <summary>Counts the changes that those who manage it make.</summary>
    public long Revision { get; init; }
    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>What an erased account is called.</summary>
    public static Text ErasedName { get; } = new("tài khoản đã xóa", "erased account");

    /// <summary>What the account may do on a day; null where that is nothing.</summary>
    public Actor? ActorOn(DateOnly day)
    {
        if (IsDisabled || IsErased) return null;
        var held = Memberships.Where(m => m.HoldsOn(day)).ToArray();
        return held.Length == 0 ? null : new Actor(Handle, [.. held.Select(m => m.Role)], held.FirstOrDefault(m => m.Unit is not null)?.Unit);
    }

    /// <summary>Whether the account keeps users from a day on without an end in sight: the kind of which one must always be left.</summary>
    public bool IsLastingAdministrator(DateOnly day) =>
        IsActivated && !IsDisabled && !IsErased && Memberships.Any(m => m.Role == Role.Administrator && m.HoldsOn(day) && m.To is null);
}

/// <summary>A role of an account, for a time.</summary>
/// <param name="Role">What it may do.</param>
/// <param name="Unit">The agency or facility, for reporters and approvers; null for the others.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day on which it no longer holds; null for no end.</param>
public sealed record Membership(Role Role, string? Unit, DateOnly From, DateOnly? To)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>Whether some day is in both.</summary>
    public bool Overlaps(Membership other) => (To is null || other.From < To) && (other.To is null || From < other.To);
}
