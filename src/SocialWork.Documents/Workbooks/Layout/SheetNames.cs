using System.Globalization;
using System.Text;

namespace SocialWork.Documents.Workbooks.Layout;

/// <summary>Gives sheets names that every program takes: at most 31 characters, unique whatever their case, without forbidden ones. Not for concurrent use.</summary>
internal sealed class SheetNames
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 31;

    private const string Forbidden = @":\/?*[]'";
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name made of a code and a title, whose end is cut at a word.</summary>
    public string Next(string code, string title)
    {
        var words = Clean($"{code} {title}");
        var name = Cut(words, MaxLength);
        for (var copy = 2; !_taken.Add(name); copy++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $" ({copy})");
            name = Cut(words, MaxLength - mark.Length) + mark;
        }

        return name;
    }

    private static string Clean(string words) =>
        string.Join(' ', string.Concat(words.Normalize(NormalizationForm.FormC).Select(c => Forbidden.Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string words, int most)
    {
        if (words.Length <= most) return words;
        var end = words.LastIndexOf(' ', most);
        return words[..(end > 0 ? end : most)].TrimEnd(' ', ',', ';', '-', '–', '(');
    }
}
