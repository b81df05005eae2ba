using SocialWork.Abstractions;
using SocialWork.Core.Units;
using SocialWork.Host.Demo.Units;

namespace SocialWork.Host.Demo;

/// <summary>
/// About a thousand invented facilities for the communes of a register: import them with
/// <see cref="SocialWork.Persistence.ReferenceStore.ImportUnitsAsync"/> beside the register itself. Names are generic and
/// belong to nobody; the same register always gives the same facilities.
/// </summary>
public static class DemoUnits
{
    /// <summary>The facilities and their history, without the register's own units.</summary>
    /// <param name="register">The register that holds the communes.</param>
    public static UnitRegister For(UnitRegister register)
    {
        var communes = register.On(FacilityDraft.Since).OfType(UnitTypes.Commune).ToDictionary(u => u.Code, StringComparer.Ordinal);
        var ordered = communes.Values.OrderBy(u => u.Code, StringComparer.Ordinal).ToArray();
        return RegisterHistory.Apply(
            ordered.Select(DemoHealthFacilities.Station)
                .Concat(DemoHealthFacilities.Of(communes))
                .Concat(ordered.SelectMany(DemoSchools.Of)));
    }
}
