using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>One evaluation of a rule: the values, what lies beside them, and the options that the stars stand for.</summary>
/// <param name="values">The submission's values.</param>
/// <param name="context">What lies beside them.</param>
/// <param name="stars">The option of each starred dimension, in the rule's order; empty for a rule without stars.</param>
internal sealed class Evaluation(FormValues values, RuleContext context, string[] stars)
{
    public RuleContext Context => context;

    /// <summary>The option that the starred dimension of that number stands for.</summary>
    public string Star(int number) => stars[number];

    /// <summary>The content of a cell; null when it is not reported. A field that the unit is not asked is <see cref="CellValue.NotApplicable"/>.</summary>
    public CellValue? Read(FormField field, CellKey cell, bool previous)
    {
        if (!FormCells.IsAsked(field, context.Unit.Type)) return CellValue.NotApplicable;
        var source = previous ? context.Previous : values;
        return source?[cell];
    }
}
