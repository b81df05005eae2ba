using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Communes.Forms;

namespace SocialWork.Plugins.Communes;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new() { Clause = "2026/IV.9.a", EvidenceForms = ["K1"], Progress = TaskProgress.ByEvidence },
        new()
        {
            Clause = "2026/IV.9.b",
            EvidenceForms = ["XP6"],
            Progress = TaskProgress.ByQuantity(Measure.Total(TrainingNeeds.PeopleNeedingTraining), new("người có nhu cầu", "people needing training")),
        },
        new()
        {
            Clause = "2026/IV.9.c",
            EvidenceForms = ["K5", "XP1"],
            Progress = TaskProgress.ByQuantity(CoreMeasures.Disbursement.Denominator, new("đồng", "đồng")),
        },
        new()
        {
            Clause = "2026/IV.9.d#1",
            EvidenceForms = ["XP4"],
            Progress = TaskProgress.ByQuantity(Measure.Total(FosterCare.PeopleCaredFor), new("người được nuôi dưỡng", "people cared for")),
        },
        new() { Clause = "2026/IV.9.d#2", EvidenceForms = ["XP2"], Progress = TaskProgress.ByIndicator("BS3") },
        new()
        {
            Clause = "2026/IV.9.d#3",
            EvidenceForms = ["XP7"],
            Progress = TaskProgress.ByQuantity(Measure.Total(LivelihoodMonitoring.PeopleProposed), new("người được đề xuất", "people proposed for support")),
        },
        new() { Clause = "2026/IV.9.đ", EvidenceForms = ["XP1", "YT2"], Progress = TaskProgress.ByIndicator("BS4") },
        new()
        {
            Clause = "2026/IV.9.e",
            EvidenceForms = ["K4"],
            Progress = TaskProgress.ByQuantity(CoreMeasures.DirectAttendances, new("lượt", "attendances")),
        },
    ];
}
