using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Justice.Forms;

namespace SocialWork.Plugins.Justice;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new()
        {
            Clause = "2026/IV.5.a#1",
            EvidenceForms = ["TP1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(LegalDissemination.Sessions), new("cuộc", "sessions")),
        },
        new()
        {
            Clause = "2026/IV.5.a#2",
            EvidenceForms = ["TP3"],
            Progress = TaskProgress.ByQuantity(Measure.Total(JusticeSocialWork.Models), new("mô hình", "models")),
        },
        new()
        {
            Clause = "2026/IV.5.a#3",
            EvidenceForms = ["TP1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(LegalDissemination.LegalDocuments), new("văn bản", "documents")),
        },
        new()
        {
            Clause = "2026/IV.5.b#1",
            EvidenceForms = ["TP3"],
            Progress = TaskProgress.ByQuantity(Measure.Total(JusticeSocialWork.AdoptionFilesAssessed), new("hồ sơ có đánh giá", "files assessed")),
        },
        new()
        {
            Clause = "2026/IV.5.b#2",
            EvidenceForms = ["TP2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(LegalAid.PeopleAided), new("người được trợ giúp", "people aided")),
        },
        new() { Clause = "2026/IV.5.c", EvidenceForms = ["TP2"], Progress = TaskProgress.ByIndicator("BS11") },
    ];
}
