namespace SocialWork.Abstractions;

/// <summary>A unit of register R1 as it stands on one date.</summary>
/// <param name="Code">The unit's code, unique over agencies and facilities.</param>
/// <param name="Name">Its name, in Unicode NFC.</param>
/// <param name="Type">One of <see cref="UnitTypes"/>.</param>
/// <param name="ManagingSector">The id of the one module whose sector manages the unit on that date.</param>
/// <param name="Commune">The code of the commune of its seat; null for a unit of the whole city.</param>
/// <param name="InPlan">Whether the unit is in the planned network (trong quy hoạch).</param>
public sealed record UnitInfo(string Code, string Name, string Type, string ManagingSector, string? Commune, bool InPlan);
