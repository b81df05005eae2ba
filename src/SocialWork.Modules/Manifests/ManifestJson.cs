using System.Text.Json.Serialization;

namespace SocialWork.Modules.Manifests;

/// <summary><c>plugin.json</c> as it lies in the file; every member may still be nonsense.</summary>
internal sealed record ManifestJson(
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Version,
    [property: JsonRequired] string Contract,
    [property: JsonRequired] string Assembly,
    [property: JsonRequired] ManifestName Name,
    string[]? Dependencies);

/// <summary>The name in both languages.</summary>
internal sealed record ManifestName([property: JsonRequired] string Vi, [property: JsonRequired] string En);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ManifestJson))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
