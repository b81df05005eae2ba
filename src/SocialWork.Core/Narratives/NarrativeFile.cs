using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SocialWork.Core.Narratives;

/// <summary>Reads a file of drafts. Everything that is wrong is named with its section and sentence. Pure; safe for concurrent use.</summary>
public static class NarrativeFile
{
    private static readonly string[] Members = ["plan", "externalReasons", "sections"];
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The drafts, or what is wrong with the file.</summary>
    public static (NarrativeTemplates? Templates, ImmutableArray<string> Problems) Read(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json, Options);
            var reader = new Reader();
            var templates = reader.Read(file.RootElement, json);
            return reader.Problems.Count == 0 ? (templates, []) : (null, [.. reader.Problems]);
        }
        catch (JsonException fault)
        {
            return (null, [$"The JSON cannot be read at line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}."]);
        }
    }

    /// <summary>Where a sentence stands, for people.</summary>
    internal static string Place(string section, int paragraph, int sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"section {section}, paragraph {paragraph + 1}, sentence {sentence + 1}");

    private sealed class Reader
    {
        public List<string> Problems { get; } = [];

        public NarrativeTemplates? Read(JsonElement root, string json)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("plan", out var plan) || plan.ValueKind != JsonValueKind.String || !root.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Array)
            {
                Problems.Add("The file needs 'plan', a text, and 'sections', a list.");
                return null;
            }

            Expect(root, "the file", Members);
            var read = ImmutableDictionary.CreateBuilder<string, ImmutableArray<NarrativeParagraph>>(StringComparer.Ordinal);
            foreach (var section in sections.EnumerateArray())
            {
                var code = TextOf(section, "section") ?? string.Empty;
                if (NarrativeOutline.Find(code) is null) Problems.Add($"section '{code}': the outline has no such place; it has {string.Join(", ", NarrativeOutline.All.Select(p => p.Code))}.");
                else if (read.ContainsKey(code)) Problems.Add($"section {code}: it stands in the file twice.");
                else read.Add(code, [.. Listed(section, "paragraphs", $"section {code}").Select((paragraph, index) => Paragraph(paragraph, code, index))]);
            }

            return new NarrativeTemplates(plan.GetString()!, [.. Listed(root, "externalReasons", "the file").Select(word => word.GetString() ?? string.Empty)], read.ToImmutable(), json);
        }

        private NarrativeParagraph Paragraph(JsonElement paragraph, string section, int index)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"section {section}, paragraph {index + 1}");
            Expect(paragraph, place, ["each", "item", "sentences"]);
            var each = TextOf(paragraph, "each");
            if (each is not null && !NarrativeNames.Lists.Contains(each)) Problems.Add($"{place}: there is no list named '{each}'; there are {string.Join(", ", NarrativeNames.Lists.Order(StringComparer.Ordinal))}.");
            var isItem = paragraph.TryGetProperty("item", out var item) && item.ValueKind == JsonValueKind.True;
            return new NarrativeParagraph(each, isItem, [.. Listed(paragraph, "sentences", place).Select((sentence, number) => Sentence(sentence, Place(section, index, number)))]);
        }

        private NarrativeSentence Sentence(JsonElement sentence, string place)
        {
            if (sentence.ValueKind == JsonValueKind.Object) Expect(sentence, place, ["when", "text"]);
            var text = sentence.ValueKind == JsonValueKind.String ? sentence.GetString()! : TextOf(sentence, "text") ?? string.Empty;
            if (string.IsNullOrWhiteSpace(text) || text.Contains('\n', StringComparison.Ordinal)) Problems.Add($"{place}: a sentence is one line of words.");
            foreach (var problem in NarrativeText.Check(text, _ => true)) Problems.Add($"{place}, character {problem.Column.ToString(CultureInfo.InvariantCulture)}: braces without their pair, or without a figure's name.");
            foreach (var typed in NarrativeText.TypedFigures(text)) Problems.Add($"{place}, character {typed.Column.ToString(CultureInfo.InvariantCulture)}: the figure '{typed.What}' is typed; bind it as {{{{name}}}}.");
            if (TextOf(sentence, "when") is not { } when) return new NarrativeSentence(When: null, text);
            var condition = NarrativeCondition.Read(when);
            if (condition is null) Problems.Add($"{place}: the condition '{when}' cannot be read; write 'CT1.verdict = đạt', 'coverage.missing.count > 0' or 'has CT1.best.name', joined by 'and'.");
            return new NarrativeSentence(condition, text);
        }

        private JsonElement[] Listed(JsonElement from, string name, string place)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out var list)) return [];
            if (list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray()];
            Problems.Add($"{place}: '{name}' is a list.");
            return [];
        }

        private void Expect(JsonElement of, string place, string[] names)
        {
            if (of.ValueKind != JsonValueKind.Object) Problems.Add($"{place}: an object is expected here.");
            else foreach (var unknown in of.EnumerateObject().Where(p => !names.Contains(p.Name, StringComparer.Ordinal))) Problems.Add($"{place}: '{unknown.Name}' is none of {string.Join(", ", names)}.");
        }

        private static string? TextOf(JsonElement from, string name) =>
            from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
