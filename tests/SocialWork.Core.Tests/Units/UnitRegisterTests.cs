using System.Text;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;
using Xunit;

namespace SocialWork.Core.Tests.Units;

public sealed class UnitRegisterTests
{
    private static readonly DateOnly Merger = new(2025, 7, 1);

    private static UnitRegister Register => TestPlan.Register;

    [Fact]
    public void At_the_cut_off_date_48_agencies_owe_reports()
    {
        var units = Register.On(TestPlan.Plan.CutOff);
        units.OfType(UnitTypes.Commune).Count().ShouldBe(40);
        foreach (var duty in TestPlan.Plan.Duties.Where(d => d.Id == "2026/V.1#1" || d.Id == "2026/V.1#2"))
        {
            var owing = TestPlan.Plan.Owing(duty, units).ToArray();
            owing.Length.ShouldBe(48);
            owing.Count(u => u.Type == UnitTypes.Commune).ShouldBe(40);
        }
    }

    [Fact]
    public void Before_the_merger_there_were_133_communes_and_each_has_a_dated_edge_to_one_of_40()
    {
        var before = Register.On(Merger.AddDays(-1)).OfType(UnitTypes.Commune).ToArray();
        var after = Register.On(Merger).OfType(UnitTypes.Commune).Select(u => u.Code).ToHashSet();
        before.Length.ShouldBe(133);
        after.Count.ShouldBe(40);
        Register.Successions.ShouldAllBe(s => s.On == Merger && s.LegalAct.Length > 0 && after.Contains(s.Successor));
        Register.Successions.Select(s => s.Predecessor).Distinct().ShouldBe(before.Select(u => u.Code), ignoreOrder: true);
        Register.Successions.Select(s => s.Successor).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public void A_code_that_returned_is_two_units_and_never_both_on_one_day()
    {
        Register.Units.Where(u => u.Code == "19753").Select(u => u.Name).ShouldBe(["Phường Thuận Lộc", "Phường Phú Xuân"]);
        Register.On(new DateOnly(2025, 6, 30)).Find("19753")!.Name.ShouldBe("Phường Thuận Lộc");
        Register.On(new DateOnly(2025, 7, 1)).Find("19753")!.Name.ShouldBe("Phường Phú Xuân");
    }

    [Fact]
    public void Every_unit_has_one_managing_sector_that_the_plan_knows_and_a_commune_that_exists()
    {
        var sectors = TestPlan.Plan.Sectors.Select(s => s.Module).ToHashSet();
        Register.Units.ShouldAllBe(u => sectors.Contains(u.ManagingSector));
        var now = Register.On(TestPlan.Plan.CutOff);
        now.All.Where(u => u.Commune is not null).ShouldAllBe(u => now.Find(u.Commune!)!.Type == UnitTypes.Commune);
        now.All.Select(u => u.Code).ShouldBeUnique();
    }

    [Fact]
    public void Names_are_stored_composed() => Register.Units.ShouldAllBe(u => u.Name.IsNormalized(NormalizationForm.FormC));

    [Theory]
    [InlineData("2026-01-01", null, "2026-06-01", null)]
    [InlineData("2026-01-01", "2026-06-02", "2026-06-01", null)]
    [InlineData("2026-01-01", "2026-12-31", "2026-01-01", "2026-03-01")]
    public void Two_rows_of_one_unit_that_hold_on_one_day_are_refused(string from, string? to, string laterFrom, string? laterTo)
    {
        var fault = Should.Throw<ArgumentException>(() => new UnitRegister([Row(from, to), Row(laterFrom, laterTo)], []));
        fault.Message.ShouldContain("A1");
    }

    [Fact]
    public void Rows_that_follow_one_another_are_two_states_of_one_unit()
    {
        var register = new UnitRegister([Row("2026-06-01", null) with { Type = UnitTypes.Hospital }, Row("2026-01-01", "2026-06-01")], []);
        register.On(new DateOnly(2026, 5, 31)).Find("A1")!.Type.ShouldBe(UnitTypes.School);
        register.On(new DateOnly(2026, 6, 1)).Find("A1")!.Type.ShouldBe(UnitTypes.Hospital);
        register.On(new DateOnly(2025, 12, 31)).Find("A1").ShouldBeNull();
    }

    [Fact]
    public void A_row_that_ended_holds_until_the_day_before_its_end()
    {
        var register = new UnitRegister([Row("2026-01-01", "2026-06-01")], []);
        register.On(new DateOnly(2026, 5, 31)).Find("A1").ShouldNotBeNull();
        register.On(new DateOnly(2026, 6, 1)).Find("A1").ShouldBeNull();
    }

    [Fact]
    public void A_scope_takes_units_by_type_and_plan_flag()
    {
        var units = new UnitRegister([Row("2026-01-01", null), Row("2026-01-01", null) with { Code = "A2", InPlan = true }, Row("2026-01-01", null) with { Code = "A3", Type = UnitTypes.Hospital }], []).On(new DateOnly(2026, 2, 1));
        units.In(Scope.All).Count().ShouldBe(3);
        units.In(Scope.Of(UnitTypes.School)).Select(u => u.Code).ShouldBe(["A1", "A2"]);
        units.In(Scope.Of(UnitTypes.School).OnlyInPlan()).Select(u => u.Code).ShouldBe(["A2"]);
    }

    [Theory]
    [InlineData("{", "line")]
    [InlineData("""{"schema":"x","units":[{"code":"A1","name":"x","type":"SCHOOL","managingSector":"education","inPlan":false,"public":true,"validFrom":"1/7/2025"}],"succession":[]}""", "A1")]
    [InlineData("""{"schema":"x","units":[{"code":"A1","unknown":1}],"succession":[]}""", "unknown")]
    public void A_units_file_that_cannot_be_read_is_refused_with_the_place(string json, string said)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Should.Throw<InvalidDataException>(() => UnitsFile.Read(stream)).Message.ShouldContain(said);
    }

    [Theory]
    [InlineData("""{"schema":"x","succession":[]}""")]
    [InlineData("""{"schema":"x","units":[{"code":"A1","type":"SCHOOL","managingSector":"education","validFrom":"2025-07-01"}],"succession":[]}""")]
    [InlineData("""{"schema":"x","units":[null],"succession":[]}""")]
    public void A_units_file_that_leaves_out_what_is_needed_is_refused_in_words(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Should.Throw<InvalidDataException>(() => UnitsFile.Read(stream));
    }

    private static Unit Row(string from, string? to) => new()
    {
        Code = "A1",
        Name = "Trường A1",
        Type = UnitTypes.School,
        ManagingSector = "education",
        ValidFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        ValidTo = to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
    };
}
