using System.Diagnostics;

namespace SocialWork.Tests.Shared;

/// <summary>
/// LibreOffice as a second reader and writer of documents. Looked for once per process; on Debian, as root, it is installed
/// where it is missing, once per machine. A machine without it fails the test with one line that says so.
/// </summary>
public static class LibreOffice
{
    private const string Package = "libreoffice-calc-nogui";
    private static readonly string[] Places =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe") }),
        "/usr/lib/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.exe",
    ];

    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    /// <summary>Opens a file and saves it in another format, or in the same.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="from">Its extension.</param>
    /// <param name="to">The extension of the format to save in: <c>xlsx</c>, <c>pdf</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to, CancellationToken cancellationToken)
    {
        var program = await Found.Value.WaitAsync(cancellationToken);
        // A profile of its own: two processes never share one.
        var folder = Directory.CreateTempSubdirectory("socialwork-office-");
        try
        {
            var source = Path.Combine(folder.FullName, "in." + from);
            await File.WriteAllBytesAsync(source, file, cancellationToken);
            var output = await RunAsync(
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

    private static async Task<string> FindAsync()
    {
        if (Array.Find(Places, File.Exists) is { } found) return found;
        var said = "it is installed by itself only on Debian, as root";
        if (File.Exists("/etc/debian_version") && Environment.IsPrivilegedProcess)
            said = await RunAsync("flock", ["/tmp/socialwork-libreoffice.lock", "sh", "-c", $"command -v soffice || (apt-get update && apt-get install -y --no-install-recommends {Package})"], CancellationToken.None);
        return Array.Find(Places, File.Exists) ?? throw new InvalidOperationException($"LibreOffice (soffice) is missing; install {Package}: {said.Trim().Split('\n')[^1]}");
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return await output + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
