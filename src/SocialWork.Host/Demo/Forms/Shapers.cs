using System.Collections.Frozen;

namespace SocialWork.Host.Demo.Forms;

/// <summary>Fills the cells of a form that must agree with each other.</summary>
internal delegate void Shaper(Sheet sheet, SharedFigures shared);

/// <summary>The shapers by form code.</summary>
internal static class Shapers
{
    private static readonly FrozenDictionary<string, Shaper> ByForm = new Dictionary<string, Shaper>(StringComparer.Ordinal)
    {
        ["K1"] = static (s, _) => CoreShapers.ImplementationPlan(s),
        ["K2"] = static (s, shared) => TaskShaper.Results(s, shared),
        ["K3"] = static (s, _) => CoreShapers.Training(s),
        ["K4"] = static (s, _) => CoreShapers.Communication(s),
        ["K5"] = static (s, _) => CoreShapers.Funding(s),
        ["XP1"] = static (s, _) => CommuneShapers.Staffing(s),
        ["XP2"] = static (s, _) => CommuneShapers.Collaborators(s),
        ["XP3"] = static (s, _) => CommuneShapers.Children(s),
        ["XP4"] = static (s, _) => CommuneShapers.FosterCare(s),
        ["XP5"] = static (s, _) => CommuneShapers.Needs(s),
        ["XP6"] = static (s, _) => CommuneShapers.TrainingNeeds(s),
        ["XP7"] = static (s, _) => CommuneShapers.Livelihoods(s),
        ["YT1"] = static (s, _) => FacilityShapers.HealthFacility(s),
        ["YT2"] = static (s, _) => FacilityShapers.StationService(s),
        ["YT3"] = static (s, _) => HealthShapers.PracticeSites(s),
        ["YT4"] = static (s, _) => HealthShapers.Practitioners(s),
        ["YT5"] = static (s, shared) => HealthShapers.JuvenileList(s, shared),
        ["YT6"] = static (s, _) => HealthShapers.SocialWorkDay(s),
        ["GD1"] = static (s, _) => SchoolShapers.Staffing(s),
        ["GD2"] = static (s, _) => SchoolShapers.Activity(s),
        ["GD3"] = static (s, _) => SchoolShapers.Readiness(s),
        ["TP1"] = static (s, _) => JusticeShapers.Dissemination(s),
        ["TP2"] = static (s, _) => JusticeShapers.LegalAid(s),
        ["TP3"] = static (s, _) => JusticeShapers.JusticeSystem(s),
        ["CA1"] = static (s, _) => PoliceShapers.Detention(s),
        ["CA2"] = static (s, _) => PoliceShapers.Juveniles(s),
        ["CA3"] = static (s, _) => PoliceShapers.Models(s),
        ["VH1"] = static (s, _) => CityShapers.Media(s),
        ["VH2"] = static (s, _) => CityShapers.CultureSupport(s),
        ["MT1"] = static (s, _) => CityShapers.FrontOutreach(s),
        ["MT2"] = static (s, _) => CityShapers.Volunteers(s),
        ["TC1"] = static (s, shared) => CityShapers.Budget(s, shared),
        ["NV1"] = static (s, shared) => CityShapers.Officials(s, shared),
        ["NV2"] = static (s, shared) => CityShapers.Guidance(s, shared),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Shaper? For(string form) => ByForm.GetValueOrDefault(form);
}
