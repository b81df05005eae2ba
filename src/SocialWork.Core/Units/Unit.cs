using SocialWork.Abstractions;

namespace SocialWork.Core.Units;

/// <summary>
/// One dated row of register R1: an agency or a facility as it stood from one date to another. A change of type, sector,
/// commune or in-plan flag is a new row; nothing is overwritten by a reorganisation. Immutable.
/// </summary>
public sealed record Unit
{
    /// <summary>The code, one space for agencies and facilities. A code may return after a merger: it is unique at a date.</summary>
    public required string Code { get; init; }
    /// <summary>The name, in Unicode NFC.</summary>
    public required string Name { get; init; }
    /// <summary>One of <see cref="UnitTypes"/>.</summary>
    public required string Type { get; init; }
    /// <summary>The one module whose sector manages the unit.</summary>
    public required string ManagingSector { get; init; }
    /// <summary>The commune of the seat; null for a unit of the whole city.</summary>
    public string? Commune { get; init; }
    /// <summary>Whether it is in the planned network.</summary>
    public bool InPlan { get; init; }
    /// <summary>central, city or commune.</summary>
    public string Tier { get; init; } = "city";
    /// <summary>Public or private.</summary>
    public bool IsPublic { get; init; } = true;
    /// <summary>For a school, its level (dimension CAP_HOC); null otherwise.</summary>
    public string? SchoolLevel { get; init; }
    /// <summary>The agency that runs it, where that is not the managing sector's; null otherwise.</summary>
    public string? Operator { get; init; }
    /// <summary>For a body that owes no report: the agency that asks it for its data.</summary>
    public string? Custodian { get; init; }
    /// <summary>The act that created or changed it.</summary>
    public string? LegalAct { get; init; }
    /// <summary>The first day the row holds.</summary>
    public required DateOnly ValidFrom { get; init; }
    /// <summary>The first day it no longer holds; null while it does.</summary>
    public DateOnly? ValidTo { get; init; }
    /// <summary>Counts the changes of its unit, from 0 for a row as it was delivered: the number of the change that made this row what it is.</summary>
    public long Revision { get; init; }

    /// <summary>Whether the row holds on a date.</summary>
    public bool ValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date < ValidTo);

    /// <summary>The unit as modules see it.</summary>
    public UnitInfo Info => new(Code, Name, Type, ManagingSector, Commune, InPlan);
}

/// <summary>A dated edge between two units: a merger when several share a successor, a split when several share a predecessor.</summary>
public sealed record Succession(string Predecessor, string Successor, DateOnly On, string LegalAct);
