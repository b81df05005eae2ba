using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Submissions;

/// <summary>One change to a submission: the state after it, the version it froze if any, and its line in the history.</summary>
public sealed record SubmissionStep(Submission After, SubmissionVersion? Frozen, HistoryEntry Entry);

/// <summary>
/// What may follow what: draft → submitted → approved (sent) → accepted or returned; reopened with a reason; or sent at once
/// where it came on paper. Pure functions of the state; who may do it is decided before, in <see cref="Access.AccessPolicy"/>.
/// </summary>
public static class SubmissionWorkflow
{
    /// <summary>The longest reason for a return, a reopening or an entry from paper, in characters.</summary>
    public const int MaxReason = 2000;

    /// <summary>Replaces the draft. Explanations stay as they are where none are given.</summary>
    public static Result<SubmissionStep> Save(
        Submission now, FormValues values, DateOnly? dataAsOf, string by, DateTimeOffset at, ImmutableSortedDictionary<string, string>? explanations = null)
    {
        if (!CanEdit(now)) return Wrong(now, "sửa", "edited");
        var after = now with
        {
            State = now.State == SubmissionState.Returned ? SubmissionState.Returned : SubmissionState.Draft,
            Draft = new Draft(values, dataAsOf, by, at) { Explanations = explanations ?? now.Draft?.Explanations ?? Explanations.None },
        };
        return Step(now, after, SubmissionAction.Save, 0, by, at);
    }

    /// <summary>Freezes the draft as a new version, which waits for the head, with the warnings that were found.</summary>
    public static Result<SubmissionStep> Submit(Submission now, string formHash, string by, DateTimeOffset at, ImmutableArray<ExplainedWarning> warnings = default)
    {
        if (!CanEdit(now)) return Wrong(now, "trình", "submitted");
        if (now.Draft is not { } draft)
            return new Refusal(RefusalKind.Conflict, "submission.nothingToSubmit", "Chưa có số liệu để trình: hãy nhập biểu trước.", "There is nothing to submit: fill the form first.");
        if (draft.DataAsOf is not { } dataAsOf) return NoDate;
        var number = now.LatestVersion + 1;
        var after = now with { State = SubmissionState.Submitted, LatestVersion = number, Draft = null, Returned = null };
        var frozen = new SubmissionVersion(now.Key, number, formHash, draft.Values, dataAsOf, by, at) { Warnings = warnings.IsDefault ? [] : warnings };
        return Step(now, after, SubmissionAction.Submit, number, by, at, frozen: frozen);
    }

    /// <summary>The head approves the submitted version, which sends it: from this moment it counts.</summary>
    public static Result<SubmissionStep> Approve(Submission now, string by, DateTimeOffset at)
    {
        if (!Allows(now.State, SubmissionAction.Approve)) return Wrong(now, "duyệt", "approved");
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
        if (!Allows(now.State, SubmissionAction.Accept)) return Wrong(now, "tiếp nhận", "accepted");
        var after = now with { State = SubmissionState.Accepted, AcceptedVersion = now.LatestVersion };
        return Step(now, after, SubmissionAction.Accept, now.LatestVersion, by, at);
    }

    /// <summary>
    /// The head returns a submitted version, or the standing agency a sent one. A sent one stops counting: the last accepted
    /// version counts again, or none. Its values become the draft to be corrected.
    /// </summary>
    public static Result<SubmissionStep> Return(Submission now, SubmissionVersion latest, string reason, ImmutableArray<CellKey> cells, string by, DateTimeOffset at)
    {
        if (!Allows(now.State, SubmissionAction.Return)) return Wrong(now, "trả lại", "returned");
        if (CheckReason(reason) is { } refusal) return refusal;
        var wasSent = now.State == SubmissionState.Approved;
        var after = now with
        {
            State = SubmissionState.Returned,
            CountingVersion = wasSent ? now.AcceptedVersion : now.CountingVersion,
            Draft = Draft.Of(latest),
            Returned = new ReturnNote(reason, cells, by, at),
        };
        return Step(now, after, SubmissionAction.Return, now.LatestVersion, by, at, reason, cells);
    }

