using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core.Units;
using SocialWork.Host.Demo;

namespace SocialWork.Host.Tests.Demo;

public sealed class DemoUnitsTests
{
    private static readonly DateOnly CutOff = new(2026, 11, 30);
    private static readonly UnitRegister City = ReadCity();
    private readonly UnitRegister _facilities = DemoUnits.For(City);

    [Fact]
    public void About_a_thousand_facilities_of_every_kind()
    {
        var units = _facilities.On(CutOff);
        units.All.Length.ShouldBeInRange(950, 1050);
        units.OfType(UnitTypes.HealthStation).Count().ShouldBe(40);
        units.OfType(UnitTypes.Hospital).Count().ShouldBe(25);
        units.OfType(UnitTypes.HealthOther).Count().ShouldBe(25);
        units.OfType(UnitTypes.SocialAssistance).Count().ShouldBe(14);
        units.OfType(UnitTypes.SocialWorkProvider).Count().ShouldBe(10);
        units.OfType(UnitTypes.School).Select(s => s.SchoolLevel).Distinct().Order().ShouldBe(
            ["CHUYEN_BIET", "GDTX_GDNN", "LIEN_CAP", "MAM_NON", "THCS", "THPT", "TIEU_HOC"]);
    }

    [Fact]
    public void Each_has_a_commune_a_sector_and_a_name_of_its_own()
    {
        var units = _facilities.On(CutOff).All;
        units.ShouldAllBe(u => City.On(CutOff).Find(u.Commune!) != null);
        units.ShouldAllBe(u => u.ManagingSector == (u.Type == UnitTypes.School ? "education" : "health"));
        units.ShouldAllBe(u => u.Name.IsNormalized(NormalizationForm.FormC) && u.Name.Trim().Length > 8);
        units.GroupBy(u => u.Name).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void About_a_seventh_are_private_and_a_few_are_not_planned()
    {
        var units = _facilities.On(CutOff).All;
        (units.Count(u => !u.IsPublic) * 100.0 / units.Length).ShouldBeInRange(11, 20);
        (units.Count(u => !u.InPlan) * 100.0 / units.Length).ShouldBeInRange(1, 6);
    }

    [Fact]
    public void Merged_schools_hand_over_to_their_successor_by_a_legal_act()
    {
        foreach (var (predecessor, successor) in DemoFacts.Mergers)
        {
            _facilities.On(new DateOnly(2026, 8, 14)).Find(predecessor).ShouldNotBeNull();
            _facilities.On(CutOff).Find(predecessor).ShouldBeNull();
            _facilities.On(CutOff).Find(successor).ShouldNotBeNull();
            _facilities.Successions.ShouldContain(s => s.Predecessor == predecessor && s.Successor == successor && s.LegalAct.Length > 0);
        }
    }

    [Fact]
    public void A_provider_enters_the_planned_network_on_a_date()
    {
        _facilities.On(new DateOnly(2026, 6, 30)).Find(DemoFacts.EnteredPlan)!.InPlan.ShouldBeFalse();
        _facilities.On(new DateOnly(2026, 7, 1)).Find(DemoFacts.EnteredPlan)!.InPlan.ShouldBeTrue();
    }

    [Fact]
    public void The_same_register_gives_the_same_facilities() => DemoUnits.For(City).Units.ShouldBe(_facilities.Units);

    private static UnitRegister ReadCity()
    {
        using var file = File.OpenRead(HostOutput.Data("units.json"));
        return UnitsFile.Read(file);
    }
}
