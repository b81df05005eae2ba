using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Reports;
using Xunit;

namespace SocialWork.Core.Tests.Reports;

/// <summary>Tasks counted by agency and state.</summary>
public sealed class AgencyTasksTests
{
    private static readonly TaskLine[] Tasks =
    [
        Line("2026/IV.4.a", "SGDDT", TaskState.InProgress, 1, 0),
        Line("2026/IV.9.a", "UBXP", TaskState.InProgress, 4, 2, TaskState.NotReported, TaskState.InProgress),
        Line("2026/IV.4.c", "SGDDT", TaskState.NotReported, 1, 0),
        Line("2026/IV.9.b", "UBXP", TaskState.Done, 4, 4),
    ];

    [Fact]
    public void A_task_of_a_group_counts_once_for_each_of_its_agencies()
    {
        var agencies = AgencyTasks.Count(TestPlan.Plan, [.. Tasks], new DateOnly(2026, 11, 1));

        agencies.Select(a => a.Agency).ShouldBe(["SGDDT", "UBXP"]);
        (agencies[0].Tasks, agencies[0].Instances, agencies[0].Of(TaskState.InProgress), agencies[0].Of(TaskState.Done)).ShouldBe((2, 2, 1, 0));
        (agencies[1].Tasks, agencies[1].Instances, agencies[1].Of(TaskState.Done), agencies[1].Of(TaskState.InProgress), agencies[1].Of(TaskState.NotReported)).ShouldBe((2, 8, 6, 1, 1));
    }

    [Theory]
    [InlineData("2026-11-29", 0)]
    [InlineData("2026-11-30", 1)]
    public void What_is_not_reported_is_overdue_from_the_deadlines_date_on(string today, int overdue) =>
        AgencyTasks.Count(TestPlan.Plan, [.. Tasks], DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldAllBe(a => a.Overdue == overdue);

    private static TaskLine Line(string clause, string agency, TaskState state, int total, int done, params TaskState[] remaining) => new(
        clause, new Text(clause, clause), agency, null, state, new TaskInstances(total, done), [.. remaining.Select((s, i) => new RemainingInstance($"{i}", $"{i}", s))], null, []);
}
