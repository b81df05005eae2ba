namespace SocialWork.Core.Attachments;

/// <summary>A file that somebody attached. The same content under another name, or of another account, is another one with the same id. Immutable.</summary>
/// <param name="Id">The SHA-256 of its content, 64 lower-case hexadecimal digits; what a file field holds.</param>
/// <param name="Name">What it is called, with the extension of its type.</param>
/// <param name="Type">What its content is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="By">Who uploaded it.</param>
/// <param name="Unit">The account's unit; null for accounts of no unit.</param>
/// <param name="At">When, UTC.</param>
public sealed record Attachment(string Id, string Name, AttachmentType Type, long Size, string By, string? Unit, DateTimeOffset At)
{
    /// <summary>Whether a text has the shape of an id.</summary>
    public static bool IsId(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}

/// <summary>The limits of attachments.</summary>
public static class AttachmentLimits
{
    /// <summary>The largest file, in bytes: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>The longest name that may be sent, in UTF-16 characters, extension included.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The refusal of a file above <see cref="MaxBytes"/>.</summary>
    public static Refusal TooLarge => new(
        RefusalKind.TooLarge,
        "attachment.tooLarge",
        $"Tệp lớn hơn giới hạn {MaxBytes / (1024 * 1024)} MB; hãy quét ở độ phân giải thấp hơn hoặc tách tệp.",
        $"The file exceeds the limit of {MaxBytes / (1024 * 1024)} MB; scan it at a lower resolution or split it.");
}
