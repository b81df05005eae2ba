using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Forms;

/// <summary>
/// Fills a form for a unit: first the cells that must agree with each other, by the form's shaper, then whatever else the
/// declaration asks, by kind of field. A form without a shaper is filled from its declaration alone.
/// </summary>
internal sealed class FormFiller(PlanModel model, int year)
{
    private readonly SharedFigures _shared = new(model, year);

    public FormValues Fill(PlanForm form, Unit unit)
    {
        var sheet = new Sheet(form, unit, model.Submitting(unit), year);
        Shapers.For(form.Code)?.Invoke(sheet, _shared);
        foreach (var field in form.Definition.Fields.Where(f => sheet.Asks(f.Id))) Complete(sheet, field);
        return sheet.Values;
    }

    private static void Complete(Sheet sheet, FormField field)
    {
        foreach (var cell in sheet.Cells(field.Id))
        {
            if (sheet.IsDone(field, cell) || (!field.Required && sheet.Random.Chance(50))) continue;
            switch (field)
            {
                case IntField:
                    sheet.Put(cell, sheet.Random.Int(0, 12));
                    break;
                case MoneyField:
                    sheet.Put(cell, sheet.Random.Int(0, 60) * 500_000L);
                    break;
                default:
                    if (Plain(sheet, field) is { } value) sheet.Put(cell, value);
                    break;
            }
        }
    }

    private static CellValue? Plain(Sheet sheet, FormField field) => field switch
    {
        BoolField => new CellValue.Flag(sheet.Random.Chance(65)),
        TextField => new CellValue.Words("Đã thực hiện theo kế hoạch của đơn vị."),
        DateField => new CellValue.Date(new DateOnly(sheet.Year, sheet.Random.Int(3, 10), sheet.Random.Int(1, 28))),
        ChoiceField choice when Options(sheet, choice.Options) is { IsEmpty: false } codes => new CellValue.Choice(sheet.Random.Pick(codes.AsSpan())),
        MultiChoiceField choice when Options(sheet, choice.Options) is { IsEmpty: false } codes => new CellValue.Choices([sheet.Random.Pick(codes.AsSpan())]),
        _ => null,
    };

    private static ImmutableArray<string> Options(Sheet sheet, Dimension dimension) => FormCells.OptionsOf(dimension, sheet.Submitting);
}
