using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Documents.Tables;

namespace SocialWork.Host.Api.Tables;

/// <summary>Values of forms and registers as cells: numbers and dates as what they are, options and kinds of empty in words.</summary>
internal static class ValueCells
{
    /// <summary>A value as a cell.</summary>
    /// <param name="field">The field it answers; null where the declaration no longer has it, which leaves option codes as they are.</param>
    /// <param name="value">The value, not of a table; null for none.</param>
    /// <param name="language">vi or en.</param>
    public static TableCell? Of(FormField? field, CellValue? value, string language) => value switch
    {
        null => null,
        CellValue.Number number => new TableCell.Whole(number.Value),
        CellValue.Flag flag => new TableCell.YesNo(flag.Value),
        CellValue.Words words => new TableCell.Words(words.Value),
        CellValue.Date date => new TableCell.Day(date.Value),
        CellValue.Choice choice => new TableCell.Words(LabelOf(field, choice.Code, language)),
        CellValue.Choices choices => new TableCell.Words(string.Join("; ", choices.Codes.Select(code => LabelOf(field, code, language)))),
        CellValue.Empty empty => new TableCell.Words(EmptyWords.Of(empty.Kind).In(language)),
        _ => throw new InvalidOperationException($"A value of kind {value.GetType().Name} is no single cell."),
    };

    private static string LabelOf(FormField? field, string code, string language) =>
        FormWords.DimensionOf(field)?.Options.FirstOrDefault(option => option.Code == code)?.Label.In(language) ?? code;
}
