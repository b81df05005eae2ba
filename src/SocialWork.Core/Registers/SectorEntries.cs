using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Registers;

/// <summary>The entries that units of one module's sector keep, and no others.</summary>
internal sealed class SectorEntries(SectorBorder border, PlanModel model, IRegisterStore store) : ISectorEntries
{
    public async ValueTask<ImmutableArray<FormValues>?> Valid(string register, string? keeper, CancellationToken cancellationToken)
    {
        if (RegisterSet.Find(register) is null) throw border.Refuse($"register {register}, which does not exist");
        if (keeper is not null && model.Units.Find(keeper)?.ManagingSector != border.Module)
            throw border.Refuse($"register {register} of unit {keeper}");
        var kept = (await store.KeptAsync(register, keeper, cancellationToken)).Where(e => model.Units.Find(e.Keeper)?.ManagingSector == border.Module).ToArray();
        return kept.Length == 0 ? null : [.. kept.Where(e => e.ValidOn(model.Plan.CutOff)).Select(e => e.Values)];
    }
}
