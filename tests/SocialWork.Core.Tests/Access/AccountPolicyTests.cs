using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Units;
using Shouldly;
using Xunit;

namespace SocialWork.Core.Tests.Access;

public sealed class AccountPolicyTests
{
    private static readonly DateOnly Day = TestPlan.Plan.CutOff;

    private static readonly UnitsOnDate Units = TestPlan.Register.With(
    [
        TestPlan.Facility("TH-1", UnitTypes.School, "education", "19753"),
        TestPlan.Facility("TYT-19753", UnitTypes.HealthStation, "health", "19753"),
    ]).On(Day);

    [Theory]
    [InlineData("SGDDT", "SGDDT", true)]
    [InlineData("SGDDT", "TH-1", true)]
    [InlineData("SGDDT", "SYT", false)]
    [InlineData("SGDDT", "19753", false)]
    [InlineData("SGDDT", "TYT-19753", false)]
    [InlineData("SYT", "TYT-19753", true)]
    [InlineData("19753", "TYT-19753", true)]
    [InlineData("19753", "19753", true)]
    [InlineData("19753", "TH-1", false)]
    [InlineData("19789", "TYT-19753", false)]
    [InlineData("TH-1", "TH-1", false)]
    [InlineData("TYT-19753", "TYT-19753", false)]
    public void The_head_of_an_agency_manages_the_agency_and_the_facilities_it_answers_for(string headOf, string unit, bool expected)
    {
        foreach (var role in new[] { Role.Reporter, Role.Approver })
        {
            May(Head(headOf), Of(role, unit)).ShouldBe(expected);
            AccountPolicy.MayGive(Head(headOf), TestPlan.Plan, Units, Of(role, unit)).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(Role.StandingAgency)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public void Roles_of_the_city_are_an_administrators_alone(Role role)
    {
        May(Head("SYT"), Of(role, null)).ShouldBeFalse();
        May(Head("SYT"), Of(Role.Reporter, "SYT"), Of(role, null)).ShouldBeFalse();
        May(Actor(Role.Administrator, null), Of(role, null)).ShouldBeTrue();
        AccountPolicy.MayGive(Head("SYT"), TestPlan.Plan, Units, Of(role, "SYT")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Reporter, "SYT")]
    [InlineData(Role.StandingAgency, null)]
    [InlineData(Role.Leader, null)]
    [InlineData(Role.Auditor, null)]
    public void Nobody_else_manages_anybody(Role role, string? unit)
    {
        AccountPolicy.ManagesAny(Actor(role, unit), Units).ShouldBeFalse();
        May(Actor(role, unit), Of(Role.Reporter, "SYT")).ShouldBeFalse();
        AccountPolicy.UnitsManaged(Actor(role, unit), TestPlan.Plan, Units).ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void Heads_do_not_manage_themselves() =>
        AccountPolicy.MayManage(Head("SYT"), TestPlan.Plan, Units, Account("head", Of(Role.Approver, "SYT"))).ShouldBeFalse();

    [Fact]
    public void An_account_is_judged_by_what_has_not_ended_and_by_all_where_everything_has()
    {
        var past = Of(Role.Leader, null) with { To = Day };
        May(Head("SYT"), past, Of(Role.Reporter, "SYT")).ShouldBeTrue();
        May(Head("SYT"), Of(Role.Leader, null) with { From = Day.AddDays(9) }, Of(Role.Reporter, "SYT")).ShouldBeFalse();
        May(Head("SYT"), past).ShouldBeFalse();
        May(Head("SYT"), Of(Role.Reporter, "SYT") with { To = Day }).ShouldBeTrue();
    }

    [Fact]
    public void The_units_of_a_head_are_those_that_it_answers_for() =>
        AccountPolicy.UnitsManaged(Head("19753"), TestPlan.Plan, Units).ShouldNotBeNull().ShouldBe(["19753", "TYT-19753"], ignoreOrder: true);

    private static bool May(Actor actor, params Membership[] memberships) => AccountPolicy.MayManage(actor, TestPlan.Plan, Units, Account("other", memberships));

    private static Actor Head(string unit) => Actor(Role.Approver, unit);

    private static Actor Actor(Role role, string? unit) => new("head", [role], unit);

    private static Membership Of(Role role, string? unit) => new(role, unit, Day.AddDays(-30), null);

    private static Account Account(string handle, params Membership[] memberships) => new() { Handle = handle, Memberships = [.. memberships], CreatedAt = default, CreatedBy = "admin" };
}
