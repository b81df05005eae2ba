namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads through every XML part that marking may load as a tree, under the same limits as the parts that were read.</summary>
internal static class MarkedParts
{
    private static readonly string[] Names = ["workbook", "worksheets/", "styles", "comments", "drawings/vml", ".rels", "[Content_Types]"];
    private static readonly string[] Types = ["sheet.main+xml", "template.main+xml", "worksheet+xml", "styles+xml", "comments+xml", "vmlDrawing"];

    /// <exception cref="WorkbookRefusedException">A part nests too deep, has a tag without end, or is otherwise not to be loaded.</exception>
    public static void Check(Stream file, CancellationToken cancellationToken)
    {
        using var package = WorkbookPackage.Open(file, cancellationToken);
        var sheets = package.Names.Where(name => IsOf(["worksheets/"], name) || IsOf(["worksheet+xml"], package.Types.Of(name))).Sum(package.SizeOf);
        if (sheets > UploadLimits.MaxMarkedBytes) throw new WorkbookRefusedException(WorkbookRefusals.TooLargeToMark);
        foreach (var name in package.Names.Where(name => IsOf(Names, name) || IsOf(Types, package.Types.Of(name))))
        {
            using var xml = package.OpenXml(name);
            while (xml.Next())
            {
                // Reading through is the check.
            }
        }
    }

    // The library goes by the type, whatever a part is called. Other parts may hold what other programs put there.
    private static bool IsOf(string[] marks, string text) => Array.Exists(marks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
