using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialWork.Core.Units.Changes;

/// <summary>What was done to a unit of the register.</summary>
public enum UnitChangeKind
{
    /// <summary>It was entered.</summary>
    Add,
    /// <summary>Something of it is different from a date on.</summary>
    Change,
    /// <summary>A mistake in a row was put right.</summary>
    Correct,
    /// <summary>It ended on a date.</summary>
    Close,
    /// <summary>The last change was taken back.</summary>
    Undo,
    /// <summary>A workbook was taken over.</summary>
    Import,
}

/// <summary>A line of the log about one unit.</summary>
public sealed record RecordedChange(DateTimeOffset At, string By, UnitChangeKind Kind, UnitEntry Before, UnitEntry After)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The name under which the log keeps changes of a unit.</summary>
    public static string EntityOf(string code) => "unit/" + code;

    /// <summary>An entry as the log keeps it; null for one without rows.</summary>
    public static string? Write(UnitEntry entry) => entry.Rows.IsEmpty ? null : JsonSerializer.Serialize(new Content(entry.Rows, entry.Successions), Options);

    /// <summary>Reads it back.</summary>
    public static UnitEntry Read(string code, string? json) =>
        json is not null && JsonSerializer.Deserialize<Content>(json, Options) is { } content ? new UnitEntry(code, content.Rows, content.Successions) : UnitEntry.None(code);

    private sealed record Content(ImmutableArray<Unit> Rows, ImmutableArray<Succession> Successions);
}
