using System.Diagnostics;

namespace SocialWork.Host.Tests.Support;

/// <summary>The product's executable as a process of its own.</summary>
internal static class ProductProcess
{
    /// <summary>Runs it until it ends.</summary>
    public static async Task<(int Code, string Output, string Complaints)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(HostOutput.Folder, "SocialWork.Host.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await complaints);
    }
}
