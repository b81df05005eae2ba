using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>Binds a rule to the fields of a form and checks its types. Made for one expression and thrown away.</summary>
internal sealed partial class RuleBinder
{
    private readonly FormDefinition _form;
    private readonly ImmutableArray<Dimension> _stars;
    private readonly ImmutableArray<CellGroup>.Builder _mentions = ImmutableArray.CreateBuilder<CellGroup>();
    private readonly ImmutableArray<ClauseId>.Builder _gates = ImmutableArray.CreateBuilder<ClauseId>();

    private RuleBinder(FormDefinition form, RuleSyntax rule)
    {
        _form = form;
        _stars = StarFinder.Find(rule, cell => FieldOf(cell));
    }

    /// <exception cref="RuleSyntaxException">The rule names what the form does not have, or mixes types.</exception>
    public static BoundRule Bind(FormDefinition form, RuleSyntax rule, bool starsAllowed)
    {
        var binder = new RuleBinder(form, rule);
        if (!starsAllowed && !binder._stars.IsEmpty)
        {
            throw new RuleSyntaxException(rule.Position, "rule.starInCondition",
                "điều kiện của một phép đếm không được dùng [*]; hãy ghi rõ mã phân tổ hoặc dùng tổng",
                "the condition of a measure cannot be starred; name an option or use the total");
        }

        var condition = binder.Typed(rule, RuleType.Bool);
        if (binder._mentions.Count == 0)
        {
            throw new RuleSyntaxException(rule.Position, "rule.noField",
                "biểu thức không nhắc tới trường nào của biểu mẫu; hãy nêu ít nhất một trường",
                "the expression names no field of the form; name at least one");
        }

        return new BoundRule(condition, binder._stars, binder._mentions.ToImmutable(), [.. binder._gates.Distinct()]);
    }

    private BoundExpression Typed(RuleSyntax syntax, RuleType wanted)
    {
        var (bound, type) = Part(syntax);
        if (type.Kind == wanted.Kind) return bound;
        throw new RuleSyntaxException(syntax.Position, "rule.wrongType",
            $"ở đây cần {wanted.Shown.Vi} nhưng gặp {type.Shown.Vi}; hãy sửa phép toán hoặc đổi trường",
            $"needed here is {wanted.Shown.En}, found is {type.Shown.En}; change the operator or the field");
    }

    private (BoundExpression Bound, RuleType Type) Part(RuleSyntax syntax) => syntax switch
    {
        RuleSyntax.Logical logical => (
            new BoundExpression.Logical(logical.Operator, Typed(logical.Left, RuleType.Bool), Typed(logical.Right, RuleType.Bool)), RuleType.Bool),
        RuleSyntax.Not not => (new BoundExpression.Not(Typed(not.Inner, RuleType.Bool)), RuleType.Bool),
        RuleSyntax.Chain chain => (Chain(chain), RuleType.Bool),
        RuleSyntax.Arithmetic arithmetic => (
            new BoundExpression.Arithmetic(arithmetic.Operator, Typed(arithmetic.Left, RuleType.Number), Typed(arithmetic.Right, RuleType.Number)), RuleType.Number),
        RuleSyntax.Negative negative => (new BoundExpression.Negative(Typed(negative.Inner, RuleType.Number)), RuleType.Number),
        RuleSyntax.Number number => (new BoundExpression.Constant(RuleValue.Of(number.Value)), RuleType.Number),
        RuleSyntax.Date date => (new BoundExpression.Constant(RuleValue.Of(date.Value)), RuleType.Date),
        RuleSyntax.Option option => (new BoundExpression.Constant(RuleValue.Of(option.Code)), new RuleType(RuleTypeKind.Option, Code: option.Code)),
        RuleSyntax.PlanYear => (new BoundExpression.PlanYear(), RuleType.Number),
        RuleSyntax.Due due => (Due(due), RuleType.Date),
        RuleSyntax.Gate gate => (Gate(gate), RuleType.Bool),
        RuleSyntax.Call call => Call(call),
        RuleSyntax.Cell cell => Cell(cell, previous: false),
        _ => throw new InvalidOperationException($"The rule grammar has no {syntax.GetType().Name}."),
    };

    private BoundExpression.Chain Chain(RuleSyntax.Chain chain)
    {
        var operands = ImmutableArray.CreateBuilder<BoundExpression>(chain.Operands.Length);
        RuleType? left = null;
        for (var i = 0; i < chain.Operands.Length; i++)
        {
            var (bound, right) = Part(chain.Operands[i]);
            if (left is not null) CheckComparable(chain.Operands[i].Position, left, chain.Operators[i - 1], right);
            operands.Add(bound);
            left = right;
        }

        return new BoundExpression.Chain(operands.MoveToImmutable(), chain.Operators);
    }

    private static void CheckComparable(int position, RuleType left, ComparisonOperator comparison, RuleType right)
    {
        var option = left.Kind == RuleTypeKind.Option ? left : right.Kind == RuleTypeKind.Option ? right : null;
        var choice = left.Kind == RuleTypeKind.Choice ? left : right.Kind == RuleTypeKind.Choice ? right : null;
        if (option is { Code: { } code })
        {
            if (choice is not { Options: { } list } || comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
            {
                throw new RuleSyntaxException(position, "rule.optionComparison",
                    $"mã '{code}' chỉ so sánh được với một trường lựa chọn, bằng = hoặc !=",
                    $"the code '{code}' can be compared with a choice field only, by = or !=");
            }

            if (list.Source == OptionSource.Listed && !list.Has(code))
            {
                throw new RuleSyntaxException(position, "rule.unknownOption",
                    $"'{code}' không có trong danh sách {list.Id}; hãy dùng một mã của danh sách đó",
                    $"'{code}' is no option of {list.Id}; use one of its codes");
            }
        }
        else if (left.Kind != right.Kind || left.Kind is not (RuleTypeKind.Number or RuleTypeKind.Date))
        {
            throw new RuleSyntaxException(position, "rule.cannotCompare",
                $"không so sánh được {left.Shown.Vi} với {right.Shown.Vi}; chỉ so sánh số với số, ngày với ngày",
                $"cannot compare {left.Shown.En} with {right.Shown.En}; compare numbers with numbers and dates with dates");
        }
    }

    private BoundExpression.Due Due(RuleSyntax.Due due) => _form.Duty is not null
        ? new BoundExpression.Due()
        : throw new RuleSyntaxException(due.Position, "rule.noDuty",
            "due cần biểu mẫu thuộc một nghĩa vụ báo cáo; hãy khai báo Duty hoặc bỏ due",
            "due needs a form that is part of a reporting duty; declare Duty or drop due");
}
