namespace SocialWork.Core.Totals;

/// <summary>Counts rows of totals from what versions add, one after the other. Not for concurrent use.</summary>
public sealed class TotalsCount
{
    private readonly Dictionary<TotalsKey, TotalsRow> _rows = [];

    /// <summary>The rows that anything was added to.</summary>
    public IReadOnlyDictionary<TotalsKey, TotalsRow> Rows => _rows;

    /// <summary>Adds what one counting version adds.</summary>
    /// <param name="contribution">To which rows, and what.</param>
    /// <param name="isAccepted">Whether the standing agency has accepted it.</param>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public void Add(TotalsContribution contribution, bool isAccepted)
    {
        foreach (var key in contribution.Keys)
        {
            var row = _rows.GetValueOrDefault(key) ?? new TotalsRow(key, 0, 0, new long[contribution.Vector.Length]);
            TotalsVector.Add(row.Vector, contribution.Vector, +1);
            _rows[key] = row with { Submissions = row.Submissions + 1, Accepted = row.Accepted + (isAccepted ? 1 : 0) };
        }
    }
}
