using SocialWork.Core.Obstacles;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Reports;

/// <summary>
/// What a report is built from: the data as they are at present, or as they were at one past moment. Whatever a report shows
/// comes from here, so that a report of the past shows nothing of what came later. Immutable; safe for concurrent use.
/// </summary>
/// <param name="Submissions">The reported values.</param>
/// <param name="Entries">The registers' entries.</param>
/// <param name="Obstacles">The obstacles.</param>
/// <param name="At">The moment, UTC.</param>
public sealed record ReportBasis(ICountedSubmissions Submissions, IValidEntries Entries, IObstacleList Obstacles, DateTimeOffset At);
