using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialWork.Core.Narratives;

/// <summary>
/// When a sentence is said: <c>CT1.verdict = đạt and coverage.missing.count &gt; 0</c>, or <c>has CT1.best.name</c>. A value that is
/// not there makes it false. Immutable; safe for concurrent use.
/// </summary>
internal sealed partial class NarrativeCondition
{
    private const int MatchMilliseconds = 1000;
    private readonly ImmutableArray<Part> _parts;

    private NarrativeCondition(ImmutableArray<Part> parts) => _parts = parts;

    /// <summary>The names that it asks for.</summary>
    public IEnumerable<string> Names => _parts.Select(p => p.Name);

    /// <summary>Reads a condition; null where it is none.</summary>
    public static NarrativeCondition? Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var written in text.Split(" and "))
        {
            var match = Written().Match(written);
            if (!match.Success) return null;
            parts.Add(new Part(match.Groups["name"].Value, match.Groups["op"].Value, match.Groups["literal"].Value));
        }

        return new NarrativeCondition(parts.ToImmutable());
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="find">The value of a name; null where there is none.</param>
    public bool Holds(Func<string, NarrativeFigure?> find) => _parts.All(part => find(part.Name) is { } figure && part.Holds(figure));

    [GeneratedRegex(@"^\s*(?:has\s+(?<name>[^\s<>=!]+)|(?<name>[^\s<>=!]+)\s*(?<op>>=|<=|!=|=|>|<)\s*(?<literal>[^<>=!]+?))\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Written();

    private sealed record Part(string Name, string Operator, string Literal)
    {
        public bool Holds(NarrativeFigure figure)
        {
            if (Operator.Length == 0) return true;
            if (figure.Number is { } number && decimal.TryParse(Literal, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var literal)) return Holds(number.CompareTo(literal));
            var isSame = figure.Text == Literal;
            return Operator == "=" ? isSame : Operator == "!=" && !isSame;
        }

        private bool Holds(int comparison) => Operator switch
        {
            ">" => comparison > 0,
            ">=" => comparison >= 0,
            "<" => comparison < 0,
            "<=" => comparison <= 0,
            "=" => comparison == 0,
            _ => comparison != 0,
        };
    }
}
