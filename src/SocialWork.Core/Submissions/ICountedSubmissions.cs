using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Submissions;

/// <summary>
/// What reports are made of: where submissions stand, the versions that count and their totals, at present or at one past
/// moment. Each call is a few queries, whatever the number of rows. Safe for concurrent use.
/// </summary>
public interface ICountedSubmissions
{
    /// <summary>The standing of every submission of some forms in a period.</summary>
    Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, ImmutableArray<string> forms, CancellationToken cancellationToken);

    /// <summary>The counting versions of one form in a period, by unit; of one unit only where it is given.</summary>
    Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string form, string period, string? unit, CancellationToken cancellationToken);

    /// <summary>The running totals of one area.</summary>
    Task<ImmutableArray<TotalsRow>> TotalsAsync(PlanModel model, string period, string area, CancellationToken cancellationToken);

    /// <summary>The running totals of every commune's area together: units that lie in no commune are in none of them.</summary>
    Task<ImmutableArray<TotalsRow>> AreaTotalsAsync(PlanModel model, string period, CancellationToken cancellationToken);
}
