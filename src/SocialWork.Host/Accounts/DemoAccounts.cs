using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Host.Accounts;

/// <summary>
/// The demonstration's accounts: admin, standing, leader, auditor, and a reporter and an approver for every unit
/// (<c>19960.reporter</c>), all with one published password. Exists only in a demonstration.
/// </summary>
internal sealed class DemoAccounts(IReferenceStore reference, CityClock clock) : IAccountSource
{
    /// <summary>Published: it opens a demonstration and nothing else.</summary>
    public const string Password = "demo-2026";

    private sealed record Known(long Version, UnitsOnDate Units);

    private volatile Known? _known;

    public ValueTask<Account?> ProveAsync(string userName, string password, CancellationToken cancellationToken) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(Password)) ? FindAsync(userName, cancellationToken) : new((Account?)null);

    public async ValueTask<Account?> FindAsync(string handle, CancellationToken cancellationToken)
    {
        Role? ofCity = handle switch
        {
            "admin" => Role.Administrator,
            "standing" => Role.StandingAgency,
            "leader" => Role.Leader,
            "auditor" => Role.Auditor,
            _ => null,
        };
        if (ofCity is { } role) return Of(handle, role, null);
        var dot = handle.LastIndexOf('.');
        if (dot <= 0) return null;
        Role? ofUnit = handle[(dot + 1)..] switch
        {
            "reporter" => Role.Reporter,
            "approver" => Role.Approver,
            _ => null,
        };
        return ofUnit is { } unitRole && (await UnitsAsync(cancellationToken)).Find(handle[..dot]) is { } unit ? Of(handle, unitRole, unit.Code) : null;
    }

    private async ValueTask<UnitsOnDate> UnitsAsync(CancellationToken cancellationToken)
    {
        var version = reference.Version;
        if (_known is { } known && known.Version == version) return known.Units;
        var units = (await reference.RegisterAsync(cancellationToken)).On(clock.Today);
        _known = new Known(version, units);
        return units;
    }

    private static Account Of(string handle, Role role, string? unit) => new()
    {
        Handle = handle,
        Memberships = [new Membership(role, unit, DateOnly.MinValue, null)],
        IsActivated = true,
        CreatedAt = DateTimeOffset.UnixEpoch,
        CreatedBy = "product",
    };
}

/// <summary>Nobody: every account is a stored one.</summary>
internal sealed class NoOtherAccounts : IAccountSource
{
    public ValueTask<Account?> ProveAsync(string userName, string password, CancellationToken cancellationToken) => new((Account?)null);

    public ValueTask<Account?> FindAsync(string handle, CancellationToken cancellationToken) => new((Account?)null);
}
