using System.Collections.Immutable;
using System.Globalization;

namespace SocialWork.Core.Auditing;

/// <summary>Somebody asked for what is not theirs.</summary>
/// <param name="By">The account, or <c>anonymous</c>.</param>
/// <param name="Route">What kind of request it was: the method and the address with names in place of ids.</param>
/// <param name="Asked">The method and the address with the ids, without a body.</param>
/// <param name="Reason">The refusal's code.</param>
public sealed record RefusedRequest(string By, string Route, string Asked, string Reason);

/// <summary>
/// Puts refusals for lack of rights on record, and keeps anybody from filling the log with them: of one account, one route and
/// one reason <see cref="MaxIdentical"/> a <see cref="Window"/> have lines of their own; the rest is one line with their number.
/// What is counted and not yet written is lost with the process. Safe for concurrent use.
/// </summary>
public sealed class RefusalRecord(IAuditTrail trail, TimeProvider time)
{
    /// <summary>Lines of their own, of each account, route and reason, in one <see cref="Window"/>.</summary>
    public const int MaxIdentical = 5;

    /// <summary>Different accounts, routes and reasons that are told apart in one <see cref="Window"/>; the rest is counted together.</summary>
    public const int MaxTold = 10_000;

    /// <summary>How long is counted together, from the first refusal on.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly Kind Others = new("product", "*", "others");
    private readonly Lock _lock = new();
    private readonly Dictionary<Kind, Tally> _tallies = [];

    /// <summary>Records a refusal, or counts it; completes when what is written of it is on disk.</summary>
    public Task RecordAsync(RefusedRequest refused, CancellationToken cancellationToken) => WriteAsync(Take(refused), cancellationToken);

    /// <summary>Writes the numbers of windows that have ended.</summary>
    /// <param name="all">Those that have not ended too, as before the host stops.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SumUpAsync(bool all, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sums = ImmutableArray.CreateBuilder<AuditEvent>();
        lock (_lock)
        {
            foreach (var (kind, tally) in _tallies.Where(t => all || t.Value.HasEnded(now)).ToArray())
            {
                _tallies.Remove(kind);
                if (tally.More > 0) sums.Add(Sum(kind, tally));
            }
        }

        return WriteAsync(sums.ToImmutable(), cancellationToken);
    }

    private async Task WriteAsync(ImmutableArray<AuditEvent> happened, CancellationToken cancellationToken)
    {
        foreach (var one in happened) await trail.RecordAsync(one, cancellationToken);
    }

    private ImmutableArray<AuditEvent> Take(RefusedRequest refused)
    {
        var now = time.GetUtcNow();
        var events = ImmutableArray.CreateBuilder<AuditEvent>();
        lock (_lock)
        {
            var kind = new Kind(refused.By, refused.Route, refused.Reason);
            if (_tallies.Count >= MaxTold && !_tallies.ContainsKey(kind)) kind = Others;
            if (!_tallies.TryGetValue(kind, out var tally) || tally.HasEnded(now))
            {
                if (tally is { More: > 0 }) events.Add(Sum(kind, tally));
                _tallies[kind] = tally = new Tally(now);
            }

            if (tally.Add()) events.Add(new AuditEvent(refused.By, AuditActions.Refused, refused.Asked) { Details = refused.Route, Reason = refused.Reason });
        }

        return events.ToImmutable();
    }

    private static AuditEvent Sum(Kind kind, Tally tally) => new(kind.By, AuditActions.Refused, kind.Route)
    {
        Details = string.Create(CultureInfo.InvariantCulture, $"+{tally.More} from {tally.Since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        Reason = kind.Reason,
    };

    private sealed record Kind(string By, string Route, string Reason);

    private sealed class Tally(DateTimeOffset since)
    {
        private int _written;

        public DateTimeOffset Since => since;

        public long More { get; private set; }

        public bool HasEnded(DateTimeOffset now) => now - since >= Window;

        public bool Add()
        {
            if (_written < MaxIdentical)
            {
                _written++;
                return true;
            }

            More++;
            return false;
        }
    }
}
