using Shouldly;
using SocialWork.Core.Reports;
using Xunit;

namespace SocialWork.Core.Tests.Reports;

/// <summary>What the office may state of its document.</summary>
public sealed class FactRulesTests
{
    private static readonly DocumentFacts Right = new()
    {
        Superior = ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ"],
        Issuer = ["SỞ Y TẾ"],
        Number = 5,
        Sign = "BC-SYT",
        Place = "Huế",
        Date = new DateOnly(2026, 12, 5),
        PlanNumber = "12/KH-UBND",
        PlanDate = new DateOnly(2026, 1, 5),
        Capacity = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        Signer = "Trần Thị Ví Dụ",
        Recipients = ["Như trên", "Lưu: VT, BTXH"],
    };

    [Fact]
    public void What_is_right_and_what_is_missing_is_let_through()
    {
        FactRules.Check(Right).ShouldBeEmpty();
        FactRules.Check(new DocumentFacts()).ShouldBeEmpty();
        FactRules.Check(Right with { Number = FactRules.MaxNumber, PlanNumber = "108/KH-UBND", Sign = "BC-UBND-SYT" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TS. Trần Thị Ví Dụ", "TS.")]
    [InlineData("ThS Trần Thị Ví Dụ", "ThS")]
    [InlineData("PGS.TS. Trần Thị Ví Dụ", "PGS.TS.")]
    [InlineData("BSCKII. Trần Thị Ví Dụ", "BSCKII.")]
    [InlineData("Bác sĩ Trần Thị Ví Dụ", "Bác sĩ")]
    public void A_degree_before_the_signer_is_refused_by_name(string signer, string degree)
    {
        var problem = FactRules.Check(Right with { Signer = signer }).Single();
        (problem.Cell, problem.Code).ShouldBe(("signer", "facts.degree"));
        problem.Message.Vi.ShouldContain($"bỏ “{degree}”");
    }

    [Theory]
    [InlineData("Tsai Thị Ví Dụ")]
    [InlineData("Bùi Văn Ví Dụ")]
    [InlineData("Lê Thạc Ví Dụ")]
    public void A_name_that_begins_like_a_degree_is_a_name(string signer) => FactRules.Check(Right with { Signer = signer }).ShouldBeEmpty();

    [Fact]
    public void Every_fact_that_is_wrong_is_named()
    {
        Wrong(Right with { Number = 0 }).ShouldBe(["number facts.number"]);
        Wrong(Right with { Number = FactRules.MaxNumber + 1 }).ShouldBe(["number facts.number"]);
        Wrong(Right with { Sign = "BC - SYT" }).ShouldBe(["sign facts.sign"]);
        Wrong(Right with { PlanNumber = "12 KH-UBND" }).ShouldBe(["planNumber facts.planNumber"]);
        Wrong(Right with { PlanNumber = "KH-UBND" }).ShouldBe(["planNumber facts.planNumber"]);
        Wrong(Right with { Date = new DateOnly(2026, 1, 4) }).ShouldBe(["date facts.dateBeforePlan"]);
        Wrong(Right with { Place = new string('x', FactRules.MaxName + 1) }).ShouldBe(["place facts.tooLong"]);
        Wrong(Right with { Recipients = ["Lưu: VT", "Như trên"] }).ShouldBe(["recipients facts.recipientsLast", "recipients facts.recipientsLast"]);
        Wrong(Right with { Recipients = [.. Enumerable.Repeat("Nơi", FactRules.MaxRecipients), "Lưu: VT"] }).ShouldBe(["recipients facts.tooMany"]);
        Wrong(Right with { Capacity = ["a", "b", "c", "d"] }).ShouldBe(["capacity facts.tooMany"]);
        Wrong(Right with { Issuer = [new string('x', FactRules.MaxLine + 1)] }).ShouldBe(["issuer facts.tooLong"]);
        Wrong(Right with { Recipients = ["Ông A, 0912 345 678", "Lưu: VT"] }).ShouldBe(["recipients text.personalNumber"]);
        Wrong(Right with { Place = "Huế\u0007" }).ShouldBe(["place facts.notPrintable"]);
    }

    [Fact]
    public void Dashes_and_semicolons_of_recipients_are_the_documents_own()
    {
        var tidy = FactRules.Tidy(new DocumentFacts { Recipients = ["- Như trên;", " ", "– Lưu: VT, BTXH."], Signer = "  Trần Thị Ví Dụ ", Sign = " " });
        tidy.Recipients.ShouldBe(["Như trên", "Lưu: VT, BTXH"]);
        (tidy.Signer, tidy.Sign).ShouldBe(("Trần Thị Ví Dụ", null));
    }

    private static string[] Wrong(DocumentFacts facts) => [.. FactRules.Check(facts).Select(p => $"{p.Cell} {p.Code}")];
}
