using Microsoft.Extensions.Logging;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>
/// Keeps a crash marker while a module answers its first call, and lets modules on probation answer theirs one at a time,
/// so that a crash can be told to one of them. Safe for concurrent use; free for later calls.
/// </summary>
internal sealed partial class FirstCallGuard(CrashMarkers markers, ILogger logger)
{
    // Never disposed: it holds no handle.
    private SemaphoreSlim OneOnProbation { get; } = new(1, 1);

    /// <summary>Before a call; dispose the answer after it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting for a turn.</exception>
    public async ValueTask<Passage> EnterAsync(LiveModule live, CancellationToken cancellationToken)
    {
        var onProbation = live.IsOnProbation;
        if (onProbation) await OneOnProbation.WaitAsync(cancellationToken);
        var marked = live.IsFirstCall() | onProbation;
        if (marked) Try(live.Id, markers.Set);
        return new Passage(this, live, marked, onProbation);
    }

    private void Leave(Passage passage)
    {
        if (passage.Marked) Try(passage.Live.Id, markers.Clear);
        if (!passage.OnProbation) return;
        passage.Live.SetProbation(false);
        OneOnProbation.Release();
    }

    private void Try(string id, Action<string> change)
    {
        try
        {
            change(id);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNoMarker(fault, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The crash marker of module {Module} cannot be written or removed")]
    private partial void LogNoMarker(Exception fault, string module);

    /// <summary>One call on its way.</summary>
    internal readonly record struct Passage(FirstCallGuard Guard, LiveModule Live, bool Marked, bool OnProbation) : IAsyncDisposable
    {
        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Guard.Leave(this);
            return ValueTask.CompletedTask;
        }
    }
}
