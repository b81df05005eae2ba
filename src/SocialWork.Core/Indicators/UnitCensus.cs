using System.Collections.Immutable;
using SocialWork.Core.Units;

namespace SocialWork.Core.Indicators;

/// <summary>
/// Units counted by what a report asks of them, so that it need not walk through them again for every question. Immutable;
/// safe for concurrent use.
/// </summary>
internal sealed class UnitCensus
{
    private readonly HashSet<string> _codes;

    public UnitCensus(ImmutableArray<Unit> units)
    {
        Units = units;
        _codes = new HashSet<string>(units.Length, StringComparer.Ordinal);
        foreach (var unit in units) _codes.Add(unit.Code);
        Slices = [.. units.GroupBy(u => (u.Type, u.InPlan, u.ManagingSector)).Select(g => new UnitSlice(g.Key.Type, g.Key.InPlan, g.Key.ManagingSector, g.LongCount()))];
    }

    /// <summary>The units.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>How many there are of each type, in-plan flag and sector.</summary>
    public ImmutableArray<UnitSlice> Slices { get; }

    /// <summary>Whether a unit is among them.</summary>
    public bool Has(string code) => _codes.Contains(code);
}

/// <summary>How many units are alike.</summary>
internal readonly record struct UnitSlice(string Type, bool InPlan, string Sector, long Units);
