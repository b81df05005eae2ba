using System.Buffers;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Attachments;

/// <summary>What an attachment is called.</summary>
internal static class AttachmentName
{
    // They turn the direction of what follows, so that “…fdp.exe” reads as “…exe.pdf”.
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The name without a path, as texts are kept; null where it cannot be one.</summary>
    public static string? Read(string raw) =>
        CellText.TryNormalise(raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..], out var name) && name.Length is > 0 and <= AttachmentLimits.MaxNameLength && !name.AsSpan().ContainsAny('\n', '\t') && !name.AsSpan().ContainsAny(Turning) && name.Trim('.').Length > 0
            ? name
            : null;

    /// <summary>The name with an extension that is true: a picture that is called “x.exe” is handed out as “x.exe.png”.</summary>
    public static string For(string name, AttachmentType type) =>
        type.Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) ? name : name + type.Extensions[0];
}
