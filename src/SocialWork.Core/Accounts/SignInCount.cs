namespace SocialWork.Core.Accounts;

/// <summary>
/// The failed sign-ins under one user name, whether an account has that name or not, so that a lock tells nobody which names
/// exist. A try is counted before the password is looked at and given back when it was right: however many come at once, only
/// <see cref="MaxFailures"/> are looked at. Immutable.
/// </summary>
/// <param name="Failures">Tries that are counted, 0 to <see cref="MaxFailures"/>.</param>
/// <param name="Locks">How often it was locked lately.</param>
/// <param name="LockedUntil">When the lock ends, UTC; null where it is open.</param>
/// <param name="LastAt">The last counted try, UTC.</param>
public sealed record SignInCount(int Failures, int Locks, DateTimeOffset? LockedUntil, DateTimeOffset LastAt)
{
    /// <summary>Failures that lock.</summary>
    public const int MaxFailures = 5;

    /// <summary>How long the first lock lasts; each further one twice as long as the one before.</summary>
    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);

    /// <summary>The longest lock.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(4);

    /// <summary>After this long without a failure everything is forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    /// <summary>Nothing counted.</summary>
    public static SignInCount None { get; } = new(0, 0, null, DateTimeOffset.MinValue);

    /// <summary>How long nothing may be tried; null where it may.</summary>
    public TimeSpan? LockedFor(DateTimeOffset now) => LockedUntil is { } until && now < until ? until - now : null;

    /// <summary>The count with one more try. Only where <see cref="LockedFor"/> is null.</summary>
    public SignInCount Begun(DateTimeOffset now)
    {
        var before = now - LastAt >= ForgottenAfter ? None : LockedUntil is null ? this : this with { Failures = 0, LockedUntil = null };
        var begun = before with { Failures = before.Failures + 1, LastAt = now };
        return begun.Failures < MaxFailures ? begun : begun with { Locks = begun.Locks + 1, LockedUntil = now + LockAfter(begun.Locks) };
    }

    /// <summary>The count without a try that turned out to be none; a lock that rested on it is lifted.</summary>
    public SignInCount GivenBack() => LockedUntil is null
        ? this with { Failures = Math.Max(0, Failures - 1) }
        : this with { Failures = MaxFailures - 1, Locks = Locks - 1, LockedUntil = null };

    private static TimeSpan LockAfter(int locksBefore) => TimeSpan.FromTicks(Math.Min(LongestLock.Ticks, FirstLock.Ticks << Math.Min(locksBefore, 10)));
}
