using System.Collections.Immutable;
using SocialWork.Core.Submissions;

namespace SocialWork.Host.Pages.Support;

/// <summary>One line of a history: a step, or all that somebody saved one after the other, since every cell is saved as it is left.</summary>
/// <param name="Step">The step; of several the last.</param>
/// <param name="Times">How many there were.</param>
public sealed record StepRun(HistoryEntry Step, int Times)
{
    /// <summary>The lines of a history that is given oldest first, the newest first.</summary>
    public static ImmutableArray<StepRun> NewestFirst(ImmutableArray<HistoryEntry> history)
    {
        var runs = new List<StepRun>();
        foreach (var step in history)
        {
            if (runs is [.., { Step: { Action: SubmissionAction.Save, By: var by } } last] && step.Action == SubmissionAction.Save && step.By == by) runs[^1] = new StepRun(step, last.Times + 1);
            else runs.Add(new StepRun(step, 1));
        }

        runs.Reverse();
        return [.. runs];
    }
}
