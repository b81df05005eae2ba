using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Forms;

/// <summary>Judges single cells, however their values came in: API, page or workbook. Safe for concurrent use.</summary>
public static class CellChecker
{
    /// <summary>The id of text fields that are there to hold how staff can be reached; each stands in docs/privacy-fields.md.</summary>
    public const string ContactField = "lien_he";

    /// <summary>
    /// What is wrong with the value in that cell, the rows of a table included; empty when it may be stored. A form may still be
    /// unfit to be sent: see <see cref="FormValidator"/>. Texts are expected as <see cref="CellText"/> makes them.
    /// </summary>
    public static ImmutableArray<CellProblem> Check(CompiledForm form, SubmittingUnit unit, CellKey cell, CellValue value)
    {
        if (CellFinder.Find(form, unit, cell.ToString(), out _, out var field) is { } unknown) return [unknown];
        var problems = new List<CellProblem>();
        Check(field!, CellPlace.Of(field!, cell), value, unit, problems);
        return [.. problems];
    }

    /// <summary>Adds what is wrong with a value. Without a unit, nothing is judged that depends on the unit.</summary>
    internal static void Check(FormField field, CellPlace place, CellValue value, SubmittingUnit? unit, ICollection<CellProblem> problems)
    {
        if (unit is not null && !FormCells.IsAsked(field, unit.Type))
        {
            problems.Add(CellProblems.NotAskedOfUnit(place));
            return;
        }

        if (value is CellValue.Empty empty)
        {
            if (!Enum.IsDefined(empty.Kind)) problems.Add(CellProblems.UnknownEmpty(place));
            else if (field.Empties.IsDefault || !field.Empties.Contains(empty.Kind)) problems.Add(CellProblems.EmptyNotAllowed(place, empty.Kind));
            return;
        }

        if (field is TableField table && value is CellValue.Rows rows)
        {
            CheckRows(table, place, rows, unit, problems);
            return;
        }

        var problem = (field, value) switch
        {
            (IntField or MoneyField, CellValue.Number number) => CheckNumber(place, number.Value),
            (BoolField, CellValue.Flag) => null,
            (TextField text, CellValue.Words words) => CheckWords(place, words.Value, Math.Min(text.MaxLength, FormLimits.MaxTextLength)) ?? (unit is null ? null : CheckPersonal(text, place, words.Value)),
            (FileField, CellValue.Words words) => CheckWords(place, words.Value, FormLimits.MaxFileReferenceLength),
            (DateField, CellValue.Date date) => date.Value.Year is < FormLimits.FirstYear or > FormLimits.LastYear ? CellProblems.NotADate(place) : null,
            (ChoiceField choice, CellValue.Choice chosen) => CellFinder.Offers(choice.Options, unit, chosen.Code) ? null : CellProblems.NotAnOption(place, choice.Options),
            (MultiChoiceField choice, CellValue.Choices chosen) => CheckChoices(place, choice.Options, chosen.Codes, unit),
            _ => CellProblems.WrongKind(place),
        };
        if (problem is not null) problems.Add(problem);
    }

    private static CellProblem? CheckNumber(CellPlace place, long number) => number switch
    {
        < 0 => CellProblems.Negative(place),
        > FormLimits.MaxNumber => CellProblems.TooLarge(place),
        _ => null,
    };

    private static CellProblem? CheckWords(CellPlace place, string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return CellProblems.Blank(place);
        if (!CellText.IsPrintable(text)) return CellProblems.BadCharacters(place);
        return text.Length > most ? CellProblems.TooLong(place, text.Length, most) : null;
    }

    // Only of what is entered: what an earlier release stored stays readable.
    private static CellProblem? CheckPersonal(TextField field, CellPlace place, string text) =>
        PersonalNumbers.Find(text, mayHoldTelephone: field.Id == ContactField) is { } found ? CellProblems.PersonalNumber(place, found) : null;

    private static CellProblem? CheckChoices(CellPlace place, Dimension list, ImmutableArray<string> codes, SubmittingUnit? unit)
    {
        if (codes.IsDefaultOrEmpty) return CellProblems.Blank(place);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (!CellFinder.Offers(list, unit, code)) return CellProblems.NotAnOption(place, list);
            if (!seen.Add(code)) return CellProblems.RepeatedOption(place, code);
        }

        return null;
    }

    private static void CheckRows(TableField table, CellPlace place, CellValue.Rows rows, SubmittingUnit? unit, ICollection<CellProblem> problems)
    {
        var most = Math.Min(table.MaxRows, FormLimits.MaxTableRows);
        if (rows.Items.IsDefaultOrEmpty) problems.Add(CellProblems.Blank(place));
        else if (rows.Items.Length > most) problems.Add(CellProblems.TooManyRows(place, most));
        else
        {
            for (var i = 0; i < rows.Items.Length; i++)
            {
                foreach (var (id, value) in rows.Items[i])
                {
                    var column = table.Columns.FirstOrDefault(candidate => candidate.Id == id);
                    if (column is null) problems.Add(CellProblems.UnknownColumn(place.Row(i + 1, null), id));
                    else Check(column, place.Row(i + 1, column), value, unit, problems);
                }
            }
        }
    }
}
