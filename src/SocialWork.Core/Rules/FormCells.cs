using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>Which options a dimension offers to a unit, and which cells a field has for it.</summary>
public static class FormCells
{
    /// <summary>The option codes of a dimension for a unit, in the order in which forms show them.</summary>
    public static ImmutableArray<string> OptionsOf(Dimension dimension, SubmittingUnit unit) => dimension.Source switch
    {
        OptionSource.PlanTasksOfUnit => unit.Tasks.IsDefault ? [] : unit.Tasks,
        _ => dimension.Options.IsDefaultOrEmpty ? [] : [.. dimension.Options.Select(option => option.Code)],
    };

    /// <summary>The cells of a field for a unit, in form order, whether or not the unit is asked the field.</summary>
    public static ImmutableArray<CellKey> Of(FormField field, SubmittingUnit unit)
    {
        if (field.By.IsDefaultOrEmpty) return [new CellKey(field.Id)];
        var first = OptionsOf(field.By[0], unit);
        if (field.By.Length == 1) return [.. first.Select(option => new CellKey(field.Id, option))];
        var second = OptionsOf(field.By[1], unit);
        var cells = ImmutableArray.CreateBuilder<CellKey>(first.Length * second.Length);
        foreach (var option in first)
        {
            foreach (var other in second) cells.Add(new CellKey(field.Id, option, other));
        }

        return cells.MoveToImmutable();
    }

    /// <summary>Whether a unit of that type is asked the field. Where it is not, its cells are <see cref="EmptyKind.NotApplicable"/> without being shown.</summary>
    public static bool IsAsked(FormField field, string unitType) => field.AppliesTo.IsDefaultOrEmpty || field.AppliesTo.Contains(unitType);
}
