using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Privacy;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>A submission as its unit sees it.</summary>
/// <param name="Submission">Where it stands.</param>
/// <param name="Form">The form version its values are of.</param>
/// <param name="Values">The draft's values, or those of the newest version where there is no draft.</param>
/// <param name="DataAsOf">The date at which they stand; null until it is stated.</param>
/// <param name="Findings">What stands between the draft and its being sent; empty where there is no draft.</param>
public sealed record SubmissionView(Submission Submission, CompiledForm Form, FormValues Values, DateOnly? DataAsOf, ImmutableArray<Finding> Findings)
{
    /// <summary>The version whose values are shown; null for a draft's, or where there are none.</summary>
    public SubmissionVersion? Version { get; init; }

    /// <summary>The cells that hold something which the reader does not see; they are not among <see cref="Values"/>.</summary>
    public ImmutableHashSet<CellKey> Masked { get; init; } = [];
}

/// <summary>What a sender wants a draft to hold.</summary>
/// <param name="Values">A JSON map from cell to value.</param>
/// <param name="DataAsOf">The date at which the figures stand; null leaves it as it is.</param>
/// <param name="Explanations">A JSON map from finding id to words; null leaves them as they are.</param>
public sealed record DraftBody(JsonElement Values, DateOnly? DataAsOf, JsonElement? Explanations = null);

/// <summary>Who asks for which submission, of which plan, with which modules.</summary>
public sealed record SubmissionRequest(Actor Actor, PlanModel Model, ISectorLease Lease, SubmissionAddress Address)
{
    /// <summary>The revision that the sender saw (If-Match); null where none was given.</summary>
    public long? IfRevision { get; init; }

