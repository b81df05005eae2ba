using System.Collections.Immutable;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;

namespace SocialWork.Core.Past;

/// <summary>A point in the audit log: what is recorded after it had not happened.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Row">The newest row then, where it is known: several are written within a moment. Null to go by the moment.</param>
public readonly record struct LogPoint(DateTimeOffset At, long? Row);

/// <summary>
/// What was stored at a past moment: of submissions from their history and versions, which are never changed; of all else from
/// the audit log, which holds what was there before each change. Safe for concurrent use.
/// </summary>
public interface IPastReader
{
    /// <summary>Where every submission of a plan's period stood at a moment.</summary>
    Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The versions that count by the given standings, by form and unit: three queries, whatever their number.</summary>
    Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string period, ImmutableArray<SubmissionStanding> standings, CancellationToken cancellationToken);

    /// <summary>Register R1 before whatever was changed later.</summary>
    Task<UnitRegister> RegisterAsync(UnitRegister present, LogPoint point, CancellationToken cancellationToken);

    /// <summary>Every entry of every register as it was.</summary>
    Task<ImmutableArray<RegisterEntry>> EntriesAsync(LogPoint point, CancellationToken cancellationToken);

    /// <summary>The obstacles of a plan as they were, newest first.</summary>
    Task<ImmutableArray<Obstacle>> ObstaclesAsync(string plan, LogPoint point, CancellationToken cancellationToken);
}
