using SocialWork.Abstractions;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;

namespace SocialWork.Tests.Masking;

/// <summary>A row over cells of one unit that comes to at most so much.</summary>
internal sealed record RuleRow(IReadOnlyDictionary<CellKey, long> Terms, long Most);

/// <summary>
/// The rules that a sent version is known to keep, as rows over the cells that a reader does not see. Left out are rules that
/// say nothing of those, and what is no comparison of sums: the rows alone never prove that a number is safe. Pure.
/// </summary>
internal static class RuleRows
{
    public static IEnumerable<RuleRow> Of(MaskedUnit unit, IReadOnlySet<CellKey> hidden)
    {
        var form = unit.Form.Definition;
        foreach (var rule in form.Rules.Where(rule => rule.Severity == Severity.Error))
        {
            var bound = RuleBinder.Bind(form, RuleParser.Parse(rule.Expression), starsAllowed: true);
            foreach (var evaluation in bound.Evaluations(unit.Values, unit.Context).Where(evaluation => bound.CellsOf(evaluation).Any(hidden.Contains)))
            {
                var held = bound.Condition.Evaluate(evaluation);
                if (held.IsSkipped) continue;
                if (!held.IsTrue) throw new ArgumentException($"{unit.Unit} breaks {rule.Id}.", nameof(unit));
                foreach (var sum in Comparisons(bound.Condition, evaluation, hidden)) yield return Row(sum, unit, hidden);
            }
        }
    }

    // Each is at most 0.
    private static IEnumerable<Sum> Comparisons(BoundExpression condition, Evaluation evaluation, IReadOnlySet<CellKey> hidden) => condition switch
    {
        BoundExpression.Logical { Operator: LogicalOperator.And } both => [.. Comparisons(both.Left, evaluation, hidden), .. Comparisons(both.Right, evaluation, hidden)],
        BoundExpression.Logical { Operator: LogicalOperator.Implies, Left: BoundExpression.Chain left } when left.Evaluate(evaluation).IsTrue && !Comparisons(left, evaluation, hidden).Any(sum => sum.Terms.Keys.Any(hidden.Contains))
            => Comparisons(((BoundExpression.Logical)condition).Right, evaluation, hidden),
        BoundExpression.Chain chain => chain.Operators.SelectMany((comparison, i) => Compared(chain.Operands[i], comparison, chain.Operands[i + 1], evaluation)),
        _ => [],
    };

    private static IEnumerable<Sum> Compared(BoundExpression left, ComparisonOperator comparison, BoundExpression right, Evaluation evaluation) => comparison switch
    {
        ComparisonOperator.LessOrEqual => AtMost(left, right, evaluation),
        ComparisonOperator.Less => AtMost(left, right, evaluation).Select(sum => sum + new Sum([], 1)),
        ComparisonOperator.GreaterOrEqual => AtMost(right, left, evaluation),
        ComparisonOperator.Greater => AtMost(right, left, evaluation).Select(sum => sum + new Sum([], 1)),
        ComparisonOperator.Equal => [.. AtMost(left, right, evaluation), .. AtMost(right, left, evaluation)],
        _ => [],
    };

    // The largest cell is at most something where each cell is.
    private static IEnumerable<Sum> AtMost(BoundExpression left, BoundExpression right, Evaluation evaluation)
    {
        if (SumOf(right, evaluation) is not { } bound) return [];
        if (left is BoundExpression.Largest largest) return Cells(largest.Cells, evaluation).Select(cell => Sum.Of(cell) - bound);
        return SumOf(left, evaluation) is { } sum ? [sum - bound] : [];
    }

    // Null for what is no sum of cells.
    private static Sum? SumOf(BoundExpression expression, Evaluation evaluation) => expression switch
    {
        BoundExpression.Cell { Cells.Previous: false } cell => Cells(cell.Cells, evaluation).Aggregate(new Sum([], 0), (sum, one) => sum + Sum.Of(one)),
        BoundExpression.Constant { Value.AsNumber: { Denominator.IsOne: true } value } => new Sum([], (long)value.Numerator),
        BoundExpression.Arithmetic { Operator: '+' } plus when (SumOf(plus.Left, evaluation), SumOf(plus.Right, evaluation)) is ({ } left, { } right) => left + right,
        BoundExpression.Arithmetic { Operator: '-' } minus when (SumOf(minus.Left, evaluation), SumOf(minus.Right, evaluation)) is ({ } left, { } right) => left - right,
        _ => null,
    };

    private static IEnumerable<CellKey> Cells(CellGroup group, Evaluation evaluation) =>
        group.Cells(evaluation).Where(cell => evaluation.Read(group.Field, cell, previous: false) is not CellValue.Empty { Kind: EmptyKind.NotApplicable });

    private static RuleRow Row(Sum sum, MaskedUnit unit, IReadOnlySet<CellKey> hidden) => new(
        sum.Terms.Where(term => hidden.Contains(term.Key)).ToDictionary(),
        -sum.Constant - sum.Terms.Where(term => !hidden.Contains(term.Key)).Sum(term => term.Value * Core.Totals.CellTally.Amount(unit.Values[term.Key])));

    private sealed record Sum(Dictionary<CellKey, long> Terms, long Constant)
    {
        public static Sum Of(CellKey cell) => new(new() { [cell] = 1 }, 0);

        public static Sum operator +(Sum a, Sum b) => new(
            a.Terms.Concat(b.Terms).GroupBy(term => term.Key, term => term.Value).ToDictionary(terms => terms.Key, terms => terms.Sum()), a.Constant + b.Constant);

        public static Sum operator -(Sum a, Sum b) => a + new Sum(b.Terms.ToDictionary(term => term.Key, term => -term.Value), -b.Constant);
    }
}
