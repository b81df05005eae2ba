using System.Collections.Immutable;

namespace SocialWork.Core.Units.Changes;

/// <summary>Everything that register R1 holds of one code: its dated rows by date, and the dated edges that begin or end there. Immutable.</summary>
public sealed record UnitEntry(string Code, ImmutableArray<Unit> Rows, ImmutableArray<Succession> Successions)
{
    /// <summary>Nothing of that code.</summary>
    public static UnitEntry None(string code) => new(code, [], []);

    /// <summary>Grows with every change; the ETag of the API. 0 for what was delivered and never changed.</summary>
    public long Revision => Rows.IsEmpty ? 0 : Rows.Max(r => r.Revision);

    /// <summary>The row that holds on a date, or null.</summary>
    public Unit? On(DateOnly date) => Rows.FirstOrDefault(r => r.ValidOn(date));

    /// <summary>The entry with other rows: those that are not as they were carry the next revision.</summary>
    internal UnitEntry With(IEnumerable<Unit> rows)
    {
        var next = Revision + 1;
        return this with { Rows = [.. rows.OrderBy(r => r.ValidFrom).Select(r => Rows.Contains(r) ? r : r with { Revision = next })] };
    }

    /// <summary>Rows that stand in one of the two and not in the other, their revisions aside.</summary>
    internal static IEnumerable<Unit> Differences(UnitEntry one, UnitEntry other) => Plain(one).Except(Plain(other)).Concat(Plain(other).Except(Plain(one)));

    /// <summary>Whether both say the same, their revisions aside.</summary>
    internal bool SaysTheSameAs(UnitEntry other) =>
        Plain(this).SequenceEqual(Plain(other)) && Successions.ToHashSet().SetEquals(other.Successions);

    private static IEnumerable<Unit> Plain(UnitEntry entry) => entry.Rows.Select(r => r with { Revision = 0 });
}
