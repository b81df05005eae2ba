using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SocialWork.Core.Snapshots;

/// <summary>Writes what a snapshot freezes, and reads it back: both languages of every text, states as words. Safe for concurrent use.</summary>
public static class SnapshotJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>Writes it.</summary>
    public static byte[] Write(SnapshotContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is of a later shape, or no such content.</exception>
    public static SnapshotContent Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var content = JsonSerializer.Deserialize<SnapshotContent>(json, Options) ?? throw new InvalidDataException("A snapshot without content.");
            return content.Shape <= SnapshotContent.CurrentShape
                ? content
                : throw new InvalidDataException($"Snapshot {content.Number} is of shape {content.Shape}; this version reads up to {SnapshotContent.CurrentShape}.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("The content of a snapshot cannot be read.", fault);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            IgnoreReadOnlyProperties = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
