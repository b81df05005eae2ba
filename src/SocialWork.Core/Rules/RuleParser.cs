using System.Collections.Immutable;
using System.Globalization;

namespace SocialWork.Core.Rules;

/// <summary>
/// Reads a rule by recursive descent, one method per line of the grammar, loosest first: implies, or, and, not, comparison,
/// sum, product, unary, operand. Made for one expression and thrown away.
/// </summary>
internal sealed partial class RuleParser
{
    /// <summary>Longer expressions are refused: nobody can read them.</summary>
    public const int MaxLength = 2_000;

    // Each level costs a dozen frames of the stack here, in the binder and in every evaluation.
    private const int MaxDepth = 50;

    private readonly ImmutableArray<RuleToken> _tokens;
    private int _next;
    private int _depth;

    private RuleParser(ImmutableArray<RuleToken> tokens) => _tokens = tokens;

    private RuleToken Here => _tokens[_next];

    /// <exception cref="RuleSyntaxException">The text is not a rule.</exception>
    public static RuleSyntax Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new RuleSyntaxException(MaxLength + 1, "rule.tooLong",
                $"biểu thức dài quá {MaxLength} ký tự; hãy tách thành nhiều quy tắc",
                $"the expression is longer than {MaxLength} characters; split it into several rules");
        }

        var parser = new RuleParser(RuleTokenizer.Tokenize(text));
        var rule = parser.Implies();
        return parser.Here.Kind == RuleTokenKind.End ? rule : throw parser.Unexpected("một phép toán hoặc hết biểu thức", "an operator or the end");
    }

    private RuleSyntax Implies()
    {
        Enter();
        var left = Or();
        if (!Accept("->"))
        {
            _depth--;
            return left;
        }

        var right = Implies();
        _depth--;
        return new RuleSyntax.Logical(left.Position, LogicalOperator.Implies, left, right);
    }

    private RuleSyntax Or()
    {
        var left = And();
        while (Accept("or")) left = new RuleSyntax.Logical(left.Position, LogicalOperator.Or, left, And());
        return left;
    }

    private RuleSyntax And()
    {
        var left = Not();
        while (Accept("and")) left = new RuleSyntax.Logical(left.Position, LogicalOperator.And, left, Not());
        return left;
    }

    private RuleSyntax Not()
    {
        var position = Here.Position;
        if (!Accept("not")) return Comparison();
        Enter();
        var inner = Not();
        _depth--;
        return new RuleSyntax.Not(position, inner);
    }

    private RuleSyntax Comparison()
    {
        var first = Sum();
        if (ComparisonHere() is not { } comparison) return first;
        var operands = ImmutableArray.CreateBuilder<RuleSyntax>();
        var operators = ImmutableArray.CreateBuilder<ComparisonOperator>();
        operands.Add(first);
        for (ComparisonOperator? next = comparison; next is { } found; next = ComparisonHere())
        {
            _next++;
            operators.Add(found);
            operands.Add(Sum());
        }

        return new RuleSyntax.Chain(first.Position, operands.ToImmutable(), operators.ToImmutable());
    }

    private ComparisonOperator? ComparisonHere() => Here.Kind != RuleTokenKind.Symbol ? null : Here.Text switch
    {
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.LessOrEqual,
        "=" => ComparisonOperator.Equal,
        "!=" => ComparisonOperator.NotEqual,
        ">=" => ComparisonOperator.GreaterOrEqual,
        ">" => ComparisonOperator.Greater,
        _ => null,
    };

    private RuleSyntax Sum()
    {
        var left = Product();
        while (AcceptEither('+', '-') is { } sign) left = new RuleSyntax.Arithmetic(left.Position, sign, left, Product());
        return left;
    }

    private RuleSyntax Product()
    {
        var left = Unary();
        while (AcceptEither('*', '/') is { } sign) left = new RuleSyntax.Arithmetic(left.Position, sign, left, Unary());
        return left;
    }

    private RuleSyntax Unary()
    {
        var position = Here.Position;
        return Accept("-") ? new RuleSyntax.Negative(position, Operand()) : Operand();
    }

    private RuleSyntax Operand()
    {
        var token = Here;
        switch (token.Kind)
        {
            case RuleTokenKind.Number:
                _next++;
                return new RuleSyntax.Number(token.Position, Exact.Parse(token.Text));
            case RuleTokenKind.Date:
                _next++;
                return DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? new RuleSyntax.Date(token.Position, date)
                    : throw new RuleSyntaxException(token.Position, "rule.notADate",
                        $"{token.Text} không phải là một ngày có thật; hãy viết theo dạng NĂM-THÁNG-NGÀY",
                        $"{token.Text} is no day of the calendar; write YYYY-MM-DD");
            case RuleTokenKind.Quoted:
                _next++;
                return new RuleSyntax.Option(token.Position, token.Text);
            case RuleTokenKind.Symbol when token.Is("("):
                _next++;
                var inner = Implies();
                Take(")");
                return inner;
            case RuleTokenKind.Name:
                return Named(token);
            default:
                throw Unexpected("một giá trị, một ô hoặc dấu (", "a value, a cell or (");
        }
    }
}
