using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>Totals that a test sets: by measure, whatever the scope. What was not set is a total that nobody reported. Immutable.</summary>
public sealed class InMemoryTotals : ISectorTotals
{
    private readonly ImmutableDictionary<(string Form, string Measure), (long Value, CellCounts Counts)> _sums;
    private readonly ImmutableDictionary<string, long> _unreported;

    /// <summary>Nothing reported.</summary>
    public InMemoryTotals() : this(ImmutableDictionary<(string, string), (long, CellCounts)>.Empty, ImmutableDictionary<string, long>.Empty) { }

    private InMemoryTotals(ImmutableDictionary<(string, string), (long, CellCounts)> sums, ImmutableDictionary<string, long> unreported)
    {
        _sums = sums;
        _unreported = unreported;
    }

    /// <summary>The same totals with a field's plain sum, as one reported cell.</summary>
    public InMemoryTotals With(FormField field, long value) => With(Measure.Total(field), value, new CellCounts(1, 0, 0, 0, 0));

    /// <summary>The same totals with a measure and its counts of cells.</summary>
    public InMemoryTotals With(Measure measure, long value, CellCounts counts) => new(_sums.SetItem((measure.Form, measure.Id), (value, counts)), _unreported);

    /// <summary>The same totals with a number of units that owe the form and sent none.</summary>
    public InMemoryTotals WithUnreported(string form, long units) => new(_sums, _unreported.SetItem(form, units));

    /// <inheritdoc/>
    public Term Sum(Measure measure, Scope units)
    {
        var (value, counts) = _sums.GetValueOrDefault((measure.Form, measure.Id));
        return new Term(value, [new TermSource.Reported(measure, units, value, counts)]);
    }

    /// <inheritdoc/>
    public long Unreported(FormDefinition form, Scope units) => _unreported.GetValueOrDefault(form.Code);
}

/// <summary>A register of the units that a test names. Immutable.</summary>
/// <param name="all">The units.</param>
public sealed class InMemoryRegister(params ImmutableArray<UnitInfo> all) : ISectorRegister
{
    /// <summary>What each measure of the core's registers counts, by register and measure; 0 for those that are not named.</summary>
    public ImmutableDictionary<(string Register, string Measure), long> Entries { get; init; } = ImmutableDictionary<(string, string), long>.Empty;

    /// <inheritdoc/>
    public Term Records(Measure measure)
    {
        var count = Entries.GetValueOrDefault((measure.Form, measure.Id));
        return new Term(count, [new TermSource.Recorded(measure, count)]);
    }

    /// <inheritdoc/>
    public Term Count(Scope units)
    {
        long count = all.Count(unit => units.Contains(unit.Type, unit.InPlan));
        return new Term(count, [new TermSource.Registered(units, count)]);
    }
}
