namespace SocialWork.Core.Retention;

/// <summary>
/// How long is kept what serves its purpose only for a time, each in days, <see cref="LeastDays"/> to <see cref="MostDays"/>.
/// Versions that were sent, the audit log, and accounts' handles and roles are never removed. Immutable.
/// </summary>
public sealed record RetentionPolicy
{
    /// <summary>The shortest time that can be set.</summary>
    public const int LeastDays = 1;

    /// <summary>The longest.</summary>
    public const int MostDays = 3650;

    /// <summary>Sessions with address and browser, after they ended.</summary>
    public int Sessions { get; init; } = 90;

    /// <summary>Tokens, after they ended or were taken back.</summary>
    public int Tokens { get; init; } = 366;

    /// <summary>Codes for choosing a password that nobody used, after they ended.</summary>
    public int Codes { get; init; } = 30;

    /// <summary>Keys of retries, after they were used: a retry that comes later is taken for a new request.</summary>
    public int RetryKeys { get; init; } = 30;

    /// <summary>The host's own log files.</summary>
    public int Logs { get; init; } = 31;
}

/// <summary>How many rows of each kind a sweep removed.</summary>
public sealed record RetentionResult(int Sessions, int Tokens, int Codes, int SignInCounts, int RetryKeys)
{
    /// <summary>Nothing was removed.</summary>
    public static RetentionResult Nothing { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>Removes what is kept long enough. Safe for concurrent use.</summary>
public interface IRetentionStore
{
    /// <summary>Removes it, with a line in the audit log where there was any; what is open stays however old it is.</summary>
    Task<RetentionResult> SweepAsync(RetentionPolicy policy, CancellationToken cancellationToken);
}
