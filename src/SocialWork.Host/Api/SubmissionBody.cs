using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Submissions;

namespace SocialWork.Host.Api;

/// <summary>Reads the members of the bodies that steps of a submission take. What they hold is judged by the use cases.</summary>
internal static class SubmissionBody
{
    /// <summary>The map of values.</summary>
    public static Result<JsonElement> Values(JsonElement body) => body.TryGetProperty("values", out var values)
        ? values
        : new Refusal(RefusalKind.Malformed, "body.noValues", "Thiếu “values”: bản đồ từ ô đến giá trị.", "'values' is missing: a map from cell to value.");

    /// <summary>A date; null where it is left out or null.</summary>
    public static Result<DateOnly?> Date(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var stated) || stated.ValueKind == JsonValueKind.Null) return (DateOnly?)null;
        return stated.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(stated.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : new Refusal(RefusalKind.Unprocessable, $"submission.{name}NotADate", $"“{name}” phải là ngày dạng yyyy-MM-dd.", $"'{name}' must be a date, yyyy-MM-dd.");
    }

    /// <summary>The map of explanations; null where it is left out.</summary>
    public static JsonElement? Explanations(JsonElement body) => body.TryGetProperty("explanations", out var explanations) ? explanations : null;

    /// <summary>What is entered from paper.</summary>
    public static Result<PaperBody> Paper(JsonElement body) =>
        Values(body).Then(values => Date(body, "dataAsOf").Then(asOf => Date(body, "receivedOn").Then<DateOnly?, PaperBody>(receivedOn =>
            new PaperBody(values, asOf, receivedOn, RequestBody.TextOf(body, "scan"), RequestBody.TextOf(body, "reason"), Explanations(body)))));

    /// <summary>The cells that a return points at; empty where they are left out.</summary>
    public static Result<ImmutableArray<CellKey>> Cells(JsonElement body)
    {
        if (!body.TryGetProperty("cells", out var named) || named.ValueKind == JsonValueKind.Null) return ImmutableArray<CellKey>.Empty;
        if (named.ValueKind != JsonValueKind.Array)
            return new Refusal(RefusalKind.Unprocessable, "return.cellsNotAList", "“cells” phải là danh sách ô.", "'cells' must be a list of cells.");
        var cells = ImmutableArray.CreateBuilder<CellKey>();
        foreach (var cell in named.EnumerateArray())
        {
            if (!CellKey.TryParse(cell.ValueKind == JsonValueKind.String ? cell.GetString() : null, out var key))
                return new Refusal(RefusalKind.Unprocessable, "form.unknownCell", $"“{cell}” không phải là ô.", $"'{cell}' is not a cell.");
            cells.Add(key);
        }

        return cells.ToImmutable();
    }
}
