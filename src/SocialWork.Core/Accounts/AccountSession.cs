namespace SocialWork.Core.Accounts;

/// <summary>One sign-in of one browser or program. Address and agent are personal: they stand here, and go when the account is erased.</summary>
/// <param name="Id">Random; the cookie carries it, sealed.</param>
/// <param name="Handle">The account.</param>
/// <param name="CreatedAt">When it began, UTC.</param>
/// <param name="LastSeenAt">When it was last used, UTC, to <see cref="SeenEvery"/>.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="Address">Where it came from; null where that is not known.</param>
/// <param name="Agent">What the browser calls itself, at most <see cref="MaxAgent"/> characters; null where it says nothing.</param>
public sealed record AccountSession(string Id, string Handle, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, string? Address, string? Agent)
{
    /// <summary>How long a sign-in lasts, used or not.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>How exactly the last use is kept.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>The most sessions a list shows, the newest first.</summary>
    public const int MaxListed = 100;

    /// <summary>Characters of the agent that are kept.</summary>
    public const int MaxAgent = 200;

    /// <summary>When it was ended, UTC; null where nobody has.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it still lets anybody in.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>A personal access token: what a program signs in with, as its person and never beyond.</summary>
/// <param name="Id">Public; part of the token.</param>
/// <param name="Handle">The account.</param>
/// <param name="Name">What its person calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
public sealed record AccessToken(string Id, string Handle, string Name, TokenScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When it was last used, UTC, to <see cref="AccountSession.SeenEvery"/>; null where it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it was taken back, UTC; null where it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it still lets anybody in.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>What a token may do of what its account may.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Reads: GET and HEAD.</summary>
    Read = 1,
    /// <summary>Everything else.</summary>
    Write = 2,
}
