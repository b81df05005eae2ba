using System.Collections.Immutable;
using SocialWork.Core.Units;

namespace SocialWork.Core.Totals;

/// <summary>Which submissions a row of running totals is over.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="FormHash">The form version.</param>
/// <param name="Period">The year, or an optional quarter (never added to the year).</param>
/// <param name="Area">A commune's code, or <see cref="City"/>.</param>
/// <param name="Sector">The sector that manages the units.</param>
/// <param name="UnitType">The units' type.</param>
/// <param name="InPlan">The units' in-plan flag.</param>
public readonly record struct TotalsKey(string Plan, string FormHash, string Period, string Area, string Sector, string UnitType, bool InPlan)
{
    /// <summary>The area of the whole city.</summary>
    public const string City = "";

    /// <summary>The rows that a unit's submission is counted in: the city's, and its commune's where it has one.</summary>
    public static ImmutableArray<TotalsKey> For(string plan, string formHash, string period, Unit unit)
    {
        var city = new TotalsKey(plan, formHash, period, City, unit.ManagingSector, unit.Type, unit.InPlan);
        return unit.Commune is { } commune ? [city, city with { Area = commune }] : [city];
    }
}

/// <summary>What one counting version adds to running totals.</summary>
/// <param name="Keys">The rows it is counted in; none for a unit that is not in the register at the cut-off date.</param>
/// <param name="Vector">What it adds to each slot.</param>
public sealed record TotalsContribution(ImmutableArray<TotalsKey> Keys, long[] Vector);

/// <summary>A row of running totals.</summary>
/// <param name="Key">What it is over.</param>
/// <param name="Submissions">How many counting submissions.</param>
/// <param name="Accepted">How many of them the standing agency has accepted.</param>
/// <param name="Vector">Their sums, laid out by the form version's <see cref="TotalsLayout"/>.</param>
public sealed record TotalsRow(TotalsKey Key, long Submissions, long Accepted, long[] Vector);
