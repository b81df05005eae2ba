using System.Diagnostics;

namespace SocialWork.Tests.Shared;

/// <summary>
/// A program that tests need beside .NET. Looked for once per process; on Debian, as root, it is installed where it is missing,
/// once per machine. A machine without it fails the test with one line that says so. Safe for concurrent use.
/// </summary>
/// <param name="name">What people call it.</param>
/// <param name="package">The Debian package that brings it.</param>
/// <param name="commands">Its names on the path, the likeliest first.</param>
/// <param name="places">Where else it may be.</param>
public sealed class InstalledProgram(string name, string package, string[] commands, params string[] places)
{
    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private Task<string>? _found;

    /// <summary>Its file.</summary>
    /// <exception cref="InvalidOperationException">It is missing and could not be installed.</exception>
    public Task<string> FindAsync(CancellationToken cancellationToken)
    {
        lock (_gate) _found ??= SearchAsync();
        return _found.WaitAsync(cancellationToken);
    }

    /// <summary>Runs a program until it ends, and gives what it said.</summary>
    public static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
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

    private async Task<string> SearchAsync()
    {
        if (Present() is { } found) return found;
        var said = "it is installed by itself only on Debian, as root";
        using var patience = new CancellationTokenSource(LongestInstallation);
        if (File.Exists("/etc/debian_version") && Environment.IsPrivilegedProcess)
            said = await RunAsync("flock", [Path.Combine(Path.GetTempPath(), $"socialwork-{package}.lock"), "sh", "-c", $"command -v {commands[0]} || (apt-get update && apt-get install -y --no-install-recommends {package})"], patience.Token);
        return Present() ?? throw new InvalidOperationException($"{name} ({commands[0]}) is missing; install {package}: {said.Trim().Split('\n')[^1]}");
    }

    private string? Present()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var onPath = from command in commands from folder in folders from ending in new[] { string.Empty, ".exe" } select Path.Combine(folder, command + ending);
        return onPath.Concat(places).FirstOrDefault(File.Exists);
    }
}
