using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>What a part of a rule evaluates to: a value, or <i>skipped</i>. The default value is skipped.</summary>
internal readonly struct RuleValue
{
    private readonly RuleTypeKind _kind;
    private readonly bool _isValue;
    private readonly int _small;
    private readonly Exact _number;
    private readonly string? _code;

    private RuleValue(RuleTypeKind kind, int small, Exact number, string? code)
    {
        _isValue = true;
        _kind = kind;
        _small = small;
        _number = number;
        _code = code;
    }

    /// <summary>No value: the rule has nothing to say here.</summary>
    public static RuleValue Skipped => default;

    public bool IsSkipped => !_isValue;

    public bool IsTrue => _isValue && _kind == RuleTypeKind.Bool && _small != 0;

    public Exact AsNumber => _number;

    public static RuleValue Of(bool value) => new(RuleTypeKind.Bool, value ? 1 : 0, default, null);

    public static RuleValue Of(Exact value) => new(RuleTypeKind.Number, 0, value, null);

    public static RuleValue Of(DateOnly value) => new(RuleTypeKind.Date, value.DayNumber, default, null);

    public static RuleValue Of(string optionCode) => new(RuleTypeKind.Option, 0, default, optionCode);

    /// <summary>
    /// The value of one cell as an operand of its own. Empty cells skip, save that <i>không phát sinh</i> is 0 in a number
    /// cell. A value that is not of the field's kind cannot be judged and skips too.
    /// </summary>
    public static RuleValue OfCell(CellValue? cell, RuleTypeKind kind) => (kind, cell) switch
    {
        (RuleTypeKind.Number, CellValue.Number number) => Of(new Exact(number.Value)),
        (RuleTypeKind.Number, CellValue.Empty { Kind: EmptyKind.NotArising }) => Of(default(Exact)),
        (RuleTypeKind.Bool, CellValue.Flag flag) => Of(flag.Value),
        (RuleTypeKind.Date, CellValue.Date date) => Of(date.Value),
        (RuleTypeKind.Choice, CellValue.Choice choice) => Of(choice.Code),
        _ => Skipped,
    };

    /// <summary>The year of a date, as a number.</summary>
    public RuleValue Year() => IsSkipped ? this : Of(new Exact(DateOnly.FromDayNumber(_small).Year));

    /// <summary>Compares two values of one type; the binder has made sure that they are.</summary>
    public static bool Compare(RuleValue left, ComparisonOperator comparison, RuleValue right)
    {
        var order = left._kind switch
        {
            RuleTypeKind.Number => Exact.Compare(left._number, right._number),
            RuleTypeKind.Option => string.CompareOrdinal(left._code, right._code),
            _ => left._small.CompareTo(right._small),
        };
        return comparison switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            _ => order > 0,
        };
    }
}
