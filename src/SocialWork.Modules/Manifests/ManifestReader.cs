using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Manifests;

/// <summary>Reads one folder's <c>plugin.json</c>. Loads no code; anything odd comes back as a reason, never as an exception.</summary>
internal static partial class ManifestReader
{
    /// <summary>The manifest's file name.</summary>
    public const string FileName = "plugin.json";

    private const int LargestFile = 64 * 1024;

    /// <summary>Reads the manifest of a folder.</summary>
    public static DiscoveredPlugin Read(string folder)
    {
        var fallback = FallbackId(folder);
        ManifestJson json;
        try
        {
            var file = new FileInfo(Path.Combine(folder, FileName));
            if (!file.Exists) return Unusable(ManifestReasons.NoManifest(fallback));
            if (file.Length > LargestFile) return Unusable(ManifestReasons.Unreadable(fallback, $"{file.Length} > {LargestFile} bytes"));
            var parsed = JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName).AsSpan(), ManifestJsonContext.Default.ManifestJson);
            if (parsed is null) return Unusable(ManifestReasons.Unreadable(fallback, "null"));
            json = parsed;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return Unusable(ManifestReasons.Unreadable(fallback, fault.Message));
        }

        if (!IdPattern().IsMatch(json.Id)) return Unusable(ManifestReasons.OddField(fallback, "id", json.Id, "^[a-z][a-zA-Z0-9]*$"));
        var name = new Text(Words(json.Name.Vi, json.Id), Words(json.Name.En, json.Id));
        var (manifest, problem) = Judge(json, name);
        return new DiscoveredPlugin(folder, json.Id, name, VersionPattern().IsMatch(json.Version) ? json.Version : string.Empty, manifest, problem);

        DiscoveredPlugin Unusable(Text reason) => new(folder, fallback, new Text(fallback, fallback), string.Empty, null, reason);
    }

    private static (PluginManifest? Manifest, Text? Problem) Judge(ManifestJson json, Text name)
    {
        if (!VersionPattern().IsMatch(json.Version)) return (null, ManifestReasons.OddField(json.Id, "version", json.Version, "1.0.0"));
        if (!ContractRange.TryParse(json.Contract, out var range)) return (null, ManifestReasons.OddField(json.Id, "contract", json.Contract, "[1.0,2.0)"));
        if (!AssemblyPattern().IsMatch(json.Assembly)) return (null, ManifestReasons.OddField(json.Id, "assembly", json.Assembly, "SocialWork.Plugins.Education.dll"));
        if (string.IsNullOrWhiteSpace(json.Name.Vi) || string.IsNullOrWhiteSpace(json.Name.En)) return (null, ManifestReasons.OddField(json.Id, "name", string.Empty, "vi, en"));
        var dependencies = (json.Dependencies ?? []).ToImmutableArray();
        foreach (var dependency in dependencies)
        {
            // The array's elements escape RespectNullableAnnotations.
            if (dependency is null || !IdPattern().IsMatch(dependency) || dependency == json.Id) return (null, ManifestReasons.OddField(json.Id, "dependencies", dependency ?? "null", "[\"education\"]"));
        }

        return (new PluginManifest(json.Id, json.Version, range, json.Assembly, name, dependencies), null);
    }

    private static string Words(string text, string otherwise) =>
        string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim().Normalize(NormalizationForm.FormC);

    private static string FallbackId(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9]*\z", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]{1,64})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();

    // A bare file name: no separators, no drive, not hidden, so that it cannot point outside the plugin's own folder.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\.dll\z", RegexOptions.None, 1000)]
    private static partial Regex AssemblyPattern();
}
