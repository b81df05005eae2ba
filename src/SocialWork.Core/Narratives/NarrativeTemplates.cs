using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Narratives;

/// <summary>A sentence of a template; said where its condition holds and every figure in it is there.</summary>
internal sealed record NarrativeSentence(NarrativeCondition? When, string Text);

/// <summary>A paragraph of a template, once or for each thing of a list; left out where none of its sentences is said.</summary>
internal sealed record NarrativeParagraph(string? Each, bool IsItem, ImmutableArray<NarrativeSentence> Sentences);

/// <summary>
/// The drafts of one plan's words as data: for each place of the outline paragraphs of sentences with conditions and bound
/// figures. Immutable; safe for concurrent use.
/// </summary>
public sealed class NarrativeTemplates
{
    private readonly ImmutableDictionary<string, ImmutableArray<NarrativeParagraph>> _sections;

    internal NarrativeTemplates(string plan, ImmutableArray<string> externalWords, ImmutableDictionary<string, ImmutableArray<NarrativeParagraph>> sections, string json)
    {
        (Plan, ExternalWords, _sections) = (plan, externalWords, sections);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32];
    }

    /// <summary>The plan that they are written for; any other has no drafts.</summary>
    public string Plan { get; }

    /// <summary>Words by which a reason is known as one that nobody here could help.</summary>
    public ImmutableArray<string> ExternalWords { get; }

    /// <summary>A digest of the file.</summary>
    public string Digest { get; }

    /// <summary>The draft of a place, with its figures bound; empty where there is nothing to say.</summary>
    public string Draft(string plan, string section, NarrativeFigures figures) =>
        plan != Plan || !_sections.TryGetValue(section, out var paragraphs) ? string.Empty : string.Join('\n', paragraphs.SelectMany(p => Written(p, figures)));

    /// <summary>Names and lists that the plan has no values for, each with its place in the file.</summary>
    public ImmutableArray<string> Problems(Plan plan)
    {
        if (plan.Id != Plan) return [];
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (place, paragraph, sentence) in Sentences())
        {
            var names = NarrativeText.Names(sentence.Text).Concat(sentence.When?.Names ?? []);
            foreach (var name in names.Where(name => !IsKnown(plan, paragraph, name)).Distinct(StringComparer.Ordinal)) problems.Add($"{place}: there is no figure named '{name}'.");
        }

        return problems.ToImmutable();
    }

    /// <summary>Every name that the sentences bind or ask for, but those of lists' items.</summary>
    public ImmutableArray<string> Names() =>
    [
        .. Sentences().SelectMany(s => NarrativeText.Names(s.Sentence.Text).Concat(s.Sentence.When?.Names ?? []))
            .Where(name => !name.StartsWith(NarrativeNames.Item + ".", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
    ];

    private static bool IsKnown(Plan plan, NarrativeParagraph paragraph, string name) => name.StartsWith(NarrativeNames.Item + ".", StringComparison.Ordinal)
        ? paragraph.Each is not null && NarrativeNames.IsMember(name[(NarrativeNames.Item.Length + 1)..])
        : NarrativeNames.IsKnown(plan, name);

    private IEnumerable<(string Place, NarrativeParagraph Paragraph, NarrativeSentence Sentence)> Sentences() =>
        from section in _sections
        from paragraph in section.Value.Index()
        from sentence in paragraph.Item.Sentences.Index()
        select (NarrativeFile.Place(section.Key, paragraph.Index, sentence.Index), paragraph.Item, sentence.Item);

    private static IEnumerable<string> Written(NarrativeParagraph paragraph, NarrativeFigures figures)
    {
        if (paragraph.Each is not { } list) return Written(paragraph, item: null, figures) is { } once ? [once] : [];
        return figures.List(list).Select(item => Written(paragraph, item, figures)).OfType<string>();
    }

    private static string? Written(NarrativeParagraph paragraph, NarrativeItem? item, NarrativeFigures figures)
    {
        var said = paragraph.Sentences.Select(sentence => Written(sentence, item, figures)).OfType<string>().ToArray();
        return said.Length == 0 ? null : (paragraph.IsItem ? "- " : string.Empty) + string.Join(' ', said);
    }

    private static string? Written(NarrativeSentence sentence, NarrativeItem? item, NarrativeFigures figures)
    {
        if (sentence.When is { } condition && !condition.Holds(name => figures.Find(Named(name, item)))) return null;
        var text = item is null ? sentence.Text : item.Prefix is { } prefix ? NarrativeText.Renamed(sentence.Text, NarrativeNames.Item, prefix) : sentence.Text;
        var words = item?.Words ?? ImmutableDictionary<string, string>.Empty;
        return NarrativeText.Names(text).All(name => figures.Find(name) is not null || words.ContainsKey(Member(name)))
            ? NarrativeText.Fill(text, name => words.TryGetValue(Member(name), out var own) ? own : $"{{{{{name}}}}}")
            : null;
    }

    private static string Named(string name, NarrativeItem? item) =>
        item?.Prefix is { } prefix && name.StartsWith(NarrativeNames.Item + ".", StringComparison.Ordinal) ? prefix + name[NarrativeNames.Item.Length..] : name;

    private static string Member(string name) => name.StartsWith(NarrativeNames.Item + ".", StringComparison.Ordinal) ? name[(NarrativeNames.Item.Length + 1)..] : string.Empty;
}
