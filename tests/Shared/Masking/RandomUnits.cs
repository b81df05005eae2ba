using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;

namespace SocialWork.Tests.Masking;

/// <summary>Units with random numbers that keep every rule of their form: many 0, many small, now and then large, some cells empty. Used by one thread.</summary>
/// <param name="form">What they fill.</param>
/// <param name="unitType">What they are.</param>
/// <param name="rare">How many numbers of a hundred are 0, or say that nothing arose.</param>
/// <param name="random">Chance.</param>
internal sealed class RandomUnits(CompiledForm form, string unitType, int rare, Random random)
{
    private readonly RuleContext _context = new() { Unit = new SubmittingUnit(unitType), PlanYear = 2026 };

    /// <summary>The next unit.</summary>
    public MaskedUnit Next(string code, string @class)
    {
        while (true)
        {
            if (Values() is { } values) return new MaskedUnit(code, @class, form, values, _context);
        }
    }

    // Cell by cell in the order of the form; a rule is silent until all that it compares is there.
    private FormValues? Values()
    {
        var values = FormValues.None;
        var unreported = random.Next(12) == 0;
        foreach (var field in form.Definition.Fields.Where(field => FormCells.IsAsked(field, _context.Unit.Type)))
        {
            var rules = form.Rules.Where(rule => rule.Rule.Severity == Severity.Error && rule.Fields.Any(asked => asked.Id == field.Id)).ToArray();
            foreach (var cell in FormCells.Of(field, _context.Unit))
            {
                if (unreported && random.Next(4) == 0) continue;
                var fitting = Candidates(field).Select(value => new FormValues(values.Cells.SetItem(cell, value))).FirstOrDefault(with => rules.All(rule => rule.Evaluate(with, _context).IsEmpty));
                if (fitting is null) return null;
                values = fitting;
            }
        }

        return values;
    }

    private IEnumerable<CellValue> Candidates(FormField field)
    {
        switch (field)
        {
            case BoolField:
                return random.Next(2) == 0 ? [new CellValue.Flag(true), new CellValue.Flag(false)] : [new CellValue.Flag(false), new CellValue.Flag(true)];
            case MultiChoiceField choice:
                return [new CellValue.Choices([choice.Options.Options[0].Code])];
            case IntField or MoneyField:
                return [Number(field), Number(field), .. Enumerable.Range(0, 200).OrderBy(_ => random.Next()).Select(number => new CellValue.Number(number))];
            default:
                return field.Empties.Contains(EmptyKind.NotArising) && random.Next(4) == 0 ? [CellValue.NotArising, new CellValue.Words("15/QĐ")] : [new CellValue.Words("15/QĐ"), CellValue.NotArising];
        }
    }

    private CellValue Number(FormField field)
    {
        if (random.Next(100) < rare) return field.Empties.Contains(EmptyKind.NotArising) && random.Next(3) == 0 ? CellValue.NotArising : new CellValue.Number(0);
        return random.Next(10) switch
        {
            < 6 => new CellValue.Number(random.Next(1, CellMask.SmallBelow)),
            < 9 => new CellValue.Number(random.Next(CellMask.SmallBelow, 13)),
            _ => field.Empties.Contains(EmptyKind.NotApplicable) && random.Next(2) == 0 ? CellValue.NotApplicable : new CellValue.Number(random.Next(13, 40)),
        };
    }
}
