using MediatR;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;

namespace SocialWork.Modules.Catalog;

/// <summary>One module as one lease sees it.</summary>
internal sealed class Sector(ModuleEntry entry, SectorLease lease, ModuleCaller caller) : ISector
{
    /// <inheritdoc/>
    public string Id => entry.Id;

    /// <inheritdoc/>
    public Text Name => entry.Name;

    /// <inheritdoc/>
    public string Version => entry.Version;

    /// <inheritdoc/>
    public SectorState State => entry.State;

    /// <inheritdoc/>
    public Text? Reason => entry.Reason;

    /// <inheritdoc/>
    public DateTimeOffset Since => entry.Since;

    /// <inheritdoc/>
    public Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class =>
        Call<TResponse>(request.GetType().Name, (mediator, token) => mediator.Send(request, token)!, cancellationToken);

    /// <inheritdoc/>
    public Task<SectorAnswer<Unit>> Tell(INotification notification, CancellationToken cancellationToken) =>
        Call<Unit>(notification.GetType().Name, async (mediator, token) =>
        {
            await mediator.Publish(notification, token);
            return Unit.Value;
        }, cancellationToken);

    private async Task<SectorAnswer<T>> Call<T>(string what, Func<IMediator, CancellationToken, Task<T?>> call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(lease.IsDisposed, lease);
        cancellationToken.ThrowIfCancellationRequested();
        return entry.Live is { } live
            ? await caller.CallAsync(live, what, call, cancellationToken)
            : new SectorAnswer<T>.Unavailable(Outcome(entry.State), entry.Reason ?? CallReasons.NotEnabled(entry.Id));
    }

    private static SectorOutcome Outcome(SectorState state) => state switch
    {
        SectorState.Incompatible => SectorOutcome.Incompatible,
        SectorState.Tampered => SectorOutcome.Tampered,
        SectorState.Quarantined => SectorOutcome.Quarantined,
        SectorState.Missing => SectorOutcome.Missing,
        SectorState.Failed => SectorOutcome.Failed,
        _ => SectorOutcome.Disabled,
    };
}
