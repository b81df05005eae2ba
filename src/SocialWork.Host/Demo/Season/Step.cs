using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Season;

/// <summary>One step of one submission.</summary>
/// <param name="Key">The submission.</param>
/// <param name="Form">The form.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Number">The step's place in the submission, from 1: it leads to that revision.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Decide">The step itself, from the state and the version that was frozen last.</param>
internal sealed record Step(
    SubmissionKey Key, PlanForm Form, Unit Unit, int Number, DateTimeOffset At, Func<Submission, SubmissionVersion?, Result<SubmissionStep>> Decide);

/// <summary>Writes the steps of one submission down, in order.</summary>
/// <param name="key">The submission.</param>
/// <param name="form">The form.</param>
/// <param name="unit">The unit.</param>
/// <param name="agency">The agency whose people act.</param>
/// <param name="warningsOf">The warnings of some values, explained.</param>
internal sealed class StepList(SubmissionKey key, PlanForm form, Unit unit, string agency, Func<FormValues, ImmutableArray<ExplainedWarning>> warningsOf)
{
    private FormValues _saved = FormValues.None;
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private readonly string _reporter = agency + ".reporter";
    private readonly string _approver = agency + ".approver";
    private const string Standing = "standing";

    public ImmutableArray<Step> Steps => _steps.ToImmutable();

    public StepList Save(DateTimeOffset at, FormValues values, DateOnly asOf)
    {
        _saved = values;
        return Add(at, (now, _) => SubmissionWorkflow.Save(now, values, asOf, _reporter, at));
    }

    public StepList Submit(DateTimeOffset at)
    {
        var warnings = warningsOf(_saved);
        return Add(at, (now, _) => SubmissionWorkflow.Submit(now, form.Compiled.Hash, _reporter, at, warnings));
    }

    public StepList Approve(DateTimeOffset at) => Add(at, (now, _) => SubmissionWorkflow.Approve(now, _approver, at));

    public StepList Accept(DateTimeOffset at) => Add(at, (now, _) => SubmissionWorkflow.Accept(now, Standing, at));

    public StepList Return(DateTimeOffset at, string reason, ImmutableArray<CellKey> cells) =>
        Add(at, (now, latest) => SubmissionWorkflow.Return(now, latest!, reason, cells, Standing, at));

    public StepList Reopen(DateTimeOffset at, string reason) => Add(at, (now, latest) => SubmissionWorkflow.Reopen(now, latest!, reason, Standing, at));

    private StepList Add(DateTimeOffset at, Func<Submission, SubmissionVersion?, Result<SubmissionStep>> decide)
    {
        _steps.Add(new Step(key, form, unit, _steps.Count + 1, at, decide));
        return this;
    }
}
