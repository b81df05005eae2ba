using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>
/// The cells that one mention of a field stands for: a single cell, or the cells of a total. Immutable.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Picks">Per dimension of the field, in its order, which options are meant.</param>
/// <param name="Previous">Whether the cells are those of the year before.</param>
internal sealed record CellGroup(FormField Field, ImmutableArray<OptionPick> Picks, bool Previous)
{
    private readonly RuleTypeKind _kind = RuleType.Of(Field).Kind;

    /// <summary>Whether the mention stands for more than one cell.</summary>
    public bool IsTotal => Picks.Any(pick => pick is OptionPick.Every);

    /// <summary>The cells, in form order.</summary>
    public IEnumerable<CellKey> Cells(Evaluation evaluation)
    {
        if (Picks.IsEmpty)
        {
            yield return new CellKey(Field.Id);
            yield break;
        }

        foreach (var first in Options(0, evaluation))
        {
            if (Picks.Length == 1)
            {
                yield return new CellKey(Field.Id, first);
                continue;
            }

            foreach (var second in Options(1, evaluation)) yield return new CellKey(Field.Id, first, second);
        }
    }

    /// <summary>The value of the cell, or the total of the cells.</summary>
    public RuleValue Value(Evaluation evaluation)
    {
        if (IsTotal) return Fold(evaluation, static (total, number) => total + number);
        foreach (var cell in Cells(evaluation)) return RuleValue.OfCell(evaluation.Read(Field, cell, Previous), _kind);
        return RuleValue.Skipped;
    }

    /// <summary>The largest cell.</summary>
    public RuleValue Largest(Evaluation evaluation) =>
        Fold(evaluation, static (largest, number) => Exact.Compare(number, largest) > 0 ? number : largest);

    /// <summary>Whether at least one cell holds a value; of a table, at least one row.</summary>
    public bool IsFilled(Evaluation evaluation)
    {
        foreach (var cell in Cells(evaluation))
        {
            if (evaluation.Read(Field, cell, Previous) is { IsReported: true } value and not CellValue.Rows { Items.IsDefaultOrEmpty: true }) return true;
        }

        return false;
    }

    // Cells that do not apply are left out; any other cell without a number makes the whole unreported, and none left skips.
    private RuleValue Fold(Evaluation evaluation, Func<Exact, Exact, Exact> combine)
    {
        Exact? result = null;
        foreach (var cell in Cells(evaluation))
        {
            var content = evaluation.Read(Field, cell, Previous);
            if (content is CellValue.Empty { Kind: EmptyKind.NotApplicable }) continue;
            var value = RuleValue.OfCell(content, RuleTypeKind.Number);
            if (value.IsSkipped) return RuleValue.Skipped;
            result = result is { } soFar ? combine(soFar, value.AsNumber) : value.AsNumber;
        }

        return result is { } whole ? RuleValue.Of(whole) : RuleValue.Skipped;
    }

    private ImmutableArray<string> Options(int dimension, Evaluation evaluation) => Picks[dimension] switch
    {
        OptionPick.One one => [one.Code],
        OptionPick.Star star => [evaluation.Star(star.Number)],
        _ => FormCells.OptionsOf(Field.By[dimension], evaluation.Context.Unit),
    };
}

/// <summary>Which options of one dimension a mention of a field means. A closed family.</summary>
internal abstract record OptionPick
{
    private OptionPick() { }

    /// <summary>That option: <c>field[CODE]</c>.</summary>
    public sealed record One(string Code) : OptionPick;

    /// <summary>The option in turn: <c>field[*]</c>.</summary>
    /// <param name="Number">The number of the starred dimension in the rule.</param>
    public sealed record Star(int Number) : OptionPick;

    /// <summary>All of them, as a total.</summary>
    public sealed record Every : OptionPick;
}
