using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Plans;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Core.Registers;

/// <summary>
/// Who may keep and who may see which fields of a register's entries; what is not allowed here is denied. The keeper sees
/// everything, the standing agency what is for the city, anyone signed in what is public. Pure; safe for concurrent use.
/// </summary>
public static class RegisterAccess
{
    /// <summary>Whether an account may add and change a unit's entries.</summary>
    public static bool MayKeep(RegisterRequest request, RegisterDefinition register, Unit keeper) =>
        MayBeKept(request, register, keeper) && AnswersFor(request, keeper);

    /// <summary>Whether an account is of the unit that keeps the entries, or of the agency that answers for it.</summary>
    public static bool Keeps(RegisterRequest request, RegisterDefinition register, string keeper) =>
        request.Model.Units.Find(keeper) is { } unit && MayKeep(request, register, unit);

    /// <summary>Whether an account may see entries that others keep, at least some of their fields.</summary>
    public static bool MaySeeOthers(Actor actor, RegisterDefinition register) => register.Form.Fields.Any(f => IsShown(actor, register, f));

    /// <summary>Whether an account may see every field of entries that others keep.</summary>
    public static bool MaySeeWhole(Actor actor, RegisterDefinition register) => register.Form.Fields.All(f => IsShown(actor, register, f));

    /// <summary>Whether an account may see the entries of a keeper, at least some of their fields.</summary>
    public static bool MaySee(RegisterRequest request, RegisterDefinition register, string keeper) =>
        MaySeeOthers(request.Actor, register) || Keeps(request, register, keeper);

    /// <summary>An entry with the fields that an account may see; its key goes too, for it is made of fields.</summary>
    public static RegisterEntry Shown(RegisterRequest request, RegisterDefinition register, RegisterEntry entry)
    {
        if (Keeps(request, register, entry.Keeper)) return entry;
        var hidden = register.Form.Fields.Where(f => !IsShown(request.Actor, register, f)).Select(f => new CellKey(f.Id));
        return entry with { Values = new FormValues(entry.Values.Cells.RemoveRange(hidden)), Key = string.Empty };
    }

    private static bool IsShown(Actor actor, RegisterDefinition register, FormField field) =>
        !register.KeeperOnly.Contains(field) && (actor.Is(Role.StandingAgency) || !register.CityOnly.Contains(field));

    private static bool MayBeKept(RegisterRequest request, RegisterDefinition register, Unit keeper) => register.KeptBy switch
    {
        RegisterKeeper.AnyUnit => true,
        RegisterKeeper.UnitsOf units => units.Types.Contains(keeper.Type),
        RegisterKeeper.Agencies agencies => agencies.Codes.Any(code => request.Model.Plan.Is(code, keeper)),
        _ => false,
    };

    private static bool AnswersFor(RegisterRequest request, Unit keeper)
    {
        var actor = request.Actor;
        if (actor.Unit is not { } unit || !(actor.Is(Role.Reporter) || actor.Is(Role.Approver))) return false;
        return unit == keeper.Code || unit == request.Model.Plan.AgencyFor(keeper, Approval.ManagingAgency) || (keeper.Type == UnitTypes.HealthStation && unit == keeper.Commune);
    }
}
