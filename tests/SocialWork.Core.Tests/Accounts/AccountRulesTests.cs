using System.Collections.Immutable;
using Shouldly;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using Xunit;

namespace SocialWork.Core.Tests.Accounts;

public sealed class AccountRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("Nguyễn An", "an@hue.gov.vn", "+84 234 382 2222", "")]
    [InlineData("Nguyễn An", null, null, "")]
    [InlineData(null, null, null, "fullName")]
    [InlineData("Nguyễn\nAn", null, null, "fullName")]
    [InlineData("Nguyễn An", "an", "hai ba bốn", "email telephone")]
    [InlineData("Nguyễn An", "an@hue", "12345", "email telephone")]
    [InlineData("Nguyễn An", "an @hue.vn", "+8423438222223333333333", "email telephone")]
    public void What_is_personal_is_checked_field_by_field(string? name, string? email, string? telephone, string wrong) =>
        AccountRules.CheckPerson(name, email, telephone).Select(p => p.Cell).ShouldBe(wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Names_have_a_limit() => AccountRules.CheckPerson(new string('a', 201), null, null).Single().Code.ShouldBe("account.name");

    public static TheoryData<string, string, Membership[]> Wrong => new()
    {
        { "account.noRole", "memberships", [] },
        { "account.unitMissing", "memberships[0].unit", [Of(Role.Reporter, null)] },
        { "account.unitUnknown", "memberships[0].unit", [Of(Role.Approver, "00000")] },
        { "account.unitNotAsked", "memberships[0].unit", [Of(Role.Leader, "SYT")] },
        { "account.endsBefore", "memberships[0].to", [Of(Role.Leader, null) with { To = Day }] },
        { "account.roleTwice", "memberships[1]", [Of(Role.Reporter, "SYT"), Of(Role.Reporter, "SYT") with { From = Day.AddDays(90) }] },
        { "account.twoUnits", "memberships[1]", [Of(Role.Reporter, "SYT"), Of(Role.Approver, "SGDDT")] },
        { "account.administratorAlone", "memberships[1]", [Of(Role.Administrator, null), Of(Role.Reporter, "SYT")] },
        { "account.administratorAlone", "memberships[1]", [Of(Role.Auditor, null), Of(Role.Administrator, null)] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Roles_that_do_not_fit_are_named_with_their_place(string code, string place, Membership[] memberships)
    {
        var problem = AccountRules.CheckMemberships([.. memberships], TestPlan.Register).ShouldHaveSingleItem();
        (problem.Code, problem.Cell).ShouldBe((code, place));
    }

    [Fact]
    public void Roles_of_one_unit_one_after_the_other_or_beside_a_role_of_the_city_fit()
    {
        ImmutableArray<Membership> memberships =
        [
            Of(Role.Reporter, "SGDDT") with { To = Day.AddDays(30) },
            Of(Role.Administrator, null) with { From = Day.AddDays(30), To = Day.AddDays(60) },
            Of(Role.Reporter, "SYT") with { From = Day.AddDays(60) },
            Of(Role.Approver, "SYT") with { From = Day.AddDays(60) },
            Of(Role.StandingAgency, null) with { From = Day.AddDays(60) },
        ];
        AccountRules.CheckMemberships(memberships, TestPlan.Register).ShouldBeEmpty();
    }

    [Fact]
    public void A_role_holds_from_its_first_day_and_no_longer_on_its_end()
    {
        var account = Account(Of(Role.Reporter, "SYT") with { To = Day.AddDays(2) });
        account.ActorOn(Day.AddDays(-1)).ShouldBeNull();
        account.ActorOn(Day).ShouldNotBeNull().Unit.ShouldBe("SYT");
        account.ActorOn(Day.AddDays(1)).ShouldNotBeNull();
        account.ActorOn(Day.AddDays(2)).ShouldBeNull();
        (account with { IsDisabled = true }).ActorOn(Day).ShouldBeNull();
        (account with { IsErased = true }).ActorOn(Day).ShouldBeNull();
    }

    [Fact]
    public void A_lasting_administrator_is_active_now_and_without_an_end()
    {
        var admin = Account(Of(Role.Administrator, null)) with { IsActivated = true };
        admin.IsLastingAdministrator(Day).ShouldBeTrue();
        Account[] others =
        [
            admin with { IsActivated = false }, admin with { IsDisabled = true }, admin with { IsErased = true },
            admin with { Memberships = [Of(Role.Administrator, null) with { To = Day.AddYears(1) }] },
            admin with { Memberships = [Of(Role.Administrator, null) with { From = Day.AddDays(1) }] },
            admin with { Memberships = [Of(Role.StandingAgency, null)] },
        ];
        others.ShouldAllBe(o => !o.IsLastingAdministrator(Day));
    }

    [Theory]
    [InlineData(Role.Reporter, "19960", "19960.reporter", new string[0])]
    [InlineData(Role.Reporter, "19960", "19960.reporter.2", new[] { "19960.reporter" })]
    [InlineData(Role.Reporter, "19960", "19960.reporter.10", new[] { "19960.reporter", "19960.reporter.9", "19960.reporter.2" })]
    [InlineData(Role.Approver, "19960", "19960.approver", new[] { "19960.approver.old" })]
    [InlineData(Role.StandingAgency, null, "standing.1", new string[0])]
    [InlineData(Role.StandingAgency, null, "standing.2", new[] { "standing" })]
    [InlineData(Role.Administrator, null, "admin.2", new[] { "admin" })]
    public void Handles_are_of_unit_role_and_a_number_that_was_never_given(Role role, string? unit, string expected, string[] used) =>
        Handles.Next(role, unit, [.. used]).ShouldBe(expected);

    private static Membership Of(Role role, string? unit) => new(role, unit, Day, null);

    private static Account Account(params Membership[] memberships) => new() { Handle = "x", Memberships = [.. memberships], CreatedAt = default, CreatedBy = "admin" };
}
