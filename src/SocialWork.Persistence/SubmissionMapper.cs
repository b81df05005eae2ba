using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence;

/// <summary>Turns stored rows into submissions and back.</summary>
internal sealed class SubmissionMapper(FormArchive archive)
{
    /// <summary>Reads a submission.</summary>
    /// <param name="row">The row.</param>
    /// <param name="draftUnder">The form version that the draft is carried on under; null leaves it as it was entered.</param>
    public Submission Read(SubmissionRow row, string? draftUnder = null)
    {
        var key = new SubmissionKey(row.Plan, row.Form, row.Unit, row.Period);
        return new Submission(key)
        {
            State = (SubmissionState)row.State,
            Revision = row.Revision,
            Draft = row.DraftJson is null ? null : new Draft(ReadDraft(row.DraftJson, draftUnder), row.DraftAsOf, row.DraftBy!, Instant.Read(row.DraftAt!.Value))
            {
                Explanations = WarningsJson.ReadExplanations(row.DraftExplanations),
            },
            LatestVersion = row.LatestVersion,
            CountingVersion = row.CountingVersion,
            AcceptedVersion = row.AcceptedVersion,
            FirstSentAt = Instant.Read(row.FirstSentAt),
            Returned = row.ReturnReason is null ? null : new ReturnNote(row.ReturnReason, ReadCells(row.ReturnCells), row.ReturnBy!, Instant.Read(row.ReturnAt!.Value)),
        };
    }

    public SubmissionVersion Read(VersionRow row) => new(
        new SubmissionKey(row.Plan, row.Form, row.Unit, row.Period), row.Number, row.FormHash, FormValuesJson.ReadStored(archive[row.FormHash], row.ValuesJson), row.DataAsOf, row.By, Instant.Read(row.At))
    {
        Warnings = WarningsJson.ReadWarnings(row.Warnings),
        Paper = row.PaperScan is null ? null : new PaperReceipt(row.PaperScan, row.PaperReceivedOn!.Value),
    };

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

    /// <summary>
    /// Values of one form version as another can hold them: a cell that the other does not have, or has of another kind, is
    /// left out. Otherwise what is stored under the other version could never be read again.
    /// </summary>
    public FormValues Under(string formHash, string enteredUnder, FormValues values)
    {
        if (formHash == enteredUnder) return values;
        var form = archive[formHash];
        return new FormValues(values.Cells.Where(cell => Holds(form, cell.Key, cell.Value)).ToImmutableDictionary());
    }

    private static bool Holds(CompiledForm form, CellKey cell, CellValue value)
    {
        try
        {
            FormValuesJson.ReadStored(form, FormValuesJson.Write(form, new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty.Add(cell, value))));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private FormValues ReadDraft(string stored, string? draftUnder)
    {
        var (enteredUnder, json) = SplitDraft(stored);
        var values = FormValuesJson.ReadStored(archive[enteredUnder], json);
        return draftUnder is null ? values : Under(draftUnder, enteredUnder, values);
    }

    private static ImmutableArray<CellKey> ReadCells(string? stored) => stored is null ? [] : [.. stored.Split(' ').Select(CellKey.Parse)];
}
