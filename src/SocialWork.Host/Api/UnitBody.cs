using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Host.Api;

/// <summary>Reads what somebody states of a unit. Every field that cannot be read is named at once; an unknown one is refused, for it is a mistyped one.</summary>
internal sealed class UnitBody
{
    /// <summary>The most predecessors or successors one change names.</summary>
    private const int MaxUnits = 50;

    private readonly JsonElement _json;
    private readonly ImmutableArray<CellProblem>.Builder _problems = ImmutableArray.CreateBuilder<CellProblem>();

    private UnitBody(JsonElement json) => _json = json;

    /// <summary>Reads the fields of a unit with some further ones.</summary>
    public static Result<T> Read<T>(JsonElement json, ImmutableArray<string> fields, Func<UnitBody, T> read)
    {
        var body = new UnitBody(json);
        foreach (var property in json.EnumerateObject().Where(p => !fields.Contains(p.Name, StringComparer.Ordinal)))
            body.Report(property.Name, "unit.unknownField", $"Không có trường “{property.Name}”. Các trường: {string.Join(", ", fields)}.", $"There is no field '{property.Name}'. Fields: {string.Join(", ", fields)}.");
        var value = read(body);
        return body._problems.Count == 0 ? value : new Refusal(RefusalKind.Unprocessable, body._problems[0].Code, body._problems[0].Message, body._problems.ToImmutable());
    }

    /// <summary>The fields that can be stated of a unit.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        UnitFields.Name, UnitFields.Type, UnitFields.SchoolLevel, UnitFields.Tier, UnitFields.Public, UnitFields.Commune,
        UnitFields.ManagingSector, UnitFields.Operator, UnitFields.InPlan, UnitFields.LegalAct,
    ];

    public UnitEdit Edit() => new()
    {
        Given = [.. _json.EnumerateObject().Select(p => p.Name)],
        Name = Text(UnitFields.Name),
        Type = Text(UnitFields.Type),
        SchoolLevel = Text(UnitFields.SchoolLevel),
        Tier = Text(UnitFields.Tier),
        Public = Flag(UnitFields.Public),
        Commune = Text(UnitFields.Commune),
        ManagingSector = Text(UnitFields.ManagingSector),
        Operator = Text(UnitFields.Operator),
        InPlan = Flag(UnitFields.InPlan),
        LegalAct = Text(UnitFields.LegalAct),
        ValidFrom = Date(UnitFields.ValidFrom),
        ValidTo = Date(UnitFields.ValidTo),
    };

    /// <summary>A text, NFC, without white space at its ends; null where it is empty or not given.</summary>
    public string? Text(string field)
    {
        if (!Has(field, JsonValueKind.String, "unit.notAText", "một đoạn chữ", "a text", out var value)) return null;
        if (CellText.TryNormalise(value.GetString()!, out var text)) return text.Length == 0 ? null : text;
        Report(field, "unit.notPrintable", $"“{field}” có ký tự không in được.", $"'{field}' has characters that cannot be printed.");
        return null;
    }

    /// <summary>A date; null where it is not given.</summary>
    public DateOnly? Date(string field)
    {
        if (!Has(field, JsonValueKind.String, "unit.notADate", "một ngày dạng yyyy-MM-dd", "a date, yyyy-MM-dd", out var value)) return null;
        if (DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report(field, "unit.notADate", $"“{field}” phải là một ngày dạng yyyy-MM-dd.", $"'{field}' must be a date, yyyy-MM-dd.");
        return null;
    }

    /// <summary>A date that must be there.</summary>
    public DateOnly RequiredDate(string field)
    {
        var date = Date(field);
        if (date is null && _problems.All(p => p.Cell != field)) Report(field, "unit.fieldMissing", $"Phải ghi “{field}”.", $"'{field}' must be given.");
        return date ?? default;
    }

    /// <summary>Codes of units; empty where none are given.</summary>
    public ImmutableArray<string> Codes(string field)
    {
        if (!Has(field, JsonValueKind.Array, "unit.notAList", "một danh sách mã đơn vị", "a list of unit codes", out var value)) return [];
        var codes = value.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.String ? c.GetString()!.Trim() : string.Empty).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (codes.Length <= MaxUnits && codes.All(c => c.Length > 0)) return codes;
        Report(field, "unit.notAList", $"“{field}” phải là danh sách mã đơn vị, tối đa {MaxUnits} mã.", $"'{field}' must be a list of unit codes, at most {MaxUnits}.");
        return [];
    }

    private bool? Flag(string field)
    {
        if (!_json.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Report(field, "unit.notAFlag", $"“{field}” phải là true hoặc false.", $"'{field}' must be true or false.");
        return null;
    }

    private bool Has(string field, JsonValueKind kind, string code, string vi, string en, out JsonElement value)
    {
        if (!_json.TryGetProperty(field, out value) || value.ValueKind == JsonValueKind.Null) return false;
        if (value.ValueKind == kind) return true;
        Report(field, code, $"“{field}” phải là {vi}.", $"'{field}' must be {en}.");
        return false;
    }

    private void Report(string field, string code, string vi, string en) => _problems.Add(new CellProblem(field, code, new Text(vi, en)));
}
