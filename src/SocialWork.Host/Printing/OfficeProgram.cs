using System.ComponentModel;
using System.Diagnostics;

namespace SocialWork.Host.Printing;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; null where it was ended because its time was over, or did not start.</param>
/// <param name="Said">The beginning of what it said, for the log.</param>
internal sealed record OfficeEnd(int? ExitCode, string Said);

/// <summary>Finds LibreOffice and runs it. Safe for concurrent use.</summary>
internal static class OfficeProgram
{
    private const int MostSaid = 2000;
    private static readonly string[] Names = ["soffice", "libreoffice", "soffice.com"];
    private static readonly string[] Places =
    [
        "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.com",
    ];

    /// <summary>The program on the path, or where it is usually installed; null for none.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs the program until it ends, or ends it with all that it started.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="profile">A folder of its own: nothing is read or written in anybody's home.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="limit">How long it may run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<OfficeEnd> RunAsync(string program, string profile, string[] arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["-env:UserInstallation=" + new Uri(profile).AbsoluteUri, "--headless", "--nologo", "--norestore", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = profile,
        };
        foreach (var home in new[] { "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR" }) start.Environment[home] = profile;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(limit);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            process.StandardInput.Close();
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException)
        {
            return new OfficeEnd(null, fault.Message);
        }

        var said = Task.WhenAll(SaidAsync(process.StandardOutput, ending.Token), SaidAsync(process.StandardError, ending.Token));
        try
        {
            await process.WaitForExitAsync(ending.Token);
            return new OfficeEnd(process.ExitCode, string.Join(' ', await said).Trim());
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            cancellationToken.ThrowIfCancellationRequested();
            return new OfficeEnd(null, "its time was over");
        }
    }

    // All that it says is taken off it, so that it never waits to be read; the beginning is kept.
    private static async Task<string> SaidAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var kept = string.Empty;
        var buffer = new char[1024];
        for (int read; (read = await output.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (kept.Length < MostSaid) kept += new string(buffer, 0, Math.Min(read, MostSaid - kept.Length));
        }

        return kept;
    }

    private static async Task EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException or OperationCanceledException)
        {
            // It ended by itself in between, or the system does not let go of it: nothing more can be done.
        }
    }
}
