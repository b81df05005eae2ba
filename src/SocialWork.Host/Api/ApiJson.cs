using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SocialWork.Abstractions;

namespace SocialWork.Host.Api;

/// <summary>JSON as the API writes it: camelCase, states as camelCase words, texts in the reader's language. Safe for concurrent use.</summary>
public static class ApiJson
{
    /// <summary>In Vietnamese.</summary>
    public static JsonSerializerOptions Vietnamese { get; } = Make("vi");

    /// <summary>In English.</summary>
    public static JsonSerializerOptions English { get; } = Make("en");

    /// <summary>The language a request asks for: <c>?lang=en</c>, else the first of Accept-Language, else Vietnamese.</summary>
    public static string LanguageOf(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        if (asked.Length == 0) asked = request.Headers.AcceptLanguage.ToString();
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "vi";
    }

    /// <summary>The options for a language.</summary>
    public static JsonSerializerOptions In(string language) => language == "en" ? English : Vietnamese;

    private static JsonSerializerOptions Make(string language)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TextConverter(language));
        options.Converters.Add(new ClauseConverter());
        options.Converters.Add(new MomentConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class TextConverter(string language) : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Texts are only written.");

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => writer.WriteStringValue(value.In(language));
    }

    private sealed class ClauseConverter : JsonConverter<ClauseId>
    {
        public override ClauseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Clauses are only written.");

        public override void Write(Utf8JsonWriter writer, ClauseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    // Moments are written in UTC with a Z, whatever offset they were made with.
    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Moments are only written.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }
}
