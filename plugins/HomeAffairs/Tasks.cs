using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.HomeAffairs.Forms;

namespace SocialWork.Plugins.HomeAffairs;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new()
        {
            Clause = "2026/IV.3.a",
            EvidenceForms = ["NV1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(OfficialsAndRegimes.Appointed), new("người được bổ nhiệm, xếp lương", "people appointed and graded")),
        },
        new()
        {
            Clause = "2026/IV.3.b",
            EvidenceForms = ["NV2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(NetworkGuidance.GuidingDocuments), new("văn bản hướng dẫn", "guiding documents")),
        },
    ];
}
