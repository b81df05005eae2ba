using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Host.Composition;

/// <summary>The modules one request uses: leased at the first use and kept until the request ends. Not for concurrent use.</summary>
public sealed class RequestModules(ISectorCatalog catalog, PlanModels models) : IAsyncDisposable
{
    private ISectorLease? _lease;

    /// <summary>The lease of this request.</summary>
    public ISectorLease Lease => _lease ??= catalog.Lease();

    /// <summary>The model of a plan, or null when there is no such plan.</summary>
    public ValueTask<PlanModel?> ModelAsync(string plan, CancellationToken cancellationToken) => models.GetAsync(plan, Lease, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? ValueTask.CompletedTask;
}
