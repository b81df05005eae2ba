namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads through every XML part that marking may load as a tree, under the same limits as the parts that were read.</summary>
internal static class MarkedParts
{
    private static readonly string[] Loaded = ["workbook", "worksheets/", "styles", "comments", "drawings/vml", ".rels", "[Content_Types]"];

    /// <exception cref="WorkbookRefusedException">A part nests too deep, has a tag without end, or is otherwise not to be loaded.</exception>
    public static void Check(Stream file, CancellationToken cancellationToken)
    {
        using var package = WorkbookPackage.Open(file, cancellationToken);
        var sheets = package.Names.Where(name => name.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)).Sum(package.SizeOf);
        if (sheets > UploadLimits.MaxMarkedBytes) throw new WorkbookRefusedException(WorkbookRefusals.TooLargeToMark);
        foreach (var name in package.Names.Where(name => Loaded.Any(mark => name.Contains(mark, StringComparison.OrdinalIgnoreCase))))
        {
            using var xml = package.OpenXml(name);
            while (xml.Next())
            {
                // Reading through is the check.
            }
        }
    }
}
