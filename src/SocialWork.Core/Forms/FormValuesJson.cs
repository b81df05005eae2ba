using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>
/// Values as JSON: one flat map from cell to value, the same in the API and in storage. Reading finds all problems at once.
/// Safe for concurrent use.
/// </summary>
public static class FormValuesJson
{
    /// <summary>
    /// Reads a whole draft. A cell that is left out, or null, is not reported. Refused as unprocessable (<c>form.valuesRefused</c>)
    /// with every problem, as malformed when it is no object (<c>form.valuesNotAnObject</c>), or as too large (<c>form.tooManyCells</c>).
    /// </summary>
    public static Result<FormValues> Read(CompiledForm form, SubmittingUnit unit, JsonElement values) =>
        Apply(form, unit, FormValues.None, values);

    /// <summary>
    /// Reads changes and applies them to a draft: null clears a cell, what is left out stays. A cell that the draft holds and the
    /// form no longer asks of the unit can be cleared too. Refused as for <see cref="Read"/>; then nothing is applied.
    /// </summary>
    public static Result<FormValues> Patch(CompiledForm form, SubmittingUnit unit, FormValues current, JsonElement changes) =>
        Apply(form, unit, current, changes);

    /// <summary>Reads what <see cref="Write(CompiledForm, FormValues)"/> wrote, whatever the unit is asked today.</summary>
    /// <exception cref="InvalidDataException">The text is not values of this declaration.</exception>
    public static FormValues ReadStored(CompiledForm form, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Apply(form, unit: null, FormValues.None, document.RootElement) switch
            {
                Result<FormValues>.Ok ok => ok.Value,
                Result<FormValues>.No no => throw new InvalidDataException(
                    $"Stored values of form {form.Definition.Code} cannot be read: {no.Refusal.Message.En} {string.Join(" ", no.Refusal.Cells.Select(cell => cell.Message.En))}"),
                _ => throw new InvalidOperationException("A result is Ok or No."),
            };
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"Stored values of form {form.Definition.Code} are no JSON.", fault);
        }
    }

    /// <summary>The values as one line of JSON, cells in form order; equal values give equal bytes.</summary>
    public static string Write(CompiledForm form, FormValues values) => Write(form, values, masked: null);

    /// <summary>The same for a reader who does not see some cells.</summary>
    public static string Write(CompiledForm form, FormValues values, IReadOnlySet<CellKey>? masked)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.WriterOptions)) Write(writer, form, values, masked);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the values as one JSON object, cells in form order; a cell that the reader does not see as <c>{"masked":true}</c>.</summary>
    public static void Write(Utf8JsonWriter writer, CompiledForm form, FormValues values, IReadOnlySet<CellKey>? masked = null)
    {
        writer.WriteStartObject();
        foreach (var cell in form.InFormOrder(values.Cells.Keys.Concat(masked ?? ImmutableHashSet<CellKey>.Empty)))
        {
            writer.WritePropertyName(cell.ToString());
            if (masked?.Contains(cell) == true)
            {
                writer.WriteStartObject();
                writer.WriteBoolean("masked", value: true);
                writer.WriteEndObject();
                continue;
            }

            CellJsonWriter.Write(writer, form.TryField(cell.Field, out var field) ? field : null, values.Cells[cell]);
        }

        writer.WriteEndObject();
    }

    /// <summary>A member's name; a mark in place of a name that holds half a character, which no cell has.</summary>
    internal static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static Result<FormValues> Apply(CompiledForm form, SubmittingUnit? unit, FormValues current, JsonElement changes)
    {
        if (changes.ValueKind != JsonValueKind.Object)
        {
            return new Refusal(RefusalKind.Malformed, "form.valuesNotAnObject",
                "Số liệu phải là một đối tượng JSON: ô → giá trị.", "Values must be one JSON object from cell to value.");
        }

        var count = changes.GetPropertyCount();
        if (count > FormLimits.MaxCells)
        {
            return new Refusal(RefusalKind.TooLarge, "form.tooManyCells",
                $"Gửi quá {FormLimits.MaxCells} ô trong một lần; hãy chia nhỏ.", $"More than {FormLimits.MaxCells} cells were sent at once; send fewer.");
        }

        var problems = new List<CellProblem>();
        var cells = current.Cells.ToBuilder();
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        foreach (var member in changes.EnumerateObject())
        {
            var written = NameOf(member);
            if (!seen.Add(written))
            {
                problems.Add(CellProblems.Duplicate(written, CellKey.TryParse(written, out var twice) ? form.LabelOf(twice) : new Text(written, written)));
                continue;
            }

            ApplyCell(form, unit, written, member.Value, cells, problems);
        }

        if (problems.Count == 0) return new FormValues(cells.ToImmutable());
        return new Refusal(RefusalKind.Unprocessable, "form.valuesRefused",
            new Text($"Có {problems.Count} lỗi trong số liệu; chưa lưu gì. Hãy sửa các ô được nêu rồi gửi lại.",
                $"{problems.Count} problems were found in the values; nothing was saved. Correct the cells named and send again."),
            [.. problems]);
    }

    private static void ApplyCell(
        CompiledForm form, SubmittingUnit? unit, string written, JsonElement json, ImmutableDictionary<CellKey, CellValue>.Builder cells, List<CellProblem> problems)
    {
        var clears = json.ValueKind == JsonValueKind.Null;
        var unknown = CellFinder.Find(form, unit, written, out var cell, out var field);
        if (clears && cells.Remove(cell)) return;
        if (unknown is not null)
        {
            problems.Add(unknown);
            return;
        }

        if (clears) return;
        var place = CellPlace.Of(field!, cell);
        if (CellJsonReader.Read(field!, place, json, problems) is not { } value) return;
        // What is not asked of a unit does not apply to it: saying so is no fault, and nothing is kept.
        if (unit is not null && !FormCells.IsAsked(field!, unit.Type) && value is CellValue.Empty { Kind: EmptyKind.NotApplicable })
        {
            cells.Remove(cell);
            return;
        }

        CellChecker.Check(field!, place, value, unit, problems);
        cells[cell] = value;
    }
}
