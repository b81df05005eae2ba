using SocialWork.Abstractions;

namespace SocialWork.Documents.Words;

/// <summary>How a hidden number reads.</summary>
public static class MaskWords
{
    /// <summary>What stands in place of a hidden number; the same for a small one and for one that is hidden with it.</summary>
    public const string Sign = "*";

    /// <summary>What the sign means.</summary>
    public static Text Footnote { get; } = new(
        "* Số liệu được che để bảo vệ người thuộc nhóm nhạy cảm: số nhỏ hơn 5 của một đơn vị và những số có thể suy ra số đó. Dấu * không có nghĩa là 0 hay chưa báo cáo.",
        "* Hidden to protect people of sensitive groups: numbers below 5 of a single unit, and numbers that would tell them. The sign * means neither 0 nor not reported.");
}
