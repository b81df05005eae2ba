using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Attachments;

namespace SocialWork.Host.Pages.Entry;

/// <summary>A box to type into, or the place where its value stands.</summary>
/// <param name="Field">What is asked; of a table its column.</param>
/// <param name="Name">The box's name.</param>
/// <param name="Label">What it is called for those who do not see where it stands.</param>
/// <param name="Text">What stands in it: what was typed, or what is stored.</param>
/// <param name="Ticked">Of a field with several options, the codes that are ticked.</param>
/// <param name="Before">The value of the year before; null for none.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
public sealed record EntryInput(FormField Field, string Name, string Label, string Text, ImmutableArray<string> Ticked, string? Before, string? Problem)
{
    /// <summary>The id of the box.</summary>
    public string Id => InputNames.IdOf(Name);

    /// <summary>Of a file, what is attached; null for nothing, and where it cannot be named.</summary>
    public Attachment? Attached { get; init; }

    /// <summary>Whether the reader may attach files.</summary>
    public bool MayAttach { get; init; }

    /// <summary>The options of a choice; empty for other fields, and for options that the plan gives.</summary>
    public IReadOnlyList<DimensionOption> Options => (Field as ChoiceField)?.Options.Options ?? (Field as MultiChoiceField)?.Options.Options ?? [];

    /// <summary>Whether it takes numbers.</summary>
    public bool IsNumber => Field is IntField or MoneyField;
}
