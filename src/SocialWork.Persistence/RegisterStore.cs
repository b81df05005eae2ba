using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Attachments;
using SocialWork.Core.Auditing;
using SocialWork.Core.Forms;
using SocialWork.Core.Registers;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps the entries of registers. Safe for concurrent use.</summary>
public sealed class RegisterStore(WriteGate gate, DbReaders readers) : IRegisterStore
{
    /// <inheritdoc/>
    public async Task<EntryPage> PageAsync(EntryQuery query, string? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = Live(db).Where(e => e.Register == query.Register);
        if (query.Keeper is { } keeper) rows = rows.Where(e => e.Keeper == keeper);
        if (query.On is { } on) rows = rows.Where(e => e.ValidFrom <= on && (e.ValidTo == null || e.ValidTo > on));
        if (Guid.TryParse(after, out var last)) rows = rows.Where(e => e.Id.CompareTo(last) > 0);
        var page = await rows.OrderBy(e => e.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return page.Count <= limit
            ? new EntryPage([.. page.Select(Read)], null)
            : new EntryPage([.. page.Take(limit).Select(Read)], page[limit - 1].Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<RegisterEntry>> ValidAsync(ImmutableArray<string> registers, DateOnly on, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var wanted = registers.ToArray();
        var rows = await Live(db)
            .Where(e => wanted.Contains(e.Register) && e.ValidFrom <= on && (e.ValidTo == null || e.ValidTo > on))
            .OrderBy(e => e.Keeper).ThenBy(e => e.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<RegisterEntry>> KeptAsync(string register, string? keeper, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = await Live(db).Where(e => e.Register == register && (keeper == null || e.Keeper == keeper)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<RegisterEntry?> FindAsync(string register, Guid id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await Live(db).FirstOrDefaultAsync(e => e.Register == register && e.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    /// <inheritdoc/>
    public Task<EntryWrite> AddAsync(RegisterEntry entry, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (IsTaken(db, entry) || db.RegisterEntries.Find(entry.Id) is not null) return EntryWrite.KeyTaken;
            var row = new RegisterEntryRow
            {
                Id = entry.Id,
                Register = entry.Register,
                Keeper = entry.Keeper,
                ValuesJson = string.Empty,
                ValidFrom = entry.ValidFrom,
                Revision = 0,
                ChangedBy = entry.ChangedBy,
                ChangedAt = 0,
            };
            db.RegisterEntries.Add(row);
            Fill(row, entry);
            Refer(db, entry);
            Log(db, entry, AuditActions.Add, null, row.ValuesJson);
            return EntryWrite.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<EntryWrite> ChangeAsync(RegisterEntry entry, long seen, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (AsSeen(db, entry, seen) is not { } row) return EntryWrite.Stale;
            if (IsTaken(db, entry)) return EntryWrite.KeyTaken;
            var before = row.ValuesJson;
            Fill(row, entry);
            Refer(db, entry);
            Log(db, entry, AuditActions.Change, before, row.ValuesJson);
            return EntryWrite.Done;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<EntryWrite> RemoveAsync(RegisterEntry entry, long seen, string reason, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (AsSeen(db, entry, seen) is not { } row) return EntryWrite.Stale;
            Fill(row, entry);
            row.Key = null;
            Log(db, entry, AuditActions.Remove, row.ValuesJson, null, reason);
            return EntryWrite.Done;
        },
        cancellationToken);

    private static IQueryable<RegisterEntryRow> Live(SocialWorkDb db) => db.RegisterEntries.Where(e => e.Key != null);

    private static RegisterEntryRow? AsSeen(SocialWorkDb db, RegisterEntry entry, long seen) =>
        db.RegisterEntries.Find(entry.Id) is { Key: not null } row && row.Revision == seen ? row : null;

    private static bool IsTaken(SocialWorkDb db, RegisterEntry entry) =>
        db.RegisterEntries.Any(e => e.Register == entry.Register && e.Key == entry.Key && e.Id != entry.Id);

    private static void Fill(RegisterEntryRow row, RegisterEntry entry)
    {
        row.Key = entry.Key;
        row.ValuesJson = FormValuesJson.Write(FormOf(entry.Register), entry.Values);
        row.ValidFrom = entry.ValidFrom;
        row.ValidTo = entry.ValidTo;
        row.Revision = entry.Revision;
        row.ChangedBy = entry.ChangedBy;
        row.ChangedAt = Instant.Store(entry.ChangedAt);
    }

    private static void Refer(SocialWorkDb db, RegisterEntry entry)
    {
        foreach (var (_, id) in FileReferences.In(FormOf(entry.Register), entry.Values).DistinctBy(reference => reference.Id))
        {
            if (db.AttachmentEntries.Find(id, entry.Register, entry.Id) is null)
                db.AttachmentEntries.Add(new AttachmentEntryRow { Hash = id, Register = entry.Register, Entry = entry.Id });
        }
    }

    private static void Log(SocialWorkDb db, RegisterEntry entry, string action, string? before, string? after, string? reason = null) =>
        db.Log(entry.ChangedAt, entry.ChangedBy, $"register/{entry.Register}/{entry.Keeper}/{entry.Id}", action, before, after, reason);

    internal static RegisterEntry Read(RegisterEntryRow row) => new(
        row.Id, row.Register, row.Keeper, row.Key!, FormValuesJson.ReadStored(FormOf(row.Register), row.ValuesJson), row.ValidFrom, row.ValidTo, row.Revision, row.ChangedBy, Instant.Read(row.ChangedAt));

    private static CompiledForm FormOf(string register) =>
        RegisterSet.Find(register)?.Form ?? throw new InvalidDataException($"The database holds entries of register {register}, which this version does not know.");
}
