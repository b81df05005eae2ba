using System.Collections.Immutable;
using SocialWork.Core;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Host.Demo.Season;

namespace SocialWork.Host.Demo;

/// <summary>What was written of the demonstration year.</summary>
/// <param name="Submissions">Submissions of the year that were begun.</param>
/// <param name="LastYear">Submissions of the year before, which were taken over.</param>
/// <param name="Steps">Steps taken with them.</param>
/// <param name="LeftAlone">Steps that the workflow refused because somebody had gone on with the submission; 0 in a fresh database.</param>
/// <param name="Entries">Entries of registers.</param>
/// <param name="Obstacles">Obstacles raised.</param>
public sealed record DemoSummary(int Submissions, int LastYear, int Steps, int LeftAlone, int Entries, int Obstacles);

/// <summary>
/// Writes the demonstration year 2026 through the real workflow. Always the same year: nothing in it depends on the clock or
/// on chance. A seeding that was interrupted is taken up where it stopped; what people have changed since stays as it is.
/// </summary>
public sealed class DemoYear(ISubmissionWriter writer, IRegisterStore registers, IObstacleStore obstacles, DemoPapers papers)
{
    // Well below the writer's queue, so that others find room in it.
    private const int InFlight = 2_000;
    private static readonly ImmutableArray<string> MeasuredRegisters = [.. RegisterSet.Measured.Select(r => r.Code)];
    private const string AlreadyTaken = "demo.alreadyTaken";

    /// <summary>Whether the year was written to its end: its obstacles come last.</summary>
    public async Task<bool> IsSeededAsync(PlanModel model, CancellationToken cancellationToken)
    {
        if ((await registers.ValidAsync(MeasuredRegisters, model.Plan.CutOff, cancellationToken)).IsEmpty) return false;
        var raised = (await obstacles.ListAsync(model.Plan.Id, cancellationToken)).Select(o => o.Id).ToHashSet();
        return DemoObstacles.All(model).All(o => raised.Contains(o.Id));
    }

    /// <summary>Writes the whole season as it stands on 1 December 2026 at 09:00.</summary>
    /// <exception cref="InvalidOperationException">A step could not be written.</exception>
    public Task<DemoSummary> SeedAsync(PlanModel model, CancellationToken cancellationToken) => SeedAsync(model, DemoFacts.Now, cancellationToken);

    /// <summary>Writes the season as it stood at a moment: what came later is left out.</summary>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public async Task<DemoSummary> SeedAsync(PlanModel model, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await papers.KeepAsync(model, cancellationToken);
        var steps = new Script(model).Steps();
        var last = new Dictionary<SubmissionKey, Task>();
        var waiting = new Queue<Task<bool>>();
        var (taken, leftAlone) = (0, 0);
        // In the order of time, as the audit log shall read; one after another within a submission, together across them.
        foreach (var step in steps.TakeWhile(s => s.At <= until))
        {
            if (last.TryGetValue(step.Key, out var before)) await before;
            if (waiting.Count >= InFlight && !await waiting.Dequeue()) leftAlone++;
            var task = TakeAsync(model, step, cancellationToken);
            last[step.Key] = task;
            waiting.Enqueue(task);
            taken++;
        }

        leftAlone += (await Task.WhenAll(waiting)).Count(done => !done);
        var lastYear = last.Keys.Count(key => Periods.YearOf(key.Period) == LastYear.Year);
        return new DemoSummary(last.Count - lastYear, lastYear, taken, leftAlone, await KeepAsync(model, until, cancellationToken), await RaiseAsync(model, until, cancellationToken));
    }

    // False when the workflow refuses the step, as it may once people have worked with the submission.
    private async Task<bool> TakeAsync(PlanModel model, Step step, CancellationToken cancellationToken)
    {
        var change = new SubmissionChange(
            step.Key,
            step.Form.Compiled.Hash,
            (now, latest) => now.Revision >= step.Number ? Taken(step) : step.Decide(now, latest),
            model.Plan.CutOff,
            (unit, version) => model.Contribution(unit, step.Key.Period, version.FormHash, version.Values),
            IfRevision: null,
            IdempotencyKey: null);
        return await writer.ChangeAsync(change, cancellationToken) switch
        {
            Result<Submission>.Ok or Result<Submission>.No { Refusal.Code: AlreadyTaken } => true,
            Result<Submission>.No { Refusal.Kind: RefusalKind.Conflict } => false,
            Result<Submission>.No { Refusal: var refusal } => throw new InvalidOperationException($"Step {step.Number} of {step.Key} was refused: {refusal.Message.En}"),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    private async Task<int> KeepAsync(PlanModel model, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var written = await Task.WhenAll(DemoRegisters.All(model).Where(e => e.ChangedAt <= until).Select(e => registers.AddAsync(e, cancellationToken)));
        return written.Count(w => w == EntryWrite.Done);
    }

    private async Task<int> RaiseAsync(PlanModel model, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var obstacle in DemoObstacles.All(model).Where(o => o.RaisedAt <= until))
        {
            if (await obstacles.FindAsync(obstacle.Id, cancellationToken) is not null) continue;
            var raised = obstacle with { State = ObstacleState.Received, Answer = null, ChangedAt = obstacle.RaisedAt };
            await obstacles.SaveAsync(raised, obstacle.RaisedBy, cancellationToken);
            if (obstacle.State != ObstacleState.Received && obstacle.ChangedAt <= until) await obstacles.SaveAsync(obstacle, "standing", cancellationToken);
            count++;
        }

        return count;
    }

    private static Refusal Taken(Step step) => new(RefusalKind.Conflict, AlreadyTaken, $"Bước {step.Number} đã có.", $"Step {step.Number} was taken before.");
}