    /// <summary>Makes a submit that is repeated after a lost answer count once; null for none. Other steps pay no heed to it.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>
/// Entering, submitting, approving, accepting and returning: the one way in, for pages and API alike. Every step asks
/// <see cref="AccessPolicy"/> first. Safe for concurrent use.
/// </summary>
public sealed partial class SubmissionService(
    ISubmissionReader reader, ISubmissionWriter writer, SubmissionChecks checks, AttachmentService attachments, FormMasks masks, FormArchive archive, CityClock clock, ILogger<SubmissionService> log)
{
    /// <summary>The submission with its draft or newest version.</summary>
    public Task<Result<SubmissionView>> GetAsync(SubmissionRequest request, CancellationToken cancellationToken) =>
        SubmissionTarget.FindToSee(request.Model, request.Address, request.Actor).ThenAsync(async target =>
            await ViewAsync(request, target, await reader.FindAsync(target.Key, target.Form.Compiled.Hash, cancellationToken), cancellationToken));

    /// <summary>Replaces the draft with the values of a JSON map.</summary>
    public Task<Result<SubmissionView>> PutAsync(SubmissionRequest request, DraftBody body, CancellationToken cancellationToken) =>
        SaveAsync(request, body, (target, _) => FormValuesJson.Read(target.Form.Compiled, request.Model.Submitting(target.Unit), body.Values), cancellationToken);

    /// <summary>Changes single cells of the draft; null clears a cell.</summary>
    public Task<Result<SubmissionView>> PatchAsync(SubmissionRequest request, DraftBody body, CancellationToken cancellationToken) =>
        SaveAsync(request, body, (target, current) => FormValuesJson.Patch(target.Form.Compiled, request.Model.Submitting(target.Unit), current, body.Values), cancellationToken);

    /// <summary>
    /// Checks the draft and freezes it as a version that waits for the head. An error refuses, and so does a warning that is
    /// not explained in the draft or here.
    /// </summary>
    /// <param name="request">Who submits which form.</param>
    /// <param name="explanations">A JSON map from finding id to words, beside those of the draft; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Result<SubmissionView>> SubmitAsync(SubmissionRequest request, JsonElement? explanations, CancellationToken cancellationToken) =>
        Target(request, SubmissionAction.Submit, SubmissionState.Draft).ThenAsync(async target =>
        {
            var now = await reader.FindAsync(target.Key, target.Form.Compiled.Hash, cancellationToken);
            var warnings = ImmutableArray<ExplainedWarning>.Empty;
            if (now is { State: SubmissionState.Draft or SubmissionState.Returned, Draft: { } draft } && (request.IfRevision ?? now.Revision) == now.Revision)
            {
                var found = await Explanations.Apply(draft.Explanations, explanations).ThenAsync(e => WarningsAsync(request, target, draft.Values, e, cancellationToken));
                if (found is not Result<ImmutableArray<ExplainedWarning>>.Ok ok) return ((Result<ImmutableArray<ExplainedWarning>>.No)found).Refusal;
                warnings = ok.Value;
            }

            // What is frozen must be what was checked: where the sender named no revision, the one that was read is asked for.
            var checkedRevision = request with { IfRevision = request.IfRevision ?? now.Revision };
            return await ChangeAsync(checkedRevision, target, (s, _) => SubmissionWorkflow.Submit(s, target.Form.Compiled.Hash, request.Actor.UserName, clock.Now, warnings), cancellationToken, request.IdempotencyKey);
        });

    /// <summary>The head approves, which sends.</summary>
    public Task<Result<SubmissionView>> ApproveAsync(SubmissionRequest request, CancellationToken cancellationToken) =>
        StepAsync(request, SubmissionAction.Approve, (s, _) => SubmissionWorkflow.Approve(s, request.Actor.UserName, clock.Now), cancellationToken);

    /// <summary>The standing agency accepts.</summary>
    public async Task<Result<SubmissionView>> AcceptAsync(SubmissionRequest request, CancellationToken cancellationToken)
    {
        var result = await StepAsync(request, SubmissionAction.Accept, (s, _) => SubmissionWorkflow.Accept(s, request.Actor.UserName, clock.Now), cancellationToken);
        if (result is Result<SubmissionView>.Ok { Value.Submission: var done })
            await TellAsync(request, new SubmissionAccepted(request.Model.Plan.Ref, done.Key.Form, done.Key.Unit, done.LatestVersion), cancellationToken);
        return result;
    }

    /// <summary>The head returns what was submitted, or the standing agency what was sent, with a reason and perhaps cells.</summary>
    public async Task<Result<SubmissionView>> ReturnAsync(SubmissionRequest request, string reason, ImmutableArray<CellKey> cells, CancellationToken cancellationToken)
    {
        var found = SubmissionTarget.FindToRead(request.Model, request.Address, request.Actor);
        if (found is Result<SubmissionTarget>.Ok { Value: var target } && UnknownCells(request.Model, target, cells) is { } refusal) return refusal;
        var result = await StepAsync(
            request,
            SubmissionAction.Return,
            (s, latest) => latest is null ? NothingFrozen(s) : SubmissionWorkflow.Return(s, latest, reason, cells, request.Actor.UserName, clock.Now),
            cancellationToken);
        if (result is Result<SubmissionView>.Ok { Value.Submission: var done })
            await TellAsync(request, new SubmissionReturned(request.Model.Plan.Ref, done.Key.Form, done.Key.Unit, done.LatestVersion, reason), cancellationToken);
        return result;
    }

    /// <summary>The standing agency reopens, with a reason.</summary>
    public Task<Result<SubmissionView>> ReopenAsync(SubmissionRequest request, string reason, CancellationToken cancellationToken) =>
        StepAsync(
            request,
            SubmissionAction.Reopen,
            (s, latest) => latest is null ? NothingFrozen(s) : SubmissionWorkflow.Reopen(s, latest, reason, request.Actor.UserName, clock.Now),
            cancellationToken);

    /// <summary>The frozen versions and every step.</summary>
    public Task<Result<SubmissionHistory>> HistoryAsync(SubmissionRequest request, CancellationToken cancellationToken) =>
        SubmissionTarget.FindToSee(request.Model, request.Address, request.Actor).ThenAsync<SubmissionTarget, SubmissionHistory>(async target =>
        {
            var history = SubmissionHistory.For(request.Actor, request.Model, target, await reader.HistoryAsync(target.Key, cancellationToken));
            return await MaskAsync(request, target, cancellationToken) is { } mask ? history.Under(mask, archive) : history;
        });

    private static Result<SubmissionTarget> Target(SubmissionRequest request, SubmissionAction action, SubmissionState state) =>
        SubmissionTarget.Find(request.Model, request.Address, request.Actor, action, state);

    private Task<Result<SubmissionView>> SaveAsync(SubmissionRequest request, DraftBody body, Func<SubmissionTarget, FormValues, Result<FormValues>> read, CancellationToken cancellationToken) =>
        Target(request, SubmissionAction.Save, SubmissionState.Draft).ThenAsync(async target =>
        {
            if ((OutsideTheYear(target.Key, clock.Today, body.DataAsOf) ?? await attachments.CheckAsync(request, target, body.Values, cancellationToken)) is { } refusal) return refusal;
            // The revision is judged with the values at hand, so that a refusal can name what would be overwritten.
            return await ChangeAsync(request with { IfRevision = null }, target, (s, latest) => Save(request, target, body, read, s, latest), cancellationToken);
        });

    private Result<SubmissionStep> Save(
        SubmissionRequest request, SubmissionTarget target, DraftBody body, Func<SubmissionTarget, FormValues, Result<FormValues>> read, Submission now, SubmissionVersion? latest)
    {
        var stored = Overwriting.Stored(now, latest);
        return Explanations.Apply(stored?.Explanations ?? Explanations.None, body.Explanations).Then(explanations => read(target, stored?.Values ?? FormValues.None).Then<FormValues, SubmissionStep>(values =>
        {
            var wish = new DraftWish(values, body.DataAsOf ?? stored?.DataAsOf, explanations);
            return Overwriting.IsSafe(now, request.IfRevision, request.Actor.UserName)
                ? SubmissionWorkflow.Save(now, wish.Values, wish.DataAsOf, request.Actor.UserName, clock.Now, wish.Explanations)
                : Overwriting.Refuse(target.Form.Compiled, now, stored, wish, request.IfRevision);
        }));
    }

    private async Task<Result<ImmutableArray<ExplainedWarning>>> WarningsAsync(
        SubmissionRequest request, SubmissionTarget target, FormValues values, ImmutableSortedDictionary<string, string> explanations, CancellationToken cancellationToken)
    {
        var findings = await checks.RunAsync(request.Model, request.Lease, target, values, cancellationToken);
        return findings.Any(f => f.Severity == Severity.Error) ? Incomplete(target, findings) : Explanations.Freeze(target.Form.Code, findings, explanations);
    }

    private async Task<Result<SubmissionView>> StepAsync(SubmissionRequest request, SubmissionAction action, Func<Submission, SubmissionVersion?, Result<SubmissionStep>> decide, CancellationToken cancellationToken)
    {
        var found = SubmissionTarget.FindToRead(request.Model, request.Address, request.Actor);
        if (found is not Result<SubmissionTarget>.Ok { Value: var readable }) return ((Result<SubmissionTarget>.No)found).Refusal;
        var state = action == SubmissionAction.Return ? (await reader.FindAsync(readable.Key, readable.Form.Compiled.Hash, cancellationToken)).State : SubmissionState.NotStarted;
        return await Target(request, action, state).ThenAsync(target => ChangeAsync(
            request,
            target,
            // A return is the head's or the standing agency's by the state, which may have moved since it was read.
            (s, latest) => action == SubmissionAction.Return && s.State != state ? Moved(s) : decide(s, latest),
            cancellationToken));
    }

    private async Task<Result<SubmissionView>> ChangeAsync(
        SubmissionRequest request, SubmissionTarget target, Func<Submission, SubmissionVersion?, Result<SubmissionStep>> decide, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        var change = new SubmissionChange(
            target.Key,
            target.Form.Compiled.Hash,
            decide,
            request.Model.Plan.CutOff,
            (unit, version) => request.Model.Contribution(unit, target.Key.Period, version.FormHash, version.Values),
            request.IfRevision,
            idempotencyKey);
        return await (await writer.ChangeAsync(change, cancellationToken)).ThenAsync(async after => await ViewAsync(request, target, after, cancellationToken));
    }

    private async Task<Result<SubmissionView>> ViewAsync(SubmissionRequest request, SubmissionTarget target, Submission submission, CancellationToken cancellationToken)
    {
        var seesDraft = AccessPolicy.MaySeeDraft(request.Actor, request.Model.Plan, target.Unit, target.Form.Definition);
        if (!seesDraft) submission = submission with { Draft = null, LatestVersion = submission.CountingVersion ?? 0, Returned = null };
        if (submission.Draft is { } draft)
        {
            var findings = await checks.RunAsync(request.Model, request.Lease, target, draft.Values, cancellationToken);
            return new SubmissionView(submission, target.Form.Compiled, draft.Values, draft.DataAsOf, findings);
        }

        var latest = submission.LatestVersion > 0 ? await reader.VersionAsync(target.Key, submission.LatestVersion, cancellationToken) : null;
        if (latest is null) return new SubmissionView(submission, target.Form.Compiled, FormValues.None, null, []);
        var form = archive[latest.FormHash];
        ImmutableHashSet<CellKey> masked = [];
        if (await MaskAsync(request, target, cancellationToken) is { } mask) (latest, masked) = latest.Under(mask, form);
        return new SubmissionView(submission, form, latest.Values, latest.DataAsOf, []) { Version = latest, Masked = masked };
    }

    // Null for those who see the whole form.
    private async Task<FormMask?> MaskAsync(SubmissionRequest request, SubmissionTarget target, CancellationToken cancellationToken) =>
        AccessPolicy.MayRead(request.Actor, request.Model.Plan, target.Unit, target.Form.Definition) ? null : await masks.ReadAsync(request.Actor, request.Model, target.Form, cancellationToken);

    private async Task TellAsync(SubmissionRequest request, MediatR.INotification notification, CancellationToken cancellationToken)
    {
        var module = request.Model.Form(request.Address.Form)?.Module;
        if (request.Lease.Sectors.FirstOrDefault(s => s.Id == module) is not { } sector) return;
        if (await sector.Tell(notification, cancellationToken) is SectorAnswer<MediatR.Unit>.Unavailable no)
            log.LogWarning("Module {Module} was not told of {Notification}: {Reason}", sector.Id, notification.GetType().Name, no.Reason.En);
    }

    /// <summary>Why figures cannot stand at that date; null when they can.</summary>
    internal static Refusal? OutsideTheYear(SubmissionKey key, DateOnly today, DateOnly? dataAsOf) => dataAsOf is not { } day || (day.Year == Periods.YearOf(key.Period) && day <= today)
        ? null
        : new Refusal(
            RefusalKind.Unprocessable,
            "submission.dataAsOfOutside",
            $"“Tính đến ngày” phải trong năm {Periods.YearOf(key.Period)} và không sau hôm nay.",
            $"dataAsOf must be in {Periods.YearOf(key.Period)} and not after today.");

    private static Refusal? UnknownCells(PlanModel model, SubmissionTarget target, ImmutableArray<CellKey> cells)
    {
        var unit = model.Submitting(target.Unit);
        ImmutableArray<CellProblem> unknown =
            [.. cells.Where(c => !target.Form.Compiled.HasCell(c, unit)).Select(c => new CellProblem(c.ToString(), "form.unknownCell", new Text($"Biểu {target.Form.Code} không có ô {c}.", $"Form {target.Form.Code} has no cell {c}.")))];
        return unknown.IsEmpty ? null : new Refusal(RefusalKind.Unprocessable, "form.unknownCell", unknown[0].Message, unknown);
    }

    private static Refusal Incomplete(SubmissionTarget target, ImmutableArray<Finding> findings)
    {
        var errors = findings.Where(f => f.Severity == Severity.Error).ToArray();
        return new Refusal(
            RefusalKind.Unprocessable,
            "submission.hasErrors",
            new Text($"Biểu {target.Form.Code} còn {errors.Length} lỗi, chưa thể trình.", $"Form {target.Form.Code} still has {errors.Length} errors and cannot be submitted."),
            [.. errors.SelectMany(FindingProblems.Of)]);
    }

    private static Refusal NothingFrozen(Submission now) => new(
        RefusalKind.Conflict, "submission.wrongState", $"Biểu {now.Key.Form} của {now.Key.Unit} chưa có phiên bản nào.", $"Form {now.Key.Form} of {now.Key.Unit} has no version yet.");

    private static Refusal Moved(Submission now) => new(
        RefusalKind.Stale, "submission.changed", $"Biểu {now.Key.Form} của {now.Key.Unit} vừa thay đổi: tải lại rồi thử lại.", $"Form {now.Key.Form} of {now.Key.Unit} has just changed: read it again and retry.")
    {
        Revision = now.Revision,
    };
}
