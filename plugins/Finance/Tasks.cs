using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Finance.Forms;

namespace SocialWork.Plugins.Finance;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new()
        {
            Clause = "2026/IV.2.a",
            EvidenceForms = ["TC1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(BudgetAndAid.Allocated), new("đồng được bố trí", "đồng allocated")),
        },
        new()
        {
            Clause = "2026/IV.2.b",
            EvidenceForms = ["TC1"],
            Progress = TaskProgress.ByQuantity(BudgetAndAid.ForeignAid, new("đồng giải ngân", "đồng disbursed")),
        },
    ];
}
