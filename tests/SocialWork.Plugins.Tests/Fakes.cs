using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

/// <summary>Totals that answer from a function and keep lineage the way the host does.</summary>
internal sealed class FakeTotals(Func<Measure, Scope, long> sum, Func<FormDefinition, Scope, long>? unreported = null) : ISectorTotals
{
    public Term Sum(Measure measure, Scope units)
    {
        var value = sum(measure, units);
        return new(value, [new TermSource.Reported(measure, units, value, new CellCounts(1, 0, 0, 0, 0))]);
    }

    public long Unreported(FormDefinition form, Scope units) => unreported?.Invoke(form, units) ?? 0;
}

/// <summary>A register with so many units of each type, of which the planned network has so many.</summary>
internal sealed class FakeRegister(params (string Type, long All, long InPlan)[] units) : ISectorRegister
{
    public Term Records(Measure measure) => new(3, [new TermSource.Recorded(measure, 3)]);

    public Term Count(Scope scope)
    {
        var value = units
            .Where(unit => scope.Types.IsDefaultOrEmpty || scope.Types.Contains(unit.Type))
            .Sum(unit => scope.InPlan is null ? unit.All : scope.InPlan.Value ? unit.InPlan : unit.All - unit.InPlan);
        return new(value, [new TermSource.Registered(scope, value)]);
    }
}

/// <summary>Counting submissions by form, whoever the unit is.</summary>
internal sealed class FakeSubmissions(params (string Form, FormValues Values)[] submissions) : ISectorSubmissions
{
    public ValueTask<FormValues?> Counting(string form, string unit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(submissions.Where(submission => submission.Form == form).Select(submission => submission.Values).FirstOrDefault());

    /// <summary>The unit that sent each, by form; an agency of the city where none is named.</summary>
    public ImmutableDictionary<string, UnitInfo> Senders { get; init; } = ImmutableDictionary<string, UnitInfo>.Empty;

    public ValueTask<ImmutableArray<SubmittedForm>> CountingIn(string form, string? commune, CancellationToken cancellationToken) => ValueTask.FromResult<ImmutableArray<SubmittedForm>>(
    [
        .. from submission in submissions
           where submission.Form == form
           let sender = Senders.GetValueOrDefault(form, new UnitInfo("SX", "Sở", UnitTypes.Department, "x", null, true))
           where commune is null || sender.Commune == commune
           select new SubmittedForm(sender, submission.Values),
    ]);
}

/// <summary>Entries of registers, whoever keeps them; null for a register that holds none.</summary>
internal sealed class FakeEntries(params (string Register, FormValues Entry)[] entries) : ISectorEntries
{
    public ValueTask<ImmutableArray<FormValues>?> Valid(string register, string? keeper, CancellationToken cancellationToken)
    {
        ImmutableArray<FormValues> kept = [.. entries.Where(entry => entry.Register == register).Select(entry => entry.Entry)];
        return ValueTask.FromResult<ImmutableArray<FormValues>?>(kept.IsEmpty ? null : kept);
    }
}

/// <summary>Writes values the short way: <c>"so_xa" → 41</c>.</summary>
internal static class Values
{
    public static FormValues Of(params (string Cell, object Value)[] cells) =>
        new(cells.ToImmutableDictionary(cell => CellKey.Parse(cell.Cell), cell => From(cell.Value)));

    public static ImmutableSortedDictionary<string, CellValue> Row(params (string Column, object Value)[] columns) =>
        columns.ToImmutableSortedDictionary(column => column.Column, column => From(column.Value), StringComparer.Ordinal);

    private static CellValue From(object value) => value switch
    {
        int number => new CellValue.Number(number),
        bool flag => new CellValue.Flag(flag),
        string code => new CellValue.Choice(code),
        DateOnly date => new CellValue.Date(date),
        ImmutableSortedDictionary<string, CellValue>[] rows => new CellValue.Rows([.. rows]),
        CellValue given => given,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
