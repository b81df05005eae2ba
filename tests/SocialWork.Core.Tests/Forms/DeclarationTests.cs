using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Tests.Rules;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class DeclarationTests
{
    private static readonly FormDefinition Full = SampleForm.Definition with
    {
        Period = ReportingPeriod.YearWithOptionalQuarters,
        Approval = Approval.Commune,
        FilledBy = FilledBy.Facilities(UnitTypes.School, UnitTypes.Hospital),
        Sensitivity = Sensitivity.Masked([new OptionFilter("D", ["A"])], ["a"]),
        Rules = [FormRule.Warning("T1.r1", "a <= b", "Sai.", "Wrong.")],
        Checks = [new FormCheck("T1.c1", Severity.Error, ["R1"], "Compares.", new Text("Sai.", "Wrong."))],
        Measures =
        [
            Measure.Total(SampleForm.Definition.Fields[0]),
            new Measure("T1", "m", SampleForm.Definition.Fields.First(field => field.Id == "d1"))
            {
                Where = "yes", Options = [new OptionFilter("D", ["A", "B"])], PairedWith = SampleForm.Definition.Fields.First(field => field.Id == "d2"),
            },
        ],
        Note = new Text("Lưu ý “đặc biệt” & <đủ>", "Note"),
    };

    public static TheoryData<string, Func<FormDefinition, FormDefinition>> Changes => new()
    {
        { "version", form => form with { Version = 2 } },
        { "title", form => form with { Title = form.Title with { Vi = "Khác" } } },
        { "filled by", form => form with { FilledBy = FilledBy.Facilities(UnitTypes.School) } },
        { "duty", form => form with { Duty = null } },
        { "sensitivity", form => form with { Sensitivity = Sensitivity.Restricted } },
        { "period", form => form with { Period = ReportingPeriod.Year } },
        { "required", form => form with { Fields = form.Fields.SetItem(0, form.Fields[0] with { Required = true }) } },
        { "empties", form => form with { Fields = form.Fields.SetItem(0, form.Fields[0] with { Empties = [] }) } },
        { "kind of field", form => form with { Fields = form.Fields.SetItem(0, new MoneyField("T1", "a") { Section = "s1", Label = form.Fields[0].Label, Empties = form.Fields[0].Empties, Required = false }), Measures = [] } },
        { "order of fields", form => form with { Fields = [.. form.Fields.Reverse()] } },
        { "rule", form => form with { Rules = [form.Rules[0] with { Expression = "a < b" }] } },
        { "severity", form => form with { Rules = [form.Rules[0] with { Severity = Severity.Error }] } },
        { "measure", form => form with { Measures = [form.Measures[0]] } },
        { "note", form => form with { Note = null } },
    };

    [Fact]
    public void The_round_trip_is_exact()
    {
        var json = FormDefinitionJson.Write(Full);
        var again = FormDefinitionJson.Read(json);
        FormDefinitionJson.Write(again).ShouldBe(json);
        Structure.Of(again).ShouldBe(Structure.Of(Full));
        again.FilledBy.ShouldBeOfType<FilledBy.FacilitiesOf>();
        again.Measures[1].Of.ShouldBeSameAs(again.Fields.First(field => field.Id == "d1"));
        again.Measures[1].PairedWith.ShouldBeSameAs(again.Fields.First(field => field.Id == "d2"));
    }

    [Fact]
    public void Every_way_of_filling_and_hiding_survives()
    {
        foreach (var filledBy in new[] { FilledBy.EveryAgency, FilledBy.EveryCommune, FilledBy.Agency("SYT") })
            FormDefinitionJson.Read(FormDefinitionJson.Write(Full with { FilledBy = filledBy })).FilledBy.ShouldBe(filledBy);
        foreach (var sensitivity in new[] { Sensitivity.Open, Sensitivity.Restricted })
            FormDefinitionJson.Read(FormDefinitionJson.Write(Full with { Sensitivity = sensitivity })).Sensitivity.ShouldBe(sensitivity);
    }

    [Fact]
    public void The_json_is_one_line_sorted_and_legible()
    {
        var json = FormDefinitionJson.Write(Full);
        json.ShouldNotContain("\n");
        json.ShouldContain("Biểu mẫu thử");
        json.ShouldStartWith("{\"approval\":\"commune\",\"checks\":");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public void What_is_no_declaration_is_refused(string json) => Should.Throw<JsonException>(() => FormDefinitionJson.Read(json));

    [Fact]
    public void A_member_that_is_not_known_is_refused() =>
        Should.Throw<JsonException>(() => FormDefinitionJson.Read(FormDefinitionJson.Write(Full).Replace("\"approval\":", "\"later\":1,\"approval\":", StringComparison.Ordinal)));

    [Fact]
    public void A_measure_of_a_field_that_is_gone_is_refused() =>
        Should.Throw<JsonException>(() => FormDefinitionJson.Read(FormDefinitionJson.Write(Full).Replace("\"of\":\"d1\"", "\"of\":\"zz\"", StringComparison.Ordinal)));

    [Fact]
    public void The_hash_is_the_same_at_every_start() =>
        DeclarationHash.Of(SampleForm.Definition).ShouldBe("33c71ace504527becf10bb0a7994e86e9eb2bc87a9594f2116ef3fa2117eebe7");

    [Fact]
    public void Equal_declarations_hash_alike_however_they_were_built() =>
        DeclarationHash.Of(FormDefinitionJson.Read(FormDefinitionJson.Write(Full))).ShouldBe(DeclarationHash.Of(Full));

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_hash_notices_a_change_of(string what, Func<FormDefinition, FormDefinition> change) =>
        DeclarationHash.Of(change(Full)).ShouldNotBe(DeclarationHash.Of(Full), what);
}
