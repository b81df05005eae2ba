using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Submissions;

/// <summary>One change to a submission: the state after it, the version it froze if any, and its line in the history.</summary>
public sealed record SubmissionStep(Submission After, SubmissionVersion? Frozen, HistoryEntry Entry);

/// <summary>
/// What may follow what: draft → submitted → approved (sent) → accepted or returned; reopened with a reason. Pure functions
/// of the state; who may do it is decided before, in <see cref="Access.AccessPolicy"/>.
/// </summary>
public static class SubmissionWorkflow
{
    /// <summary>The longest reason for a return or a reopening, in characters.</summary>
    public const int MaxReason = 2000;

    /// <summary>Replaces the draft.</summary>
    public static Result<SubmissionStep> Save(Submission now, FormValues values, DateOnly? dataAsOf, string by, DateTimeOffset at)
    {
        if (!CanEdit(now)) return Wrong(now, "sửa", "edited");
        var after = now with
        {
            State = now.State == SubmissionState.Returned ? SubmissionState.Returned : SubmissionState.Draft,
            Draft = new Draft(values, dataAsOf, by, at),
        };
        return Step(now, after, SubmissionAction.Save, 0, by, at);
    }

    /// <summary>Freezes the draft as a new version, which waits for the head.</summary>
    public static Result<SubmissionStep> Submit(Submission now, string formHash, string by, DateTimeOffset at)
    {
        if (!CanEdit(now)) return Wrong(now, "trình", "submitted");
        if (now.Draft is not { } draft)
            return new Refusal(RefusalKind.Conflict, "submission.nothingToSubmit", "Chưa có số liệu để trình: hãy nhập biểu trước.", "There is nothing to submit: fill the form first.");
        if (draft.DataAsOf is not { } dataAsOf)
            return new Refusal(RefusalKind.Unprocessable, "submission.dataAsOfMissing", "Chưa ghi “tính đến ngày” của số liệu.", "State the date at which the figures stand (dataAsOf).");
        var number = now.LatestVersion + 1;
        var after = now with { State = SubmissionState.Submitted, LatestVersion = number, Draft = null, Returned = null };
        var frozen = new SubmissionVersion(now.Key, number, formHash, draft.Values, dataAsOf, by, at);
        return Step(now, after, SubmissionAction.Submit, number, by, at, frozen: frozen);
    }

    /// <summary>The head approves the submitted version, which sends it: from this moment it counts.</summary>
    public static Result<SubmissionStep> Approve(Submission now, string by, DateTimeOffset at)
    {
        if (now.State != SubmissionState.Submitted) return Wrong(now, "duyệt", "approved");
        var after = now with
        {
            State = SubmissionState.Approved,
            CountingVersion = now.LatestVersion,
            FirstSentAt = now.FirstSentAt ?? at,
        };
        return Step(now, after, SubmissionAction.Approve, now.LatestVersion, by, at);
    }

    /// <summary>The standing agency accepts the sent version.</summary>
    public static Result<SubmissionStep> Accept(Submission now, string by, DateTimeOffset at)
    {
        if (now.State != SubmissionState.Approved) return Wrong(now, "tiếp nhận", "accepted");
        var after = now with { State = SubmissionState.Accepted, AcceptedVersion = now.LatestVersion };
        return Step(now, after, SubmissionAction.Accept, now.LatestVersion, by, at);
    }

    /// <summary>
    /// The head returns a submitted version, or the standing agency a sent one. A sent one stops counting: the last accepted
    /// version counts again, or none. Its values become the draft to be corrected.
    /// </summary>
    public static Result<SubmissionStep> Return(Submission now, SubmissionVersion latest, string reason, ImmutableArray<CellKey> cells, string by, DateTimeOffset at)
    {
        if (now.State is not (SubmissionState.Submitted or SubmissionState.Approved)) return Wrong(now, "trả lại", "returned");
        if (CheckReason(reason) is { } refusal) return refusal;
        var wasSent = now.State == SubmissionState.Approved;
        var after = now with
        {
            State = SubmissionState.Returned,
            CountingVersion = wasSent ? now.AcceptedVersion : now.CountingVersion,
            Draft = new Draft(latest.Values, latest.DataAsOf, latest.By, latest.At),
            Returned = new ReturnNote(reason, cells, by, at),
        };
        return Step(now, after, SubmissionAction.Return, now.LatestVersion, by, at, reason, cells);
    }

    /// <summary>The standing agency opens a sent or accepted submission for correction. Until a new version is sent, the present one counts.</summary>
    public static Result<SubmissionStep> Reopen(Submission now, SubmissionVersion latest, string reason, string by, DateTimeOffset at)
    {
        if (now.State is not (SubmissionState.Approved or SubmissionState.Accepted)) return Wrong(now, "mở lại", "reopened");
        if (CheckReason(reason) is { } refusal) return refusal;
        var after = now with { State = SubmissionState.Draft, Draft = new Draft(latest.Values, latest.DataAsOf, latest.By, latest.At) };
        return Step(now, after, SubmissionAction.Reopen, now.LatestVersion, by, at, reason);
    }

    private static bool CanEdit(Submission now) => now.State is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;

    private static Refusal? CheckReason(string reason) => reason.Trim() switch
    {
        "" => new Refusal(RefusalKind.Unprocessable, "submission.reasonMissing", "Phải nêu lý do.", "Give a reason."),
        { Length: > MaxReason } => new Refusal(RefusalKind.Unprocessable, "submission.reasonTooLong", $"Lý do dài quá {MaxReason} ký tự.", $"The reason is longer than {MaxReason} characters."),
        _ => null,
    };

    private static Result<SubmissionStep> Step(
        Submission now, Submission after, SubmissionAction action, int version, string by, DateTimeOffset at,
        string? reason = null, ImmutableArray<CellKey> cells = default, SubmissionVersion? frozen = null) =>
        new SubmissionStep(
            after with { Revision = now.Revision + 1 },
            frozen,
            new HistoryEntry(action, version, by, at, reason, cells.IsDefault ? [] : cells, after.CountingVersion));

    private static Refusal Wrong(Submission now, string vi, string en) => new(
        RefusalKind.Conflict,
        "submission.wrongState",
        $"Biểu {now.Key.Form} của {now.Key.Unit} đang ở trạng thái “{Name(now.State).Vi}”, không thể {vi}.",
        $"Form {now.Key.Form} of {now.Key.Unit} is {Name(now.State).En}; it cannot be {en}.");

    /// <summary>What people call a state.</summary>
    public static Text Name(SubmissionState state) => state switch
    {
        SubmissionState.NotStarted => new Text("chưa nhập", "not started"),
        SubmissionState.Draft => new Text("đang nhập", "a draft"),
        SubmissionState.Submitted => new Text("chờ thủ trưởng duyệt", "waiting for the head's approval"),
        SubmissionState.Approved => new Text("đã gửi", "sent"),
        SubmissionState.Accepted => new Text("đã tiếp nhận", "accepted"),
        SubmissionState.Returned => new Text("bị trả lại", "returned for correction"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
