using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Host.Api;

/// <summary>Reads what somebody states of a unit. Not for concurrent use.</summary>
internal sealed class UnitBody : StatedBody
{
    /// <summary>The most predecessors or successors one change names.</summary>
    private const int MaxUnits = 50;

    private UnitBody(JsonElement json) : base(json, "unit") { }

    /// <summary>Reads the fields of a unit with some further ones.</summary>
    public static Result<T> Read<T>(JsonElement json, ImmutableArray<string> fields, Func<UnitBody, T> read)
    {
        var body = new UnitBody(json);
        body.Expect(fields);
        return body.Judged(read(body));
    }

    /// <summary>The fields that can be stated of a unit.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        UnitFields.Name, UnitFields.Type, UnitFields.SchoolLevel, UnitFields.Tier, UnitFields.Public, UnitFields.Commune,
        UnitFields.ManagingSector, UnitFields.Operator, UnitFields.InPlan, UnitFields.LegalAct,
    ];

    public UnitEdit Edit() => new()
    {
        Given = [.. Given],
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

    /// <summary>Codes of units; empty where none are given.</summary>
    public ImmutableArray<string> Codes(string field)
    {
        if (!Has(field, JsonValueKind.Array, "notAList", "một danh sách mã đơn vị", "a list of unit codes", out var value)) return [];
        var codes = value.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.String ? c.GetString()!.Trim() : string.Empty).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (codes.Length <= MaxUnits && codes.All(c => c.Length > 0)) return codes;
        Report(field, "notAList", $"“{field}” phải là danh sách mã đơn vị, tối đa {MaxUnits} mã.", $"'{field}' must be a list of unit codes, at most {MaxUnits}.");
        return [];
    }
}
