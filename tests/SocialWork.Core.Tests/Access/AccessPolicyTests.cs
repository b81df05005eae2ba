using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using Xunit;

namespace SocialWork.Core.Tests.Access;

public sealed class AccessPolicyTests
{
    private const string CommuneCode = "19753";

    private static readonly Unit Agency = TestPlan.Register.On(TestPlan.Plan.CutOff).Find("SGDDT")!;
    private static readonly Unit Commune = TestPlan.Register.On(TestPlan.Plan.CutOff).Find(CommuneCode)!;
    private static readonly Unit School = TestPlan.Facility("GD-001", UnitTypes.School, "education", CommuneCode);
    private static readonly Unit Station = TestPlan.Facility("TYT-001", UnitTypes.HealthStation, "health", CommuneCode);
    private static readonly FormDefinition Form = Training.Form;
    private static readonly FormDefinition ByCommune = Form with { Approval = Approval.Commune };

    /// <summary>Whose form it is, seen from the account's unit.</summary>
    public enum Whose
    {
        Own,
        FacilityOfOwn,
        Foreign,
    }

    public static TheoryData<Role, Whose, SubmissionAction, SubmissionState> Steps
    {
        get
        {
            var table = new TheoryData<Role, Whose, SubmissionAction, SubmissionState>();
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var whose in Enum.GetValues<Whose>())
                {
                    foreach (var action in Enum.GetValues<SubmissionAction>())
                    {
                        table.Add(role, whose, action, SubmissionState.Submitted);
                        table.Add(role, whose, action, SubmissionState.Approved);
                    }
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_for_the_role_and_the_unit_that_it_belongs_to(Role role, Whose whose, SubmissionAction action, SubmissionState state)
    {
        var answers = whose != Whose.Foreign;
        var expected = (role, action) switch
        {
            (Role.Reporter, SubmissionAction.Save or SubmissionAction.Submit) => answers,
            (Role.Approver, SubmissionAction.Approve) => answers,
            (Role.Approver, SubmissionAction.Return) => answers && state == SubmissionState.Submitted,
            (Role.StandingAgency, SubmissionAction.Return) => state != SubmissionState.Submitted,
            (Role.StandingAgency, SubmissionAction.Accept or SubmissionAction.Reopen or SubmissionAction.Paper) => true,
            _ => false,
        };
        AccessPolicy.May(Actor(role, "SGDDT"), action, state, TestPlan.Plan, Unit(whose), Form).ShouldBe(expected);
    }

    [Theory]
    [InlineData(Role.Reporter, Whose.Own, true, true)]
    [InlineData(Role.Reporter, Whose.FacilityOfOwn, true, true)]
    [InlineData(Role.Reporter, Whose.Foreign, false, false)]
    [InlineData(Role.Approver, Whose.Own, true, true)]
    [InlineData(Role.Approver, Whose.FacilityOfOwn, true, true)]
    [InlineData(Role.Approver, Whose.Foreign, false, false)]
    [InlineData(Role.StandingAgency, Whose.Foreign, true, true)]
    [InlineData(Role.Leader, Whose.Foreign, true, false)]
    [InlineData(Role.Auditor, Whose.Foreign, true, false)]
    [InlineData(Role.Administrator, Whose.Own, false, false)]
    [InlineData(Role.Administrator, Whose.Foreign, false, false)]
    public void Values_are_read_by_those_who_answer_and_by_those_who_follow(Role role, Whose whose, bool open, bool restricted)
    {
        var actor = Actor(role, "SGDDT");
        AccessPolicy.MayRead(actor, TestPlan.Plan, Unit(whose), Form).ShouldBe(open);
        AccessPolicy.MayRead(actor, TestPlan.Plan, Unit(whose), Form with { Sensitivity = Sensitivity.Restricted }).ShouldBe(restricted);
    }

    [Theory]
    [InlineData(Role.Leader, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.StandingAgency, false)]
    [InlineData(Role.Reporter, false)]
    [InlineData(Role.Approver, false)]
    [InlineData(Role.Administrator, false)]
    public void Masked_forms_are_masked_for_readers_of_the_city_alone(Role role, bool masked)
    {
        var form = Form with { Sensitivity = Sensitivity.Masked([], ["x"]) };
        AccessPolicy.IsMasked(Actor(role, "SGDDT"), form).ShouldBe(masked);
        AccessPolicy.IsMasked(Actor(role, "SGDDT"), Form).ShouldBeFalse();
        AccessPolicy.IsMasked(Actor(role, "SGDDT"), Form with { Sensitivity = Sensitivity.Restricted }).ShouldBeFalse();
    }

    [Fact]
    public void A_facility_works_on_its_own_form_and_on_no_other()
    {
        var school = Actor(Role.Reporter, School.Code);
        AccessPolicy.May(school, SubmissionAction.Save, SubmissionState.Draft, TestPlan.Plan, School, Form).ShouldBeTrue();
        AccessPolicy.May(school, SubmissionAction.Save, SubmissionState.Draft, TestPlan.Plan, Station, Form).ShouldBeFalse();
        AccessPolicy.May(school, SubmissionAction.Save, SubmissionState.Draft, TestPlan.Plan, Agency, Form).ShouldBeFalse();
    }

    [Fact]
    public void Where_a_form_says_so_the_commune_of_the_seat_answers_for_the_facility_and_the_agency_does_not()
    {
        AccessPolicy.May(Actor(Role.Approver, CommuneCode), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Station, ByCommune).ShouldBeTrue();
        AccessPolicy.May(Actor(Role.Approver, "SYT"), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Station, ByCommune).ShouldBeFalse();
        AccessPolicy.May(Actor(Role.Approver, "SYT"), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Station, Form).ShouldBeTrue();
        AccessPolicy.May(Actor(Role.Approver, CommuneCode), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Station, Form).ShouldBeFalse();
    }

    [Fact]
    public void A_facility_submits_and_does_not_send_by_itself()
    {
        foreach (var action in new[] { SubmissionAction.Approve, SubmissionAction.Return })
        {
            AccessPolicy.May(Actor(Role.Approver, School.Code), action, SubmissionState.Submitted, TestPlan.Plan, School, Form).ShouldBeFalse();
            AccessPolicy.May(Actor(Role.Approver, Station.Code), action, SubmissionState.Submitted, TestPlan.Plan, Station, ByCommune).ShouldBeFalse();
            AccessPolicy.May(Actor(Role.Approver, Agency.Code), action, SubmissionState.Submitted, TestPlan.Plan, Agency, Form).ShouldBeTrue();
        }

        AccessPolicy.May(Actor(Role.Reporter, School.Code), SubmissionAction.Submit, SubmissionState.Draft, TestPlan.Plan, School, Form).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Role.Reporter, true)]
    [InlineData(Role.Approver, false)]
    [InlineData(Role.StandingAgency, true)]
    [InlineData(Role.Leader, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Administrator, false)]
    public void Files_are_attached_by_those_who_enter_data(Role role, bool may) => AccessPolicy.MayAttach(Actor(role, "SGDDT")).ShouldBe(may);

    [Fact]
    public void A_commune_answers_for_itself_and_not_for_another()
    {
        AccessPolicy.May(Actor(Role.Approver, CommuneCode), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Commune, Form).ShouldBeTrue();
        AccessPolicy.May(Actor(Role.Approver, "19789"), SubmissionAction.Approve, SubmissionState.Submitted, TestPlan.Plan, Commune, Form).ShouldBeFalse();
    }

    [Fact]
    public void An_account_of_no_unit_answers_for_nobody_and_an_account_of_no_role_may_nothing()
    {
        foreach (var action in Enum.GetValues<SubmissionAction>())
        {
            foreach (var state in Enum.GetValues<SubmissionState>())
            {
                AccessPolicy.May(new Actor("x", [Role.Reporter, Role.Approver], null), action, state, TestPlan.Plan, Agency, Form).ShouldBeFalse();
                AccessPolicy.May(new Actor("x", [], "SGDDT"), action, state, TestPlan.Plan, Agency, Form).ShouldBeFalse();
            }
        }

        AccessPolicy.MayRead(new Actor("x", [], "SGDDT"), TestPlan.Plan, Agency, Form).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Reporter, false, false)]
    [InlineData(Role.Approver, false, false)]
    [InlineData(Role.StandingAgency, true, true)]
    [InlineData(Role.Leader, true, true)]
    [InlineData(Role.Auditor, true, true)]
    [InlineData(Role.Administrator, true, false)]
    public void The_city_is_seen_by_those_who_follow_and_figures_are_traced_by_those_who_read(Role role, bool city, bool trace)
    {
        AccessPolicy.MaySeeCity(Actor(role, "SGDDT")).ShouldBe(city);
        AccessPolicy.MayTrace(Actor(role, "SGDDT")).ShouldBe(trace);
    }

