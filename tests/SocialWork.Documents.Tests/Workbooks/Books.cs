using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;
using SocialWork.Documents.Workbooks;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>Workbooks of single forms, made the short way.</summary>
internal static class Books
{
    public static readonly ImmutableArray<string> Tasks = ["2026/IV.4.a", "2026/IV.4.b"];

    public static Unit Agency(string type = UnitTypes.Department) => TestPlan.Facility("DV1", type, "education", "19960") with { Name = "Sở Giáo dục và Đào tạo" };

    public static UnitAnswers Answers(Unit unit, FormValues? values = null, long revision = 3) =>
        new(unit, new SubmittingUnit(unit.Type, Tasks), revision, values ?? FormValues.None, new DateOnly(2026, 11, 15));

    public static WorkbookSheet Sheet(CompiledForm form, UnitAnswers answers) => new WorkbookSheet.OfUnit(Planned(form), "2026", answers);

    public static WorkbookSheet Rows(CompiledForm form, params ImmutableArray<UnitAnswers> answers) => new WorkbookSheet.OfFacilities(Planned(form), "2026", answers);

    public static FormWorkbook Book(params ImmutableArray<WorkbookSheet> sheets) => new()
    {
        Plan = TestPlan.Plan,
        Agency = Agency(),
        Created = new DateOnly(2026, 12, 1),
        Sheets = sheets,
    };

    public static byte[] File(FormWorkbook book) => FormWorkbookFile.Write(book, CancellationToken.None).ShouldBeOfType<Result<byte[]>.Ok>().Value;

    /// <summary>The form's sheets of a workbook, without those behind it.</summary>
    public static GridSheet[] Read(FormWorkbook book) => [.. XlsxGrid.Read(File(book)).Where(sheet => sheet[1, 1].StartsWith(WorkbookMarks.Sheet, StringComparison.Ordinal))];

    private static PlanForm Planned(CompiledForm form) => new("education", form, new TotalsLayout(form, Tasks));
}
