using System.Collections.Immutable;

namespace SocialWork.Core.Rules;

/// <summary>Cuts a rule into tokens. A rule is ASCII; blanks separate and mean nothing.</summary>
internal static class RuleTokenizer
{
    private static readonly ImmutableArray<string> Symbols = ["->", "<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "/", "(", ")", "[", "]"];

    /// <exception cref="RuleSyntaxException">A character or quotation cannot be read.</exception>
    public static ImmutableArray<RuleToken> Tokenize(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<RuleToken>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n') at++;
            if (at == text.Length) break;
            var length = LengthOf(text, at, out var kind);
            var content = kind == RuleTokenKind.Quoted ? text[(at + 1)..(at + length - 1)] : text.Substring(at, length);
            tokens.Add(new RuleToken(kind, content, at + 1));
            at += length;
        }

        tokens.Add(new RuleToken(RuleTokenKind.End, string.Empty, text.Length + 1));
        return tokens.ToImmutable();
    }

    private static int LengthOf(string text, int at, out RuleTokenKind kind)
    {
        var rest = text.AsSpan(at);
        var first = rest[0];
        if (char.IsAsciiDigit(first))
        {
            kind = IsDate(rest) ? RuleTokenKind.Date : RuleTokenKind.Number;
            return kind == RuleTokenKind.Date ? 10 : NumberLength(rest);
        }

        if (IsNamePart(first))
        {
            kind = RuleTokenKind.Name;
            var length = 1;
            while (length < rest.Length && IsNamePart(rest[length])) length++;
            return length;
        }

        if (first == '\'')
        {
            kind = RuleTokenKind.Quoted;
            var close = rest[1..].IndexOf('\'');
            if (close < 0)
            {
                throw new RuleSyntaxException(at + 1, "rule.openQuote",
                    "dấu nháy đơn chưa được đóng; hãy thêm dấu ' ở cuối mã",
                    "the quotation is not closed; add ' after the code");
            }

            return close + 2;
        }

        kind = RuleTokenKind.Symbol;
        foreach (var symbol in Symbols)
        {
            if (rest.StartsWith(symbol, StringComparison.Ordinal)) return symbol.Length;
        }

        throw new RuleSyntaxException(at + 1, "rule.unreadable",
            $"không đọc được ký tự “{first}”; chỉ dùng các phép và hàm của ngữ pháp quy tắc",
            $"cannot read the character “{first}”; use the operators and functions of the rule grammar only");
    }

    // A date wins over a subtraction: 2026-04-15 is never 2026 - 4 - 15.
    private static bool IsDate(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 10 || rest[4] != '-' || rest[7] != '-') return false;
        foreach (var index in (ReadOnlySpan<int>)[0, 1, 2, 3, 5, 6, 8, 9])
        {
            if (!char.IsAsciiDigit(rest[index])) return false;
        }

        return true;
    }

    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
        if (length + 1 >= rest.Length || rest[length] != '.' || !char.IsAsciiDigit(rest[length + 1])) return length;
        length += 2;
        while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
        return length;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
