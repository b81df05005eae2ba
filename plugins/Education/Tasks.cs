using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Education.Forms;

namespace SocialWork.Plugins.Education;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new() { Clause = "2026/IV.4.a", EvidenceForms = ["GD1"], Progress = TaskProgress.ByIndicator("BS9") },
        new() { Clause = "2026/IV.4.b#1", EvidenceForms = ["K4", "NV1"], Progress = TaskProgress.ByEvidence },
        new()
        {
            Clause = "2026/IV.4.b#2",
            EvidenceForms = ["GD2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(SchoolActivity.HasProtectionModel), new("trường có mô hình", "schools with a model")),
        },
        new() { Clause = "2026/IV.4.b#3" },
        new()
        {
            Clause = "2026/IV.4.c",
            EvidenceForms = ["GD3"],
            Progress = TaskProgress.ByQuantity(SchoolPracticeReadiness.Ready, new("trường đủ điều kiện", "schools ready")),
            Gate = "2026/IV.4.c",
        },
    ];
}
