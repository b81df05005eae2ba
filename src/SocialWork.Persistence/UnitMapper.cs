using SocialWork.Core.Units;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence;

/// <summary>Turns stored rows of register R1 into units and back.</summary>
internal static class UnitMapper
{
    public static Unit Read(UnitRow u) => new()
    {
        Code = u.Code,
        Name = u.Name,
        Type = u.Type,
        ManagingSector = u.ManagingSector,
        Commune = u.Commune,
        InPlan = u.InPlan,
        Tier = u.Tier,
        IsPublic = u.IsPublic,
        SchoolLevel = u.SchoolLevel,
        Operator = u.Operator,
        Custodian = u.Custodian,
        LegalAct = u.LegalAct,
        ValidFrom = u.ValidFrom,
        ValidTo = u.ValidTo,
        Revision = u.Revision,
    };

    public static UnitRow Row(Unit u) => new()
    {
        Code = u.Code,
        ValidFrom = u.ValidFrom,
        ValidTo = u.ValidTo,
        Name = u.Name,
        Type = u.Type,
        ManagingSector = u.ManagingSector,
        Commune = u.Commune,
        InPlan = u.InPlan,
        Tier = u.Tier,
        IsPublic = u.IsPublic,
        SchoolLevel = u.SchoolLevel,
        Operator = u.Operator,
        Custodian = u.Custodian,
        LegalAct = u.LegalAct,
        Revision = u.Revision,
    };

    public static Succession Read(SuccessionRow s) => new(s.Predecessor, s.Successor, s.On, s.LegalAct);

    public static SuccessionRow Row(Succession s) => new() { Predecessor = s.Predecessor, Successor = s.Successor, On = s.On, LegalAct = s.LegalAct };
}
