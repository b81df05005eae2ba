using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>
/// Calls a module and contains it: whatever the module does, the caller gets an answer within the time-out. Safe for
/// concurrent use.
/// </summary>
internal sealed partial class ModuleCaller(ModuleOptions options, TimeProvider time, CrashMarkers markers, IModuleFaults faults, ILogger logger)
{
    private readonly FirstCallGuard _firstCalls = new(markers, logger);

    /// <summary>Calls a module that the caller holds.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<SectorAnswer<T>> CallAsync<T>(
        LiveModule live, string what, Func<IMediator, CancellationToken, Task<T?>> call, CancellationToken cancellationToken)
    {
        if (live.Stopped is { } stopped) return new SectorAnswer<T>.Unavailable(SectorOutcome.Quarantined, stopped);
        await using var guard = await _firstCalls.EnterAsync(live, cancellationToken);
        // The call is a user of its own: when it is abandoned, it keeps the module loaded until it really ends.
        if (!live.TryEnter()) return new SectorAnswer<T>.Unavailable(SectorOutcome.Disabled, CallReasons.NotEnabled(live.Id));
        // Not linked to the caller's token: cancelling runs the module's callbacks, and that must not happen on the caller's thread.
        var patience = new CancellationTokenSource();
        var turn = new TaskCompletionSource();
        var running = Task.Run(() => RunAsync(live, what, call, turn, patience.Token), CancellationToken.None);
        _ = running.ContinueWith(_ => patience.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            var (answer, problem) = await running.WaitAsync(options.CallTimeout, time, cancellationToken);
            if (problem is null) return new SectorAnswer<T>.Ok(answer!);
            cancellationToken.ThrowIfCancellationRequested();
            return await FaultAsync<T>(live, SectorOutcome.Failed, problem);
        }
        catch (OperationCanceledException)
        {
            Abandon(running, patience);
            throw;
        }
        catch (TimeoutException)
        {
            Abandon(running, patience);
            // Who waits behind others has not been heard yet: the crowd is no fault of the module's.
            if (!turn.Task.IsCompleted) return new SectorAnswer<T>.Unavailable(SectorOutcome.TimedOut, CallReasons.Crowded(live.Id, what));
            LogTooSlow(live.Id, what);
            return await FaultAsync<T>(live, SectorOutcome.TimedOut, CallReasons.TooSlow(live.Id, what, options.CallTimeout));
        }
    }

    // Never throws, so that a time-out or cancellation that the module throws is not taken for the caller's.
    private async Task<(T? Answer, Text? Problem)> RunAsync<T>(
        LiveModule live, string what, Func<IMediator, CancellationToken, Task<T?>> call, TaskCompletionSource turn, CancellationToken token)
    {
        try
        {
            await live.Turns.WaitAsync(token);
            turn.TrySetResult();
            try
            {
                await using var scope = live.CreateScope();
                var answer = await call(scope.ServiceProvider.GetRequiredService<IMediator>(), token);
                return answer is null ? (default, CallReasons.SaidNothing(live.Id, what)) : (answer, null);
            }
            finally
            {
                live.Turns.Release();
            }
        }
        catch (Exception fault)
        {
            if (!token.IsCancellationRequested) LogThrew(live.Id, what, ExceptionWords.Full(fault));
            return (default, CallReasons.Threw(live.Id, what, ExceptionWords.Brief(fault)));
        }
        finally
        {
            live.Leave();
        }
    }

    private async Task<SectorAnswer<T>> FaultAsync<T>(LiveModule live, SectorOutcome outcome, Text reason)
    {
        await faults.ReportAsync(live, reason);
        return new SectorAnswer<T>.Unavailable(outcome, reason);
    }

    // The module's registered callbacks may block or throw: they run on the pool, and nobody waits for them.
    private static void Abandon(Task running, CancellationTokenSource patience)
    {
        if (!running.IsCompleted) _ = CancelAsync(patience);
    }

    private static async Task CancelAsync(CancellationTokenSource patience)
    {
        try
        {
            await patience.CancelAsync();
        }
        catch (Exception fault) when (fault is AggregateException or ObjectDisposedException)
        {
            // The call ended just now, or its callback threw: it was given up either way.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} failed to answer {Request}: {Fault}")]
    private partial void LogThrew(string module, string request, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} did not answer {Request} in time; the call was given up")]
    private partial void LogTooSlow(string module, string request);
}
