using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Privacy;

/// <summary>What one unit reported, to be masked beside the others'.</summary>
/// <param name="Unit">The unit's code, unique among those masked together.</param>
/// <param name="Class">What sums are published apart by: units of one class are only ever summed together.</param>
/// <param name="Form">The declaration that the values are of.</param>
/// <param name="Values">The version that counts.</param>
/// <param name="Context">What the form's rules look at.</param>
public sealed record MaskedUnit(string Unit, string Class, CompiledForm Form, FormValues Values, RuleContext Context);

/// <summary>
/// Decides which cells of single units a reader of the city does not see. A small cell of a sensitive group is hidden
/// together with a cell of another unit that is not small, such that the two could change places: every sum of their class,
/// every measure and every rule of the form would be as it is. So nothing that is published tells which of them is small.
/// Pure; safe for concurrent use.
/// </summary>
public static class CellMask
{
    /// <summary>Numbers of people from 1 to one less than this are hidden: DOMAIN.md, section 4, and <c>privacy.maskBelow</c> of the catalogue of forms.</summary>
    public const int SmallBelow = 5;

    /// <summary>Whether a value is a small number; 0 is not, nor is any kind of empty.</summary>
    public static bool IsSmall(CellValue? value) => value is CellValue.Number { Value: > 0 and < SmallBelow };

    /// <summary>Whether a cell has something that can be hidden: a number or <i>không phát sinh</i>, which says none. Other kinds of empty are always shown.</summary>
    public static bool CanHide(CellValue? value) => value is CellValue.Number or CellValue.Empty { Kind: EmptyKind.NotArising };

    /// <summary>The hidden cells of every unit that has any.</summary>
    public static ImmutableDictionary<string, ImmutableHashSet<CellKey>> Hide(IEnumerable<MaskedUnit> units)
    {
        var hidden = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<CellKey>>(StringComparer.Ordinal);
        foreach (var alike in units.GroupBy(unit => (unit.Class, unit.Form.Hash)))
        {
            foreach (var (unit, cells) in new ClassMask([.. alike]).Hide()) hidden[unit] = cells;
        }

        return hidden.ToImmutable();
    }

    /// <summary>Every cell of a version that a sensitive group could be computed from, whatever it holds.</summary>
    public static ImmutableHashSet<CellKey> Whole(CompiledForm form, FormValues values) => [.. MaskShape.Of(form).Whole.Where(cell => CanHide(values[cell]))];
}
