using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>What kind of value a part of a rule gives.</summary>
internal enum RuleTypeKind
{
    Number,
    Bool,
    Date,
    Text,
    Choice,
    MultiChoice,
    File,
    Table,
    Option,
}

/// <summary>The type of a part of a rule.</summary>
/// <param name="Kind">What kind of value it gives.</param>
/// <param name="Options">Of a choice: its list.</param>
/// <param name="Code">Of an option in quotes: its code.</param>
internal sealed record RuleType(RuleTypeKind Kind, Dimension? Options = null, string? Code = null)
{
    public static RuleType Number { get; } = new(RuleTypeKind.Number);

    public static RuleType Bool { get; } = new(RuleTypeKind.Bool);

    public static RuleType Date { get; } = new(RuleTypeKind.Date);

    /// <summary>The type of one cell of a field.</summary>
    public static RuleType Of(FormField field) => field switch
    {
        IntField or MoneyField => Number,
        BoolField => Bool,
        DateField => Date,
        ChoiceField choice => new RuleType(RuleTypeKind.Choice, choice.Options),
        MultiChoiceField => new RuleType(RuleTypeKind.MultiChoice),
        FileField => new RuleType(RuleTypeKind.File),
        TableField => new RuleType(RuleTypeKind.Table),
        _ => new RuleType(RuleTypeKind.Text),
    };

    /// <summary>The type in words.</summary>
    public Text Shown => Kind switch
    {
        RuleTypeKind.Number => new Text("số", "a number"),
        RuleTypeKind.Bool => new Text("điều kiện đúng/sai", "a condition"),
        RuleTypeKind.Date => new Text("ngày", "a date"),
        RuleTypeKind.Choice => new Text($"lựa chọn của {Options?.Id}", $"a choice of {Options?.Id}"),
        RuleTypeKind.MultiChoice => new Text("nhiều lựa chọn", "a multiple choice"),
        RuleTypeKind.File => new Text("tệp", "a file"),
        RuleTypeKind.Table => new Text("bảng", "a table"),
        RuleTypeKind.Option => new Text($"mã '{Code}'", $"the code '{Code}'"),
        _ => new Text("văn bản", "a text"),
    };
}
