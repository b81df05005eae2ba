using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Rules;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class CompiledFormTests
{
    private static readonly FormDefinition Good = SampleForm.Definition;

    public static TheoryData<string, Func<FormDefinition, FormDefinition>> WrongDefinitions => new()
    {
        { "form.noCode", form => form with { Code = " " } },
        { "form.badVersion", form => form with { Version = 0 } },
        { "form.missingList", form => form with { Fields = [] } },
        { "form.missingList", form => form with { Rules = default } },
        { "form.filledByNobody", form => form with { FilledBy = FilledBy.Facilities() } },
        { "form.filledByNobody", form => form with { FilledBy = FilledBy.Agency(" ") } },
        { "form.missingList", form => form with { Sensitivity = Sensitivity.Masked(default, []) } },
        { "form.missingList", form => form with { Checks = [new FormCheck("c", Severity.Error, default, "Compares.", form.Title)] } },
        { "form.missingList", form => Change(form, "a", f => f with { By = default }) },
        { "form.blankId", form => form with { Clauses = [default] } },
        { "form.blankId", form => Change(form, "a", f => f with { Source = [default] }) },
        { "form.blankText", form => form with { Title = new Text("Tên", " ") } },
        { "form.duplicateId", form => form with { Sections = [.. form.Sections, form.Sections[0]] } },
        { "form.duplicateId", form => form with { Fields = [.. form.Fields, form.Fields[0]] } },
        { "form.unknownSection", form => Change(form, "a", f => f with { Section = "nope" }) },
        { "form.foreignField", form => form with { Fields = [.. form.Fields, new IntField("T2", "x") { Section = "s1", Label = form.Title }] } },
        { "form.badFieldId", form => form with { Fields = [.. form.Fields, new IntField("T1", "Xyz") { Section = "s1", Label = form.Title }] } },
        { "form.badFieldId", form => form with { Fields = [.. form.Fields, new IntField("T1", "due") { Section = "s1", Label = form.Title }] } },
        { "form.tooManyDimensions", form => Change(form, "de", f => f with { By = [SampleForm.D, SampleForm.E, SampleForm.List] }) },
        { "form.duplicateId", form => Change(form, "de", f => f with { By = [SampleForm.D, SampleForm.D] }) },
        { "form.dimensionsDiffer", form => Change(form, "d1", f => f with { By = [SampleForm.D with { Options = SampleForm.E.Options }] }) },
        { "form.noOptions", form => Change(form, "d1", f => f with { By = [new Dimension("EMPTY", form.Title, [])] }) },
        { "form.badOptionCode", form => Change(form, "d1", f => f with { By = [new Dimension("BAD", form.Title, [new DimensionOption("a-b", form.Title)])] }) },
        { "form.badLength", form => Change(form, "note", f => (TextField)f with { MinLength = 30 }) },
        { "form.tableWithDimensions", form => Change(form, "rows", f => f with { By = [SampleForm.D] }) },
        { "form.columnNotPlain", form => Change(form, "rows", f => (TableField)f with { Columns = [form.Fields.First(other => other.Id == "d1")] }) },
        { "form.badRows", form => Change(form, "rows", f => (TableField)f with { MaxRows = 0 }) },
        { "form.duplicateId", form => form with { Rules = [FormRule.Error("r", "a > 0", "Sai", "Wrong"), FormRule.Error("r", "a > 0", "Sai", "Wrong")] } },
        { "rule.unknownField", form => form with { Rules = [FormRule.Error("r", "nope > 0", "Sai", "Wrong")] } },
        { "form.blankText", form => form with { Rules = [FormRule.Error("r", "a > 0", "", "Wrong")] } },
        { "form.unknownField", form => form with { Measures = [Measure.Total(new IntField("T1", "nope") { Section = "s1", Label = form.Title })] } },
        { "form.duplicateId", form => form with { Measures = [new Measure("T1", "a", form.Fields[0]) { Where = "b > 0" }] } },
        { "form.unknownDimension", form => form with { Measures = [new Measure("T1", "m", form.Fields[0]) { Options = [new OptionFilter("D", ["A"])] }] } },
        { "form.unknownOption", form => form with { Measures = [new Measure("T1", "m", form.Fields.First(f => f.Id == "d1")) { Options = [new OptionFilter("D", ["Z"])] }] } },
        { "form.unequalPair", form => form with { Measures = [new Measure("T1", "m", form.Fields[0]) { PairedWith = form.Fields.First(f => f.Id == "d1") }] } },
        { "rule.starInCondition", form => form with { Measures = [new Measure("T1", "m", form.Fields[0]) { Where = "d1[*] > 0" }] } },
        { "form.unknownField", form => form with { Sensitivity = Sensitivity.Masked([], ["nope"]) } },
        { "form.unknownOption", form => form with { Sensitivity = Sensitivity.Masked([new OptionFilter("D", ["Z"])], []) } },
    };

    [Theory]
    [MemberData(nameof(WrongDefinitions))]
    public void A_wrong_declaration_is_refused_by_name(string code, Func<FormDefinition, FormDefinition> spoil)
    {
        CompiledForm.TryCompile(spoil(Good), out var form, out var errors).ShouldBeFalse();
        form.ShouldBeNull();
        errors.ShouldContain(error => error.Code == code, string.Join('\n', errors.Select(error => error.Message.En)));
        errors.ShouldAllBe(error => error.Message.Vi.EndsWith('.') && error.Message.En.EndsWith('.'));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var spoiled = Good with { Rules = [FormRule.Error("r1", "nope > 0", "Sai", "Wrong"), FormRule.Error("r2", "a >", "Sai", "Wrong")] };
        Should.Throw<FormDefinitionException>(() => CompiledForm.Compile(spoiled)).Errors.Select(error => error.Place).ShouldBe(["r1", "r2"]);
    }

    [Fact]
    public void A_form_too_large_for_one_submission_is_refused()
    {
        ImmutableArray<DimensionOption> many = [.. Enumerable.Range(0, 100).Select(n => new DimensionOption($"P{n}", Good.Title))];
        var wide = Good with { Fields = [new IntField("T1", "x") { Section = "s1", Label = Good.Title, By = [new Dimension("P", Good.Title, many), new Dimension("Q", Good.Title, many)] }] };
        CompiledForm.TryCompile(wide, out _, out var errors).ShouldBeFalse();
        errors.Single().Code.ShouldBe("form.tooManyCells");
    }

    [Fact]
    public void Fields_are_found_by_id()
    {
        SampleForm.Form.Field("a").ShouldBeOfType<IntField>();
        SampleForm.Form.TryField("nope", out _).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => SampleForm.Form.Field("nope"));
    }

    [Fact]
    public void Cells_come_in_form_order_with_the_tasks_of_the_unit()
    {
        SampleForm.Form.Cells("de", SampleForm.School).Select(cell => cell.ToString()).ShouldBe(["de[A,X]", "de[A,Y]", "de[B,X]", "de[B,Y]", "de[C,X]", "de[C,Y]"]);
        SampleForm.Form.Cells("status", SampleForm.School).Select(cell => cell.ToString()).ShouldBe([$"status[{SampleForm.Task1}]", $"status[{SampleForm.Task2}]"]);
    }

    [Fact]
    public void Form_order_is_that_of_the_options_and_not_of_their_codes()
    {
        var p = new Dimension("P", Good.Title, [new DimensionOption("Z", Good.Title), new DimensionOption("A", Good.Title)]);
        var q = p with { Id = "Q", Options = [new DimensionOption("Y", Good.Title), new DimensionOption("B", Good.Title)] };
        var form = CompiledForm.Compile(Good with { Fields = [new IntField("T1", "x") { Section = "s1", Label = Good.Title, By = [p, q] }] });
        var cells = form.Cells("x", SampleForm.School);
        cells.Select(cell => cell.ToString()).ShouldBe(["x[Z,Y]", "x[Z,B]", "x[A,Y]", "x[A,B]"]);
        form.InFormOrder(cells.Reverse()).ShouldBe(cells);
    }

    [Fact]
    public void Asked_cells_leave_out_what_other_unit_types_are_asked()
    {
        SampleForm.Form.AskedCells(SampleForm.School).ShouldNotContain(cell => cell.Field == "clinic");
        SampleForm.Form.AskedCells(new SubmittingUnit(UnitTypes.Hospital)).ShouldContain(cell => cell.Field == "clinic");
    }

    [Fact]
    public void A_cell_reads_as_its_labels()
    {
        SampleForm.Form.LabelOf(CellKey.Parse("de[A,X]")).ShouldBe(new Text("Trường de – Mã A, Mã X", "Field de – Code A, Code X"));
        SampleForm.Form.LabelOf(CellKey.Parse("nope[A]")).Vi.ShouldBe("nope[A]");
        SampleForm.Form.HasCell(CellKey.Parse("de[A,X]"), SampleForm.School).ShouldBeTrue();
        SampleForm.Form.HasCell(CellKey.Parse("de[A]"), SampleForm.School).ShouldBeFalse();
    }

    [Fact]
    public void Measures_carry_their_conditions()
    {
        var ratio = Ratio.Of("rate", Good.Fields[0], Good.Fields[1], "c > 0 and gateOpen('2026/IV.4.c')");
        var form = CompiledForm.Compile(Good with { Measures = [Measure.Total(Good.Fields[2]), ratio.Numerator, ratio.Denominator] });
        form.Measures[0].Condition.ShouldBeNull();
        form.Measures[1].Condition!.Evaluate(SampleForm.Values(("c", 1)), SampleForm.Context).ShouldBe(true);
        form.Gates.Single().Value.ShouldBe("2026/IV.4.c");
    }

    private static FormDefinition Change(FormDefinition form, string id, Func<FormField, FormField> change) =>
        form with { Fields = [.. form.Fields.Select(field => field.Id == id ? change(field) : field)] };
}
