using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Police.Forms;

namespace SocialWork.Plugins.Police;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new() { Clause = "2026/IV.7.a#1", EvidenceForms = ["K2"] },
        new()
        {
            Clause = "2026/IV.7.a#2",
            EvidenceForms = ["CA3", "K3"],
            Progress = TaskProgress.ByQuantity(Measure.Total(PoliceModels.Models), new("mô hình", "models")),
        },
        new() { Clause = "2026/IV.7.a#3", EvidenceForms = ["CA2"], Progress = TaskProgress.ByIndicator("BS8") },
        new()
        {
            Clause = "2026/IV.7.b",
            EvidenceForms = ["CA1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(DetentionFacilities.FacilitiesWithStaff), new("cơ sở có nhân sự", "facilities with staff")),
        },
    ];
}
