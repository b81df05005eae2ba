namespace SocialWork.Tests.Masking;

/// <summary>
/// Linear rows over variables that are 0 or more, with a point that satisfies them. Finds how far a variable can be moved, by
/// the simplex method over fractions, so without any error of rounding. Not safe for concurrent use.
/// </summary>
internal sealed class LinearSystem
{
    // More would mean that it goes round in circles, which the choice of the lowest variable rules out.
    private const int MaxMoves = 100_000;

    private readonly int _variables;
    private readonly List<Fraction> _at;
    private readonly List<(Fraction? Least, Fraction? Most)> _bounds;
    private readonly SortedDictionary<int, Dictionary<int, Fraction>> _rows;

    /// <summary>A system without rows, at that point.</summary>
    public LinearSystem(IEnumerable<long> start)
    {
        _at = [.. start.Select(value => (Fraction)value)];
        _variables = _at.Count;
        _bounds = [.. _at.Select(_ => ((Fraction?)0, (Fraction?)null))];
        _rows = [];
    }

    private LinearSystem(LinearSystem other)
    {
        _variables = other._variables;
        _at = [.. other._at];
        _bounds = [.. other._bounds];
        _rows = new SortedDictionary<int, Dictionary<int, Fraction>>(other._rows.ToDictionary(row => row.Key, row => new Dictionary<int, Fraction>(row.Value)));
    }

    /// <summary>Where the variables are.</summary>
    public IEnumerable<Fraction> Point => _at.Take(_variables);

    /// <summary>The same system at the same point, to be moved by itself.</summary>
    public LinearSystem Copy() => new(this);

    /// <summary>Adds a row: its terms come to at least and at most so much. Null is no bound.</summary>
    /// <exception cref="ArgumentException">The point at hand does not satisfy it.</exception>
    public void Add(IReadOnlyDictionary<int, long> terms, long? least, long? most)
    {
        var value = terms.Aggregate((Fraction)0, (sum, term) => sum + (term.Value * _at[term.Key]));
        if (value < least || value > most) throw new ArgumentException($"{value} is not in {least}..{most}.", nameof(terms));
        _rows.Add(_at.Count, terms.Where(term => term.Value != 0).ToDictionary(term => term.Key, term => (Fraction)term.Value));
        _at.Add(value);
        _bounds.Add((least, most));
    }

    /// <summary>Moves a variable to a number of at least or at most so much, if the rows let it, and keeps it there.</summary>
    public bool Keep(int variable, long bound, bool atLeast)
    {
        if (atLeast ? _at[variable] < bound : _at[variable] > bound)
        {
            if (Push(variable, bound) != bound) return false;
        }

        var (least, most) = _bounds[variable];
        _bounds[variable] = atLeast ? (least > bound ? least : bound, most) : (least, most < bound ? most : bound);
        return true;
    }

    /// <summary>Whether a variable is kept where it is.</summary>
    public bool IsHeld(int variable) => _bounds[variable].Least == _bounds[variable].Most;

    /// <summary>The least that a variable is kept at.</summary>
    public Fraction? Least(int variable) => _bounds[variable].Least;

    /// <summary>Moves a variable as far towards a goal as the rows let it, and says where it is then.</summary>
    public Fraction Push(int variable, long goal)
    {
        for (var moves = 0; _at[variable] != goal; moves++)
        {
            if (moves > MaxMoves) throw new InvalidOperationException("The moves do not end.");
            var up = _at[variable] < goal;
            var objective = _rows.GetValueOrDefault(variable) ?? new Dictionary<int, Fraction> { [variable] = 1 };
            var entering = objective.Where(term => HasRoom(term.Key, term.Value.Sign > 0 == up)).Select(term => term.Key).DefaultIfEmpty(-1).Min();
            if (entering < 0) break;
            Move(entering, objective[entering].Sign > 0 == up, variable, goal);
        }

        return _at[variable];
    }

    private bool HasRoom(int variable, bool up) => up ? !(_at[variable] >= _bounds[variable].Most) : !(_at[variable] <= _bounds[variable].Least);

    private void Move(int entering, bool up, int pushed, Fraction goal)
    {
        var (step, leaving) = (Room(entering, up), -1);
        foreach (var (basic, row) in _rows)
        {
            if (!row.TryGetValue(entering, out var rate)) continue;
            var room = Room(basic, rate.Sign > 0 == up) / Size(rate);
            if (!(step <= room) && room is not null) (step, leaving) = (room, basic);
        }

        var rateOfPushed = _rows.TryGetValue(pushed, out var objective) ? objective[entering] : 1;
        var wanted = Size(goal - _at[pushed]) / Size(rateOfPushed);
        if (!(step < wanted)) (step, leaving) = (wanted, -1);

        var moved = up ? step!.Value : -step!.Value;
        _at[entering] += moved;
        foreach (var (basic, row) in _rows)
        {
            if (row.TryGetValue(entering, out var rate)) _at[basic] += rate * moved;
        }

        if (leaving >= 0) Exchange(entering, leaving);
    }

    private Fraction? Room(int variable, bool up) => up ? _bounds[variable].Most - _at[variable] : _at[variable] - _bounds[variable].Least;

    private static Fraction Size(Fraction value) => value.Sign < 0 ? -value : value;

    // The row of the leaving variable is solved for the entering one, which every other row then takes from it.
    private void Exchange(int entering, int leaving)
    {
        var old = _rows[leaving];
        var rate = old[entering];
        var solved = old.Where(term => term.Key != entering).ToDictionary(term => term.Key, term => -term.Value / rate);
        solved[leaving] = 1 / rate;
        _rows.Remove(leaving);
        foreach (var row in _rows.Values)
        {
            if (!row.Remove(entering, out var times)) continue;
            foreach (var (variable, value) in solved)
            {
                var sum = row.GetValueOrDefault(variable) + (times * value);
                if (sum.Sign == 0) row.Remove(variable);
                else row[variable] = sum;
            }
        }

        _rows.Add(entering, solved);
    }
}
