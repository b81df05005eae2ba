using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.Access;

namespace SocialWork.Core.Accounts;

/// <summary>
/// User names: given by the system, of unit, role and number (<c>19960.reporter</c>, <c>19960.reporter.2</c>,
/// <c>standing.1</c>, <c>admin</c>); they say nothing of the person and are never given twice. Pure; safe for concurrent use.
/// </summary>
public static class Handles
{
    /// <summary>The first administrator.</summary>
    public const string FirstAdministrator = "admin";

    /// <summary>The longest handle there is: 32 characters of a unit's code, a role, a number.</summary>
    public const int MaxLength = 64;

    /// <summary>How a handle is looked up: capitals apart.</summary>
    public static string Key(string typed) => typed.Trim().ToUpperInvariant();

    /// <summary>What the handles of a role in a unit begin with.</summary>
    public static string Stem(Role role, string? unit) => unit is null ? Word(role) : $"{unit}.{Word(role)}";

    /// <summary>The next handle of a stem.</summary>
    /// <param name="role">The role.</param>
    /// <param name="unit">The unit; null for roles of the city.</param>
    /// <param name="used">Every handle that begins with the stem and was ever given.</param>
    public static string Next(Role role, string? unit, ImmutableArray<string> used)
    {
        var stem = Stem(role, unit);
        var last = used.Select(handle => NumberOf(handle, stem)).DefaultIfEmpty(0).Max();
        return last == 0 && unit is not null ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}.{last + 1}");
    }

    private static int NumberOf(string handle, string stem)
    {
        if (handle == stem) return 1;
        return handle.StartsWith(stem + ".", StringComparison.Ordinal) && int.TryParse(handle.AsSpan(stem.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static string Word(Role role) => role switch
    {
        Role.Reporter => "reporter",
        Role.Approver => "approver",
        Role.StandingAgency => "standing",
        Role.Leader => "leader",
        Role.Auditor => "auditor",
        Role.Administrator => FirstAdministrator,
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };
}
