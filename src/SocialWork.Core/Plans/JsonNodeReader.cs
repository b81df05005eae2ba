using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Plans;

/// <summary>Reads one JSON object and reports what is missing or of the wrong kind, with the clause it stands in.</summary>
internal sealed class JsonNodeReader(JsonElement node, string place, Action<string, string> report)
{
    public string Place => place;

    public IEnumerable<string> Names => node.EnumerateObject().Select(member => member.Name);

    public bool Has(string name) => node.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public string String(string name) => OptionalString(name) ?? Missing(name, "text", string.Empty);

    public string? OptionalString(string name) => Find(name, JsonValueKind.String)?.GetString()?.Normalize(NormalizationForm.FormC);

    public int Int(string name) => Find(name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : Missing(name, "a whole number", 0);

    public bool Bool(string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public Text Text(string name)
    {
        if (Find(name, JsonValueKind.Object) is not { } value) return Missing(name, "an object with vi and en", new Text(string.Empty, string.Empty));
        var inner = new JsonNodeReader(value, $"{place}, {name}", report);
        return new Text(inner.String("vi"), inner.String("en"));
    }

    public DateOnly Date(string name) => OptionalDate(name) ?? Missing(name, "a date", default(DateOnly));

    public DateOnly? OptionalDate(string name)
    {
        if (OptionalString(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        report(place, $"{name}: '{text}' is not a date; write yyyy-MM-dd.");
        return null;
    }

    public T Choice<T>(string name) where T : struct, Enum
    {
        var text = String(name);
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)) return value;
        report(place, $"{name}: '{text}' is not known; write one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.");
        return default;
    }

    public ImmutableArray<string> Strings(string name)
    {
        if (Find(name, JsonValueKind.Array) is not { } array) return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String) texts.Add(item.GetString()!.Normalize(NormalizationForm.FormC));
            else report(place, $"{name}: only text may stand in this list.");
        }

        return texts.ToImmutable();
    }

    public JsonNodeReader? OptionalObject(string name) =>
        Find(name, JsonValueKind.Object) is { } value ? new JsonNodeReader(value, $"{place}, {name}", report) : null;

    public IEnumerable<JsonNodeReader> Items(string name, string key)
    {
        if (Find(name, JsonValueKind.Array) is not { } array)
        {
            report(place, $"The list '{name}' is missing.");
            yield break;
        }

        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            index++;
            if (item.ValueKind == JsonValueKind.Object)
            {
                var itemPlace = item.TryGetProperty(key, out var id) && id.ValueKind == JsonValueKind.String
                    ? id.GetString()!
                    : string.Create(CultureInfo.InvariantCulture, $"{name}, item {index}");
                yield return new JsonNodeReader(item, itemPlace, report);
            }
            else
            {
                report(place, string.Create(CultureInfo.InvariantCulture, $"{name}, item {index}: an object is expected."));
            }
        }
    }

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        if (!node.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == kind) return value;
        report(place, $"{name}: {kind.ToString().ToLowerInvariant()} is expected, {value.ValueKind.ToString().ToLowerInvariant()} was found.");
        return null;
    }

    private T Missing<T>(string name, string what, T value)
    {
        report(place, $"'{name}' is missing: {what} is expected.");
        return value;
    }
}
