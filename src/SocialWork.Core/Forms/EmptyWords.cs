using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>The kinds of empty in words for people and in the codes of the API.</summary>
public static class EmptyWords
{
    /// <summary>What people read.</summary>
    public static Text Of(EmptyKind kind) => kind switch
    {
        EmptyKind.NotArising => new Text("không phát sinh", "nothing arose"),
        EmptyKind.NotApplicable => new Text("không áp dụng", "does not apply"),
        EmptyKind.Withheld => new Text("không cung cấp", "withheld"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of empty."),
    };

    /// <summary>The code in JSON: <c>notArising</c>, <c>notApplicable</c>, <c>withheld</c>.</summary>
    public static string CodeOf(EmptyKind kind) => kind switch
    {
        EmptyKind.NotArising => "notArising",
        EmptyKind.NotApplicable => "notApplicable",
        EmptyKind.Withheld => "withheld",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of empty."),
    };

    /// <summary>The kind that a code of JSON stands for; null when it stands for none.</summary>
    public static EmptyKind? KindOf(string? code) => code switch
    {
        "notArising" => EmptyKind.NotArising,
        "notApplicable" => EmptyKind.NotApplicable,
        "withheld" => EmptyKind.Withheld,
        _ => null,
    };
}
