namespace SocialWork.Tests.Shared;

/// <summary>LibreOffice as a second reader and writer of documents.</summary>
public static class LibreOffice
{
    private static readonly InstalledProgram Program = new(
        "LibreOffice", "libreoffice-calc-nogui", ["soffice"],
        "/usr/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe");

    // Beside the program: what reads Word's files, and the typeface that stands for Times New Roman.
    private static readonly InstalledProgram Writer = new(
        "LibreOffice Writer", "libreoffice-writer-nogui", ["libswlo.so"],
        "/usr/lib/libreoffice/program/libswlo.so", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe");

    private static readonly InstalledProgram Typeface = new(
        "Liberation Serif", "fonts-liberation", ["LiberationSerif-Regular.ttf"],
        "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
        "/System/Library/Fonts/Supplemental/Times New Roman.ttf", @"C:\Windows\Fonts\times.ttf");

    /// <summary>Its program, where documents can be printed as they are in an office.</summary>
    public static async Task<string> ForPrintingAsync(CancellationToken cancellationToken)
    {
        await Writer.FindAsync(cancellationToken);
        await Typeface.FindAsync(cancellationToken);
        return await Program.FindAsync(cancellationToken);
    }

    /// <summary>Opens a file and saves it in another format, or in the same.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="from">Its extension.</param>
    /// <param name="to">The extension of the format to save in: <c>xlsx</c>, <c>pdf</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to, CancellationToken cancellationToken) =>
        (await ConvertAllAsync([file], from, to, cancellationToken))[0];

    /// <summary>The same for several files, for the price of one start.</summary>
    public static async Task<IReadOnlyList<byte[]>> ConvertAllAsync(IReadOnlyList<byte[]> files, string from, string to, CancellationToken cancellationToken)
    {
        var program = from is "docx" or "rtf" ? await ForPrintingAsync(cancellationToken) : await Program.FindAsync(cancellationToken);
        // A profile of its own: two processes never share one.
        var folder = Directory.CreateTempSubdirectory("socialwork-office-");
        try
        {
            var names = files.Select((_, index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            foreach (var (index, name) in names.Index()) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.{from}"), files[index], cancellationToken);
            var output = await InstalledProgram.RunAsync(
                program,
                [
                    "--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri, "--convert-to", to, "--outdir", Path.Combine(folder.FullName, "out"),
                    .. names.Select(name => Path.Combine(folder.FullName, $"{name}.{from}")),
                ],
                cancellationToken);
            var converted = new List<byte[]>();
            foreach (var result in names.Select(name => Path.Combine(folder.FullName, "out", $"{name}.{to}")))
                converted.Add(File.Exists(result) ? await File.ReadAllBytesAsync(result, cancellationToken) : throw new InvalidOperationException($"LibreOffice did not convert a file: {output}"));
            return converted;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
