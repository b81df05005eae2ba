using System.Net;
using System.Threading.RateLimiting;
using SocialWork.Core.Accounts;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Accounts;

/// <summary>How many sign-ins a minute are looked at from one address and under one user name. Safe for concurrent use.</summary>
internal sealed class SignInLimits : ISignInLimits, IDisposable
{
    private const int Segments = 6;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _names;

    public SignInLimits(HostSettings settings) => (_addresses, _names) = (PerMinute(settings.SignInsPerAddress), PerMinute(settings.SignInsPerName));

    public TimeSpan? Take(string? address, string? name) => Take(_addresses, NetworkOf(address)) ?? (name is null ? null : Take(_names, name));

    public void Dispose()
    {
        _addresses.Dispose();
        _names.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Window / Segments;
    }

    private static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(
        key,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = Segments, QueueLimit = 0 }));

    // Whoever has one IPv6 address has the 2^64 of its network.
    private static string NetworkOf(string? address) =>
        IPAddress.TryParse(address, out var ip) && ip.GetAddressBytes() is { Length: > NetworkBytes } bytes ? Convert.ToHexStringLower(bytes.AsSpan(0, NetworkBytes)) : address ?? string.Empty;
}
