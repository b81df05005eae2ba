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
    public static ImmutableArray<CellKey> Of(FormField field, SubmittingUnit unit) => field.By.IsDefault ? [new CellKey(field.Id)] : field.By.Length switch
    {
        0 => [new CellKey(field.Id)],
        1 => [.. OptionsOf(field.By[0], unit).Select(option => new CellKey(field.Id, option))],
        _ =>
        [
            .. from first in OptionsOf(field.By[0], unit)
               from second in OptionsOf(field.By[1], unit)
               select new CellKey(field.Id, first, second),
        ],
    };

    /// <summary>Whether a unit of that type is asked the field. Where it is not, its cells are <see cref="EmptyKind.NotApplicable"/> without being shown.</summary>
    public static bool IsAsked(FormField field, string unitType) => field.AppliesTo.IsDefaultOrEmpty || field.AppliesTo.Contains(unitType);
}