    /// <summary>The standing agency opens a sent or accepted submission for correction. Until a new version is sent, the present one counts.</summary>
    public static Result<SubmissionStep> Reopen(Submission now, SubmissionVersion latest, string reason, string by, DateTimeOffset at)
    {
        if (!Allows(now.State, SubmissionAction.Reopen)) return Wrong(now, "mở lại", "reopened");
        if (CheckReason(reason) is { } refusal) return refusal;
        var after = now with { State = SubmissionState.Draft, Draft = Draft.Of(latest) };
        return Step(now, after, SubmissionAction.Reopen, now.LatestVersion, by, at, reason);
    }

    /// <summary>
    /// The standing agency enters what a unit sent on paper: frozen and sent at once, on the day the paper arrived. Refused where
    /// the unit has work of its own under way, which would vanish: a version that waits for its head, or a draft that holds
    /// anything but what was sent before.
    /// </summary>
    /// <param name="now">The submission as it stands.</param>
    /// <param name="untouched">Whether the draft, where there is one, is empty or just what its last version held.</param>
    /// <param name="paper">What the paper says, as the version that it becomes; its number is given here.</param>
    /// <param name="reason">Why it is entered for the unit.</param>
    public static Result<SubmissionStep> Paper(Submission now, bool untouched, SubmissionVersion paper, string reason)
    {
        if (now.State == SubmissionState.Submitted) return Wrong(now, "nhập từ bản giấy", "entered from paper");
        if (now.Draft is { } draft && !untouched)
        {
            var at = Moments.Of(draft.At);
            return new Refusal(
                RefusalKind.Conflict,
                "submission.draftInWork",
                $"Biểu {now.Key.Form} của {now.Key.Unit} đang có bản nháp do {draft.By} lưu lúc {at.Vi}; nhập từ bản giấy sẽ làm mất bản nháp này. Đề nghị đơn vị trình bản nháp hoặc xóa hết các ô rồi nhập lại.",
                $"Form {now.Key.Form} of {now.Key.Unit} has a draft that {draft.By} saved at {at.En}; entering the paper would lose it. Ask the unit to submit the draft or to clear its cells first.");
        }

        if (CheckReason(reason) is { } refusal) return refusal;
        var received = CityClock.StartOf((paper.Paper ?? throw new ArgumentException("The version is of no paper.", nameof(paper))).ReceivedOn);
        var number = now.LatestVersion + 1;
        var after = now with
        {
            State = SubmissionState.Approved,
            LatestVersion = number,
            CountingVersion = number,
            FirstSentAt = now.FirstSentAt is { } first && first <= received ? first : received,
            Draft = null,
            Returned = null,
        };
        return Step(now, after, SubmissionAction.Paper, number, paper.By, paper.At, reason, frozen: paper with { Number = number });
    }

    /// <summary>Whether a decision about a frozen version may be taken in a state; false for steps that are no such decision.</summary>
    public static bool Allows(SubmissionState state, SubmissionAction decision) => decision switch
    {
        SubmissionAction.Approve => state == SubmissionState.Submitted,
        SubmissionAction.Accept => state == SubmissionState.Approved,
        SubmissionAction.Return => state is SubmissionState.Submitted or SubmissionState.Approved,
        SubmissionAction.Reopen => state is SubmissionState.Approved or SubmissionState.Accepted,
        _ => false,
    };

    private static bool CanEdit(Submission now) => now.State is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;

    /// <summary>The date at which the figures stand is not stated.</summary>
    internal static Refusal NoDate => new(
        RefusalKind.Unprocessable, "submission.dataAsOfMissing", "Chưa ghi “tính đến ngày” của số liệu.", "State the date at which the figures stand (dataAsOf).");

    private static Refusal? CheckReason(string reason) => reason.Trim() switch
    {
        "" => new Refusal(RefusalKind.Unprocessable, "submission.reasonMissing", "Phải nêu lý do.", "Give a reason."),
        { Length: > MaxReason } => new Refusal(RefusalKind.Unprocessable, "submission.reasonTooLong", $"Lý do dài quá {MaxReason} ký tự.", $"The reason is longer than {MaxReason} characters."),
        _ => PersonalNumbers.Refuse(new Text("Lý do", "The reason"), reason),
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
