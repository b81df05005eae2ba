using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Season;

/// <summary>Who did what in the season: which course each form of each unit took.</summary>
internal static class Story
{
    private static readonly string[] DraftsOfMissingUnit = ["K2", "XP1", "XP2", "XP3"];

    public static Course Of(PlanForm form, Unit unit)
    {
        var (code, at) = (form.Code, (form.Code, unit.Code));
        if (unit.Code == DemoFacts.UnitWithoutPlan && code == "K1") return Course.Absent;
        if (unit.Code == DemoFacts.MissingUnit && code != "K1") return DraftsOfMissingUnit.Contains(code) ? Course.Draft : Course.Absent;
        if (at == DemoFacts.ReturnedAndCorrected) return Course.Corrected;
        if (at == DemoFacts.ReturnedAndOpen) return Course.Returned;
        if (at == DemoFacts.Reopened) return Course.Reopened;
        if (DemoFacts.SentNotAccepted.Contains(at)) return Course.Sent;
        if (unit.Code == DemoFacts.VeryLateUnit && Moments.IsLateForm(code)) return Course.Sent;
        return form.Definition.FilledBy is FilledBy.FacilitiesOf ? OfFacility(code, unit) : Course.Accepted;
    }

    private static Course OfFacility(string form, Unit unit)
    {
        if (DemoFacts.SilentStations.Contains(unit.Code)) return Course.Absent;
        if (unit.Type == UnitTypes.School && IsSilentSchool(unit)) return form == "GD1" && DemoRandom.For("silent draft", unit.Code).Chance(30) ? Course.Draft : Course.Absent;
        if (form == "GD3" && !Forms.UnitTraits.Of(unit, DemoFacts.Year).ProvidesService) return Course.Absent;
        if (unit.Type != UnitTypes.School) return Course.Accepted;
        var chance = DemoRandom.For("course", form, unit.Code);
        return chance.Int(1, 1000) switch
        {
            <= 3 => Course.Submitted,
            <= 11 => Course.Sent,
            _ => Course.Accepted,
        };
    }

    private static bool IsSilentSchool(Unit unit) => DemoRandom.For("silent", unit.Code).Chance(unit.IsPublic ? 3 : 9);
}
