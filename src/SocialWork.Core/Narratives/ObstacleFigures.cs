using System.Collections.Immutable;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Reports;

namespace SocialWork.Core.Narratives;

/// <summary>Obstacles and proposals as values that words can be bound to.</summary>
internal static class ObstacleFigures
{
    public static IEnumerable<NarrativeFigure> All(CombinedReport report)
    {
        yield return NarrativeFigures.Whole("obstacles.count", report.Obstacles.Length, "Khó khăn, vướng mắc đã nêu", "Obstacles that were raised");
        yield return NarrativeFigures.Whole("obstacles.open", report.Obstacles.Count(IsOpen), "Khó khăn, vướng mắc chưa được trả lời", "Obstacles without an answer");
        yield return NarrativeFigures.Whole("obstacles.answered", report.Obstacles.Count(o => !IsOpen(o)), "Khó khăn, vướng mắc đã trả lời hoặc đóng", "Obstacles that are answered or closed");
        foreach (var level in CoreDimensions.LevelAddressed.Options)
            yield return NarrativeFigures.Whole($"obstacles.{level.Code}.count", report.Obstacles.Count(o => o.Level == level.Code), $"Kiến nghị {level.Label.Vi}", $"Proposals to {level.Label.En}");
    }

    public static IEnumerable<KeyValuePair<string, ImmutableArray<NarrativeItem>>> Lists(CombinedReport report)
    {
        yield return new("obstacles.open", [.. report.Obstacles.Where(IsOpen).Select(Item)]);
        foreach (var level in CoreDimensions.LevelAddressed.Options)
            yield return new("obstacles." + level.Code, [.. report.Obstacles.Where(o => o.Level == level.Code && IsOpen(o)).Select(Item)]);
    }

    private static bool IsOpen(ObstacleLine obstacle) => obstacle.State is not ("answered" or "closed");

    private static NarrativeItem Item(ObstacleLine obstacle) => new(Prefix: null, ImmutableDictionary<string, string>.Empty
        .Add("unit", NarrativeText.Quote(obstacle.Name))
        .Add("text", NarrativeFigures.Sentence(obstacle.Description))
        .Add("proposal", NarrativeFigures.Sentence(obstacle.Proposal)));
}
