using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence;

/// <summary>Turns stored rows into submissions and back.</summary>
internal sealed class SubmissionMapper(FormArchive archive)
{
    public Submission Read(SubmissionRow row)
    {
        var key = new SubmissionKey(row.Plan, row.Form, row.Unit, row.Period);
        return new Submission(key)
        {
            State = (SubmissionState)row.State,
            Revision = row.Revision,
            Draft = row.DraftJson is null ? null : new Draft(ReadDraft(row.DraftJson), row.DraftAsOf, row.DraftBy!, Instant.Read(row.DraftAt!.Value)),
            LatestVersion = row.LatestVersion,
            CountingVersion = row.CountingVersion,
            AcceptedVersion = row.AcceptedVersion,
            FirstSentAt = Instant.Read(row.FirstSentAt),
            Returned = row.ReturnReason is null ? null : new ReturnNote(row.ReturnReason, ReadCells(row.ReturnCells), row.ReturnBy!, Instant.Read(row.ReturnAt!.Value)),
        };
    }

    public SubmissionVersion Read(VersionRow row) => new(
        new SubmissionKey(row.Plan, row.Form, row.Unit, row.Period), row.Number, row.FormHash, FormValuesJson.ReadStored(archive[row.FormHash], row.ValuesJson), row.DataAsOf, row.By, Instant.Read(row.At));

    public static HistoryEntry Read(HistoryRow row) =>
        new((SubmissionAction)row.Action, row.Version, row.By, Instant.Read(row.At), row.Reason, ReadCells(row.Cells), row.CountingAfter);

    /// <summary>A draft is stored with the hash of the form it was entered under, so that it stays readable: <c>hash:json</c>.</summary>
    public static string WriteDraft(string formHash, string json) => formHash + ":" + json;

    public static (string FormHash, string Json) SplitDraft(string stored)
    {
        var colon = stored.IndexOf(':', StringComparison.Ordinal);
        return (stored[..colon], stored[(colon + 1)..]);
    }

    public static string? WriteCells(ImmutableArray<CellKey> cells) => cells.IsDefaultOrEmpty ? null : string.Join(' ', cells);

    private FormValues ReadDraft(string stored)
    {
        var (formHash, json) = SplitDraft(stored);
        return FormValuesJson.ReadStored(archive[formHash], json);
    }

    private static ImmutableArray<CellKey> ReadCells(string? stored) => stored is null ? [] : [.. stored.Split(' ').Select(CellKey.Parse)];
}
