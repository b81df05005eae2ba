using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Front.Forms;

namespace SocialWork.Plugins.Front;

/// <summary>How the sector organises the work of its clauses in plan 2026. Titles are the plan's own.</summary>
internal static class Tasks
{
    /// <summary>One task per clause.</summary>
    public static ImmutableArray<SectorTask> All { get; } =
    [
        new()
        {
            Clause = "2026/IV.8#1",
            EvidenceForms = ["MT1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(FrontOutreach.Sessions), new("buổi", "sessions")),
        },
        new()
        {
            Clause = "2026/IV.8#2",
            EvidenceForms = ["MT2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(VolunteersAndShelters.Honoured), new("tập thể, cá nhân", "groups and individuals")),
        },
        new()
        {
            Clause = "2026/IV.8#3",
            EvidenceForms = ["MT1"],
            Progress = TaskProgress.ByQuantity(Measure.Total(FrontOutreach.Attendances), new("lượt", "attendances")),
        },
        new()
        {
            Clause = "2026/IV.8#4",
            EvidenceForms = ["MT2"],
            Progress = TaskProgress.ByQuantity(Measure.Total(VolunteersAndShelters.Volunteers), new("tình nguyện viên", "volunteers")),
        },
    ];
}
