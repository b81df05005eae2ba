namespace SocialWork.Tests.Shared;

/// <summary>LibreOffice as a second reader and writer of documents.</summary>
public static class LibreOffice
{
    private static readonly InstalledProgram Program = new(
        "LibreOffice", "libreoffice-calc-nogui", ["soffice"],
        "/usr/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe");

    /// <summary>Opens a file and saves it in another format, or in the same.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="from">Its extension.</param>
    /// <param name="to">The extension of the format to save in: <c>xlsx</c>, <c>pdf</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to, CancellationToken cancellationToken)
    {
        var program = await Program.FindAsync(cancellationToken);
        // A profile of its own: two processes never share one.
        var folder = Directory.CreateTempSubdirectory("socialwork-office-");
        try
        {
            var source = Path.Combine(folder.FullName, "in." + from);
            await File.WriteAllBytesAsync(source, file, cancellationToken);
            var output = await InstalledProgram.RunAsync(
                program,
                ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri, "--convert-to", to, "--outdir", Path.Combine(folder.FullName, "out"), source],
                cancellationToken);
            var result = Path.Combine(folder.FullName, "out", "in." + to);
            return File.Exists(result) ? await File.ReadAllBytesAsync(result, cancellationToken) : throw new InvalidOperationException($"LibreOffice did not convert the file: {output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
