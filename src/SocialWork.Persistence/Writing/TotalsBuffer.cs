using SocialWork.Core.Totals;

namespace SocialWork.Persistence.Writing;

/// <summary>
/// The rows of running totals that a group of writes has touched. Each is read once and written once per commit, however many
/// submissions change it. What a failed write added is taken back.
/// </summary>
internal sealed class TotalsBuffer(WriteSession session)
{
    private const string Columns = "\"Plan\"=@0 AND \"Period\"=@1 AND \"Area\"=@2 AND \"FormHash\"=@3 AND \"Sector\"=@4 AND \"UnitType\"=@5 AND \"InPlan\"=@6";
    private readonly Dictionary<TotalsKey, Row> _rows = [];
    private readonly List<(TotalsContribution Contribution, int Sign, int Accepted)> _sinceMark = [];
    private (string? Plan, Dictionary<TotalsKey, Row> Rows)? _clearedSinceMark;

    public void Add(TotalsContribution contribution, int sign, int accepted)
    {
        Apply(contribution, sign, accepted);
        _sinceMark.Add((contribution, sign, accepted));
    }

    public void Mark()
    {
        _sinceMark.Clear();
        _clearedSinceMark = null;
    }

    public void BackToMark()
    {
        if (_clearedSinceMark is { } cleared)
        {
            // What was added since stands in rows that began anew; those that the group had touched before come back.
            Remove(cleared.Plan);
            foreach (var (key, row) in cleared.Rows) _rows.Add(key, row);
        }
        else
        {
            foreach (var (contribution, sign, accepted) in _sinceMark) Apply(contribution, -sign, -accepted);
        }

        Mark();
    }

    /// <summary>Takes away every row of a plan, or of every plan. The first thing that a write does to totals, for only then can it be taken back.</summary>
    public void Clear(string? plan)
    {
        if (_sinceMark.Count > 0 || _clearedSinceMark is not null) throw new InvalidOperationException("Totals are cleared before anything is added, and once.");
        _clearedSinceMark = (plan, Remove(plan));
        session.Execute("DELETE FROM totals WHERE @0 IS NULL OR \"Plan\"=@0", plan);
    }

    public void Forget()
    {
        _rows.Clear();
        Mark();
    }

    public void Write()
    {
        foreach (var (key, row) in _rows)
        {
            if (row.Submissions == 0)
            {
                session.Execute($"DELETE FROM totals WHERE {Columns}", key.Plan, key.Period, key.Area, key.FormHash, key.Sector, key.UnitType, key.InPlan);
                continue;
            }

            session.Execute(
                "INSERT INTO totals(\"Plan\",\"Period\",\"Area\",\"FormHash\",\"Sector\",\"UnitType\",\"InPlan\",\"Submissions\",\"Accepted\",\"Vector\") VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9) "
                + "ON CONFLICT DO UPDATE SET \"Submissions\"=@7,\"Accepted\"=@8,\"Vector\"=@9",
                key.Plan, key.Period, key.Area, key.FormHash, key.Sector, key.UnitType, key.InPlan, row.Submissions, row.Accepted, TotalsVector.Write(row.Vector));
        }

        Forget();
    }

    private Dictionary<TotalsKey, Row> Remove(string? plan)
    {
        var removed = _rows.Where(r => plan is null || r.Key.Plan == plan).ToDictionary();
        foreach (var key in removed.Keys) _rows.Remove(key);
        return removed;
    }

    private void Apply(TotalsContribution contribution, int sign, int accepted)
    {
        // Every row is read and tried first: a fault at the second must not leave the contribution in the first.
        if (sign != 0)
        {
            foreach (var key in contribution.Keys) TotalsVector.EnsureFits(Load(key, contribution.Vector.Length).Vector, contribution.Vector, sign);
        }

        foreach (var key in contribution.Keys)
        {
            var row = Load(key, contribution.Vector.Length);
            if (sign != 0) TotalsVector.Add(row.Vector, contribution.Vector, sign);
            row.Submissions += sign;
            row.Accepted += accepted;
        }
    }

    private Row Load(TotalsKey key, int length)
    {
        if (_rows.TryGetValue(key, out var row)) return row;
        var command = session.Command(
            $"SELECT \"Submissions\",\"Accepted\",\"Vector\" FROM totals WHERE {Columns}",
            key.Plan, key.Period, key.Area, key.FormHash, key.Sector, key.UnitType, key.InPlan);
        using (var reader = command.ExecuteReader())
        {
            row = reader.Read()
                ? new Row { Submissions = reader.GetInt64(0), Accepted = reader.GetInt64(1), Vector = TotalsVector.Read(reader.GetFieldValue<byte[]>(2), length) }
                : new Row { Vector = new long[length] };
        }

        _rows.Add(key, row);
        return row;
    }

    private sealed class Row
    {
        public long Submissions { get; set; }
        public long Accepted { get; set; }
        public required long[] Vector { get; init; }
    }
}
