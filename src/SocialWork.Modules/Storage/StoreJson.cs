using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialWork.Modules.Storage;

/// <summary><c>modules.json</c> as it lies in the file.</summary>
/// <param name="Modules">Every module that was ever known, by id.</param>
internal sealed record StoreFile([property: JsonRequired] ImmutableArray<ModuleRecord> Modules);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(StoreFile))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;

/// <summary>How the file is written.</summary>
internal static class StoreJson
{
    /// <summary>Leaves Vietnamese letters readable in the file.</summary>
    public static StoreJsonContext Readable { get; } =
        new(new JsonSerializerOptions(StoreJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
