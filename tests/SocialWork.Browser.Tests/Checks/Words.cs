using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialWork.Core.Planning;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Browser.Tests.Checks;

/// <summary>
/// Whether each text of a page is in the language that it says it is in. A text's language is that of the nearest element with
/// <c>lang</c>; what stands below <c>data-name</c>, codes, and the names that the data give in Vietnamese only, are nobody's words.
/// </summary>
internal sealed partial class Words
{
    private const string Script = """
        () => {
            const texts = [];
            const add = (element, text, what) => {
                text = text.replace(/\s+/g, ' ').trim();
                if (text && !element.closest('[data-name], script, style')) texts.push({ language: element.closest('[lang]')?.lang ?? '', isCode: !!element.closest('code, .code, .clause, .user'), what, text });
            };
            const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) add(walker.currentNode.parentElement, walker.currentNode.data, walker.currentNode.parentElement.tagName.toLowerCase());
            for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'])
                for (const element of document.querySelectorAll(`[${name}]`)) add(element, element.getAttribute(name), name);
            return texts;
        }
        """;

    // Reviewed: what English says in Vietnamese. The currency's name is part of forms' declarations; the policy has no English name.
    private static readonly string[] Kept = ["đồng", "xã hội hóa"];
    private readonly string[] _names;

    private Words(string[] names) => _names = names;

    /// <summary>Reads the names that a host's data give in Vietnamese only: those of units.</summary>
    public static async Task<Words> OfAsync(HostUnderTest host)
    {
        var units = await host.Services.GetRequiredService<IReferenceStore>().RegisterAsync(CancellationToken.None);
        return new Words([.. units.Units.Select(u => u.Name).Concat(Kept).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length)]);
    }

    /// <summary>Each text in the wrong language, once.</summary>
    public async Task<IEnumerable<string>> FindAsync(IPage page)
    {
        var texts = await page.EvaluateAsync<Said[]>(Script);
        return [.. texts.DistinctBy(t => (t.Language, t.Text)).Where(IsWrong).Take(20).Select(t => $"{t.Language} {t.What}: “{(t.Text.Length > 200 ? t.Text[..200] + "…" : t.Text)}”")];
    }

    private bool IsWrong(Said said) => !said.IsCode && (said.Language == "en"
        ? Vietnamese().IsMatch(said.Text) && Vietnamese().IsMatch(WithoutNames(said.Text))
        : Untranslated().IsMatch(said.Text) || English().IsMatch(said.Text));

    private string WithoutNames(string text) => _names.Aggregate(text, (left, name) => left.Replace(name, string.Empty, StringComparison.Ordinal));

    [GeneratedRegex("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vietnamese();

    // Codes of refusals and resources, values nobody meant to show, placeholders nobody filled.
    [GeneratedRegex(@"\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+\b|\bundefined\b|\bNaN\b|\bnull\b|\[object |\{\d\}|SocialWork\.", RegexOptions.None, 1000)]
    private static partial Regex Untranslated();

    // Words that Vietnamese does not have.
    [GeneratedRegex(@"\b(and|of|with|from|this|that|not|was|were|has|have|sent|send|draft|submitted|approved|accepted|returned|late|overdue|open|error|required|value|unknown|missing|save|delete|cancel|back|next|search|page|table|true|false)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex English();

    private sealed class Said
    {
        public string Language { get; set; } = string.Empty;

        public string What { get; set; } = string.Empty;

        public string Text { get; set; } = string.Empty;

        public bool IsCode { get; set; }
    }
}
