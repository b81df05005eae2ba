using System.Text;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Rules;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class FormValuesJsonTests
{
    private static readonly CompiledForm Form = SampleForm.Form;

    [Fact]
    public void Every_kind_of_value_is_read_and_written_in_form_order()
    {
        const string Json = """
            {"de[C,Y]":3,"de[A,X]":1,"rows":[{"amount":5,"name":"Dự án"}],"picks":["TWO","ONE"],"pick":"ONE","file":"f1","note":"  xin chào ",
             "day":"2026-11-30","yes":false,"money":{"empty":"withheld"},"b":{"empty":"notArising"},"a":0,"status[2026/IV.4.b#2]":"ONE"}
            """;
        FormValuesJson.Write(Form, Ok(Json)).ShouldBe(
            """{"a":0,"b":{"empty":"notArising"},"money":{"empty":"withheld"},"yes":false,"day":"2026-11-30","note":"xin chào","pick":"ONE","picks":["ONE","TWO"],"file":"f1","rows":[{"name":"Dự án","amount":5}],"de[A,X]":1,"de[C,Y]":3,"status[2026/IV.4.b#2]":"ONE"}""");
    }

    [Theory]
    [InlineData("""{"nope":1}""", "form.unknownField")]
    [InlineData("""{"a[A]":1}""", "form.unknownCell")]
    [InlineData("""{"d1":1}""", "form.unknownCell")]
    [InlineData("""{"d1[A,X]":1}""", "form.unknownCell")]
    [InlineData("""{"d1[":1}""", "form.unknownCell")]
    [InlineData("""{"":1}""", "form.unknownCell")]
    [InlineData("""{"\ud800":1}""", "form.unknownField")]
    [InlineData("""{"d1[Z]":1}""", "form.unknownOption")]
    [InlineData("""{"de[X,A]":1}""", "form.unknownOption")]
    [InlineData("""{"status[2026/IV.9.a]":"ONE"}""", "form.unknownOption")]
    [InlineData("""{"a":1,"a":1}""", "form.duplicateCell")]
    [InlineData("""{"a":1,"\u0061":2}""", "form.duplicateCell")]
    [InlineData("""{"a":"1"}""", "value.notANumber")]
    [InlineData("""{"a":1.5}""", "value.notANumber")]
    [InlineData("""{"a":1e3}""", "value.notANumber")]
    [InlineData("""{"a":true}""", "value.notANumber")]
    [InlineData("""{"a":[1]}""", "value.notANumber")]
    [InlineData("""{"a":-1}""", "value.negative")]
    [InlineData("""{"a":-99999999999999999999}""", "value.negative")]
    [InlineData("""{"a":1000000000000001}""", "value.tooLarge")]
    [InlineData("""{"money":99999999999999999999}""", "value.tooLarge")]
    [InlineData("""{"yes":1}""", "value.notYesOrNo")]
    [InlineData("""{"yes":"true"}""", "value.notYesOrNo")]
    [InlineData("""{"note":1}""", "value.notAText")]
    [InlineData("""{"note":"   "}""", "value.blank")]
    [InlineData("""{"note":"a\u0000b"}""", "value.badCharacters")]
    [InlineData("""{"note":"\ud800"}""", "value.badCharacters")]
    [InlineData("""{"note":"\uffff"}""", "value.badCharacters")]
    [InlineData("""{"note":"123456789012345678901"}""", "value.tooLong")]
    [InlineData("""{"day":"30/11/2026"}""", "value.notADate")]
    [InlineData("""{"day":"2026-02-30"}""", "value.notADate")]
    [InlineData("""{"day":"1026-02-03"}""", "value.notADate")]
    [InlineData("""{"day":20261130}""", "value.notADate")]
    [InlineData("""{"pick":"FOUR"}""", "value.notAnOption")]
    [InlineData("""{"pick":"one"}""", "value.notAnOption")]
    [InlineData("""{"pick":1}""", "value.notAnOption")]
    [InlineData("""{"picks":"ONE"}""", "value.notAnOption")]
    [InlineData("""{"picks":["ONE",2]}""", "value.notAnOption")]
    [InlineData("""{"picks":["ONE","ONE"]}""", "value.repeatedOption")]
    [InlineData("""{"picks":[]}""", "value.blank")]
    [InlineData("""{"a":{"empty":"zero"}}""", "value.unknownEmpty")]
    [InlineData("""{"a":{}}""", "value.unknownEmpty")]
    [InlineData("""{"a":{"empty":"withheld","x":1}}""", "value.unknownEmpty")]
    [InlineData("""{"file":{"empty":"notArising"}}""", "value.emptyNotAllowed")]
    [InlineData("""{"clinic":5}""", "value.notAskedOfUnit")]
    [InlineData("""{"rows":1}""", "table.notRows")]
    [InlineData("""{"rows":[1]}""", "table.notRows")]
    [InlineData("""{"rows":[]}""", "value.blank")]
    [InlineData("""{"rows":[{"nope":1}]}""", "table.unknownColumn")]
    [InlineData("""{"rows":[{"amount":1,"amount":2}]}""", "form.duplicateCell")]
    [InlineData("""{"rows":[{"amount":-1}]}""", "value.negative")]
    [InlineData("""{"rows":[{"amount":1},{"amount":1},{"amount":1},{"amount":1}]}""", "table.tooManyRows")]
    public void A_wrong_cell_is_refused_by_name(string json, string code)
    {
        var refusal = No(json);
        refusal.Kind.ShouldBe(RefusalKind.Unprocessable);
        refusal.Code.ShouldBe("form.valuesRefused");
        refusal.Cells.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void All_problems_are_told_at_once_with_the_label_and_the_remedy()
    {
        var cells = No("""{"de[A,X]":"5","nope":1,"b":-1}""").Cells;
        cells.Select(cell => cell.Cell).ShouldBe(["de[A,X]", "nope", "b"]);
        cells[0].Message.Vi.ShouldBe("Trường de – Mã A, Mã X: cần một số nguyên; hãy viết chỉ gồm chữ số, không có phần thập phân, không dấu chấm ngăn nghìn, không đặt trong dấu nháy.");
        cells[2].Message.En.ShouldBe("Field b: the number is negative; enter 0 or more.");
    }

    [Fact]
    public void A_problem_in_a_table_names_row_and_column()
    {
        var problem = No("""{"rows":[{"amount":1},{"amount":"2"}]}""").Cells.Single();
        problem.Cell.ShouldBe("rows/2/amount");
        problem.Message.En.ShouldStartWith("Field rows, row 2, Field amount:");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    public void Values_that_are_no_object_are_malformed(string json) => No(json).Code.ShouldBe("form.valuesNotAnObject");

    [Fact]
    public void Too_many_cells_are_too_large()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, FormLimits.MaxCells + 1).Select(n => $"\"x{n}\":1")) + "}";
        No(json).Kind.ShouldBe(RefusalKind.TooLarge);
    }

    [Fact]
    public void Text_is_kept_in_normal_form_C() =>
        ((CellValue.Words)Ok(JsonSerializer.Serialize(new { note = "Hu\u0065\u0302\u0301" }))[CellKey.Parse("note")]!).Value.ShouldBe("Huế");

    [Fact]
    public void Lines_end_with_a_line_feed() =>
        ((CellValue.Words)Ok("""{"note":"m\u1ed9t\r\nhai\rba"}""")[CellKey.Parse("note")]!).Value.ShouldBe("một\nhai\nba");

    [Fact]
    public void The_limit_itself_is_allowed() =>
        Ok("""{"a":1000000000000000,"note":"12345678901234567890","rows":[{"amount":1},{"amount":1},{"amount":1}]}""").Cells.Count.ShouldBe(3);

    [Fact]
    public void Null_and_absence_are_not_reported() => Ok("""{"a":null}""").Cells.ShouldBeEmpty();

    [Fact]
    public void Saying_that_an_unasked_field_does_not_apply_is_no_fault() => Ok("""{"clinic":{"empty":"notApplicable"}}""").Cells.ShouldBeEmpty();

    [Fact]
    public void A_patch_changes_and_clears_and_leaves_the_rest()
    {
        var current = SampleForm.Values(("a", 1), ("b", 2), ("c", 3));
        var patched = Value(FormValuesJson.Patch(Form, SampleForm.School, current, Parse("""{"a":null,"b":5,"money":null}""")));
        FormValuesJson.Write(Form, patched).ShouldBe("""{"b":5,"c":3}""");
    }

    [Fact]
    public void A_wrong_patch_applies_nothing() =>
        FormValuesJson.Patch(Form, SampleForm.School, SampleForm.Values(("a", 1)), Parse("""{"a":2,"b":-1}""")).ShouldBeOfType<Result<FormValues>.No>();

    [Fact]
    public void A_patch_clears_a_cell_that_the_unit_no_longer_has()
    {
        var current = SampleForm.Values(("status[2026/IV.9.z]", "ONE"));
        Value(FormValuesJson.Patch(Form, SampleForm.School, current, Parse("""{"status[2026/IV.9.z]":null}"""))).Cells.ShouldBeEmpty();
        FormValuesJson.Patch(Form, SampleForm.School, FormValues.None, Parse("""{"nope":null}""")).ShouldBeOfType<Result<FormValues>.No>();
    }

    [Fact]
    public void Stored_values_are_read_whatever_the_unit_is_asked_today() =>
        FormValuesJson.ReadStored(Form, """{"clinic":5,"status[2026/IV.9.z]":"ONE"}""").Cells.Count.ShouldBe(2);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"nope":1}""")]
    [InlineData("""{"a":"x"}""")]
    public void Stored_values_of_another_form_are_refused(string json) => Should.Throw<InvalidDataException>(() => FormValuesJson.ReadStored(Form, json));

    [Fact]
    public void The_example_of_the_interface_is_read()
    {
        var hospital = CompiledForm.Compile(CatalogForms.Of("YT1"));
        var values = Parse("""{"te_noi_tru[TE1]": 12, "te_noi_tru[TE2]": 0, "te_noi_tru[TE6]": {"empty":"notArising"}, "co_dv": true, "vb_pc": "15/QĐ-BV ngày 03/02/2026"}""");
        Value(FormValuesJson.Read(hospital, new SubmittingUnit(UnitTypes.SocialAssistance), values)).Cells.Count.ShouldBe(5);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(Encoding.UTF8.GetBytes(json)).RootElement;

    private static FormValues Ok(string json) => Value(FormValuesJson.Read(Form, SampleForm.School, Parse(json)));

    private static Refusal No(string json) => FormValuesJson.Read(Form, SampleForm.School, Parse(json)).ShouldBeOfType<Result<FormValues>.No>().Refusal;

    private static FormValues Value(Result<FormValues> result) => result switch
    {
        Result<FormValues>.Ok ok => ok.Value,
        Result<FormValues>.No no => throw new InvalidOperationException(string.Join('\n', no.Refusal.Cells.Select(cell => cell.Message.En))),
        _ => throw new InvalidOperationException(),
    };
}
