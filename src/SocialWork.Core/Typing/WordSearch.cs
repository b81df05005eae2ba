using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SocialWork.Core.Typing;

/// <summary>A piece of a text.</summary>
/// <param name="Text">The piece, as it was written.</param>
/// <param name="IsHit">Whether it is what was searched for.</param>
public readonly record struct TextPiece(string Text, bool IsHit);

/// <summary>
/// Words that are searched for in texts, without regard to accents and case, each from the beginning of a word:
/// <c>quang dien</c> finds “Quảng Điền”. Immutable; safe for concurrent use.
/// </summary>
public sealed class WordSearch
{
    /// <summary>The longest search, in characters.</summary>
    public const int MaxLength = 100;

    private readonly ImmutableArray<string> _words;

    private WordSearch(ImmutableArray<string> words) => _words = words;

    /// <summary>Whether nothing is searched for; then nothing is found.</summary>
    public bool IsEmpty => _words.IsEmpty;

    /// <summary>The words of what somebody typed; nothing where that is blank. Refused as malformed (<c>search.tooLong</c>).</summary>
    public static Result<WordSearch> Of(string? typed)
    {
        if (typed?.Length > MaxLength)
            return new Refusal(RefusalKind.Malformed, "search.tooLong", $"Nội dung tìm dài quá {MaxLength} ký tự: tìm bằng ít chữ hơn.", $"The search is longer than {MaxLength} characters: search for fewer words.");
        return new WordSearch([.. new string([.. Letters.Of(typed ?? string.Empty).Folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether every word stands in one of the texts or another.</summary>
    public bool IsIn(IEnumerable<string> texts)
    {
        var all = texts.Select(Letters.Of).ToArray();
        return !IsEmpty && _words.All(word => all.Any(text => text.Find(word, 0) >= 0));
    }

    /// <summary>A text cut into what is searched for and what is not; the pieces make up the text again.</summary>
    public IEnumerable<TextPiece> Cut(string text)
    {
        var letters = Letters.Of(text);
        var hits = new bool[letters.Source.Length];
        foreach (var word in _words)
        {
            for (var at = letters.Find(word, 0); at >= 0; at = letters.Find(word, at + 1)) letters.Mark(hits, at, word.Length);
        }

        for (int from = 0, to; from < hits.Length; from = to)
        {
            for (to = from; to < hits.Length && hits[to] == hits[from];) to++;
            yield return new TextPiece(letters.Source[from..to], hits[from]);
        }
    }

    /// <summary>A text with each of its letters folded, and where in the text each of them stands.</summary>
    private sealed record Letters(string Source, string Folded, ImmutableArray<int> Places)
    {
        public static Letters Of(string text)
        {
            var source = text.Normalize(NormalizationForm.FormC);
            var folded = new StringBuilder(source.Length);
            var places = ImmutableArray.CreateBuilder<int>(source.Length);
            for (var i = 0; i < source.Length; i++)
            {
                foreach (var c in FoldedOf(source[i]))
                {
                    folded.Append(c);
                    places.Add(i);
                }
            }

            return new Letters(source, folded.ToString(), places.ToImmutable());
        }

        public int Find(string word, int from)
        {
            for (var at = Folded.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || !char.IsLetterOrDigit(Folded[at - 1])) return at;
            }

            return -1;
        }

        public void Mark(bool[] hits, int at, int length)
        {
            for (var i = Places[at]; i <= Places[at + length - 1]; i++) hits[i] = true;
        }

        // Half of a pair stands for itself: only whole letters have accents.
        private static IEnumerable<char> FoldedOf(char c) => char.IsSurrogate(c)
            ? [c]
            : c.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(d => CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark).Select(d => d == 'đ' ? 'd' : d);
    }
}
