using System.Collections.Immutable;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Past;

/// <summary>A past moment, and where the submissions of a plan's year stood then.</summary>
/// <param name="Point">The moment.</param>
/// <param name="Standings">The submissions of the plan's year.</param>
public sealed record PastMoment(LogPoint Point, ImmutableArray<SubmissionStanding> Standings);

/// <summary>What a report of a past moment is built from.</summary>
/// <param name="Model">The plan over the register of that moment; with the forms and modules of today.</param>
/// <param name="Basis">The data.</param>
public sealed record PastData(PlanModel Model, ReportBasis Basis);

/// <summary>
/// Puts together what a report of a past moment is built from. The plan's clauses and the modules are those of today: only data
/// have a past here. Safe for concurrent use.
/// </summary>
public sealed class PastReports(IPastReader past)
{
    /// <summary>The data as they were known at a moment.</summary>
    public async Task<PastData> AtAsync(PlanModel present, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var standings = await past.StandingsAsync(present.Plan.Id, Periods.Annual(present.Plan.Year), at, cancellationToken);
        return await AtAsync(present, new PastMoment(new LogPoint(at, Row: null), standings), cancellationToken);
    }

    /// <summary>The data of a moment of which is known where the submissions stood.</summary>
    public async Task<PastData> AtAsync(PlanModel present, PastMoment moment, CancellationToken cancellationToken)
    {
        var model = present.Over(await past.RegisterAsync(present.Register, moment.Point, cancellationToken));
        var basis = new ReportBasis(
            await PastSubmissions.ReadAsync(past, model, moment.Standings, cancellationToken),
            new PastEntries(await past.EntriesAsync(moment.Point, cancellationToken)),
            new PastObstacles(model.Plan.Id, await past.ObstaclesAsync(model.Plan.Id, moment.Point, cancellationToken)),
            moment.Point.At);
        return new PastData(model, basis);
    }

    private sealed class PastEntries(ImmutableArray<RegisterEntry> entries) : IValidEntries
    {
        public Task<ImmutableArray<RegisterEntry>> ValidAsync(ImmutableArray<string> registers, DateOnly on, CancellationToken cancellationToken) =>
            Task.FromResult<ImmutableArray<RegisterEntry>>([.. entries.Where(e => registers.Contains(e.Register) && e.ValidOn(on))]);
    }

    private sealed class PastObstacles(string plan, ImmutableArray<Obstacle> obstacles) : IObstacleList
    {
        public Task<ImmutableArray<Obstacle>> ListAsync(string asked, CancellationToken cancellationToken) =>
            asked == plan ? Task.FromResult(obstacles) : throw new ArgumentException($"The past was read of {plan}, not of {asked}.", nameof(asked));
    }
}
