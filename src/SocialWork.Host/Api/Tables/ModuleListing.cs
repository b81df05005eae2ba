using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Host.Composition;
using SocialWork.Modules;

namespace SocialWork.Host.Api.Tables;

/// <summary>Lists the modules that are installed or that a plan counts on. Not for concurrent use.</summary>
public sealed class ModuleListing(SectorCatalog catalog, RequestModules modules, IReferenceStore reference)
{
    /// <summary>Every module, by id.</summary>
    public async Task<ImmutableArray<ListedModule>> ReadAsync(CancellationToken cancellationToken)
    {
        var models = new List<PlanModel>();
        foreach (var plan in await reference.PlansAsync(cancellationToken))
        {
            if (await modules.ModelAsync(plan.Id, cancellationToken) is { } model) models.Add(model);
        }

        var known = catalog.Modules.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var ids = known.Keys.Union(models.SelectMany(m => m.Sectors).Select(s => s.Id)).Order(StringComparer.Ordinal);
        return
        [
            .. from id in ids
               let module = known.GetValueOrDefault(id)
               let sector = models.SelectMany(m => m.Sectors).FirstOrDefault(s => s.Id == id)
               select new ListedModule(
                   id,
                   module?.Name ?? sector?.Name,
                   module?.Version ?? string.Empty,
                   module?.State ?? SectorState.Missing,
                   module?.Reason ?? sector?.Reason,
                   module?.Since,
                   models.SelectMany(m => m.Forms).Where(f => f.Module == id).Select(f => f.Code),
                   sector?.Indicators.Select(i => i.Code) ?? [],
                   module?.Faults.Select(f => new ListedFault(f.At, f.What)) ?? []),
        ];
    }
}