    /// <summary>Row by row: who, of which unit, and whether they may maintain the school, the station, a facility of the communes' own sector, an agency.</summary>
    [Theory]
    [InlineData(Role.Reporter, "SGDDT", true, false, false, false)]
    [InlineData(Role.Approver, "SGDDT", true, false, false, false)]
    [InlineData(Role.Reporter, "SYT", false, true, false, false)]
    [InlineData(Role.Approver, "SYT", false, true, false, false)]
    [InlineData(Role.Reporter, CommuneCode, false, true, true, false)]
    [InlineData(Role.Approver, CommuneCode, false, true, true, false)]
    [InlineData(Role.Reporter, "19789", false, false, false, false)]
    [InlineData(Role.Reporter, "GD-001", false, false, false, false)]
    [InlineData(Role.Reporter, "TYT-001", false, false, false, false)]
    [InlineData(Role.Reporter, null, false, false, false, false)]
    [InlineData(Role.StandingAgency, null, true, true, true, true)]
    [InlineData(Role.Administrator, null, false, false, false, true)]
    [InlineData(Role.Administrator, "SGDDT", false, false, false, true)]
    [InlineData(Role.Leader, "SGDDT", false, false, false, false)]
    [InlineData(Role.Auditor, "SGDDT", false, false, false, false)]
    public void A_unit_is_maintained_by_the_agency_of_its_sector_a_station_by_its_commune_too(Role role, string? unit, bool school, bool station, bool ofCommunes, bool agency)
    {
        var actor = new Actor("tài khoản", [role], unit);
        AccessPolicy.MayMaintain(actor, TestPlan.Plan, School).ShouldBe(school);
        AccessPolicy.MayMaintain(actor, TestPlan.Plan, Station).ShouldBe(station);
        AccessPolicy.MayMaintain(actor, TestPlan.Plan, School with { ManagingSector = "communes" }).ShouldBe(ofCommunes);
        AccessPolicy.MayMaintain(actor, TestPlan.Plan, Agency).ShouldBe(agency);
        AccessPolicy.MayMaintain(actor, TestPlan.Plan, Commune).ShouldBe(agency);
        AccessPolicy.MaySeeChanges(actor, TestPlan.Plan, School).ShouldBe(school || AccessPolicy.MaySeeCity(actor));
    }

    [Fact]
    public void An_account_of_no_role_maintains_nothing() =>
        AccessPolicy.MayMaintain(new Actor("x", [], "SGDDT"), TestPlan.Plan, School).ShouldBeFalse();

    private static Actor Actor(Role role, string unit) => new("tài khoản", [role], unit);

    private static Unit Unit(Whose whose) => whose switch
    {
        Whose.Own => Agency,
        Whose.FacilityOfOwn => School,
        _ => Station,
    };
}
