using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>What people call a cell.</summary>
internal static class CellLabels
{
    /// <summary>The field's label, with its options' labels behind a dash.</summary>
    public static Text Of(FormField field, CellKey cell)
    {
        var label = field.Label;
        if (cell.Option1 is { } first) label = With(label, " – ", OptionLabel(field, 0, first));
        if (cell.Option2 is { } second) label = With(label, ", ", OptionLabel(field, 1, second));
        return label;
    }

    /// <summary>The labels of a cell's options alone; null for a cell without options.</summary>
    public static Text? OptionsOf(FormField field, CellKey cell)
    {
        if (cell.Option1 is not { } first) return null;
        var label = OptionLabel(field, 0, first);
        return cell.Option2 is { } second ? With(label, ", ", OptionLabel(field, 1, second)) : label;
    }

    private static Text With(Text left, string between, Text right) => new(left.Vi + between + right.Vi, left.En + between + right.En);

    private static Text OptionLabel(FormField field, int dimension, string code)
    {
        var option = field.By.Length > dimension ? field.By[dimension].Options.FirstOrDefault(candidate => candidate.Code == code) : null;
        return option?.Label ?? new Text(code, code);
    }
}
