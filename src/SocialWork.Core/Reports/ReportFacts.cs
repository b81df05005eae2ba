using SocialWork.Core.Plans;

namespace SocialWork.Core.Reports;

/// <summary>The facts of a plan's document as they are kept. Immutable.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Revision">How often they were changed; 0 where they are the plan's own.</param>
/// <param name="By">Who changed them last; null for nobody.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReportFacts(DocumentFacts Facts, long Revision, string? By, DateTimeOffset? At)
{
    /// <summary>What the plan itself says, where nobody has said more.</summary>
    public static ReportFacts Of(Plan plan) => new(DocumentFacts.Of(plan), 0, By: null, At: null);
}

/// <summary>Keeps the facts of plans' documents. Safe for concurrent use.</summary>
public interface IReportFactsStore
{
    /// <summary>The facts of a plan; null where nobody has set any.</summary>
    Task<ReportFacts?> FindAsync(string plan, CancellationToken cancellationToken);

    /// <summary>Keeps facts as the revision after the one that was seen, with their line in the log; false where that is not the newest, and nothing is done.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">With their new revision, who and when.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> SaveAsync(string plan, ReportFacts facts, CancellationToken cancellationToken);
}
