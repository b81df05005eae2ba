using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>A whole expression bound to its form. Immutable and safe for concurrent use.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Stars">The dimensions that all starred fields share: the rule runs over every combination of their options.</param>
/// <param name="Mentions">Every mention of a field, in the order of the text.</param>
/// <param name="Gates">The clauses whose gates are asked by name.</param>
internal sealed record BoundRule(
    BoundExpression Condition, ImmutableArray<Dimension> Stars, ImmutableArray<CellGroup> Mentions, ImmutableArray<ClauseId> Gates)
{
    /// <summary>One evaluation per combination of options; a single one without stars.</summary>
    public IEnumerable<Evaluation> Evaluations(FormValues values, RuleContext context)
    {
        IEnumerable<ImmutableArray<string>> combinations = [[]];
        foreach (var star in Stars)
        {
            var options = FormCells.OptionsOf(star, context.Unit);
            combinations = combinations.SelectMany(_ => options, (soFar, option) => soFar.Add(option));
        }

        return combinations.Select(options => new Evaluation(values, context, [.. options]));
    }

    /// <summary>The cells that the rule compares in one evaluation, each once. Those of the year before are only named when there are no others.</summary>
    public ImmutableArray<CellKey> CellsOf(Evaluation evaluation)
    {
        var ofThisYear = Mentions.Where(mention => !mention.Previous).ToList();
        var named = ofThisYear.Count > 0 ? ofThisYear : (IEnumerable<CellGroup>)Mentions;
        return [.. named.SelectMany(mention => mention.Cells(evaluation)).Distinct()];
    }
}
