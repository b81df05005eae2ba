using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>What the standing agency enters from paper.</summary>
/// <param name="Values">A JSON map from cell to value.</param>
/// <param name="DataAsOf">The date at which the figures stand, as the paper says.</param>
/// <param name="ReceivedOn">The day in the city on which the paper arrived; it decides lateness.</param>
/// <param name="Scan">The id of the scanned paper, an attachment that the account may see.</param>
/// <param name="Reason">Why it is entered for the unit.</param>
/// <param name="Explanations">A JSON map from finding id to words; null for none.</param>
public sealed record PaperBody(JsonElement Values, DateOnly? DataAsOf, DateOnly? ReceivedOn, string Scan, string Reason, JsonElement? Explanations = null);

public sealed partial class SubmissionService
{
    /// <summary>
    /// The standing agency enters what a unit sent on paper: checked, frozen and sent in one step, on record as what it is.
    /// Refused where the unit has work of its own under way.
    /// </summary>
    public Task<Result<SubmissionView>> PaperAsync(SubmissionRequest request, PaperBody body, CancellationToken cancellationToken) =>
        Target(request, SubmissionAction.Paper, SubmissionState.Draft).ThenAsync(async target =>
        {
            var (form, unit) = (target.Form.Compiled, request.Model.Submitting(target.Unit));
            if ((NotOnPaper(target.Key, body) ?? await attachments.CheckAsync(request, target, body.Values, cancellationToken)) is { } refusal) return refusal;
            if (await attachments.FindAsync(request.Actor, request.Lease, body.Scan, cancellationToken) is null) return NoScan;
            var read = FormValuesJson.Read(form, unit, body.Values);
            if (read is not Result<FormValues>.Ok { Value: var values }) return ((Result<FormValues>.No)read).Refusal;
            var found = await Explanations.Apply(Explanations.None, body.Explanations).ThenAsync(e => WarningsAsync(request, target, values, e, cancellationToken));
            return await found.ThenAsync(warnings =>
            {
                var paper = new SubmissionVersion(target.Key, 0, form.Hash, values, body.DataAsOf!.Value, request.Actor.UserName, clock.Now)
                {
                    Warnings = warnings,
                    Paper = new PaperReceipt(body.Scan, body.ReceivedOn!.Value),
                };
                return ChangeAsync(request, target, (s, latest) => SubmissionWorkflow.Paper(s, IsUntouched(form, s, latest), paper, body.Reason), cancellationToken, request.IdempotencyKey);
            });
        });

    // Times do not tell: a draft that was handed back and one that was worked on since may be of one moment.
    private static bool IsUntouched(CompiledForm form, Submission now, SubmissionVersion? latest)
    {
        if (now.Draft is not { } draft || draft.Values.Cells.IsEmpty) return true;
        if (latest is null) return false;
        var handedBack = Draft.Of(latest);
        return draft.DataAsOf == handedBack.DataAsOf && draft.Explanations.SequenceEqual(handedBack.Explanations) && CellChange.Between(form, handedBack.Values, draft.Values).IsEmpty;
    }

    private Refusal? NotOnPaper(SubmissionKey key, PaperBody body)
    {
        if (body.DataAsOf is not { } dataAsOf) return SubmissionWorkflow.NoDate;
        if (OutsideTheYear(key, clock.Today, dataAsOf) is { } outside) return outside;
        if (body.ReceivedOn is not { } receivedOn || receivedOn < dataAsOf || receivedOn > clock.Today)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                "paper.receivedOn",
                $"Ngày nhận bản giấy (receivedOn) phải từ “tính đến ngày” {ValueWords.Of(dataAsOf).Vi} đến hôm nay {ValueWords.Of(clock.Today).Vi}.",
                $"The day on which the paper arrived (receivedOn) must be between dataAsOf, {ValueWords.Of(dataAsOf).En}, and today, {ValueWords.Of(clock.Today).En}.");
        }

        return null;
    }

    private static Refusal NoScan => new(
        RefusalKind.Unprocessable,
        "paper.noScan",
        "Thiếu bản chụp (scan): tải bản giấy đã chụp lên rồi gửi mã tệp nhận được.",
        "The scan is missing: upload the scanned paper and send the id that you get.");
}
