using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>What kind of content each part of a package says it has. Immutable.</summary>
internal sealed class ContentTypes
{
    /// <summary>The part that says so.</summary>
    public const string Part = "[Content_Types].xml";

    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase);

    private ContentTypes() { }

    /// <summary>Every type that is named, whether or not a part has it.</summary>
    public IEnumerable<string> All => _byPart.Values.Concat(_byEnding.Values);

    /// <summary>Reads the part.</summary>
    public static ContentTypes Read(XmlReader xml)
    {
        var types = new ContentTypes();
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type) continue;
            if (xml.LocalName == "Override" && xml.GetAttribute("PartName") is { } part) types._byPart[part.TrimStart('/')] = type;
            if (xml.LocalName == "Default" && xml.GetAttribute("Extension") is { } ending) types._byEnding[ending] = type;
        }

        return types;
    }

    /// <summary>The type of a part; empty for none.</summary>
    public string Of(string part) => _byPart.GetValueOrDefault(part) ?? _byEnding.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]) ?? string.Empty;
}
