using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Forms;

/// <summary>
/// One unit's form while it is being filled. What the form does not have, or does not ask of the unit, is passed over, so
/// that a form may lose a field without the demonstration failing.
/// </summary>
internal sealed class Sheet
{
    private readonly ImmutableDictionary<CellKey, CellValue>.Builder _cells = ImmutableDictionary.CreateBuilder<CellKey, CellValue>();
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly DemoRandom _zeros;

    public Sheet(PlanForm form, Unit unit, SubmittingUnit submitting, int year)
    {
        (Form, Unit, Submitting, Year) = (form, unit, submitting, year);
        Random = DemoFacts.In(year, DemoRandom.For("form", form.Code, unit.Code));
        _zeros = DemoRandom.For("zero", form.Code, unit.Code);
        Traits = UnitTraits.Of(unit, year);
    }

    public PlanForm Form { get; }

    public Unit Unit { get; }

    public SubmittingUnit Submitting { get; }

    /// <summary>The year that the figures are of.</summary>
    public int Year { get; }

    public DemoRandom Random { get; }

    public UnitTraits Traits { get; }

    /// <summary>Thousands of people in the commune that the unit is, or lies in.</summary>
    public int Size => Units.CommuneSize.Of(Unit.Commune ?? Unit.Code);

    public FormValues Values => new(_cells.ToImmutable());

    /// <summary>Whether nothing more is to be said of the field: it has a value, is left out on purpose or is not asked.</summary>
    public bool IsDone(FormField field, CellKey cell) => _cells.ContainsKey(cell) || _left.Contains(field.Id);

    public bool Asks(string field) => Form.Compiled.TryField(field, out var found) && FormCells.IsAsked(found, Submitting.Type);

    /// <summary>The cells of a field; none when it is not asked.</summary>
    public ImmutableArray<CellKey> Cells(string field) => Asks(field) ? Form.Compiled.Cells(field, Submitting) : [];

    /// <summary>The number in a cell; 0 where nothing arose or nothing stands.</summary>
    public long Number(CellKey cell) => _cells.GetValueOrDefault(cell) is CellValue.Number number ? number.Value : 0;

    public long Sum(string field) => Cells(field).Sum(Number);

    public long Largest(string field) => Cells(field).Select(Number).DefaultIfEmpty(0).Max();

    public void Put(CellKey cell, CellValue value)
    {
        if (Asks(cell.Field) && Form.Compiled.HasCell(cell, Submitting)) _cells[cell] = value;
    }

    /// <summary>A number; a zero is said as “nothing arose” now and then, where the form allows it.</summary>
    public void Put(CellKey cell, long number) =>
        Put(cell, number == 0 && Allows(cell.Field, EmptyKind.NotArising) && _zeros.Chance(55) ? CellValue.NotArising : new CellValue.Number(number));

    public void Int(string field, long number) => Put(new CellKey(field), number);

    public void Int(string field, string option, long number) => Put(new CellKey(field, option), number);

    public void Flag(string field, bool value) => Put(new CellKey(field), new CellValue.Flag(value));

    public void Words(string field, string text) => Put(new CellKey(field), new CellValue.Words(text.Normalize()));

    public void Choice(string field, string code) => Put(new CellKey(field), new CellValue.Choice(code));

    public void Choices(string field, params ImmutableArray<string> codes) => Put(new CellKey(field), new CellValue.Choices(codes));

    /// <summary>Leaves an optional field out: not reported.</summary>
    public void Leave(string field) => _left.Add(field);

    /// <summary>The same value in every cell of a field.</summary>
    public void Fill(string field, CellValue value)
    {
        foreach (var cell in Cells(field)) Put(cell, value);
    }

    /// <summary>Each cell a number of its own.</summary>
    public void Each(string field, Func<CellKey, long> number)
    {
        foreach (var cell in Cells(field)) Put(cell, number(cell));
    }

    /// <summary>A total, split over the field's cells by rough weights; a weight of 0 gets nothing.</summary>
    public void Spread(string field, long total, params ReadOnlySpan<int> weights)
    {
        var cells = Cells(field);
        double left = 0;
        for (var i = 0; i < cells.Length; i++) left += Weight(weights, i);
        for (var i = 0; i < cells.Length; i++)
        {
            var weight = Weight(weights, i);
            left -= weight;
            var part = left < 0.5 ? weight == 0 ? 0 : total : (long)(total * weight / (left + weight) * Random.Between(0.8, 1.2));
            part = Math.Clamp(part, 0, total);
            total -= part;
            Put(cells[i], part);
        }
    }

    /// <summary>Each cell a share of the cell of the same options in another field; empty in the same way where that one is empty.</summary>
    public void Share(string part, string whole, double least, double most) => Each(part, whole, (_, number) => (long)Math.Floor(number * Random.Between(least, most)));

    /// <summary>Each cell made of the cell of the same options in another field; empty in the same way where that one is empty.</summary>
    public void Each(string field, string source, Func<CellKey, long, long> number)
    {
        foreach (var cell in Cells(field))
        {
            switch (_cells.GetValueOrDefault(cell with { Field = source }))
            {
                case CellValue.Number known:
                    Put(cell, new CellValue.Number(known.Value == 0 ? 0 : Math.Max(0, number(cell, known.Value))));
                    break;
                case { } empty:
                    Put(cell, empty);
                    break;
            }
        }
    }

    /// <summary>A total without double counting: between the largest cell and the sum, nearer the sum.</summary>
    public void Distinct(string total, string cells)
    {
        var (sum, largest) = (Sum(cells), Largest(cells));
        Int(total, sum - (long)((sum - largest) * Random.Between(0.02, 0.12)));
    }

    private bool Allows(string field, EmptyKind kind) =>
        Form.Compiled.TryField(field, out var found) && !found.Empties.IsDefault && found.Empties.Contains(kind);

    private static int Weight(ReadOnlySpan<int> weights, int index) => weights.IsEmpty ? 1 : index < weights.Length ? weights[index] : 0;
}
