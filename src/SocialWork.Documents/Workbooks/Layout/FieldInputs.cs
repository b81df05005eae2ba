using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>How each kind of field is entered: look, what the cell lets in, and what a stored value looks like.</summary>
internal sealed class FieldInputs(Lists lists)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    // Before this date the format counts a day that never was.
    private static readonly DateOnly FirstSerial = new(1900, 3, 1);

    /// <summary>An input cell with its value; null for none.</summary>
    public static XlsxCell Cell(int column, FormField field, CellValue? value)
    {
        var cell = new XlsxCell(column, LookOf(field));
        return value switch
        {
            CellValue.Number number => cell with { Number = number.Value },
            CellValue.Flag flag => cell with { Words = flag.Value ? OptionWords.Yes : OptionWords.No },
            CellValue.Words words => cell with { Words = words.Value },
            CellValue.Date date => Date(cell, date.Value),
            CellValue.Choice choice => cell with { Words = Option(field, choice.Code) },
            CellValue.Choices choices => cell with { Words = string.Join($"{OptionWords.Separator} ", choices.Codes.Select(code => Option(field, code))) },
            CellValue.Empty empty => cell with { Words = EmptyWords.Of(empty.Kind).Vi },
            _ => cell,
        };
    }

    /// <summary>An input cell for a date.</summary>
    public static XlsxCell Date(XlsxCell cell, DateOnly? date) => date switch
    {
        null => cell,
        { } day when day < FirstSerial => cell with { Words = When.Date(day) },
        { } day => cell with { Number = day.DayNumber - Epoch.DayNumber },
    };

    /// <summary>What a field's cells let in.</summary>
    public InputRule RuleOf(FormField field)
    {
        var prompt = Short(field.Hint?.Vi ?? string.Empty);
        return field switch
        {
            BoolField => new(lists.Reference([OptionWords.Yes, OptionWords.No, .. Words(field.Empties)]), null, prompt, "Chọn Có hoặc Không trong danh sách."),
            ChoiceField { Options.Options.IsEmpty: true } => new(null, null, prompt, string.Empty),
            ChoiceField choice => new(lists.Reference([.. Options(field, choice.Options), .. Words(field.Empties)]), null, prompt, "Chọn một mục trong danh sách."),
            MultiChoiceField choice => new(null, null, Short(Offer(field, choice.Options)), string.Empty),
            DateField => new(null, OrEmpty(field, DateCondition), prompt, Message(field, "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 30/11/2026.")),
            IntField or MoneyField => new(null, OrEmpty(field, NumberCondition), prompt, Message(field, "Ghi số nguyên từ 0 trở lên.")),
            TextField text => Length(prompt, Math.Min(text.MaxLength, FormLimits.MaxTextLength)),
            _ => Length(prompt, FormLimits.MaxFileReferenceLength),
        };
    }

    /// <summary>What the cells of a date that is no field let in.</summary>
    public static InputRule DateRule { get; } = new(null, Whole(DateCondition, "FALSE"), "Ngày/tháng/năm, ví dụ 30/11/2026", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 30/11/2026.");

    /// <summary>What the cell of an explanation lets in.</summary>
    /// <param name="prompt">Said when the cell is entered.</param>
    public static InputRule ExplanationRule(string prompt) => new(
        null, FormattableString.Invariant($"AND(LEN({{0}})>={Explanations.MinLength},LEN({{0}})<={Explanations.MaxLength})"), prompt, $"Giải trình cần {ExplanationLength}.");

    /// <summary>How long an explanation is, for people.</summary>
    public static string ExplanationLength => $"từ {When.Number(Explanations.MinLength)} đến {When.Number(Explanations.MaxLength)} ký tự";

    /// <summary>What the cell of a row's kind of empty lets in.</summary>
    public InputRule RuleOf(ImmutableArray<EmptyKind> kinds) =>
        new(lists.Reference([.. Words(kinds)]), null, "Chỉ chọn khi để trống ô số liệu của dòng này.", "Chọn một mục trong danh sách.");

    /// <summary>What may be written into a field of several options, for people.</summary>
    public static string Offer(FormField field, Dimension list) =>
        $"Ghi một hay nhiều mục, cách nhau bằng dấu “{OptionWords.Separator}”: {string.Join($"{OptionWords.Separator} ", Options(field, list))}";

    private const string NumberCondition = "AND({0}>=0,{0}=INT({0}),{0}<=10^15)";
    // 1900-01-01 to 2200-12-31, as the core allows.
    private const string DateCondition = "AND({0}>=1,{0}<109940,{0}=INT({0}))";

    private static Look LookOf(FormField field) => field switch
    {
        IntField or MoneyField => Look.NumberInput,
        DateField => Look.DateInput,
        BoolField or ChoiceField => Look.ChoiceInput,
        _ => Look.TextInput,
    };

    private static InputRule Length(string prompt, int most) => new(null, FormattableString.Invariant($"LEN({{0}})<={most}"), prompt, $"Tối đa {When.Number(most)} ký tự; hãy viết gọn lại.");

    // A comparison with a number is an error for words, so that words are looked at apart.
    private static string OrEmpty(FormField field, string condition) =>
        Whole(condition, field.Empties.IsEmpty ? "FALSE" : $"OR({string.Join(',', Words(field.Empties).Select(words => $"{{0}}=\"{words}\""))})");

    private static string Whole(string condition, string words) => $"IF(ISNUMBER({{0}}),{condition},{words})";

    private static string Message(FormField field, string message) =>
        field.Empties.IsEmpty ? message : $"{message} Không có số liệu thì ghi: {string.Join(" hoặc ", Words(field.Empties))}.";

    private static IEnumerable<string> Words(ImmutableArray<EmptyKind> kinds) => kinds.Select(kind => EmptyWords.Of(kind).Vi);

    private static IEnumerable<string> Options(FormField field, Dimension list) => list.Options.Select(option => OptionWords.Of(field, list, option));

    private static string Option(FormField field, string code)
    {
        var list = field switch { ChoiceField choice => choice.Options, MultiChoiceField choices => choices.Options, _ => null };
        return list?.Options.FirstOrDefault(option => option.Code == code) is { } found ? OptionWords.Of(field, list, found) : code;
    }

    private static string Short(string text) => text.Length <= InputRule.MaxLength ? text : text[..(InputRule.MaxLength - 1)] + "…";
}
