namespace SocialWork.Core.Rules;

/// <summary>What a token of a rule is.</summary>
internal enum RuleTokenKind
{
    Number,
    Date,
    Quoted,
    Name,
    Symbol,
    End,
}

/// <summary>One token of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted token, without the quotes.</param>
/// <param name="Position">Where it starts, from 1.</param>
internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is that symbol or keyword; a quoted text never is.</summary>
    public bool Is(string text) => Kind is RuleTokenKind.Symbol or RuleTokenKind.Name && string.Equals(Text, text, StringComparison.Ordinal);

    /// <summary>How an error message shows it.</summary>
    public string Shown => Kind switch
    {
        RuleTokenKind.End => "(end)",
        RuleTokenKind.Quoted => $"'{Text}'",
        _ => Text,
    };
}
