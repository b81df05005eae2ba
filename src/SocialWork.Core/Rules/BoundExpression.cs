using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>
/// A part of a rule that is bound to its form and knows how to evaluate itself. A part that has a skipped part inside is
/// skipped, conditions included: an operand that is not reported silences the whole rule. A closed family; immutable.
/// </summary>
internal abstract record BoundExpression
{
    private BoundExpression() { }

    /// <summary>The value, or skipped.</summary>
    public abstract RuleValue Evaluate(Evaluation evaluation);

    /// <summary>A number, date or option code of the rule's text.</summary>
    public sealed record Constant(RuleValue Value) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => Value;
    }

    /// <summary><c>due</c>.</summary>
    public sealed record Due : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) =>
            evaluation.Context.Due is { } due ? RuleValue.Of(due) : RuleValue.Skipped;
    }

    /// <summary><c>planYear</c>.</summary>
    public sealed record PlanYear : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => RuleValue.Of(new Exact(evaluation.Context.PlanYear));
    }

    /// <summary>A cell or total, <c>sum(f)</c> and <c>prev(c)</c> included.</summary>
    public sealed record Cell(CellGroup Cells) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => Cells.Value(evaluation);
    }

    /// <summary><c>max(f)</c>.</summary>
    public sealed record Largest(CellGroup Cells) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => Cells.Largest(evaluation);
    }

    /// <summary><c>filled(c)</c>, or <c>empty(c)</c> when nothing is wanted. Never skipped.</summary>
    public sealed record Presence(CellGroup Cells, bool Wanted) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => RuleValue.Of(Cells.IsFilled(evaluation) == Wanted);
    }

    /// <summary><c>year(c)</c>.</summary>
    public sealed record Year(CellGroup Cells) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => Cells.Value(evaluation).Year();
    }

    /// <summary><c>gateOpen('clause')</c>.</summary>
    public sealed record Gate(ClauseId Clause) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) => RuleValue.Of(evaluation.Context.GateOpen(Clause));
    }

    /// <summary><c>gateOpen(*)</c>: the task in turn, which is the option of that starred dimension.</summary>
    public sealed record GateInTurn(int Star) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation) =>
            ClauseId.TryParse(evaluation.Star(Star), out var clause) ? RuleValue.Of(evaluation.Context.GateOpen(clause)) : RuleValue.Skipped;
    }

    /// <summary><c>-a</c>.</summary>
    public sealed record Negative(BoundExpression Inner) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation)
        {
            var inner = Inner.Evaluate(evaluation);
            return inner.IsSkipped ? inner : RuleValue.Of(-inner.AsNumber);
        }
    }

    /// <summary><c>a + b</c> and its like; a division by 0 is skipped.</summary>
    public sealed record Arithmetic(char Operator, BoundExpression Left, BoundExpression Right) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation)
        {
            var left = Left.Evaluate(evaluation);
            var right = Right.Evaluate(evaluation);
            if (left.IsSkipped || right.IsSkipped) return RuleValue.Skipped;
            return Operator switch
            {
                '+' => RuleValue.Of(left.AsNumber + right.AsNumber),
                '-' => RuleValue.Of(left.AsNumber - right.AsNumber),
                '*' => RuleValue.Of(left.AsNumber * right.AsNumber),
                _ => right.AsNumber.IsZero ? RuleValue.Skipped : RuleValue.Of(left.AsNumber / right.AsNumber),
            };
        }
    }

    /// <summary>A chain of comparisons: true when each of them is.</summary>
    public sealed record Chain(ImmutableArray<BoundExpression> Operands, ImmutableArray<ComparisonOperator> Operators) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation)
        {
            var holds = true;
            var left = Operands[0].Evaluate(evaluation);
            if (left.IsSkipped) return left;
            for (var i = 0; i < Operators.Length; i++)
            {
                var right = Operands[i + 1].Evaluate(evaluation);
                if (right.IsSkipped) return right;
                holds &= RuleValue.Compare(left, Operators[i], right);
                left = right;
            }

            return RuleValue.Of(holds);
        }
    }

    /// <summary><c>not a</c>.</summary>
    public sealed record Not(BoundExpression Inner) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation)
        {
            var inner = Inner.Evaluate(evaluation);
            return inner.IsSkipped ? inner : RuleValue.Of(!inner.IsTrue);
        }
    }

    /// <summary><c>a -> b</c>, <c>a or b</c>, <c>a and b</c>.</summary>
    public sealed record Logical(LogicalOperator Operator, BoundExpression Left, BoundExpression Right) : BoundExpression
    {
        public override RuleValue Evaluate(Evaluation evaluation)
        {
            var left = Left.Evaluate(evaluation);
            var right = Right.Evaluate(evaluation);
            if (left.IsSkipped || right.IsSkipped) return RuleValue.Skipped;
            return RuleValue.Of(Operator switch
            {
                LogicalOperator.And => left.IsTrue && right.IsTrue,
                LogicalOperator.Or => left.IsTrue || right.IsTrue,
                _ => !left.IsTrue || right.IsTrue,
            });
        }
    }
}
