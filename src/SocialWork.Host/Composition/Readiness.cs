using SocialWork.Abstractions;

namespace SocialWork.Host.Composition;

/// <summary>Whether the host can serve: not before its data and modules are there. Safe for concurrent use.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile State _state = new(false, new Text("đang khởi động", "starting"));

    /// <summary>Whether everything that a request needs is there.</summary>
    public bool IsReady => _state.Ready;

    /// <summary>What is awaited, or what failed.</summary>
    public Text Phase => _state.Phase;

    /// <summary>From now on requests are served.</summary>
    public void Ready()
    {
        _state = new State(true, new Text("sẵn sàng", "ready"));
        _decided.TrySetResult();
    }

    /// <summary>The host will not become ready.</summary>
    public void Failed(Exception fault) => _decided.TrySetException(fault);

    /// <summary>Completes when the host is ready; fails with what keeps it from becoming so.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _decided.Task.WaitAsync(cancellationToken);

    /// <summary>Says what is being done.</summary>
    public void Doing(Text phase) => _state = new State(false, phase);

    private sealed record State(bool Ready, Text Phase);
}
