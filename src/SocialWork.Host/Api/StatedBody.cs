using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;

namespace SocialWork.Host.Api;

/// <summary>Reads what somebody states of a thing. Every member that cannot be read is named at once; an unknown one is refused, for it is a mistyped one. Not for concurrent use.</summary>
/// <param name="json">The object.</param>
/// <param name="thing">What the codes of refusals begin with.</param>
/// <param name="place">What stands before the members' names where they are named; empty for the body itself.</param>
internal class StatedBody(JsonElement json, string thing, string place = "")
{
    private readonly ImmutableArray<CellProblem>.Builder _problems = ImmutableArray.CreateBuilder<CellProblem>();

    /// <summary>What cannot be read.</summary>
    public ImmutableArray<CellProblem> Problems => _problems.ToImmutable();

    /// <summary>The members that are there.</summary>
    public ImmutableArray<string> Given { get; } = [.. json.EnumerateObject().Select(p => p.Name)];

    /// <summary>Names every member that is none of the fields.</summary>
    public void Expect(ImmutableArray<string> fields)
    {
        foreach (var name in Given.Where(name => !fields.Contains(name, StringComparer.Ordinal)))
            Report(name, "unknownField", $"Không có trường “{name}”. Các trường: {string.Join(", ", fields)}.", $"There is no field '{name}'. Fields: {string.Join(", ", fields)}.");
    }

    /// <summary>A value that was read, or everything that could not be.</summary>
    public Result<T> Judged<T>(T value) => _problems.Count == 0 ? value : new Refusal(RefusalKind.Unprocessable, _problems[0].Code, _problems[0].Message, Problems);

    /// <summary>A text, NFC, without white space at its ends; null where it is empty or not given.</summary>
    public string? Text(string field)
    {
        if (!Has(field, JsonValueKind.String, "notAText", "một đoạn chữ", "a text", out var value)) return null;
        if (CellText.TryNormalise(value.GetString()!, out var text)) return text.Length == 0 ? null : text;
        Report(field, "notPrintable", $"“{field}” có ký tự không in được.", $"'{field}' has characters that cannot be printed.");
        return null;
    }

    /// <summary>A date; null where it is not given.</summary>
    public DateOnly? Date(string field)
    {
        if (!Has(field, JsonValueKind.String, "notADate", "một ngày dạng yyyy-MM-dd", "a date, yyyy-MM-dd", out var value)) return null;
        if (DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report(field, "notADate", $"“{field}” phải là một ngày dạng yyyy-MM-dd.", $"'{field}' must be a date, yyyy-MM-dd.");
        return null;
    }

    /// <summary>A date that must be there.</summary>
    public DateOnly RequiredDate(string field)
    {
        var date = Date(field);
        if (date is null && _problems.All(p => p.Cell != place + field)) Report(field, "fieldMissing", $"Phải ghi “{field}”.", $"'{field}' must be given.");
        return date ?? default;
    }

    /// <summary>Yes or no; null where it is not given.</summary>
    public bool? Flag(string field)
    {
        if (!json.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Report(field, "notAFlag", $"“{field}” phải là true hoặc false.", $"'{field}' must be true or false.");
        return null;
    }

    /// <summary>Whether a member of a kind is there; names it where it is of another.</summary>
    protected bool Has(string field, JsonValueKind kind, string code, string vi, string en, out JsonElement value)
    {
        if (!json.TryGetProperty(field, out value) || value.ValueKind == JsonValueKind.Null) return false;
        if (value.ValueKind == kind) return true;
        Report(field, code, $"“{field}” phải là {vi}.", $"'{field}' must be {en}.");
        return false;
    }

    /// <summary>Names a member with what is wrong with it.</summary>
    protected void Report(string field, string code, string vi, string en) => _problems.Add(new CellProblem(place + field, $"{thing}.{code}", new Text(vi, en)));

    /// <summary>Takes over what is wrong with a part.</summary>
    protected void Report(StatedBody part) => _problems.AddRange(part.Problems);
}
