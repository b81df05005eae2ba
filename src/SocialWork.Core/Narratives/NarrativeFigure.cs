using SocialWork.Abstractions;

namespace SocialWork.Core.Narratives;

/// <summary>A value that words can be bound to. Immutable.</summary>
/// <param name="Name">What it is called between braces: <c>CT1.rate</c>.</param>
/// <param name="Text">How it is printed, in Vietnamese.</param>
/// <param name="Label">What it is.</param>
/// <param name="Number">Its number, to be compared with; null for words.</param>
public sealed record NarrativeFigure(string Name, string Text, Text Label, decimal? Number = null);
