using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Reports;

/// <summary>Reads plain sums of questions from a snapshot of totals.</summary>
internal sealed class FigureReader(TotalsSnapshot snapshot)
{
    /// <summary>The figures of the questions that come from a clause, among some forms.</summary>
    public ImmutableArray<FigureLine> OfClause(ClauseId clause, IEnumerable<string> forms) =>
    [
        .. from code in forms
           let form = snapshot.Model.Form(code)
           where form is not null && form.Definition.Sensitivity is not Sensitivity.RestrictedValues
           from field in form.Definition.Fields
           where field is IntField or MoneyField or BoolField && field.Source.Contains(clause)
           select Of(form, field),
    ];

    /// <summary>A question's sum over every unit that was asked.</summary>
    public FigureLine Of(PlanForm form, FormField field) =>
        Line($"{form.Code}.{field.Id}", field.Label, field, snapshot.Sum(Measure.Total(field), Scope.All, sector: null), Covered(form, field));

    /// <summary>One option's sum.</summary>
    public FigureLine Of(PlanForm form, FormField field, DimensionOption option) =>
        Line($"{form.Code}.{field.Id}[{option.Code}]", option.Label, field, snapshot.Cell(form.Code, new CellKey(field.Id, option.Code)), Covered(form, field));

    private Coverage Covered(PlanForm form, FormField field) =>
        snapshot.Coverage(form.Definition, [Scope.Of(field.AppliesTo.IsDefault ? [] : field.AppliesTo)], sector: null);

    private static FigureLine Line(string figure, Text label, FormField field, CellTally tally, Coverage coverage) =>
        new(figure, label, tally.Sum, Words(tally), field.Unit, tally.Counts, coverage);

    /// <summary>A tally in words: its sum where anything was reported, else the kind of empty.</summary>
    internal static string Words(CellTally tally) => tally.Counts switch
    {
        { Reported: > 0 } => Rate.Print(tally.Sum),
        { NotArising: > 0 } => "không phát sinh",
        { Withheld: > 0 } => "không cung cấp",
        { NotApplicable: > 0, Unreported: 0 } => "không áp dụng",
        _ => "chưa báo cáo",
    };
}
