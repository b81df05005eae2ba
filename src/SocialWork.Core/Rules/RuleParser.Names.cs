using System.Collections.Immutable;

namespace SocialWork.Core.Rules;

// Names, calls and cells, and the small steps all methods share.
internal sealed partial class RuleParser
{
    /// <summary>Words of the grammar that no field can be called by.</summary>
    public static ImmutableArray<string> Reserved { get; } = ["and", "or", "not", "due", "planYear"];

    private RuleSyntax Named(RuleToken token)
    {
        if (token.Is("due"))
        {
            _next++;
            return new RuleSyntax.Due(token.Position);
        }

        if (token.Is("planYear"))
        {
            _next++;
            return new RuleSyntax.PlanYear(token.Position);
        }

        if (token.Is("and") || token.Is("or") || token.Is("not")) throw Unexpected("một giá trị, một ô hoặc dấu (", "a value, a cell or (");
        return _tokens[_next + 1].Is("(") ? Call() : Cell();
    }

    private RuleSyntax Call()
    {
        var name = Here;
        _next += 2;
        if (name.Is("gateOpen")) return Gate(name.Position);
        RuleFunction? function = name.Text switch
        {
            "max" => RuleFunction.Max,
            "sum" => RuleFunction.Sum,
            "prev" => RuleFunction.Prev,
            "empty" => RuleFunction.Empty,
            "filled" => RuleFunction.Filled,
            "year" => RuleFunction.Year,
            _ => null,
        };
        if (function is null)
        {
            throw new RuleSyntaxException(name.Position, "rule.unknownFunction",
                $"không có hàm {name.Text}; các hàm là max, sum, prev, empty, filled, year, gateOpen",
                $"there is no function {name.Text}; the functions are max, sum, prev, empty, filled, year, gateOpen");
        }

        var argument = function is RuleFunction.Max or RuleFunction.Sum ? new RuleSyntax.Cell(Here.Position, Name(), null) : Cell();
        Take(")");
        return new RuleSyntax.Call(name.Position, function.Value, argument);
    }

    private RuleSyntax.Gate Gate(int position)
    {
        string? clause = null;
        if (!Accept("*"))
        {
            if (Here.Kind != RuleTokenKind.Quoted) throw Unexpected("mã điều khoản trong dấu nháy đơn hoặc *", "a clause id in single quotes, or *");
            clause = Here.Text;
            _next++;
        }

        Take(")");
        return new RuleSyntax.Gate(position, clause);
    }

    private RuleSyntax.Cell Cell()
    {
        var position = Here.Position;
        var field = Name();
        if (!Accept("[")) return new RuleSyntax.Cell(position, field, null);
        var index = Accept("*") ? "*" : Name();
        Take("]");
        return new RuleSyntax.Cell(position, field, index);
    }

    private string Name()
    {
        if (Here.Kind != RuleTokenKind.Name) throw Unexpected("một tên", "a name");
        return _tokens[_next++].Text;
    }

    private bool Accept(string text)
    {
        if (!Here.Is(text)) return false;
        _next++;
        return true;
    }

    private char? AcceptEither(char first, char second)
    {
        if (Here.Kind != RuleTokenKind.Symbol || Here.Text.Length != 1 || (Here.Text[0] != first && Here.Text[0] != second)) return null;
        return _tokens[_next++].Text[0];
    }

    private void Take(string text)
    {
        if (!Accept(text)) throw Unexpected($"dấu {text}", text);
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new RuleSyntaxException(Here.Position, "rule.tooDeep",
                $"biểu thức lồng nhau quá {MaxDepth} tầng; hãy tách thành nhiều quy tắc",
                $"the expression nests deeper than {MaxDepth} levels; split it into several rules");
        }
    }

    private RuleSyntaxException Unexpected(string vi, string en) => new(Here.Position, "rule.unexpected",
        Here.Kind == RuleTokenKind.End ? $"biểu thức hết quá sớm; cần {vi}" : $"gặp “{Here.Shown}”; ở đây cần {vi}",
        Here.Kind == RuleTokenKind.End ? $"the expression ends too early; needed is {en}" : $"found “{Here.Shown}”; needed here is {en}");
}
