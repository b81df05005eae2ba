using System.Collections.Immutable;

namespace SocialWork.Core.Rules;

/// <summary>A rule as it is written, before anything is known of the form. A closed family.</summary>
/// <param name="Position">Where the part begins, from 1.</param>
internal abstract record RuleSyntax(int Position)
{
    /// <summary><c>a -> b</c>, <c>a or b</c>, <c>a and b</c>.</summary>
    public sealed record Logical(int Position, LogicalOperator Operator, RuleSyntax Left, RuleSyntax Right) : RuleSyntax(Position);

    /// <summary><c>not a</c>.</summary>
    public sealed record Not(int Position, RuleSyntax Inner) : RuleSyntax(Position);

    /// <summary>A chain <c>a &lt;= b &lt;= c</c>: one operand more than operators.</summary>
    public sealed record Chain(int Position, ImmutableArray<RuleSyntax> Operands, ImmutableArray<ComparisonOperator> Operators) : RuleSyntax(Position);

    /// <summary><c>a + b</c> and its like.</summary>
    public sealed record Arithmetic(int Position, char Operator, RuleSyntax Left, RuleSyntax Right) : RuleSyntax(Position);

    /// <summary><c>-a</c>.</summary>
    public sealed record Negative(int Position, RuleSyntax Inner) : RuleSyntax(Position);

    /// <summary>A number, exact.</summary>
    public sealed record Number(int Position, Exact Value) : RuleSyntax(Position);

    /// <summary>A calendar date.</summary>
    public sealed record Date(int Position, DateOnly Value) : RuleSyntax(Position);

    /// <summary>An option code in single quotes.</summary>
    public sealed record Option(int Position, string Code) : RuleSyntax(Position);

    /// <summary><c>due</c>.</summary>
    public sealed record Due(int Position) : RuleSyntax(Position);

    /// <summary><c>planYear</c>.</summary>
    public sealed record PlanYear(int Position) : RuleSyntax(Position);

    /// <summary><c>field</c>, <c>field[*]</c>, <c>field[CODE]</c>.</summary>
    /// <param name="Position">Where the field's name begins.</param>
    /// <param name="Field">The field's id.</param>
    /// <param name="Index"><c>*</c>, an option code, or null without an index.</param>
    public sealed record Cell(int Position, string Field, string? Index) : RuleSyntax(Position);

    /// <summary><c>max(f)</c>, <c>sum(f)</c>, <c>prev(c)</c>, <c>empty(c)</c>, <c>filled(c)</c>, <c>year(c)</c>.</summary>
    public sealed record Call(int Position, RuleFunction Function, Cell Argument) : RuleSyntax(Position);

    /// <summary><c>gateOpen('clause')</c>, or <c>gateOpen(*)</c> with a null clause.</summary>
    public sealed record Gate(int Position, string? Clause) : RuleSyntax(Position);
}

/// <summary>Operators between conditions.</summary>
internal enum LogicalOperator
{
    Implies,
    Or,
    And,
}

/// <summary>Operators between values.</summary>
internal enum ComparisonOperator
{
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

/// <summary>Functions of a field or cell.</summary>
internal enum RuleFunction
{
    Max,
    Sum,
    Prev,
    Empty,
    Filled,
    Year,
}
