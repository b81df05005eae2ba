using System.Collections.Immutable;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Units;

/// <summary>What happened to the invented facilities during 2026: two schools were merged, one provider entered the planned network.</summary>
internal static class RegisterHistory
{
    private const string Merger = "Quyết định số 2101/QĐ-UBND ngày 05/8/2026 (minh họa)";
    private const string Network = "Quyết định số 1544/QĐ-UBND ngày 18/6/2026 (minh họa)";
    private static readonly DateOnly MergedOn = new(2026, 8, 15);
    private static readonly DateOnly EnteredOn = new(2026, 7, 1);

    public static UnitRegister Apply(IEnumerable<Unit> facilities)
    {
        var merged = DemoFacts.Mergers.Select(m => m.Predecessor).ToImmutableHashSet(StringComparer.Ordinal);
        var rows = facilities.SelectMany(unit => unit switch
        {
            _ when merged.Contains(unit.Code) => [unit with { ValidTo = MergedOn }],
            { Code: DemoFacts.EnteredPlan } => Entering(unit),
            _ => (Unit[])[unit],
        });
        return new UnitRegister(rows, DemoFacts.Mergers.Select(m => new Succession(m.Predecessor, m.Successor, MergedOn, Merger)));
    }

    private static Unit[] Entering(Unit unit) =>
    [
        unit with { InPlan = false, ValidTo = EnteredOn },
        unit with { InPlan = true, ValidFrom = EnteredOn, LegalAct = Network },
    ];
}
