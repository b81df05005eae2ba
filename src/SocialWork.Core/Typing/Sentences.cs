namespace SocialWork.Core.Typing;

/// <summary>Puts words into sentences. Pure.</summary>
public static class Sentences
{
    /// <summary>Words as they stand inside a sentence: without a capital in front, but for what is all capitals, as UBND.</summary>
    public static string Inside(string words) => words.Length == 0 || (words.Length > 1 && char.IsUpper(words[1])) ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
