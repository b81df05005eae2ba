using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests.Submissions;
using SocialWork.Core.Totals;

namespace SocialWork.Persistence.Tests;

/// <summary>
/// Running totals told a second time and in another way: which version counts from the history alone, and each cell from the
/// stored JSON, slot by slot. Nothing of the product adds here.
/// </summary>
internal static class PlainRecount
{
    /// <summary>Every slot that is not all zero: the row, the slot's name, its sum and its counts.</summary>
    public static SortedDictionary<string, string> Counted(TestStore store)
    {
        var versions = store.Rows("SELECT Form, Unit, Period, Number, FormHash, ValuesJson FROM versions")
            .ToDictionary(v => (Form: (string)v[0]!, Unit: (string)v[1]!, Period: (string)v[2]!, Number: Int(v[3])), v => (Hash: (string)v[4]!, Json: (string)v[5]!));
        var counting = from step in store.Rows("SELECT Form, Unit, Period, Action, Version FROM history ORDER BY Id")
                       group step by (Form: (string)step[0]!, Unit: (string)step[1]!, Period: (string)step[2]!) into steps
                       let number = CountingOracle.Of(steps.Select(s => ((SubmissionAction)Int(s[3]), Int(s[4]))))
                       where number is not null
                       select (steps.Key.Unit, steps.Key.Period, Version: versions[(steps.Key.Form, steps.Key.Unit, steps.Key.Period, number.Value)]);
        var slots = from c in counting
                    let unit = store.Unit(c.Unit)
                    let form = store.Archive[c.Version.Hash].Definition
                    where unit is not null && store.Model.Fills(unit, form)
                    from area in unit.Commune is { } commune ? new[] { string.Empty, commune } : [string.Empty]
                    let row = $"{c.Version.Hash[..8]} {form.Code} {c.Period} {area} {unit.ManagingSector} {unit.Type} {unit.InPlan}"
                    from slot in Slots(store, form, unit.Code, unit.Type, c.Version.Json).Append(("submissions", 1L, Kind.Reported))
                    group slot by (row, slot.Item1) into same
                    select (Name: $"{same.Key.row} | {same.Key.Item2}", Text: Text(same.Sum(s => s.Item2), k => same.LongCount(s => s.Item3 == k)));
        return new SortedDictionary<string, string>(slots.ToDictionary(s => s.Name, s => s.Text), StringComparer.Ordinal);
    }

    /// <summary>The same of what is stored.</summary>
    public static SortedDictionary<string, string> Stored(TestStore store)
    {
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in store.Rows("SELECT FormHash, Period, Area, Sector, UnitType, InPlan, Submissions, Vector FROM totals"))
        {
            var layout = store.Model.Layout((string)row[0]!)!;
            var form = layout.Form.Definition;
            var name = $"{((string)row[0]!)[..8]} {form.Code} {row[1]} {row[2]} {row[3]} {row[4]} {Int(row[5]) == 1}";
            var vector = TotalsVector.Read((byte[])row[7]!, layout.Zero().Length);
            told.Add(name + " | submissions", Text(Int(row[6]), k => k == Kind.Reported ? Int(row[6]) : 0));
            var cells = form.Fields.SelectMany(f => Options(store.Model.PlanTasks, f)).Select(cell => (Name: cell.ToString(), Tally: layout.Cell(vector, cell)!.Value));
            foreach (var (slot, tally) in cells.Concat(form.Measures.Select(m => (m.Id, layout.Of(vector, m.Id)!.Value))))
            {
                if (tally == default) continue;
                told.Add($"{name} | {slot}", Text(tally.Sum, k => k switch
                {
                    Kind.Reported => tally.Counts.Reported,
                    Kind.NotArising => tally.Counts.NotArising,
                    Kind.NotApplicable => tally.Counts.NotApplicable,
                    Kind.Withheld => tally.Counts.Withheld,
                    _ => tally.Counts.Unreported,
                }));
            }
        }

        return told;
    }

    private static ImmutableArray<(string Slot, long Amount, Kind Kind)> Slots(TestStore store, FormDefinition form, string unit, string type, string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone());
        ImmutableArray<string> tasks = [.. store.Model.Plan.TasksOf(store.Unit(unit)).Select(t => t.Id.Value)];

        (long Amount, Kind Kind) Cell(FormField field, CellKey cell)
        {
            if (!field.AppliesTo.IsEmpty && !field.AppliesTo.Contains(type)) return (0, Kind.NotApplicable);
            if (!values.TryGetValue(cell.ToString(), out var value)) return (0, Kind.Unreported);
            return value.ValueKind switch
            {
                JsonValueKind.Number => (value.GetInt64(), Kind.Reported),
                JsonValueKind.True or JsonValueKind.String => (1, Kind.Reported),
                JsonValueKind.False => (0, Kind.Reported),
                JsonValueKind.Array => (value.GetArrayLength() == 0 ? 0 : 1, Kind.Reported),
                _ => (0, Enum.Parse<Kind>(value.GetProperty("empty").GetString()!, ignoreCase: true)),
            };
        }

        var cells = from field in form.Fields
                    from cell in Options(tasks, field)
                    let content = Cell(field, cell)
                    select (cell.ToString(), content.Amount, content.Kind);
        var measures = from measure in form.Measures
                       where measure.Where is null || InTime(measure, values)
                       from cell in Options(tasks, measure.Of)
                       where measure.Options.All(o => o.Codes.Contains(measure.Of.By[0].Id == o.Dimension ? cell.Option1! : cell.Option2!))
                       let own = Cell(measure.Of, cell)
                       let partner = measure.PairedWith is { } other ? Cell(other, cell with { Field = other.Id }) : own
                       let taken = partner.Kind is Kind.Reported or Kind.NotArising ? own : (0, partner.Kind)
                       select (measure.Id, taken.Item1, taken.Item2);
        return [.. cells.Concat(measures)];
    }

    // The one conditional measure of the forms that are used here: plans that were issued before their deadline.
    private static bool InTime(Measure measure, Dictionary<string, JsonElement> values)
    {
        measure.Where.ShouldBe("ngay_bh < due");
        return values.TryGetValue("ngay_bh", out var day) && day.ValueKind == JsonValueKind.String && string.CompareOrdinal(day.GetString(), "2026-04-15") < 0;
    }

    private static IEnumerable<CellKey> Options(ImmutableArray<string> tasks, FormField field)
    {
        IEnumerable<string> Codes(Dimension dimension) => dimension.Source == OptionSource.PlanTasksOfUnit ? tasks : dimension.Options.Select(o => o.Code);
        return field.By.Length switch
        {
            0 => [new CellKey(field.Id)],
            1 => Codes(field.By[0]).Select(one => new CellKey(field.Id, one)),
            _ => from one in Codes(field.By[0])
                 from two in Codes(field.By[1])
                 select new CellKey(field.Id, one, two),
        };
    }

    private static string Text(long sum, Func<Kind, long> count) =>
        $"{sum} {string.Join('/', Enum.GetValues<Kind>().Select(k => count(k).ToString(CultureInfo.InvariantCulture)))}";

    private static int Int(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private enum Kind
    {
        Reported,
        NotArising,
        NotApplicable,
        Withheld,
        Unreported,
    }
}
