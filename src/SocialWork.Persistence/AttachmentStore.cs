using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Attachments;
using SocialWork.Core.Auditing;
using SocialWork.Core.Submissions;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps who attached what. Safe for concurrent use.</summary>
public sealed class AttachmentStore(WriteGate gate, DbReaders readers) : IAttachmentStore
{
    /// <inheritdoc/>
    public Task<Attachment> AddAsync(Attachment attachment, CancellationToken cancellationToken) => gate.RunDbAsync(
        db =>
        {
            if (db.Attachments.FirstOrDefault(a => a.Hash == attachment.Id && a.By == attachment.By && a.Name == attachment.Name) is { } known) return Read(known);
            db.Attachments.Add(new AttachmentRow
            {
                Hash = attachment.Id,
                Name = attachment.Name,
                MediaType = attachment.Type.MediaType,
                Size = attachment.Size,
                By = attachment.By,
                Unit = attachment.Unit,
                At = Instant.Store(attachment.At),
            });
            db.Log(attachment.At, attachment.By, Entity(attachment), AuditActions.Add, null, string.Create(CultureInfo.InvariantCulture, $"{attachment.Name} ({attachment.Type.MediaType}, {attachment.Size} bytes)"));
            return attachment;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<ImmutableArray<Attachment>> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. (await db.Attachments.Where(a => a.Hash == id).OrderByDescending(a => a.Id).ToListAsync(cancellationToken)).Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SubmissionKey>> UsesAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. await db.AttachmentUses.Where(u => u.Hash == id).Select(u => new SubmissionKey(u.Plan, u.Form, u.Unit, u.Period)).ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<EntryUse>> EntryUsesAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. await db.AttachmentEntries.Where(u => u.Hash == id).Select(u => new EntryUse(u.Register, u.Entry)).ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public Task LogReadAsync(Attachment attachment, string by, DateTimeOffset at, CancellationToken cancellationToken) => gate.RunAsync(
        session =>
        {
            session.Record(at, new AuditEvent(by, AuditActions.Read, Entity(attachment)) { Details = attachment.Name });
            return true;
        },
        cancellationToken);

    private static string Entity(Attachment attachment) => "attachment/" + attachment.Id;

    private static Attachment Read(AttachmentRow row) => new(row.Hash, row.Name, AttachmentType.Stored(row.MediaType), row.Size, row.By, row.Unit, Instant.Read(row.At));
}
