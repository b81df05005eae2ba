using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Units.Changes;

/// <summary>Names of a unit's fields, as the API writes them.</summary>
public static class UnitFields
{
    /// <summary>mã đơn vị</summary>
    public const string Code = "code";
    /// <summary>tên đơn vị</summary>
    public const string Name = "name";
    /// <summary>loại hình đơn vị</summary>
    public const string Type = "type";
    /// <summary>cấp học</summary>
    public const string SchoolLevel = "schoolLevel";
    /// <summary>cấp quản lý</summary>
    public const string Tier = "tier";
    /// <summary>công lập</summary>
    public const string Public = "public";
    /// <summary>xã, phường</summary>
    public const string Commune = "commune";
    /// <summary>ngành chủ quản</summary>
    public const string ManagingSector = "managingSector";
    /// <summary>cơ quan quản lý trực tiếp</summary>
    public const string Operator = "operator";
    /// <summary>trong quy hoạch</summary>
    public const string InPlan = "inPlan";
    /// <summary>đơn vị tiền thân</summary>
    public const string Predecessors = "predecessors";
    /// <summary>đơn vị kế thừa</summary>
    public const string Successors = "successors";
    /// <summary>văn bản thành lập, sắp xếp</summary>
    public const string LegalAct = "legalAct";
    /// <summary>hiệu lực từ</summary>
    public const string ValidFrom = "validFrom";
    /// <summary>hiệu lực đến</summary>
    public const string ValidTo = "validTo";
    /// <summary>The date a change takes effect.</summary>
    public const string From = "from";

    /// <summary>What must be stated of every unit, beside its first day.</summary>
    public static ImmutableArray<string> Required { get; } = [Name, Type, ManagingSector, InPlan, Tier, Public];
}

/// <summary>Fields of a unit that somebody states; those that are not given stay as they are. Immutable.</summary>
public sealed record UnitEdit
{
    /// <summary>Which of <see cref="UnitFields"/> are given. One that is given as null is cleared.</summary>
    public required ImmutableHashSet<string> Given { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? Name { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? Type { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? ManagingSector { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? Commune { get; init; }
    /// <summary>Its value where it is given.</summary>
    public bool? InPlan { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? Tier { get; init; }
    /// <summary>Its value where it is given.</summary>
    public bool? Public { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? SchoolLevel { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? Operator { get; init; }
    /// <summary>Its value where it is given.</summary>
    public string? LegalAct { get; init; }
    /// <summary>Its value where it is given.</summary>
    public DateOnly? ValidFrom { get; init; }
    /// <summary>Its value where it is given.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether a field is given.</summary>
    public bool Has(string field) => Given.Contains(field);

    /// <summary>Required fields that are not given, or given as nothing.</summary>
    public IEnumerable<string> Missing() => UnitFields.Required.Where(field => !Has(field) || field switch
    {
        UnitFields.Name => string.IsNullOrWhiteSpace(Name),
        UnitFields.Type => string.IsNullOrEmpty(Type),
        UnitFields.ManagingSector => string.IsNullOrEmpty(ManagingSector),
        UnitFields.Tier => string.IsNullOrEmpty(Tier),
        UnitFields.InPlan => InPlan is null,
        _ => Public is null,
    });

    /// <summary>The same, with every field that is not given cleared: a unit stated whole.</summary>
    public UnitEdit Whole() => this with { Given = Given.Union([UnitFields.Commune, UnitFields.SchoolLevel, UnitFields.Operator]) };

    /// <summary>A unit with what is given. A level that was a school's goes with the school.</summary>
    public Unit ApplyTo(Unit unit)
    {
        var type = Has(UnitFields.Type) ? Type ?? string.Empty : unit.Type;
        return unit with
        {
            Type = type,
            Name = Has(UnitFields.Name) ? Name ?? string.Empty : unit.Name,
            ManagingSector = Has(UnitFields.ManagingSector) ? ManagingSector ?? string.Empty : unit.ManagingSector,
            Commune = Has(UnitFields.Commune) ? Commune : unit.Commune,
            InPlan = InPlan ?? unit.InPlan,
            Tier = Has(UnitFields.Tier) ? Tier ?? string.Empty : unit.Tier,
            IsPublic = Public ?? unit.IsPublic,
            SchoolLevel = Has(UnitFields.SchoolLevel) ? SchoolLevel : type == UnitTypes.School ? unit.SchoolLevel : null,
            Operator = Has(UnitFields.Operator) ? Operator : unit.Operator,
            LegalAct = Has(UnitFields.LegalAct) ? LegalAct : unit.LegalAct,
            ValidFrom = ValidFrom ?? unit.ValidFrom,
            ValidTo = Has(UnitFields.ValidTo) ? ValidTo : unit.ValidTo,
        };
    }
}
