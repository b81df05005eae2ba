using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Snapshots;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps snapshots in the database, so that a backup holds them; the file itself refuses to change them. Safe for concurrent use.</summary>
public sealed class SnapshotStore(WriteGate gate, DbReaders readers) : ISnapshotStore
{
    /// <inheritdoc/>
    public Task<bool> AddAsync(NewSnapshot snapshot, CancellationToken cancellationToken) => gate.RunDbAsync(db => Add(db, snapshot), cancellationToken);

    /// <inheritdoc/>
    public async Task<ImmutableArray<Snapshot>> ListAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await ReadAsync(db, s => s.Plan == plan, f => f.Plan == plan, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Snapshot?> FindAsync(string plan, int number, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return (await ReadAsync(db, s => s.Plan == plan && s.Number == number, f => f.Plan == plan && f.Number == number, cancellationToken)).FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ContentAsync(string plan, int number, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var row = await db.Snapshots.Where(s => s.Plan == plan && s.Number == number).Select(s => new { s.Content, s.ContentHash }).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Checked(row.Content, row.ContentHash, $"the content of snapshot {plan} {number}");
    }

    /// <inheritdoc/>
    public async Task<SnapshotDocument?> FileAsync(string plan, int number, string name, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var row = await db.SnapshotFiles.FirstOrDefaultAsync(f => f.Plan == plan && f.Number == number && f.Name == name, cancellationToken);
        return row is null ? null : new SnapshotDocument(row.Name, row.ContentType, Checked(row.Bytes, row.Hash, $"{name} of snapshot {plan} {number}"));
    }

    /// <inheritdoc/>
    public Task<bool> AddFileAsync(string plan, int number, SnapshotDocument file, DateTimeOffset at, string by, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (db.SnapshotFiles.Any(f => f.Plan == plan && f.Number == number && f.Name == file.Name)) return false;
            var row = Row(plan, number, file, at, by);
            db.SnapshotFiles.Add(row);
            db.Log(at, by, Entity(plan, number), AuditActions.Add, null, $"{row.Name} {row.Hash}", isReported: false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IssueAsync(string plan, int number, SnapshotIssue issue, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (db.SnapshotIssues.Find(plan, number) is not null) return false;
            db.SnapshotIssues.Add(new SnapshotIssueRow { Plan = plan, Number = number, At = Instant.Store(issue.At), By = issue.By });
            db.Log(issue.At, issue.By, Entity(plan, number), AuditActions.Issue, null, null, isReported: false);
            return true;
        },
        cancellationToken);

    // A snapshot is no change of what is reported: the one after it would else never be of the same data.
    private static bool Add(SocialWorkDb db, NewSnapshot made)
    {
        var snapshot = made.Snapshot;
        var last = db.Snapshots.Where(s => s.Plan == snapshot.Plan).OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Hash }).FirstOrDefault();
        if (((last?.Number ?? 0) + 1, last?.Hash ?? string.Empty) != (snapshot.Number, snapshot.PreviousHash)) return false;
        db.Snapshots.Add(new SnapshotRow
        {
            Plan = snapshot.Plan,
            Number = snapshot.Number,
            TakenAt = Instant.Store(snapshot.TakenAt),
            By = snapshot.By,
            Reason = snapshot.Reason,
            Replaces = snapshot.Replaces,
            LogSeq = snapshot.Log.Seq,
            LogHash = snapshot.Log.Hash,
            LogAt = Instant.Store(snapshot.Log.At),
            ContentHash = snapshot.ContentHash,
            PreviousHash = snapshot.PreviousHash,
            Hash = snapshot.Hash,
            Provisional = snapshot.Provisional,
            Missing = string.Join(' ', snapshot.Missing),
            Content = made.Content,
        });
        db.SnapshotFiles.AddRange(made.Documents.Select(document => Row(snapshot.Plan, snapshot.Number, document, snapshot.TakenAt, snapshot.By)));
        db.Log(
            snapshot.TakenAt, snapshot.By, Entity(snapshot.Plan, snapshot.Number), AuditActions.Freeze, null,
            string.Create(CultureInfo.InvariantCulture, $"{snapshot.Hash}; log {snapshot.Log.Seq} {snapshot.Log.Hash}"), snapshot.Reason, isReported: false);
        return true;
    }

    private static async Task<ImmutableArray<Snapshot>> ReadAsync(
        SocialWorkDb db, Expression<Func<SnapshotRow, bool>> which, Expression<Func<SnapshotFileRow, bool>> whose, CancellationToken cancellationToken)
    {
        var files = (await db.SnapshotFiles.Where(whose)
            .Select(f => new { f.Number, File = new SnapshotFile(f.Name, f.ContentType, f.Size, f.Hash, Instant.Read(f.AddedAt), f.By) })
            .ToListAsync(cancellationToken)).ToLookup(f => f.Number, f => f.File);
        var rows = await (
            from s in db.Snapshots.Where(which)
            join i in db.SnapshotIssues on new { s.Plan, s.Number } equals new { i.Plan, i.Number } into issues
            from issue in issues.DefaultIfEmpty()
            orderby s.Number descending
            select new
            {
                s.Plan, s.Number, s.TakenAt, s.By, s.Reason, s.Replaces, s.LogSeq, s.LogHash, s.LogAt, s.ContentHash, s.PreviousHash, s.Hash, s.Provisional, s.Missing,
                IssuedAt = (long?)issue.At,
                IssuedBy = (string?)issue.By,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new Snapshot(
                s.Plan, s.Number, Instant.Read(s.TakenAt), s.By, s.Reason, s.Replaces, new AuditHead(s.LogSeq, s.LogHash, Instant.Read(s.LogAt)), s.ContentHash, s.PreviousHash, s.Hash,
                s.Provisional, [.. s.Missing.Split(' ', StringSplitOptions.RemoveEmptyEntries)], [.. files[s.Number].OrderBy(f => f.Name, StringComparer.Ordinal)],
                s.IssuedAt is { } at ? new SnapshotIssue(Instant.Read(at), s.IssuedBy!) : null)),
        ];
    }

    private static SnapshotFileRow Row(string plan, int number, SnapshotDocument file, DateTimeOffset at, string by) => new()
    {
        Plan = plan,
        Number = number,
        Name = file.Name,
        ContentType = file.ContentType,
        Size = file.Bytes.Length,
        Hash = SnapshotHash.Of(file.Bytes),
        AddedAt = Instant.Store(at),
        By = by,
        Bytes = file.Bytes,
    };

    private static byte[] Checked(byte[] bytes, string hash, string what) =>
        SnapshotHash.Of(bytes) == hash ? bytes : throw new InvalidDataException($"The bytes of {what} are not those that were kept; restore them from a backup.");

    private static string Entity(string plan, int number) => string.Create(CultureInfo.InvariantCulture, $"snapshot/{plan}/{number}");
}
