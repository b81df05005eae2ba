using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Submissions;

/// <summary>Explanations and explained warnings as they are stored. Nothing is stored as null. Safe for concurrent use.</summary>
public static class WarningsJson
{
    /// <summary>Explanations as one JSON object; null for none.</summary>
    public static string? Write(ImmutableSortedDictionary<string, string> explanations) => explanations.IsEmpty ? null : Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (id, words) in explanations) writer.WriteString(id, words);
        writer.WriteEndObject();
    });

    /// <summary>Warnings as one JSON array; null for none.</summary>
    public static string? Write(ImmutableArray<ExplainedWarning> warnings) => warnings.IsDefaultOrEmpty ? null : Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("id", warning.Id);
            writer.WriteString("vi", warning.Message.Vi);
            writer.WriteString("en", warning.Message.En);
            writer.WriteStartArray("cells");
            foreach (var cell in warning.Cells) writer.WriteStringValue(cell.ToString());
            writer.WriteEndArray();
            writer.WriteString("explanation", warning.Explanation);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>Reads what <see cref="Write(ImmutableSortedDictionary{string, string})"/> wrote.</summary>
    public static ImmutableSortedDictionary<string, string> ReadExplanations(string? stored)
    {
        if (stored is null) return Explanations.None;
        using var json = JsonDocument.Parse(stored);
        return Explanations.None.AddRange(json.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!)));
    }

    /// <summary>Reads what <see cref="Write(ImmutableArray{ExplainedWarning})"/> wrote.</summary>
    public static ImmutableArray<ExplainedWarning> ReadWarnings(string? stored)
    {
        if (stored is null) return [];
        using var json = JsonDocument.Parse(stored);
        return
        [
            .. json.RootElement.EnumerateArray().Select(warning => new ExplainedWarning(
                warning.GetProperty("id").GetString()!,
                new Text(warning.GetProperty("vi").GetString()!, warning.GetProperty("en").GetString()!),
                [.. warning.GetProperty("cells").EnumerateArray().Select(cell => CellKey.Parse(cell.GetString()!))],
                warning.GetProperty("explanation").GetString())),
        ];
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.WriterOptions)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
