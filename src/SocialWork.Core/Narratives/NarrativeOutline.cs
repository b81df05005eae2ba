using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Narratives;

/// <summary>A place of the report's outline that has words of its own.</summary>
/// <param name="Code">Its place: <c>I.1</c>, <c>III.2</c>, <c>V</c>.</param>
/// <param name="Title">What the outline calls it.</param>
/// <param name="IsIntroduction">Whether its words stand before tables or lines that the report makes itself.</param>
public sealed record OutlinePlace(string Code, Text Title, bool IsIntroduction);

/// <summary>The places of the outline that have words, in their order. Immutable.</summary>
public static class NarrativeOutline
{
    /// <summary>Every place.</summary>
    public static ImmutableArray<OutlinePlace> All { get; } =
    [
        new("I.1", new("Ban hành văn bản", "Documents issued"), IsIntroduction: true),
        new("I.2", new("Phân công, phối hợp, kiểm tra, giám sát", "Assignment, coordination, inspection"), IsIntroduction: false),
        new("II.1", new("Mục tiêu cụ thể", "Targets"), IsIntroduction: true),
        new("II.2", new("Nội dung hoạt động", "Activities"), IsIntroduction: true),
        new("II.3", new("Nhiệm vụ của cơ quan, địa phương", "Tasks of agencies and communes"), IsIntroduction: true),
        new("II.4", new("Kinh phí", "Funding"), IsIntroduction: true),
        new("III.1", new("Ưu điểm", "Strengths"), IsIntroduction: false),
        new("III.2", new("Tồn tại, hạn chế", "Weaknesses"), IsIntroduction: false),
        new("III.3", new("Nguyên nhân", "Causes"), IsIntroduction: false),
        new("IV", new("Khó khăn, vướng mắc và kiến nghị", "Obstacles and proposals"), IsIntroduction: true),
        new("V", new("Phương hướng, nhiệm vụ năm sau", "Directions for the next year"), IsIntroduction: false),
    ];

    /// <summary>The place of that code; null where there is none.</summary>
    public static OutlinePlace? Find(string code) => All.FirstOrDefault(place => place.Code == code);
}
