using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>How the contract's declarations map to JSON. The contract itself knows nothing of it.</summary>
internal static class FormDefinitionSchema
{
    /// <summary>The mapping. Members that are not known are refused: a declaration that is only half understood must not be used.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            // Sorting the members moves the kind away from the first place.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds, LeaveOutEmptyLists, LeaveOutSharing } },
            Converters = { new ClauseIdConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(FormField))
        {
            Family(type, (typeof(IntField), "int"), (typeof(MoneyField), "money"), (typeof(BoolField), "bool"), (typeof(TextField), "text"), (typeof(DateField), "date"),
                (typeof(ChoiceField), "choice"), (typeof(MultiChoiceField), "multichoice"), (typeof(FileField), "file"), (typeof(TableField), "table"));
        }
        else if (type.Type == typeof(FilledBy))
        {
            Family(type, (typeof(FilledBy.AllAgencies), "everyAgency"), (typeof(FilledBy.Communes), "everyCommune"),
                (typeof(FilledBy.OneAgency), "agency"), (typeof(FilledBy.FacilitiesOf), "facilities"));
        }
        else if (type.Type == typeof(Sensitivity))
        {
            Family(type, (typeof(Sensitivity.OpenValues), "open"), (typeof(Sensitivity.RestrictedValues), "restricted"), (typeof(Sensitivity.MaskedValues), "masked"));
        }
    }

    private static void Family(JsonTypeInfo type, params ReadOnlySpan<(Type Type, string Kind)> members)
    {
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "kind",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (member, kind) in members) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, kind));
    }

    // Who else may look at an answer changes nothing that is asked.
    private static void LeaveOutSharing(JsonTypeInfo type)
    {
        if (type.Type != typeof(FormDefinition)) return;
        foreach (var property in type.Properties.Where(p => p.Name == "sharedFields").ToArray()) type.Properties.Remove(property);
    }

    // A list that a later contract adds is empty in every older declaration: leaving it out keeps their hashes.
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired || property.AssociatedParameter is not null) continue;
            if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(ImmutableArray<>)) continue;
            property.ShouldSerialize = static (_, list) => list is System.Collections.ICollection { Count: > 0 };
        }
    }

    private sealed class ClauseIdConverter : JsonConverter<ClauseId>
    {
        public override ClauseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ClauseId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A clause id is a text such as 2026/IV.4.a.");

        public override void Write(Utf8JsonWriter writer, ClauseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
