using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Units.Changes;

/// <summary>What of the register a decision needs to see.</summary>
public sealed record UnitNeeds
{
    /// <summary>The codes that are changed. What their rows and <see cref="Related"/> refer to, and what refers to them, comes along.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];
    /// <summary>Further codes that a change names: communes, operators, predecessors, successors.</summary>
    public ImmutableArray<string> Related { get; init; } = [];
    /// <summary>Codes that begin like this, with those that no row has any more; null where no code is proposed.</summary>
    public string? CodesLike { get; init; }
    /// <summary>The whole register with every code that was ever used, for a workbook.</summary>
    public bool Everything { get; init; }
}

/// <summary>The part of the register that a decision sees. Immutable.</summary>
public sealed class UnitState
{
    private readonly ILookup<string, Unit> _rows;
    private readonly ILookup<string, Succession> _successions;
    private readonly ILookup<string, Unit> _byCommune;
    private readonly ImmutableHashSet<(string Plan, string Unit)> _reported;
    private readonly ImmutableHashSet<string> _keeping;
    private readonly ImmutableHashSet<string> _used;
    private readonly ImmutableArray<Unit> _all;
    private readonly ImmutableArray<Succession> _edges;

    /// <summary>Makes a state.</summary>
    /// <param name="rows">Rows of units.</param>
    /// <param name="successions">Edges between them.</param>
    /// <param name="reported">Which of the changed units began a report for which plan.</param>
    /// <param name="keeping">Which of the changed units keep entries of other registers.</param>
    /// <param name="used">Codes that were ever used, with or without rows today.</param>
    /// <param name="last">The last recorded change of the one unit that is changed; null where there is none or several are.</param>
    public UnitState(
        IEnumerable<Unit> rows, IEnumerable<Succession> successions, ImmutableHashSet<(string Plan, string Unit)> reported, ImmutableHashSet<string> keeping, ImmutableHashSet<string> used, RecordedChange? last)
    {
        (_all, _edges, _reported, _keeping, _used, Last) = ([.. rows], [.. successions], reported, keeping, used, last);
        _rows = _all.ToLookup(r => r.Code, StringComparer.Ordinal);
        _byCommune = _all.Where(r => r.Commune is not null).ToLookup(r => r.Commune!, StringComparer.Ordinal);
        _successions = _edges.SelectMany(s => new[] { (Code: s.Predecessor, Edge: s), (Code: s.Successor, Edge: s) }).ToLookup(s => s.Code, s => s.Edge, StringComparer.Ordinal);
    }

    /// <summary>The last recorded change of the one unit that is changed, or null.</summary>
    public RecordedChange? Last { get; }

    /// <summary>Every row that is seen.</summary>
    public ImmutableArray<Unit> All => _all;

    /// <summary>Codes that were ever used.</summary>
    public IEnumerable<string> Used => _used;

    /// <summary>What is held of a code; an entry without rows for one that is not there.</summary>
    public UnitEntry Entry(string code) => new(code, [.. _rows[code].OrderBy(r => r.ValidFrom)], [.. _successions[code].Distinct()]);

    /// <summary>The unit of that code on a date, or null.</summary>
    public Unit? On(string code, DateOnly date) => _rows[code].FirstOrDefault(r => r.ValidOn(date));

    /// <summary>Whether a code was ever used.</summary>
    public bool WasUsed(string code) => _used.Contains(code) || _rows.Contains(code);

    /// <summary>Whether a unit began a report for a plan.</summary>
    public bool HasReported(string plan, string code) => _reported.Contains((plan, code));

    /// <summary>Whether a unit keeps entries of another register.</summary>
    public bool KeepsEntries(string code) => _keeping.Contains(code);

    /// <summary>Rows with their seat in a commune.</summary>
    public IEnumerable<Unit> In(string commune) => _byCommune[commune];

    /// <summary>Rows of health stations in a commune.</summary>
    public IEnumerable<Unit> StationsIn(string commune) => In(commune).Where(r => r.Type == UnitTypes.HealthStation);

    /// <summary>Rows of other units that refer to a code as their commune or their operator.</summary>
    public IEnumerable<Unit> Referring(string code) => _all.Where(r => r.Code != code && (r.Commune == code || r.Operator == code));

    /// <summary>The state with other entries in the place of those of their codes.</summary>
    public UnitState With(IReadOnlyCollection<UnitEntry> entries)
    {
        var codes = entries.Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
        return new UnitState(
            _all.Where(r => !codes.Contains(r.Code)).Concat(entries.SelectMany(e => e.Rows)),
            _edges.Where(s => !codes.Contains(s.Predecessor) && !codes.Contains(s.Successor)).Concat(entries.SelectMany(e => e.Successions)).Distinct(),
            _reported,
            _keeping,
            _used.Union(codes),
            Last);
    }
}
