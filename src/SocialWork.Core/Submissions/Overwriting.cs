using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>What somebody wants to save.</summary>
internal sealed record DraftWish(FormValues Values, DateOnly? DataAsOf, ImmutableSortedDictionary<string, string> Explanations);

/// <summary>
/// Keeps a save from overwriting what its sender has not seen. What a cell held at the revision that the sender saw is not
/// kept as data, so every save on an older revision is refused, whichever cells it is about.
/// </summary>
internal static class Overwriting
{
    /// <summary>What a save goes on from: the draft, or the newest version where there is no draft; null for a submission that was never begun.</summary>
    public static Draft? Stored(Submission now, SubmissionVersion? latest) => now.Draft ?? (latest is null ? null : Draft.Of(latest));

    /// <summary>
    /// Whether the sender may overwrite what is stored: he named its revision, or he named none and nobody else has work in the
    /// draft that he could lose.
    /// </summary>
    public static bool IsSafe(Submission now, long? seen, string sender) => seen is { } revision ? revision == now.Revision : now.Draft is not { } draft || draft.By == sender;

    /// <summary>The refusal of a save that is not safe; its cells are all that the save would overwrite.</summary>
    /// <param name="form">The form the values are of.</param>
    /// <param name="now">The submission as it stands.</param>
    /// <param name="stored">What is stored; null for nothing.</param>
    /// <param name="wish">What the sender wants to be stored.</param>
    /// <param name="seen">The revision that the sender named; null for none.</param>
    public static Refusal Refuse(CompiledForm form, Submission now, Draft? stored, DraftWish wish, long? seen)
    {
        var cells = stored is null ? [] : Overwritten(form, stored, wish);
        var (what, by, at) = ($"{now.Key.Form} của {now.Key.Unit}", stored?.By, stored is null ? null : Moments.Of(stored.At));
        var savedVi = by is null ? string.Empty : $", {by} lưu lần cuối lúc {at!.Vi}";
        var savedEn = by is null ? string.Empty : $"; {by} saved it last at {at!.En}";
        var (code, text) = seen is null
            ? ("submission.ifMatchMissing", new Text(
                $"Biểu {what} đang có số liệu của người khác{savedVi}. Chưa lưu gì: tải lại, đối chiếu các ô được nêu rồi lưu kèm If-Match là ETag vừa đọc.",
                $"Form {now.Key.Form} of {now.Key.Unit} holds the work of somebody else{savedEn}. Nothing was saved: read it again, compare the cells named, and save with its ETag as If-Match."))
            : ("submission.changed", new Text(
                $"Biểu {what} đã thay đổi từ lúc bạn mở{savedVi}. Chưa lưu gì: tải lại, đối chiếu các ô được nêu rồi lưu lại.",
                $"Form {now.Key.Form} of {now.Key.Unit} changed after you read it{savedEn}. Nothing was saved: read it again, compare the cells named, and save again."));
        return new Refusal(RefusalKind.Stale, code, text, cells) { Revision = now.Revision };
    }

    private static ImmutableArray<CellProblem> Overwritten(CompiledForm form, Draft stored, DraftWish wish)
    {
        var overwritten = ImmutableArray.CreateBuilder<CellProblem>();
        foreach (var change in CellChange.Between(form, stored.Values, wish.Values))
            overwritten.Add(Problem(stored, change.Cell.ToString(), form.LabelOf(change.Cell), ValueWords.Of(form.Field(change.Cell.Field), change.Before)));
        if (stored.DataAsOf is { } day && wish.DataAsOf != day)
            overwritten.Add(Problem(stored, "dataAsOf", new Text("Tính đến ngày", "Data as of"), ValueWords.Of(day)));
        foreach (var (id, words) in stored.Explanations)
        {
            if (wish.Explanations.GetValueOrDefault(id) != words)
                overwritten.Add(Problem(stored, Explanations.Place(id), new Text($"Giải trình cho {id}", $"Explanation of {id}"), ValueWords.Of(words)));
        }

        return overwritten.ToImmutable();
    }

    private static CellProblem Problem(Draft stored, string cell, Text label, Text value)
    {
        var at = Moments.Of(stored.At);
        return new CellProblem(cell, "submission.changedCell", new Text(
            $"{label.Vi}: đang lưu {value.Vi}, theo bản {stored.By} lưu lúc {at.Vi}.",
            $"{label.En}: stored is {value.En}, as {stored.By} saved it at {at.En}."));
    }
}
