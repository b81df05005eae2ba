using System.Collections.Immutable;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Attachments;

/// <summary>Keeps who attached what, and which submissions and entries refer to it. Safe for concurrent use.</summary>
public interface IAttachmentStore
{
    /// <summary>Adds an attachment and logs it; one of the same id, name and account is there already and stays as it is.</summary>
    Task<Attachment> AddAsync(Attachment attachment, CancellationToken cancellationToken);

    /// <summary>Every attachment of that id, newest first.</summary>
    Task<ImmutableArray<Attachment>> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The submissions of which a draft or a version has at some time referred to that id.</summary>
    Task<ImmutableArray<SubmissionKey>> UsesAsync(string id, CancellationToken cancellationToken);

    /// <summary>The entries of registers that have at some time referred to that id.</summary>
    Task<ImmutableArray<EntryUse>> EntryUsesAsync(string id, CancellationToken cancellationToken);

    /// <summary>Logs that an account read it.</summary>
    Task LogReadAsync(Attachment attachment, string by, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>An entry of a register that refers to an attachment, or once did.</summary>
public sealed record EntryUse(string Register, Guid Entry);

/// <summary>Keeps the files themselves, each under the hash of its content. Safe for concurrent use.</summary>
public interface IAttachmentFiles
{
    /// <summary>
    /// Writes content aside while hashing it, never holding it in memory. Refused as too large (<c>attachment.tooLarge</c>) or
    /// as unprocessable (<c>attachment.empty</c>); then nothing is left behind.
    /// </summary>
    /// <exception cref="InvalidDataException">The content broke off.</exception>
    Task<Result<IStagedFile>> StageAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a kept file; null where there is none.</summary>
    Stream? Open(string id);
}

/// <summary>A file that was received and is gone when it is disposed, unless it is kept.</summary>
public interface IStagedFile : IDisposable
{
    /// <summary>The SHA-256 of the content.</summary>
    string Id { get; }

    /// <summary>Bytes.</summary>
    long Size { get; }

    /// <summary>The content, seekable.</summary>
    Stream Content { get; }

    /// <summary>Puts it in its place, safe from a crash once this returns; nothing happens where the same content is kept already.</summary>
    void Keep();
}
