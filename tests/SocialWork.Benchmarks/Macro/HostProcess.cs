using System.Diagnostics;
using SocialWork.Benchmarks.Support;

namespace SocialWork.Benchmarks.Macro;

/// <summary>The built host as a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    /// <summary>From the start of the process until it said that it was ready, in milliseconds.</summary>
    public double StartToReady { get; private set; }

    public Uri Address => _listening.Task.Result;

    public double WorkingSetMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<HostProcess> StartAsync(string dataFolder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = dataFolder };
        foreach (var argument in (string[])[HostOutput.Executable, "--demo", "--data", dataFolder, "--urls", "http://127.0.0.1:0", .. more]) start.ArgumentList.Add(argument);
        var host = new HostProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        host._process.OutputDataReceived += (_, line) => host.Said(line.Data);
        host._process.Exited += (_, _) => host._ready.TrySetException(new InvalidOperationException("The host ended before it was ready."));
        var clock = Clock.Start();
        host._process.Start();
        host._process.BeginOutputReadLine();
        await Task.WhenAll(host._listening.Task, host._ready.Task).WaitAsync(TimeSpan.FromMinutes(2));
        host.StartToReady = clock.Milliseconds;
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Said(string? line)
    {
        const string listening = "Now listening on: ";
        if (line is null) return;
        if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at) _listening.TrySetResult(new Uri(line[(at + listening.Length)..].Trim().Trim('"')));
        if (line.Contains("Ready after", StringComparison.Ordinal)) _ready.TrySetResult();
    }
}
