using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Finds the cell of a form that a sender means.</summary>
internal static class CellFinder
{
    /// <summary>
    /// Null when the form has the cell; else what is wrong. Without a unit, options that the plan gives to units (tasks) are
    /// taken as they are.
    /// </summary>
    public static CellProblem? Find(CompiledForm form, SubmittingUnit? unit, string written, out CellKey cell, out FormField? field)
    {
        if (form.Listed.TryFind(written, out cell, out field)) return null;
        if (!CellKey.TryParse(written, out cell)) return CellProblems.NotACell(written);
        if (!form.TryField(cell.Field, out field)) return CellProblems.UnknownField(written, form.Definition.Code, cell.Field);
        var given = (cell.Option1 is null ? 0 : 1) + (cell.Option2 is null ? 0 : 1);
        if (given != field.By.Length) return CellProblems.UnknownCell(written, field);
        for (var i = 0; i < given; i++)
        {
            var code = i == 0 ? cell.Option1! : cell.Option2!;
            if (!Offers(field.By[i], unit, code)) return CellProblems.UnknownOption(written, field, field.By[i], code);
        }

        return null;
    }

    /// <summary>Whether the dimension has that option, for that unit where units matter.</summary>
    public static bool Offers(Dimension dimension, SubmittingUnit? unit, string code) =>
        dimension.Source == OptionSource.Listed ? dimension.Has(code) : unit is null || FormCells.OptionsOf(dimension, unit).Contains(code);
}
