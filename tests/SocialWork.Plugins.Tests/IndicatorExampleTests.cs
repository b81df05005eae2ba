using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

/// <summary>Worked examples with numbers.</summary>
public class IndicatorExampleTests
{
    private static readonly FakeRegister Register = new(
        (UnitTypes.School, 90, 50),
        (UnitTypes.Hospital, 6, 5),
        (UnitTypes.SocialAssistance, 4, 2),
        (UnitTypes.HealthStation, 40, 40),
        (UnitTypes.SocialWorkProvider, 7, 3),
        (UnitTypes.HealthOther, 11, 1),
        (UnitTypes.Commune, 40, 0));

    [Fact]
    public void Thirty_of_ninety_schools_and_nine_of_ten_facilities_are_thirty_nine_of_a_hundred()
    {
        var education = PluginUnderTest.Of("education").Indicators(
            new FakeTotals((measure, _) => measure is { Form: "GD1", Id: "co_ns" } ? 30 : 0), Register)["CT1"];
        var health = PluginUnderTest.Of("health").Indicators(
            new FakeTotals((measure, scope) => measure is { Form: "YT1", Id: "staffed" } ? scope.Types.Contains(UnitTypes.Hospital) ? 5 : 4 : 0), Register)["CT1"];
        (education.Numerator.Value, education.Denominator?.Value).ShouldBe((30, 90));
        (health.Numerator.Value, health.Denominator?.Value).ShouldBe((9, 10));
        (education.Numerator + health.Numerator).Value.ShouldBe(39);
        (education.Denominator! + health.Denominator!).Value.ShouldBe(100);
    }

    [Fact]
    public void A_school_that_did_not_report_stays_in_the_denominator_and_is_named_unreported()
    {
        var totals = new FakeTotals((_, _) => 20, (form, scope) => form.Code == "GD1" ? scope.InPlan == true ? 12 : 25 : 0);
        var parts = PluginUnderTest.Of("education").Indicators(totals, Register);
        (parts["CT1"].Numerator.Value, parts["CT1"].Denominator?.Value, parts["CT1"].Unreported).ShouldBe((20, 90, 25));
        (parts["CT3"].Numerator.Value, parts["CT3"].Denominator?.Value, parts["CT3"].Unreported).ShouldBe((20, 50, 12));
        parts["BS9"].Unreported.ShouldBe(25);
        parts["CT4"].Unreported.ShouldBe(0);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("ct1.countStations", 50)]
    [InlineData("ct1.countRelated", 28)]
    [InlineData("ct1.countStations ct1.countRelated", 68)]
    public void Settings_widen_the_facilities_of_target_a(string settings, long expected)
    {
        var part = PluginUnderTest.Of("health").Indicators(
            new FakeTotals((_, _) => 0, (_, _) => 1), Register, settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))["CT1"];
        part.Denominator!.Value.ShouldBe(expected);
        part.Unreported.ShouldBe(part.Denominator.Sources.Length);
    }

    [Theory]
    [InlineData(false, 2, 3)]
    [InlineData(true, 3, 5)]
    public void Related_police_facilities_count_only_by_setting(bool related, long numerator, long denominator)
    {
        var totals = new FakeTotals((measure, _) => measure.Id switch
        {
            "staffed.n" => 2,
            "staffed.d" => 3,
            "relatedStaffed.n" => 1,
            "relatedStaffed.d" => 2,
            _ => 0,
        });
        var part = PluginUnderTest.Of("police").Indicators(totals, Register, related ? ["ct1.countRelated"] : [])["CT1"];
        (part.Numerator.Value, part.Denominator?.Value, part.Unreported).ShouldBe((numerator, denominator, 0));
    }

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, 7, 8)]
    public void Legal_aid_counts_while_the_setting_is_on(bool counted, long numerator, long denominator)
    {
        var totals = new FakeTotals((measure, _) => measure.Id switch { "supported.n" => 7, "supported.d" => 8, _ => 0 });
        var part = PluginUnderTest.Of("justice").Indicators(totals, Register, counted ? ["ct4.countLegalAid"] : [])["CT4"];
        (part.Numerator.Value, part.Denominator?.Value).ShouldBe((numerator, denominator));
    }

    [Fact]
    public void Commune_staff_and_office_staff_add_up()
    {
        var totals = new FakeTotals((measure, _) => (measure.Form, measure.Id) switch
        {
            ("XP1", "trained.n") => 300,
            ("XP1", "trained.d") => 500,
            ("K3", "trained.n") => 3,
            ("K3", "trained.d") => 10,
            _ => 0,
        });
        var part = PluginUnderTest.Of("communes").Indicators(totals, Register)["CT5"];
        (part.Numerator.Value, part.Denominator?.Value).ShouldBe((303, 510));
    }

    [Fact]
    public void A_plan_that_the_sector_has_no_part_in_gets_no_contribution() =>
        PluginUnderTest.All.ShouldAllBe(plugin => plugin.Ask(
            new CalculateIndicators(new PlanRef("2027", 2027), new DateOnly(2027, 11, 30), new FakeTotals((_, _) => 1), Register, System.Collections.Immutable.ImmutableHashSet<string>.Empty))
            .Contributions.IsEmpty);
}
