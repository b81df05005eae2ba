using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;

namespace SocialWork.Documents.Workbooks;

/// <summary>What a workbook is made of: forms of one unit, and of the facilities it answers for. Immutable.</summary>
public sealed record FormWorkbook
{
    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>For whom the workbook is.</summary>
    public required Unit Agency { get; init; }

    /// <summary>The city's date on which it is made.</summary>
    public required DateOnly Created { get; init; }

    /// <summary>Whether the data are made up.</summary>
    public bool Demo { get; init; }

    /// <summary>A first sheet that lists the forms; null for none.</summary>
    public Cover? Cover { get; init; }

    /// <summary>The forms, in their order.</summary>
    public required ImmutableArray<WorkbookSheet> Sheets { get; init; }
}

/// <summary>The first sheet of a workbook of several forms.</summary>
/// <param name="LeftOut">Forms of facilities that the workbook cannot hold in rows, because they have a table; the sheet says where they are.</param>
public sealed record Cover(ImmutableArray<PlanForm> LeftOut);

/// <summary>One form in a workbook. A closed family.</summary>
public abstract record WorkbookSheet
{
    private protected WorkbookSheet(PlanForm form, string period, ImmutableArray<UnitAnswers> units) => (Form, Period, Units) = (form, period, units);

    /// <summary>The form.</summary>
    public PlanForm Form { get; }

    /// <summary>The period of its submissions.</summary>
    public string Period { get; }

    /// <summary>The units whose answers the sheet holds.</summary>
    public ImmutableArray<UnitAnswers> Units { get; }

    /// <summary>The warnings that may have to be explained.</summary>
    internal ImmutableArray<PossibleWarning> Warnings(Plan plan) => PossibleWarning.Of(Form.Definition, plan, Period);

    /// <summary>A unit's form, laid out like the paper form.</summary>
    public sealed record OfUnit(PlanForm Form, string Period, UnitAnswers Answers) : WorkbookSheet(Form, Period, [Answers]);

    /// <summary>The form of many facilities, one row each. The form has no table.</summary>
    public sealed record OfFacilities(PlanForm Form, string Period, ImmutableArray<UnitAnswers> Facilities) : WorkbookSheet(Form, Period, Facilities);
}

/// <summary>What a unit has answered so far. Immutable.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Asked">What decides which cells it is asked.</param>
/// <param name="Revision">The revision of its submission.</param>
/// <param name="Values">The answers; those that the form could not hold today are left out of the sheet.</param>
/// <param name="DataAsOf">The date at which they stand; null until it is stated.</param>
public sealed record UnitAnswers(Unit Unit, SubmittingUnit Asked, long Revision, FormValues Values, DateOnly? DataAsOf)
{
    /// <summary>The answers of the year before; null where there are none to show. A facility sheet shows its numbers.</summary>
    public FormValues? Previous { get; init; }

    /// <summary>What was said to warnings so far, by finding id.</summary>
    public ImmutableSortedDictionary<string, string> Explanations { get; init; } = Core.Submissions.Explanations.None;

    /// <summary>What a cell shows; null for nothing. What the form could not hold today is not shown: it could not come back.</summary>
    internal CellValue? Shown(CompiledForm form, CellKey cell) =>
        Values[cell] is { } value && CellChecker.Check(form, Asked, cell, value).IsEmpty ? value : null;
}
