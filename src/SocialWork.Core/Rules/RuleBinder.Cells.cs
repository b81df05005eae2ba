using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

// Mentions of fields: which cells they stand for, and what functions make of them.
internal sealed partial class RuleBinder
{
    private (BoundExpression Bound, RuleType Type) Call(RuleSyntax.Call call)
    {
        switch (call.Function)
        {
            case RuleFunction.Max:
                return (new BoundExpression.Largest(Disaggregated(call)), RuleType.Number);
            case RuleFunction.Sum:
                return (new BoundExpression.Cell(Disaggregated(call)), RuleType.Number);
            case RuleFunction.Prev:
                return Cell(call.Argument, previous: true);
            case RuleFunction.Year:
                var cells = Mention(call.Argument, previous: false);
                if (cells.Field is not DateField || cells.IsTotal)
                {
                    throw new RuleSyntaxException(call.Argument.Position, "rule.wrongType",
                        $"year cần một ô ngày, {call.Argument.Field} thì không phải; hãy dùng trường kiểu ngày",
                        $"year needs a cell of a date field, which {call.Argument.Field} is not; use a date field");
                }

                return (new BoundExpression.Year(cells), RuleType.Number);
            default:
                return (new BoundExpression.Presence(Mention(call.Argument, previous: false), call.Function == RuleFunction.Filled), RuleType.Bool);
        }
    }

    private (BoundExpression Bound, RuleType Type) Cell(RuleSyntax.Cell cell, bool previous)
    {
        var cells = Mention(cell, previous);
        var type = RuleType.Of(cells.Field);
        if (cells.IsTotal && type.Kind != RuleTypeKind.Number)
        {
            throw new RuleSyntaxException(cell.Position, "rule.noTotal",
                $"trường {cell.Field} có phân tổ mà không phải là số nên không có tổng; hãy chọn một ô bằng [MÃ] hoặc [*]",
                $"field {cell.Field} is split by a dimension and is no number, so it has no total; pick a cell by [CODE] or [*]");
        }

        return (new BoundExpression.Cell(cells), type);
    }

    private CellGroup Disaggregated(RuleSyntax.Call call)
    {
        var cells = Mention(call.Argument, previous: false);
        if (cells.Picks.IsEmpty || RuleType.Of(cells.Field).Kind != RuleTypeKind.Number)
        {
            throw new RuleSyntaxException(call.Argument.Position, "rule.notDisaggregated",
                $"max và sum cần một trường số có phân tổ, {call.Argument.Field} thì không phải; hãy dùng thẳng tên trường",
                $"max and sum need a number field with a dimension, which {call.Argument.Field} is not; name the field itself");
        }

        return cells;
    }

    private CellGroup Mention(RuleSyntax.Cell cell, bool previous)
    {
        var field = FieldOf(cell);
        ImmutableArray<OptionPick> picks = [.. By(field).Select(dimension => Pick(cell, dimension))];
        if (cell.Index is not (null or "*")) CheckOption(cell, field, picks.Count(pick => pick is OptionPick.One));
        var group = new CellGroup(field, picks, previous);
        _mentions.Add(group);
        return group;
    }

    private OptionPick Pick(RuleSyntax.Cell cell, Dimension dimension)
    {
        if (cell.Index is null) return new OptionPick.Every();
        if (cell.Index != "*") return dimension.Has(cell.Index) ? new OptionPick.One(cell.Index) : new OptionPick.Every();
        var star = StarOf(dimension.Id);
        return star < 0 ? new OptionPick.Every() : new OptionPick.Star(star);
    }

    private static void CheckOption(RuleSyntax.Cell cell, FormField field, int owners)
    {
        var dimensions = string.Join(", ", By(field).Select(dimension => dimension.Id));
        if (owners == 0)
        {
            throw new RuleSyntaxException(cell.Position, "rule.unknownOption",
                $"[{cell.Index}] không có trong các chiều phân tổ của trường {field.Id} ({dimensions}); hãy dùng một mã của chúng",
                $"[{cell.Index}] is no option of the dimensions of field {field.Id} ({dimensions}); use one of their codes");
        }

        if (owners > 1)
        {
            throw new RuleSyntaxException(cell.Position, "rule.ambiguousOption",
                $"[{cell.Index}] có trong cả hai chiều phân tổ của trường {field.Id} ({dimensions}); hãy đặt mã khác nhau",
                $"[{cell.Index}] is an option of both dimensions of field {field.Id} ({dimensions}); give them different codes");
        }
    }

    private FormField FieldOf(RuleSyntax.Cell cell)
    {
        var field = _form.Fields.FirstOrDefault(candidate => candidate.Id == cell.Field) ?? throw new RuleSyntaxException(cell.Position, "rule.unknownField",
            $"biểu mẫu {_form.Code} không có trường {cell.Field}; hãy sửa tên trường",
            $"form {_form.Code} has no field {cell.Field}; correct the name");
        if (cell.Index is not null && By(field).IsEmpty)
        {
            throw new RuleSyntaxException(cell.Position, "rule.noDimension",
                $"trường {field.Id} không có phân tổ; hãy bỏ [{cell.Index}]",
                $"field {field.Id} has no dimension; drop [{cell.Index}]");
        }

        return field;
    }

    private BoundExpression Gate(RuleSyntax.Gate gate)
    {
        if (gate.Clause is null) return new BoundExpression.GateInTurn(_stars.IndexOf(_stars.First(star => star.Source == OptionSource.PlanTasksOfUnit)));
        if (!ClauseId.TryParse(gate.Clause, out var clause))
        {
            throw new RuleSyntaxException(gate.Position, "rule.notAClause",
                $"'{gate.Clause}' không phải là mã điều khoản; hãy viết kế-hoạch/điều-khoản, ví dụ 2026/IV.4.c",
                $"'{gate.Clause}' is no clause id; write plan/clause, for example 2026/IV.4.c");
        }

        _gates.Add(clause);
        return new BoundExpression.Gate(clause);
    }

    private int StarOf(string dimension)
    {
        for (var i = 0; i < _stars.Length; i++)
        {
            if (_stars[i].Id == dimension) return i;
        }

        return -1;
    }

    private static ImmutableArray<Dimension> By(FormField field) => field.By.IsDefault ? [] : field.By;
}
