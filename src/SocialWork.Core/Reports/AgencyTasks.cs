using System.Collections.Immutable;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Reports;

/// <summary>
/// The tasks of one agency, or of one group of agencies, counted by the state that they report in K2. A task of a group counts
/// once for each of its agencies. Immutable.
/// </summary>
/// <param name="Agency">The code of the agency or group, as the plan names it.</param>
/// <param name="Tasks">Clauses.</param>
/// <param name="First">The first of the clauses.</param>
/// <param name="Counts">How many instances stand in which state.</param>
/// <param name="IsOverdue">Whether the deadline of the season's report has passed, so that what is not reported is overdue.</param>
public sealed record AgencyTasks(string Agency, int Tasks, string First, ImmutableDictionary<TaskState, int> Counts, bool IsOverdue)
{
    /// <summary>Every instance.</summary>
    public int Instances => Counts.Values.Sum();

    /// <summary>Instances of which nothing was reported although the deadline has passed.</summary>
    public int Overdue => IsOverdue ? Of(TaskState.NotReported) : 0;

    /// <summary>Instances in a state.</summary>
    public int Of(TaskState state) => Counts.GetValueOrDefault(state);

    /// <summary>Counts the tasks of a report by agency, in the plan's order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tasks">The report's tasks.</param>
    /// <param name="today">Today in the city.</param>
    public static ImmutableArray<AgencyTasks> Count(Plan plan, ImmutableArray<TaskLine> tasks, DateOnly today) =>
    [
        .. from task in tasks
           group task by task.Unit into agency
           select new AgencyTasks(
               agency.Key, agency.Count(), agency.First().Clause, agency.SelectMany(StatesOf).CountBy(s => s).ToImmutableDictionary(), today >= plan.SeasonReport.Before),
    ];

    private static IEnumerable<TaskState> StatesOf(TaskLine task) => task.Instances.Total == 1
        ? [task.State]
        : task.Remaining.Select(r => r.State).Concat(Enumerable.Repeat(TaskState.Done, task.Instances.Done));
}
