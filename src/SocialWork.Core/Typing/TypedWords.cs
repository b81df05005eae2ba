using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Typing;

/// <summary>Reads the few words that people type in place of a value, with or without accents and capitals. Safe for concurrent use.</summary>
public static class TypedWords
{
    // Longer than any of the words; a cell may hold pages, and comparing takes time.
    private const int MaxLength = 100;

    /// <summary>The kind of empty that the words mean (<c>không phát sinh</c>, <c>không áp dụng</c>, <c>không cung cấp</c>, their initials <c>KPS</c>, <c>KAD</c>, <c>KCC</c>, the English ones, the codes of the API); null for other words.</summary>
    public static EmptyKind? Empty(string text)
    {
        if (text.Length > MaxLength) return null;
        var words = Folded.WithoutAccents(text);
        switch (words)
        {
            case "kps": return EmptyKind.NotArising;
            case "kad": return EmptyKind.NotApplicable;
            case "kcc": return EmptyKind.Withheld;
        }

        foreach (var kind in Enum.GetValues<EmptyKind>())
        {
            var known = EmptyWords.Of(kind);
            if (words == Folded.WithoutAccents(known.Vi) || words == known.En || words == Folded.WithoutAccents(EmptyWords.CodeOf(kind))) return kind;
        }

        return null;
    }

    /// <summary>Yes or no (<c>Có</c>, <c>Không</c>, <c>x</c>, TRUE, FALSE, ĐÚNG, SAI); null for other words.</summary>
    public static bool? YesOrNo(string text) => text.Length > MaxLength ? null : Folded.WithoutAccents(text) switch
    {
        "co" or "x" or "✓" or "✔" or "true" or "dung" or "yes" => true,
        "khong" or "false" or "sai" or "no" => false,
        _ => null,
    };

    /// <summary>
    /// The code of the option that is meant: by its label in either language or by its code, capitals apart; without accents where
    /// that leaves one option only. Null when none or more than one is meant.
    /// </summary>
    public static string? Option(ImmutableArray<DimensionOption> options, string text)
    {
        var words = Folded.KeepAccents(text);
        return Only(options, option => option.Code == text.Trim())
            ?? Only(options, option => Folded.KeepAccents(option.Label.Vi) == words)
            ?? Only(options, option => Folded.KeepAccents(option.Code) == words || Folded.KeepAccents(option.Label.En) == words)
            ?? Only(options, option => Folded.WithoutAccents(option.Label.Vi) == Folded.WithoutAccents(words));
    }

    private static string? Only(ImmutableArray<DimensionOption> options, Func<DimensionOption, bool> isMeant)
    {
        string? found = null;
        foreach (var option in options)
        {
            if (!isMeant(option)) continue;
            if (found is not null) return null;
            found = option.Code;
        }

        return found;
    }
}
