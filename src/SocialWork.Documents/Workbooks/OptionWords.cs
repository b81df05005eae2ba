using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Documents.Workbooks;

/// <summary>How options and kinds of empty are written into cells. Both sides of the round trip read them the same way.</summary>
public static class OptionWords
{
    /// <summary>Yes.</summary>
    public const string Yes = "Có";

    /// <summary>No.</summary>
    public const string No = "Không";

    /// <summary>Between the options of a field that takes several.</summary>
    public const char Separator = ';';

    /// <summary>
    /// What a choice field's cell shows for an option: its label, or its code where the label would not tell it from another
    /// option or from a kind of empty that the field allows, or holds the separator.
    /// </summary>
    public static string Of(FormField field, Dimension list, DimensionOption option)
    {
        var label = option.Label.Vi;
        var clear = !label.Contains(Separator, StringComparison.Ordinal)
            && list.Options.Count(other => Same(other.Label.Vi, label) || Same(other.Code, label)) == 1
            && !field.Empties.Any(kind => Same(EmptyWords.Of(kind).Vi, label));
        return clear ? label : option.Code;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
