using System.Collections.Immutable;
using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads the cells of a workbook, streaming. Safe for concurrent use.</summary>
internal static class RawWorkbookReader
{
    private static readonly string[] MainTypes =
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"];

    /// <summary>Reads every sheet.</summary>
    /// <exception cref="WorkbookRefusedException">It is no workbook, or holds more than may be read.</exception>
    public static RawWorkbook Read(WorkbookPackage package)
    {
        var main = package.RelationshipsOf(string.Empty).FirstOrDefault(r => r is { Kind: "officeDocument", IsExternal: false })?.Target;
        if (main is null || !package.Has(main)) throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
        var type = package.Types.Of(main);
        if (type == MainTypes[1]) throw new WorkbookRefusedException(WorkbookRefusals.Template);
        if (type != MainTypes[0]) throw new WorkbookRefusedException(type.Contains("wordprocessing", StringComparison.Ordinal) || type.Contains("presentation", StringComparison.Ordinal) ? WorkbookRefusals.OtherOffice : WorkbookRefusals.Damaged);
        var relations = package.RelationshipsOf(main);
        var (names, from1904) = ReadContents(package, main);
        var shared = relations.Find(r => r.Kind == "sharedStrings") is { } texts ? SharedTexts.Read(package, texts.Target) : [];
        var formats = relations.Find(r => r.Kind == "styles") is { } styles ? NumberFormats.Read(package, styles.Target) : [];
        var reader = new RawSheetReader(package, shared, formats);
        var sheets = ImmutableArray.CreateBuilder<RawSheet>();
        foreach (var (name, id) in names)
        {
            var relation = relations.Find(r => r.Id == id) ?? throw new WorkbookRefusedException(WorkbookRefusals.Damaged);
            // Sheets of a single chart have no cells.
            if (relation.Kind == "worksheet") sheets.Add(reader.Read(name, relation.Target));
        }

        return new RawWorkbook(sheets.ToImmutable(), from1904);
    }

    private static (List<(string Name, string Id)> Sheets, bool From1904) ReadContents(WorkbookPackage package, string part)
    {
        var sheets = new List<(string, string)>();
        var from1904 = false;
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.IsAt("workbookPr")) from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (!xml.IsAt("sheet")) continue;
            sheets.Add((xml.GetAttribute("name") ?? string.Empty, RelationOf(xml)));
            if (sheets.Count > UploadLimits.MaxSheets) throw new WorkbookRefusedException(WorkbookRefusals.TooManySheets);
        }

        return (sheets, from1904);
    }

    // The attribute's namespace differs between the two editions of the format, its name does not.
    private static string RelationOf(XmlReader xml)
    {
        var id = string.Empty;
        while (xml.MoveToNextAttribute())
        {
            if (xml is { LocalName: "id", Prefix.Length: > 0 }) id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }
}
