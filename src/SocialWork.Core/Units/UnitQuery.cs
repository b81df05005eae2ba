using System.Collections.Immutable;

namespace SocialWork.Core.Units;

/// <summary>Which units are asked for; null leaves a filter out.</summary>
/// <param name="On">The date at which the register is read.</param>
public sealed record UnitQuery(DateOnly On)
{
    /// <summary>The most units one page holds.</summary>
    public const int MaxPage = 500;

    /// <summary>Of one type.</summary>
    public string? Type { get; init; }
    /// <summary>Managed by one sector.</summary>
    public string? ManagingSector { get; init; }
    /// <summary>With their seat in one commune.</summary>
    public string? Commune { get; init; }
    /// <summary>With that in-plan flag.</summary>
    public bool? InPlan { get; init; }
    /// <summary>Words that the name or the code contains, each of them, without regard to accents and case.</summary>
    public string? Search { get; init; }
    /// <summary>By name in the Vietnamese order instead of by code.</summary>
    public bool ByName { get; init; }
    /// <summary>The code of the last unit of the page before.</summary>
    public string? After { get; init; }
    /// <summary>How many, from 1 to <see cref="MaxPage"/>.</summary>
    public int Limit { get; init; } = MaxPage;
    /// <summary>All of them instead of a page: for a file, which has a limit of its own.</summary>
    public bool Whole { get; init; }

    /// <summary>The units of the page; refused where <see cref="After"/> names no unit to go on from by name.</summary>
    public Result<ImmutableArray<Unit>> Page(UnitRegister register)
    {
        var units = register.On(On);
        var words = UnitNames.Fold(Search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = units.All
            .Where(u => (Type is null || u.Type == Type) && (ManagingSector is null || u.ManagingSector == ManagingSector))
            .Where(u => (Commune is null || u.Commune == Commune) && (InPlan is null || u.InPlan == InPlan))
            .Where(u => words.Length == 0 || IsMeant(u, words));
        if (ByName)
        {
            var sorted = found.Order(ByNameThenCode.Order);
            if (After is not { } last) return Take(sorted);
            return units.Find(last) is { } before
                ? Take(sorted.Where(u => ByNameThenCode.Order.Compare(u, before) > 0))
                : new Refusal(RefusalKind.NotFound, "unit.unknown", $"Không có đơn vị mã “{last}” để xem tiếp: mở lại từ trang đầu.", $"There is no unit with code '{last}' to go on from: begin again with the first page.");
        }

        return Take(found.Where(u => After is null || string.CompareOrdinal(u.Code, After) > 0));
    }

    private ImmutableArray<Unit> Take(IEnumerable<Unit> units) => Whole ? [.. units] : [.. units.Take(Math.Clamp(Limit, 1, MaxPage))];

    private static bool IsMeant(Unit unit, string[] words)
    {
        var text = UnitNames.Fold($"{unit.Name} {unit.Code}");
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    private sealed class ByNameThenCode : IComparer<Unit>
    {
        public static readonly ByNameThenCode Order = new();

        public int Compare(Unit? x, Unit? y)
        {
            var byName = UnitNames.Compare(x?.Name ?? string.Empty, y?.Name ?? string.Empty);
            return byName != 0 ? byName : string.CompareOrdinal(x?.Code, y?.Code);
        }
    }
}
