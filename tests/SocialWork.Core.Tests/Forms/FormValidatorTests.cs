using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Rules;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class FormValidatorTests
{
    private static readonly CompiledForm Form = CompiledForm.Compile(SampleForm.Definition with
    {
        Fields = [.. SampleForm.Definition.Fields.Select(field => field.Id is "a" or "d1" or "clinic" or "clinic_d" ? field with { Required = true } : field)],
        Rules =
        [
            FormRule.Error("T1.r1", "b <= a", "b không được lớn hơn a.", "b must not exceed a."),
            FormRule.Warning("T1.r2", "d1[*] <= 10", "Quá 10: giải thích.", "Above 10: explain."),
        ],
    });

    private static readonly (string, object?)[] Complete = [("a", 5), ("d1[A]", 0), ("d1[B]", CellValue.NotArising), ("d1[C]", 3)];

    [Fact]
    public void A_complete_form_has_no_findings() => Validate(Complete).ShouldBeEmpty();

    [Fact]
    public void A_missing_cell_is_an_error_once_per_field_naming_all_its_cells()
    {
        var findings = Validate(("d1[B]", 1));
        findings.Select(finding => finding.Id).ShouldBe(["value.missing", "value.missing"]);
        findings.ShouldAllBe(finding => finding.Severity == Severity.Error);
        findings[0].Cells.ShouldBe([new CellKey("a")]);
        findings[1].Cells.Select(cell => cell.ToString()).ShouldBe(["d1[A]", "d1[C]"]);
        findings[1].Message.Vi.ShouldBe("Trường d1: còn 2 trên 3 ô chưa báo cáo; hãy nhập giá trị, kể cả 0.");
    }

    [Fact]
    public void What_other_unit_types_are_asked_is_not_missing() =>
        FormValidator.Validate(Form, SampleForm.Values(Complete), SampleForm.Context with { Unit = new SubmittingUnit(UnitTypes.Hospital) })
            .Select(finding => finding.Cells[0].Field).ShouldBe(["clinic", "clinic_d"]);

    [Fact]
    public void A_text_that_is_too_short_is_an_error()
    {
        var finding = Validate([.. Complete, ("note", " abc ")]).ShouldHaveSingleItem();
        finding.Id.ShouldBe("value.tooShort");
        finding.Message.En.ShouldBe("Field note: has 3 characters, needs at least 5; say more.");
    }

    [Fact]
    public void A_false_rule_is_found_with_its_own_severity_and_message()
    {
        var finding = Validate([.. Complete, ("b", 6)]).ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            () => finding.Id.ShouldBe("T1.r1"),
            () => finding.Severity.ShouldBe(Severity.Error),
            () => finding.Message.En.ShouldBe("b must not exceed a."),
            () => finding.Cells.Select(cell => cell.ToString()).ShouldBe(["b", "a"]));
    }

    [Fact]
    public void A_starred_rule_is_one_finding_with_the_cells_of_every_option()
    {
        var finding = Validate(("a", 5), ("d1[A]", 11), ("d1[B]", 2), ("d1[C]", 12)).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Cells.Select(cell => cell.ToString()).ShouldBe(["d1[A]", "d1[C]"]);
    }

    [Fact]
    public void Cells_that_the_unit_no_longer_has_are_errors()
    {
        Validate([.. Complete, ("clinic", 5)]).ShouldHaveSingleItem().Id.ShouldBe("value.notAskedOfUnit");
        Validate([.. Complete, ("status[2026/IV.9.z]", "ONE")]).ShouldHaveSingleItem().Id.ShouldBe("form.unknownOption");
        Validate([.. Complete, ("nope", 1)]).ShouldHaveSingleItem().Id.ShouldBe("form.unknownField");
    }

    [Fact]
    public void A_value_that_may_not_be_in_its_cell_is_an_error_wherever_it_came_from()
    {
        Validate([.. Complete, ("c", -1)]).ShouldHaveSingleItem().Id.ShouldBe("value.negative");
        Validate([.. Complete, ("c", "chữ")]).ShouldHaveSingleItem().Id.ShouldBe("value.wrongKind");
    }

    [Fact]
    public void Required_columns_and_short_columns_of_a_row_are_found()
    {
        var row = ImmutableSortedDictionary<string, CellValue>.Empty.Add("name", new CellValue.Words("x"));
        var rows = new CellValue.Rows([row, ImmutableSortedDictionary<string, CellValue>.Empty.Add("amount", new CellValue.Number(1))]);
        Validate([.. Complete, ("rows", rows)]).Select(finding => (finding.Id, finding.Message.En)).ShouldBe(
        [
            ("value.tooShort", "Field rows, row 1, Field name: has 1 characters, needs at least 2; say more."),
            ("value.missing", "Field rows, row 2, Field name: not reported; enter a value, 0 included."),
        ]);
    }

    [Fact]
    public void The_cell_checker_serves_page_and_workbook()
    {
        CellChecker.Check(Form, SampleForm.School, new CellKey("a"), new CellValue.Number(5)).ShouldBeEmpty();
        CellChecker.Check(Form, SampleForm.School, new CellKey("a"), new CellValue.Number(-5)).Single().Code.ShouldBe("value.negative");
        CellChecker.Check(Form, SampleForm.School, new CellKey("nope"), new CellValue.Number(5)).Single().Code.ShouldBe("form.unknownField");
    }

    private static ImmutableArray<Finding> Validate(params (string Cell, object? Value)[] cells) =>
        FormValidator.Validate(Form, SampleForm.Values(cells), SampleForm.Context);
}
