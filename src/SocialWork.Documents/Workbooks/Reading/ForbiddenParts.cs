using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Refuses what runs, what reaches outside, and what hides another document.</summary>
internal static class ForbiddenParts
{
    private static readonly string[] Macros = ["vbaProject", "macroEnabled", "macrosheet", "dialogsheet", "vbaData"];
    private static readonly string[] Links = ["externalLink", "connections+xml", "queryTable"];
    private static readonly string[] Embedded = ["oleObject", "activeX", "officeDocument.package"];

    /// <exception cref="WorkbookRefusedException">The package has such a part, or is of a kind that is not read.</exception>
    public static void Check(WorkbookPackage package, IEnumerable<string> names)
    {
        var types = package.Types.All.ToArray();
        if (types.Any(type => type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))) throw new WorkbookRefusedException(WorkbookRefusals.Binary);
        string[] all = [.. types, .. names];
        Refuse(all, [.. Macros, "xl/macrosheets/", "xl/dialogsheets/"], WorkbookRefusals.Macros);
        Refuse(all, [.. Links, "xl/externalLinks/", "xl/connections.xml"], WorkbookRefusals.ExternalLinks);
        Refuse(all, [.. Embedded, "xl/embeddings/"], WorkbookRefusals.Embeddings);
        foreach (var name in package.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            // A hyperlink is only text until somebody follows it, and nothing here does.
            if (Relationship.Read(package, name, string.Empty).Any(link => link.IsExternal && link.Kind != "hyperlink")) throw new WorkbookRefusedException(WorkbookRefusals.ExternalLinks);
        }
    }

    private static void Refuse(string[] all, string[] marks, Refusal refusal)
    {
        if (all.Any(name => marks.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase)))) throw new WorkbookRefusedException(refusal);
    }
}
