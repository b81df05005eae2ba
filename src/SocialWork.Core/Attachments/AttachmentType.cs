using System.Collections.Immutable;

namespace SocialWork.Core.Attachments;

/// <summary>A type of file that may be attached. Immutable.</summary>
/// <param name="MediaType">As it is served and stored.</param>
/// <param name="Extensions">The extensions that a name of it may have, with the dot; the first is added to a name that has none of them.</param>
public sealed record AttachmentType(string MediaType, ImmutableArray<string> Extensions)
{
    /// <summary>PDF.</summary>
    public static AttachmentType Pdf { get; } = new("application/pdf", [".pdf"]);

    /// <summary>PNG.</summary>
    public static AttachmentType Png { get; } = new("image/png", [".png"]);

    /// <summary>JPEG.</summary>
    public static AttachmentType Jpeg { get; } = new("image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>Word, without macros.</summary>
    public static AttachmentType Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    /// <summary>Excel, without macros.</summary>
    public static AttachmentType Xlsx { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<AttachmentType> All { get; } = [Pdf, Png, Jpeg, Docx, Xlsx];

    /// <summary>The type that was stored under a media type.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static AttachmentType Stored(string mediaType) =>
        All.FirstOrDefault(type => type.MediaType == mediaType) ?? throw new InvalidDataException($"The database holds attachments of type {mediaType}, which this version does not know.");
}
