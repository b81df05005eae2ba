using Shouldly;
using SocialWork.Core.Reports;
using Xunit;

namespace SocialWork.Core.Tests.Reports;

/// <summary>Where a task of many agencies stands over all of them.</summary>
public sealed class TaskStateTests
{
    [Theory]
    [InlineData(TaskState.NotReported)]
    [InlineData(TaskState.Done, TaskState.Done, TaskState.Done)]
    [InlineData(TaskState.Done, TaskState.Done, TaskState.NotArising)]
    [InlineData(TaskState.NotArising, TaskState.NotArising)]
    [InlineData(TaskState.InProgress, TaskState.Done, TaskState.NotReported)]
    [InlineData(TaskState.InProgress, TaskState.InProgress, TaskState.NotStarted)]
    [InlineData(TaskState.InProgress, TaskState.Done, TaskState.Gated)]
    [InlineData(TaskState.NotStarted, TaskState.NotStarted, TaskState.NotReported)]
    [InlineData(TaskState.NotStarted, TaskState.NotStarted, TaskState.Gated, TaskState.NotReported)]
    [InlineData(TaskState.NotReported, TaskState.NotArising, TaskState.NotReported)]
    [InlineData(TaskState.NotReported, TaskState.Gated, TaskState.NotReported)]
    [InlineData(TaskState.Gated, TaskState.Gated)]
    public void Nobody_is_said_to_have_begun_who_has_not(TaskState overall, params TaskState[] instances) =>
        TaskBoard.Overall([.. instances]).ShouldBe(overall);
}
