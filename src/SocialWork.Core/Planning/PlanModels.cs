using System.Collections.Concurrent;
using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Planning;

/// <summary>
/// Gives each plan's model, built once per snapshot of modules and of reference data. Safe for concurrent use: callers that
/// come while a model is being built wait for the same one. A model in which a module failed to describe itself is soon built
/// again, so that one slow start does not cost a sector its place until the next restart.
/// </summary>
public sealed class PlanModels(IReferenceStore reference, IFormStore forms, FormArchive archive, ImmutableArray<FormDefinition> coreForms, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Built> _built = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _building = new(1, 1);

    /// <summary>The model of a plan under the leased modules; null when there is no such plan.</summary>
    public async ValueTask<PlanModel?> GetAsync(string planId, ISectorLease lease, CancellationToken cancellationToken)
    {
        if (Current(planId, lease) is { } ready) return ready;
        // Where only a module is to be asked again, one caller asks and the others go on with what is known.
        if (Known(planId, lease) is not { } known) await _building.WaitAsync(cancellationToken);
        else if (!await _building.WaitAsync(TimeSpan.Zero, cancellationToken)) return known.Model;
        try
        {
            if (Current(planId, lease) is { } meanwhile) return meanwhile;
            var version = reference.Version;
            var plan = (await reference.PlansAsync(cancellationToken)).FirstOrDefault(p => p.Id == planId);
            if (plan is null) return null;
            var register = await reference.RegisterAsync(cancellationToken);
            var before = _built.GetValueOrDefault(planId);
            // Where only units have changed, no module need be asked again.
            if (before is not null && before.Generation == lease.Generation && ReferenceEquals(before.Model.Plan, plan) && time.GetUtcNow() < before.Until)
            {
                _built[planId] = before = before with { ReferenceVersion = version, Model = before.Model.Over(register) };
                return before.Model;
            }

            var builder = new PlanModelBuilder(plan, register, coreForms, forms, archive, before?.Model.Sectors ?? []);
            var model = await builder.BuildAsync(lease.Sectors, cancellationToken);
            var faulty = model.Sectors.Any(s => s.Outcome is SectorOutcome.Failed or SectorOutcome.TimedOut);
            _built[planId] = new Built(lease.Generation, version, faulty ? time.GetUtcNow() + RetryAfter : DateTimeOffset.MaxValue, model);
            return model;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>The model of the plan of the latest year; null where there is no plan.</summary>
    public async ValueTask<PlanModel?> NewestAsync(ISectorLease lease, CancellationToken cancellationToken) =>
        (await reference.PlansAsync(cancellationToken)).MaxBy(p => p.Year) is { } plan ? await GetAsync(plan.Id, lease, cancellationToken) : null;

    /// <inheritdoc/>
    public void Dispose() => _building.Dispose();

    private PlanModel? Current(string planId, ISectorLease lease) => Known(planId, lease) is { } built && time.GetUtcNow() < built.Until ? built.Model : null;

    private Built? Known(string planId, ISectorLease lease) =>
        _built.TryGetValue(planId, out var built) && built.Generation == lease.Generation && built.ReferenceVersion == reference.Version ? built : null;

    private sealed record Built(long Generation, long ReferenceVersion, DateTimeOffset Until, PlanModel Model);
}
