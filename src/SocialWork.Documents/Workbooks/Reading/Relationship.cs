using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>How one part of a package refers to another part, or to something outside.</summary>
/// <param name="Id">The name by which the part uses it.</param>
/// <param name="Kind">The last step of its type where it is one of the format: <c>worksheet</c>, <c>sharedStrings</c>; otherwise the whole type, which only resembles one.</param>
/// <param name="Target">The part's name in the package, or the address outside.</param>
/// <param name="IsExternal">Whether it leads outside.</param>
internal sealed record Relationship(string Id, string Kind, string Target, bool IsExternal)
{
    // The two editions of the format.
    private static readonly string[] Formats = ["http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "http://purl.oclc.org/ooxml/officeDocument/relationships/"];

    /// <summary>Reads a part of relationships.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The part of relationships.</param>
    /// <param name="folder">The folder of the part that refers, with a slash at its end, or empty.</param>
    public static List<Relationship> Read(WorkbookPackage package, string part, string folder)
    {
        var found = new List<Relationship>();
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var external = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var (type, target) = (xml.GetAttribute("Type") ?? string.Empty, xml.GetAttribute("Target") ?? string.Empty);
            found.Add(new Relationship(xml.GetAttribute("Id") ?? string.Empty, KindOf(type), external ? target : Resolve(folder, target), external));
        }

        return found;
    }

    private static string KindOf(string type) => Array.Find(Formats, format => type.StartsWith(format, StringComparison.Ordinal)) is { } known ? type[known.Length..] : type;

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
