using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Forms;
using SocialWork.Core.Tests.Rules;
using SocialWork.Documents.Workbooks;
using SocialWork.Tests.Shared;
using Xunit;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>Every value stands where its marks say, and nothing else does.</summary>
public sealed class WorkbookValuesTests
{
    private static readonly ImmutableArray<CompiledForm> Forms = [.. CatalogForms.All.Select(CompiledForm.Compile), SampleForm.Form];

    public static TheoryData<string> Codes => [.. Forms.Select(form => form.Definition.Code)];

    public static TheoryData<string> FacilityCodes => [.. Forms.Where(form => form.Definition.FilledBy is FilledBy.FacilitiesOf).Select(form => form.Definition.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_units_form_holds_its_values(string code)
    {
        var form = Forms.Single(f => f.Definition.Code == code);
        var answers = Books.Answers(Books.Agency(TypeOf(form)));
        Prop.ForAll(RandomValues.Allowed(form, answers.Asked), values =>
        {
            var file = Books.File(Books.Book(Books.Sheet(form, answers with { Values = values })));
            XlsxGrid.Errors(file).ShouldBeEmpty();
            Said(XlsxGrid.Read(file)[0]).ShouldBe(Sorted(MarkedCells.Expected(form, values)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_units_form_asks_every_cell_once_and_none_that_it_is_not_asked(string code)
    {
        var form = Forms.Single(f => f.Definition.Code == code);
        var answers = Books.Answers(Books.Agency(TypeOf(form)));
        var keys = MarkedCells.Keys(Books.Read(Books.Book(Books.Sheet(form, answers))).Single())
            .Select(cell => cell.Key).Where(key => key != WorkbookMarks.DataAsOf && !MarkedCells.IsExplanation(key) && !key.EndsWith(WorkbookMarks.Empty, StringComparison.Ordinal)).ToArray();
        keys.ShouldBeUnique();
        var tables = form.Definition.Fields.OfType<TableField>().Select(table => table.Id).ToHashSet();
        var asked = form.AskedCells(answers.Asked).Where(cell => !tables.Contains(cell.Field)).Select(cell => cell.ToString());
        keys.Where(key => !tables.Contains(key.Split('#')[0])).ShouldBe(asked, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(FacilityCodes))]
    public void Facilities_hold_their_values_row_by_row(string code)
    {
        var form = Forms.Single(f => f.Definition.Code == code);
        var units = ((FilledBy.FacilitiesOf)form.Definition.FilledBy).Types.Select((type, i) => TestPlan.Facility($"CS-{i}", type, "health", "19960")).ToArray();
        var some = Gen.CollectToArray(units.Select(unit => RandomValues.Allowed(form, Books.Answers(unit).Asked).Generator));
        Prop.ForAll(Arb.From(some), values =>
        {
            var answers = units.Zip(values, (unit, held) => Books.Answers(unit, held)).ToImmutableArray();
            var file = Books.File(Books.Book(Books.Rows(form, answers)));
            XlsxGrid.Errors(file).ShouldBeEmpty();
            Said(XlsxGrid.Read(file)[0]).ShouldBe(Sorted(answers.SelectMany(a => MarkedCells.Expected(form, a.Values, $"@{a.Unit.Code} "))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    [Fact]
    public void A_value_that_the_form_could_not_hold_today_is_left_out()
    {
        var values = Values(("a", new CellValue.Words("mười")), ("b", new CellValue.Number(-1)), ("clinic", new CellValue.Number(4)), ("gone", new CellValue.Number(4)), ("c", new CellValue.Number(4)));
        var sheet = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, Books.Answers(Books.Agency(UnitTypes.School), values)))).Single();
        Said(sheet).ShouldBe(Sorted([new("c", "4")]));
    }

    [Fact]
    public void One_kind_of_empty_in_a_whole_row_stands_beside_it_and_others_stand_in_their_cells()
    {
        var values = Values(
            ("de[A,X]", CellValue.NotArising), ("de[A,Y]", CellValue.NotArising), ("de[B,X]", CellValue.NotArising), ("de[B,Y]", CellValue.Withheld), ("de[C,X]", CellValue.NotArising), ("a", CellValue.NotApplicable));
        var sheet = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, Books.Answers(Books.Agency(UnitTypes.School), values)))).Single();
        var shown = MarkedCells.Keys(sheet).Where(cell => sheet[cell.Row, cell.Column].Length > 0 && cell.Key != WorkbookMarks.DataAsOf).ToDictionary(cell => cell.Key, cell => sheet[cell.Row, cell.Column]);
        shown.ShouldBe(new Dictionary<string, string>
        {
            ["de[A]?"] = "không phát sinh",
            ["de[B,X]"] = "không phát sinh",
            ["de[B,Y]"] = "không cung cấp",
            ["de[C,X]"] = "không phát sinh",
            ["a?"] = "không áp dụng",
        }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("_x0041_")]
    [InlineData("một\nhai\tba")]
    [InlineData("<b>&amp;")]
    [InlineData("12/30")]
    [InlineData("001")]
    public void A_text_is_stored_as_the_text_it_is(string text)
    {
        var values = Values(("note", new CellValue.Words(text)));
        var sheet = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, Books.Answers(Books.Agency(UnitTypes.School), values)))).Single();
        var (row, column, _) = MarkedCells.Keys(sheet).Single(cell => cell.Key == "note");
        sheet.Cells[(row, column)].ShouldBe(new GridCell(text, IsText: true, Formula: null));
    }

    [Fact]
    public void Last_years_values_stand_beside_and_are_no_input()
    {
        var previous = Values(("a", new CellValue.Number(1500)), ("pick", new CellValue.Choice("TWO")), ("de[A,X]", new CellValue.Number(2)), ("b", CellValue.NotArising));
        var answers = Books.Answers(Books.Agency(UnitTypes.School));
        var without = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, answers))).Single();
        var with = Books.Read(Books.Book(Books.Sheet(SampleForm.Form, answers with { Previous = previous }))).Single();
        MarkedCells.Keys(with).Select(cell => cell.Key).ShouldBe(MarkedCells.Keys(without).Select(cell => cell.Key));
        Said(with).ShouldBeEmpty();
        without.Cells.Values.ShouldNotContain(cell => cell.Text == "Năm trước");
        string Beside(string key) => MarkedCells.Keys(with).Where(cell => cell.Key == key + "?").Select(cell => with[cell.Row, cell.Column + 1]).Single();
        Beside("a").ShouldBe("1500");
        Beside("b").ShouldBe("không phát sinh");
        Beside("pick").ShouldBe("Mã TWO");
        Beside("de[A]").ShouldBe("2 · –");
        Beside("c").ShouldBeEmpty();
    }

    [Fact]
    public void Last_years_numbers_stand_at_the_end_of_a_facilitys_row_and_are_no_input()
    {
        var previous = Values(("a", new CellValue.Number(1500)), ("pick", new CellValue.Choice("TWO")), ("de[A,X]", new CellValue.Number(2)), ("b", CellValue.NotArising));
        UnitAnswers Facility(string code, FormValues? before) => Books.Answers(TestPlan.Facility(code, UnitTypes.School, "education", "19960")) with { Previous = before };
        var without = Books.Read(Books.Book(Books.Rows(SampleForm.Form, Facility("S1", null), Facility("S2", null)))).Single();
        var with = Books.Read(Books.Book(Books.Rows(SampleForm.Form, Facility("S1", null), Facility("S2", previous)))).Single();
        MarkedCells.Keys(with).Select(cell => cell.Key).ShouldBe(MarkedCells.Keys(without).Select(cell => cell.Key));
        without.Cells.Values.ShouldNotContain(cell => cell.Text.StartsWith("Năm trước", StringComparison.Ordinal));
        var header = with.Cells.First(cell => cell.Value.Text.StartsWith("Năm trước: ", StringComparison.Ordinal)).Key.Item1;
        var numbers = SampleForm.Form.Definition.Fields.Where(field => field is IntField or MoneyField && FormCells.IsAsked(field, UnitTypes.School)).ToArray();
        with.Cells.Where(cell => cell.Key.Item1 == header && cell.Value.Text.StartsWith("Năm trước: ", StringComparison.Ordinal)).Select(cell => cell.Value.Text)
            .ShouldBe(numbers.Select(field => "Năm trước: " + field.Label.Vi), ignoreOrder: true);
        string[] Beside(string code) => [.. with.Cells.Where(cell => cell.Key.Item1 == RowOf(code) && cell.Key.Item2 > with.Cells.Where(h => h.Value.Text.StartsWith("Năm trước: ", StringComparison.Ordinal)).Min(h => h.Key.Item2) - 1)
            .OrderBy(cell => cell.Key.Item2).Select(cell => cell.Value.Text).Where(text => text.Length > 0)];
        int RowOf(string code) => with.Cells.Single(cell => cell.Value.Text == code).Key.Item1;
        Beside("S1").ShouldBeEmpty();
        Beside("S2").ShouldBe(["1500", "không phát sinh", "2"], ignoreOrder: true);
    }

    private static FormValues Values(params (string Cell, CellValue Value)[] cells) => new(cells.ToImmutableDictionary(cell => CellKey.Parse(cell.Cell), cell => cell.Value));

    private static KeyValuePair<string, string>[] Said(GridSheet sheet) => Sorted(MarkedCells.Values(sheet).Where(cell => cell.Key != WorkbookMarks.DataAsOf));

    private static KeyValuePair<string, string>[] Sorted(IEnumerable<KeyValuePair<string, string>> cells) => [.. cells.OrderBy(cell => cell.Key, StringComparer.Ordinal)];

    private static string TypeOf(CompiledForm form) => form.Definition.FilledBy switch
    {
        FilledBy.FacilitiesOf facilities => facilities.Types[0],
        FilledBy.Communes => UnitTypes.Commune,
        _ when form == SampleForm.Form => UnitTypes.Hospital,
        _ => UnitTypes.Department,
    };
}
