using System.Collections.Immutable;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Typing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence;

/// <summary>Accounts between the domain and their rows.</summary>
internal static class AccountMapper
{
    public static Account Read(AccountRow row) => new()
    {
        Handle = row.Handle,
        FullName = row.FullName,
        Email = row.Email,
        Telephone = row.Telephone,
        Memberships = [.. row.Memberships.OrderBy(m => m.Id).Select(m => new Membership((Role)m.Role, m.Unit, m.From, m.To))],
        IsDisabled = row.IsDisabled,
        IsErased = row.IsErased,
        IsActivated = row.PasswordHash is not null,
        HasSecondFactor = row.AuthenticatorKey is not null,
        Revision = row.Revision,
        CreatedAt = Instant.Read(row.CreatedAt),
        CreatedBy = row.CreatedBy,
    };

    public static Credentials Proof(AccountRow row) => new()
    {
        PasswordHash = row.PasswordHash,
        CodeHash = row.CodeHash,
        CodeExpiresAt = Instant.Read(row.CodeExpiresAt),
        AuthenticatorKey = row.AuthenticatorKey,
        PendingKey = row.PendingKey,
        LastStep = row.LastStep,
        RecoveryHashes = [.. row.RecoveryHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };

    public static AccountRow Row(Account account) => new()
    {
        Handle = account.Handle,
        Key = Handles.Key(account.Handle),
        Search = string.Empty,
        Revision = account.Revision,
        CreatedAt = Instant.Store(account.CreatedAt),
        CreatedBy = account.CreatedBy,
    };

    public static void Fill(AccountRow row, Account account)
    {
        row.FullName = account.FullName;
        row.Email = account.Email;
        row.Telephone = account.Telephone;
        row.Search = Folded.WithoutAccents($"{account.Handle} {account.FullName}");
        row.IsDisabled = account.IsDisabled;
        row.IsErased = account.IsErased;
        row.Revision = account.Revision;
        // Rows that say the same stay: they keep their order.
        var wanted = account.Memberships.ToList();
        row.Memberships.RemoveAll(m => !wanted.Remove(new Membership((Role)m.Role, m.Unit, m.From, m.To)));
        row.Memberships.AddRange(wanted.Select(m => new MembershipRow { Handle = account.Handle, Role = (int)m.Role, Unit = m.Unit, From = m.From, To = m.To }));
    }

    public static void Fill(AccountRow row, Credentials credentials)
    {
        row.PasswordHash = credentials.PasswordHash;
        row.CodeHash = credentials.CodeHash;
        row.CodeExpiresAt = Instant.Store(credentials.CodeExpiresAt);
        row.AuthenticatorKey = credentials.AuthenticatorKey;
        row.PendingKey = credentials.PendingKey;
        row.LastStep = credentials.LastStep;
        row.RecoveryHashes = string.Join(' ', credentials.RecoveryHashes);
    }

    public static AccountSession Read(SessionRow row) =>
        new(row.Id, row.Handle, Instant.Read(row.CreatedAt), Instant.Read(row.LastSeenAt), Instant.Read(row.ExpiresAt), row.Address, row.Agent) { RevokedAt = Instant.Read(row.RevokedAt) };

    public static AccessToken Read(TokenRow row) =>
        new(row.Id, row.Handle, row.Name, (TokenScopes)row.Scopes, Instant.Read(row.CreatedAt), Instant.Read(row.ExpiresAt)) { LastUsedAt = Instant.Read(row.LastUsedAt), RevokedAt = Instant.Read(row.RevokedAt) };
}
