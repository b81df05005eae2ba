namespace SocialWork.Tests.Masking;

/// <summary>What linear equations tell by themselves: Gaussian elimination over fractions. Pure.</summary>
internal static class RowSpace
{
    /// <summary>The variables whose value follows from the equations: those of which the unit vector is a combination of them.</summary>
    public static HashSet<int> Determined(IEnumerable<IReadOnlyDictionary<int, long>> equations)
    {
        var solved = new Dictionary<int, Dictionary<int, Fraction>>();
        foreach (var equation in equations)
        {
            var row = equation.Where(term => term.Value != 0).ToDictionary(term => term.Key, term => (Fraction)term.Value);
            foreach (var pivot in row.Keys.Where(solved.ContainsKey).ToArray()) Subtract(row, pivot, solved[pivot]);
            if (row.Count == 0) continue;
            var (chosen, value) = row.First();
            foreach (var variable in row.Keys.ToArray()) row[variable] /= value;
            foreach (var other in solved.Values) Subtract(other, chosen, row);
            solved.Add(chosen, row);
        }

        return [.. solved.Where(row => row.Value.Count == 1).Select(row => row.Key)];
    }

    private static void Subtract(Dictionary<int, Fraction> row, int pivot, Dictionary<int, Fraction> by)
    {
        if (!row.TryGetValue(pivot, out var times)) return;
        foreach (var (variable, value) in by)
        {
            var rest = row.GetValueOrDefault(variable) - (times * value);
            if (rest.Sign == 0) row.Remove(variable);
            else row[variable] = rest;
        }
    }
}
