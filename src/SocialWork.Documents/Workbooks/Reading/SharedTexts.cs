using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads the texts that cells share, and the texts inside a cell.</summary>
internal static class SharedTexts
{
    /// <summary>The shared texts in their order.</summary>
    public static ImmutableArray<string> Read(WorkbookPackage package, string part)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var characters = 0;
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (!xml.IsAt("si")) continue;
            var text = One(xml, "si");
            characters += text.Length;
            if (characters > UploadLimits.MaxSharedCharacters || texts.Count > UploadLimits.MaxCells) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
            texts.Add(text);
        }

        return texts.ToImmutable();
    }

    /// <summary>The text of the element the reader stands on, its runs put together; hints of pronunciation are left out.</summary>
    public static string One(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement) return string.Empty;
        var text = new StringBuilder();
        var (inText, inHint) = (false, false);
        var depth = xml.Depth;
        while (xml.Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var begins = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                if (xml.LocalName == "t") inText = begins;
                if (xml.LocalName == "rPh") inHint = begins;
            }
            else if (inText && !inHint) xml.AppendTo(text);
        }

        return Decode(text.ToString());
    }

    /// <summary>
    /// Undoes the way in which the format writes characters that XML has no place for: <c>_x000D_</c>. A text that would hold
    /// halves of characters stays as it is written, for nothing that compares or stores texts takes those.
    /// </summary>
    public static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal) && XmlConvert.DecodeName(text) is { } decoded && IsWhole(decoded) ? decoded : text;

    private static bool IsWhole(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || rune.Value is 0xFFFE or 0xFFFF) return false;
            rest = rest[length..];
        }

        return true;
    }
}
