using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>
/// Declarations as JSON, so that data stays readable when the module that declared its form is gone. The round trip is exact.
/// Safe for concurrent use.
/// </summary>
public static class FormDefinitionJson
{
    /// <summary>The declaration as canonical JSON: one line, members sorted, nothing that is empty.</summary>
    public static string Write(FormDefinition definition)
    {
        var json = JsonSerializer.SerializeToNode(definition, FormDefinitionSchema.Options)!.AsObject();
        foreach (var measure in Objects(json, "measures"))
        {
            // A measure names fields of its form: the id says it all.
            NameField(measure, "of");
            NameField(measure, "pairedWith");
        }

        return CanonicalJson.Write(json);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no declaration, or holds a member that this version does not know.</exception>
    public static FormDefinition Read(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject root) throw new JsonException("A form's declaration is a JSON object.");
        foreach (var measure in Objects(root, "measures"))
        {
            PutField(root, measure, "of");
            PutField(root, measure, "pairedWith");
        }

        var definition = root.Deserialize<FormDefinition>(FormDefinitionSchema.Options) ?? throw new JsonException("A form's declaration is a JSON object.");
        return definition with
        {
            Measures = [.. definition.Measures.Select(measure => measure with { Of = Same(definition, measure.Of)!, PairedWith = Same(definition, measure.PairedWith) })],
        };
    }

    private static IEnumerable<JsonObject> Objects(JsonObject root, string list) =>
        root[list] is JsonArray items ? items.OfType<JsonObject>() : [];

    private static void NameField(JsonObject measure, string member)
    {
        if (measure[member] is JsonObject field) measure[member] = field["id"]!.GetValue<string>();
    }

    private static void PutField(JsonObject root, JsonObject measure, string member)
    {
        if (measure[member] is not JsonValue named) return;
        var id = named.ToString();
        var field = Objects(root, "fields").FirstOrDefault(candidate => string.Equals(candidate["id"]?.ToString(), id, StringComparison.Ordinal))
            ?? throw new JsonException($"A measure names the field {id}, which the declaration does not have.");
        measure[member] = field.DeepClone();
    }

    private static FormField? Same(FormDefinition definition, FormField? field) =>
        field is null ? null : definition.Fields.First(candidate => string.Equals(candidate.Id, field.Id, StringComparison.Ordinal));
}
