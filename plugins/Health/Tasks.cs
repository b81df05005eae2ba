using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Health.Forms;

namespace SocialWork.Plugins.Health;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new() { Clause = "2026/IV.1.a#1", EvidenceForms = ["K2"] },
        new() { Clause = "2026/IV.1.a#2", EvidenceForms = ["YT6"], Progress = TaskProgress.ByEvidence },
        new() { Clause = "2026/IV.1.b", EvidenceForms = ["K3"], Progress = TaskProgress.ByQuantity(CoreMeasures.Courses, new("lớp", "courses")) },
        new()
        {
            Clause = "2026/IV.1.c",
            EvidenceForms = ["YT3"],
            Progress = TaskProgress.ByQuantity(Measure.Total(PracticeSites.Selected), new("cơ sở được chọn", "facilities selected")),
            Gate = "2026/IV.1.c",
        },
        new()
        {
            Clause = "2026/IV.1.d",
            EvidenceForms = ["YT5"],
            Progress = TaskProgress.ByQuantity(Measure.Total(JuvenileJusticeList.PeopleListed), new("người trong danh sách", "people on the list")),
        },
        new() { Clause = "2026/IV.1.đ#1" },
        new() { Clause = "2026/IV.1.đ#2", EvidenceForms = ["XP2"], Progress = TaskProgress.ByEvidence },
        new() { Clause = "2026/IV.1.e" },
    ];
}
