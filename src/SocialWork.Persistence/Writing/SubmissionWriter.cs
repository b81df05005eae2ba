using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Writing;

/// <summary>
/// Writes one step of a submission: version, history, audit, pointer and totals in one savepoint. Prepared commands, for this
/// is the path that every form of the season takes. Safe for concurrent use.
/// </summary>
public sealed class SubmissionWriter(WriteGate gate, FormArchive archive, CityClock clock) : ISubmissionWriter
{
    private readonly SubmissionMapper _mapper = new(archive);

    /// <inheritdoc/>
    public async Task<Result<Submission>> ChangeAsync(SubmissionChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RunAsync(session => Change(session, change), cancellationToken);
        }
        catch (WriterBusyException)
        {
            return Busy;
        }
    }

    /// <inheritdoc/>
    public async Task<Result<ImmutableArray<Submission>>> ChangeAllAsync(ImmutableArray<SubmissionChange> changes, BatchKey? key, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RunAsync(session => ChangeAll(session, changes, key), cancellationToken);
        }
        catch (BatchRefusedException no)
        {
            return no.Refusal;
        }
        catch (WriterBusyException)
        {
            return Busy;
        }
    }

    private static Refusal Busy => new(RefusalKind.Busy, "writer.busy", "Hệ thống đang bận, hãy thử lại sau giây lát.", "The service is busy; try again in a moment.");

    private ImmutableArray<Submission> ChangeAll(WriteSession session, ImmutableArray<SubmissionChange> changes, BatchKey? key)
    {
        if (key is not null && UsedFor(session, key.Key) is { } earlier)
        {
            if (earlier != key.Content) throw new BatchRefusedException(KeyReused);
            return [.. changes.Select(change => Find(session, change.Key, change.FormHash, new ValuesText(archive)))];
        }

        var after = ImmutableArray.CreateBuilder<Submission>(changes.Length);
        foreach (var change in changes)
        {
            // What was done before is undone with the savepoint, which only a fault rolls back.
            var result = Change(session, change with { IdempotencyKey = null });
            after.Add(result is Result<Submission>.Ok ok ? ok.Value : throw new BatchRefusedException(((Result<Submission>.No)result).Refusal));
        }

        if (key is not null) Remember(session, key.Key, key.Content);
        return after.MoveToImmutable();
    }

    private Result<Submission> Change(WriteSession session, SubmissionChange change)
    {
        var texts = new ValuesText(archive);
        var now = Find(session, change.Key, change.FormHash, texts);
        if (change.IdempotencyKey is { } retry)
        {
            if (UsedFor(session, retry) is { } earlier)
            {
                return earlier == change.Key.ToString()
                    ? now
                    : KeyReused;
            }
        }

        if (change.IfRevision is { } seen && seen != now.Revision)
        {
            return new Refusal(
                RefusalKind.Stale,
                "submission.changed",
                $"Biểu {change.Key.Form} của {change.Key.Unit} đã thay đổi từ lúc bạn mở: tải lại để xem thay đổi rồi làm tiếp.",
                $"Form {change.Key.Form} of {change.Key.Unit} changed after you read it: read it again, then repeat your change.")
            {
                Revision = now.Revision,
            };
        }

        var latest = now.LatestVersion > 0 ? Version(session, change.Key, now.LatestVersion) : null;
        // What is returned or reopened becomes a draft, and a draft is entered under the form as it is now.
        var carried = latest is null ? null : latest with { Values = _mapper.Under(change.FormHash, latest.FormHash, latest.Values) };
        return change.Decide(now, carried).Then<SubmissionStep, Submission>(step => Store(new StepInHand(session, change, now, latest, step, texts)));
    }

    private Submission Store(StepInHand hand)
    {
        if (hand.Step.Frozen is { } frozen) Insert(hand, frozen);
        Update(hand);
        KeepReferences(hand);
        Insert(hand, hand.Step.Entry);
        Audit(hand);
        MovePointer(hand);
        if (hand.Change.IdempotencyKey is { } key) Remember(hand.Session, key, hand.Change.Key.ToString());
        return hand.Step.After;
    }

    private void MovePointer(StepInHand hand)
    {
        var (now, after) = (hand.Now, hand.Step.After);
        var (wasAccepted, isAccepted) = (CountsAccepted(now), CountsAccepted(after));
        if (now.CountingVersion == after.CountingVersion)
        {
            if (after.CountingVersion is { } same && wasAccepted != isAccepted) AddToTotals(hand, same, 0, isAccepted ? +1 : -1);
            return;
        }

        if (now.CountingVersion is { } old) AddToTotals(hand, old, -1, wasAccepted ? -1 : 0);
        if (after.CountingVersion is { } counting) AddToTotals(hand, counting, +1, isAccepted ? +1 : 0);
    }

    private void AddToTotals(StepInHand hand, int number, int sign, int accepted)
    {
        // An approval moves the pointer to the version that was read for its decision; it is not read again.
        var version = hand.Latest is { } latest && latest.Number == number ? latest : Version(hand.Session, hand.Change.Key, number);
        var unit = hand.Session.UnitOn(hand.Change.Key.Unit, hand.Change.CutOff);
        hand.Session.AddToTotals(hand.Change.Contribution(unit, version), sign, accepted);
    }

    private static bool CountsAccepted(Submission submission) => submission.CountingVersion is not null && submission.CountingVersion == submission.AcceptedVersion;

    private Submission Find(WriteSession session, SubmissionKey key, string formHash, ValuesText texts)
    {
        var command = session.Command(
            "SELECT \"State\",\"Revision\",\"DraftJson\",\"DraftAsOf\",\"DraftBy\",\"DraftAt\",\"LatestVersion\",\"CountingVersion\",\"AcceptedVersion\",\"FirstSentAt\",\"ReturnReason\",\"ReturnCells\",\"ReturnBy\",\"ReturnAt\",\"DraftExplanations\" "
            + "FROM submissions WHERE \"Plan\"=@0 AND \"Form\"=@1 AND \"Unit\"=@2 AND \"Period\"=@3",
            key.Plan, key.Form, key.Unit, key.Period);
        using var row = command.ExecuteReader();
        if (!row.Read()) return new Submission(key);
        var stored = new SubmissionRow
        {
            Plan = key.Plan,
            Form = key.Form,
            Unit = key.Unit,
            Period = key.Period,
            State = row.GetInt32(0),
            Revision = row.GetInt64(1),
            DraftJson = row.IsDBNull(2) ? null : row.GetString(2),
            DraftAsOf = row.IsDBNull(3) ? null : DateOnly.FromDateTime(row.GetDateTime(3)),
            DraftBy = row.IsDBNull(4) ? null : row.GetString(4),
            DraftAt = row.IsDBNull(5) ? null : row.GetInt64(5),
            LatestVersion = row.GetInt32(6),
            CountingVersion = row.IsDBNull(7) ? null : row.GetInt32(7),
            AcceptedVersion = row.IsDBNull(8) ? null : row.GetInt32(8),
            FirstSentAt = row.IsDBNull(9) ? null : row.GetInt64(9),
            ReturnReason = row.IsDBNull(10) ? null : row.GetString(10),
            ReturnCells = row.IsDBNull(11) ? null : row.GetString(11),
            ReturnBy = row.IsDBNull(12) ? null : row.GetString(12),
            ReturnAt = row.IsDBNull(13) ? null : row.GetInt64(13),
            DraftExplanations = row.IsDBNull(14) ? null : row.GetString(14),
        };
        var found = _mapper.Read(stored, formHash);
        if (found.Draft is { } draft) texts.Know(stored.DraftJson!, formHash, draft.Values);
        return found;
    }

    private SubmissionVersion Version(WriteSession session, SubmissionKey key, int number)
    {
        var command = session.Command(
            "SELECT \"FormHash\",\"ValuesJson\",\"DataAsOf\",\"By\",\"At\",\"Warnings\",\"PaperScan\",\"PaperReceivedOn\" FROM versions WHERE \"Plan\"=@0 AND \"Form\"=@1 AND \"Unit\"=@2 AND \"Period\"=@3 AND \"Number\"=@4",
            key.Plan, key.Form, key.Unit, key.Period, number);
        using var row = command.ExecuteReader();
        if (!row.Read()) throw new InvalidDataException($"Version {number} of {key} is missing.");
        return _mapper.Read(new VersionRow
        {
            Plan = key.Plan,
            Form = key.Form,
            Unit = key.Unit,
            Period = key.Period,
            Number = number,
            FormHash = row.GetString(0),
            ValuesJson = row.GetString(1),
            DataAsOf = DateOnly.FromDateTime(row.GetDateTime(2)),
            By = row.GetString(3),
            At = row.GetInt64(4),
            Warnings = row.IsDBNull(5) ? null : row.GetString(5),
            PaperScan = row.IsDBNull(6) ? null : row.GetString(6),
            PaperReceivedOn = row.IsDBNull(7) ? null : DateOnly.FromDateTime(row.GetDateTime(7)),
        });
    }

    private void Remember(WriteSession session, string key, string usedFor) =>
        session.Execute("INSERT INTO idempotency(\"Key\",\"Submission\",\"At\") VALUES(@0,@1,@2)", key, usedFor, Instant.Store(clock.Now));

    private static Refusal KeyReused => new(
        RefusalKind.Conflict, "idempotency.reused", "Khóa chống gửi trùng này đã dùng cho biểu hoặc tệp khác.", "This idempotency key was used for another submission or file.");

    private static string? UsedFor(WriteSession session, string key) =>
        session.Command("SELECT \"Submission\" FROM idempotency WHERE \"Key\"=@0", key).ExecuteScalar() as string;

    private static void Insert(StepInHand hand, SubmissionVersion version) => hand.Session.Execute(
        "INSERT INTO versions(\"Plan\",\"Form\",\"Unit\",\"Period\",\"Number\",\"FormHash\",\"ValuesJson\",\"DataAsOf\",\"By\",\"At\",\"Warnings\",\"PaperScan\",\"PaperReceivedOn\") VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10,@11,@12)",
        version.Key.Plan, version.Key.Form, version.Key.Unit, version.Key.Period, version.Number, version.FormHash,
        hand.Texts.Of(version.FormHash, version.Values), Instant.Day(version.DataAsOf), version.By, Instant.Store(version.At),
        WarningsJson.Write(version.Warnings), version.Paper?.Scan, version.Paper is { } paper ? Instant.Day(paper.ReceivedOn) : null);

    // What values refer to is noted with them, so that a file is found from its id; what a later draft leaves out stays noted.
    private void KeepReferences(StepInHand hand)
    {
        var (key, after, frozen) = (hand.Change.Key, hand.Step.After, hand.Step.Frozen);
        var values = frozen?.Values ?? after.Draft?.Values;
        if (values is null) return;
        var ids = FileReferences.In(archive[hand.Change.FormHash], values).Select(reference => reference.Id);
        if (frozen?.Paper is { } paper) ids = ids.Append(paper.Scan);
        foreach (var id in ids)
        {
            hand.Session.Execute(
                "INSERT OR IGNORE INTO attachment_uses(\"Hash\",\"Plan\",\"Form\",\"Unit\",\"Period\") VALUES(@0,@1,@2,@3,@4)",
                id, key.Plan, key.Form, key.Unit, key.Period);
        }
    }

    private static void Insert(StepInHand hand, HistoryEntry entry)
    {
        var key = hand.Change.Key;
        hand.Session.Execute(
            "INSERT INTO history(\"Plan\",\"Form\",\"Unit\",\"Period\",\"Action\",\"Version\",\"By\",\"At\",\"Reason\",\"Cells\",\"CountingAfter\") VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10)",
            key.Plan, key.Form, key.Unit, key.Period, (int)entry.Action, entry.Version, entry.By, Instant.Store(entry.At), entry.Reason, SubmissionMapper.WriteCells(entry.Cells), entry.CountingAfter);
    }

    private static void Update(StepInHand hand)
    {
        var (key, after) = (hand.Change.Key, hand.Step.After);
        var draft = after.Draft is null ? null : SubmissionMapper.WriteDraft(hand.Change.FormHash, hand.Texts.Of(hand.Change.FormHash, after.Draft.Values));
        hand.Session.Execute(
            "INSERT INTO submissions(\"Plan\",\"Form\",\"Unit\",\"Period\",\"State\",\"Revision\",\"DraftJson\",\"DraftAsOf\",\"DraftBy\",\"DraftAt\",\"LatestVersion\",\"CountingVersion\",\"AcceptedVersion\",\"FirstSentAt\",\"ReturnReason\",\"ReturnCells\",\"ReturnBy\",\"ReturnAt\",\"DraftExplanations\") "
            + "VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10,@11,@12,@13,@14,@15,@16,@17,@18) ON CONFLICT DO UPDATE SET \"State\"=@4,\"Revision\"=@5,\"DraftJson\"=@6,\"DraftAsOf\"=@7,\"DraftBy\"=@8,\"DraftAt\"=@9,\"LatestVersion\"=@10,"
            + "\"CountingVersion\"=@11,\"AcceptedVersion\"=@12,\"FirstSentAt\"=@13,\"ReturnReason\"=@14,\"ReturnCells\"=@15,\"ReturnBy\"=@16,\"ReturnAt\"=@17,\"DraftExplanations\"=@18",
            key.Plan, key.Form, key.Unit, key.Period, (int)after.State, after.Revision,
            draft, after.Draft?.DataAsOf is { } asOf ? Instant.Day(asOf) : null, after.Draft?.By, Instant.Store(after.Draft?.At),
            after.LatestVersion, after.CountingVersion, after.AcceptedVersion, Instant.Store(after.FirstSentAt),
            after.Returned?.Reason, after.Returned is null ? null : SubmissionMapper.WriteCells(after.Returned.Cells), after.Returned?.By, Instant.Store(after.Returned?.At),
            after.Draft is null ? null : WarningsJson.Write(after.Draft.Explanations));
    }

    private static void Audit(StepInHand hand)
    {
        var entry = hand.Step.Entry;
        hand.Session.Log(entry.At, entry.By, "submission/" + hand.Change.Key, entry.Action.ToString(), Summary(hand, hand.Now), Summary(hand, hand.Step.After), entry.Reason);
    }

    private static string Summary(StepInHand hand, Submission submission) =>
        $"{submission.State} r{submission.Revision} v{submission.LatestVersion} counting {submission.CountingVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}"
        + (submission.Draft is { } draft ? " " + hand.Texts.Of(hand.Change.FormHash, draft.Values) + Explained(draft) : string.Empty);

    private static string Explained(Draft draft) => WarningsJson.Write(draft.Explanations) is { } words ? " " + words : string.Empty;

    /// <summary>Takes a batch back as a whole; never leaves this class.</summary>
    private sealed class BatchRefusedException(Refusal refusal) : Exception(refusal.Message.En)
    {
        public Refusal Refusal => refusal;
    }

    /// <summary>A step while it is written.</summary>
    private sealed record StepInHand(WriteSession Session, SubmissionChange Change, Submission Now, SubmissionVersion? Latest, SubmissionStep Step, ValuesText Texts);
}
