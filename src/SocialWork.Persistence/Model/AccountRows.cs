namespace SocialWork.Persistence.Model;

/// <summary>An account: what is personal, and what it proves itself with. Never deleted, so that no handle is given twice.</summary>
internal sealed class AccountRow
{
    public required string Handle { get; set; }
    /// <summary>The handle in capitals, by which it is found.</summary>
    public required string Key { get; set; }
    public string? FullName { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    /// <summary>Handle and name without accents and case.</summary>
    public required string Search { get; set; }
    public bool IsDisabled { get; set; }
    public bool IsErased { get; set; }
    public required long Revision { get; set; }
    public required long CreatedAt { get; set; }
    public required string CreatedBy { get; set; }
    public string? PasswordHash { get; set; }
    public string? CodeHash { get; set; }
    public long? CodeExpiresAt { get; set; }
    public string? AuthenticatorKey { get; set; }
    public string? PendingKey { get; set; }
    public long LastStep { get; set; }
    public string RecoveryHashes { get; set; } = string.Empty;
    public List<MembershipRow> Memberships { get; set; } = [];
}

/// <summary>A role of an account, for a time.</summary>
internal sealed class MembershipRow
{
    public long Id { get; set; }
    public required string Handle { get; set; }
    public required int Role { get; set; }
    public string? Unit { get; set; }
    public required DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>A sign-in.</summary>
internal sealed class SessionRow
{
    public required string Id { get; set; }
    public required string Handle { get; set; }
    public required long CreatedAt { get; set; }
    public required long LastSeenAt { get; set; }
    public required long ExpiresAt { get; set; }
    public string? Address { get; set; }
    public string? Agent { get; set; }
    public long? RevokedAt { get; set; }
}

/// <summary>A personal access token.</summary>
internal sealed class TokenRow
{
    public required string Id { get; set; }
    public required string Handle { get; set; }
    public required string SecretHash { get; set; }
    public required string Name { get; set; }
    public required int Scopes { get; set; }
    public required long CreatedAt { get; set; }
    public required long ExpiresAt { get; set; }
    public long? LastUsedAt { get; set; }
    public long? RevokedAt { get; set; }
}

/// <summary>Failed sign-ins under a user name; the name by its hash, for people type passwords there.</summary>
internal sealed class SignInCountRow
{
    public required string NameHash { get; set; }
    public int Failures { get; set; }
    public int Locks { get; set; }
    public long? LockedUntil { get; set; }
    public long LastAt { get; set; }
}

/// <summary>A file of accounts that was taken over.</summary>
internal sealed class AccountFileRow
{
    public required string Digest { get; set; }
    public required string By { get; set; }
    public required long At { get; set; }
}
