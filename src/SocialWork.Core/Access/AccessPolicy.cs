using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;

namespace SocialWork.Core.Access;

/// <summary>
/// Who may do what: the one place that decides. What is not allowed here is denied. Pure; safe for concurrent use.
/// </summary>
public static class AccessPolicy
{
    /// <summary>Whether an account may see every value of a unit's form.</summary>
    public static bool MayRead(Actor actor, Plan plan, Unit unit, FormDefinition form)
    {
        if (AnswersFor(actor, plan, unit, form) && (actor.Is(Role.Reporter) || actor.Is(Role.Approver))) return true;
        if (actor.Is(Role.StandingAgency)) return true;
        return form.Sensitivity is Sensitivity.OpenValues && (actor.Is(Role.Leader) || actor.Is(Role.Auditor));
    }

    /// <summary>
    /// Whether an account sees a masked form of a single unit with the small numbers of sensitive groups hidden: readers of the
    /// city, where <see cref="MayRead"/> does not show them the whole.
    /// </summary>
    public static bool IsMasked(Actor actor, FormDefinition form) =>
        form.Sensitivity is Sensitivity.MaskedValues && !actor.Is(Role.StandingAgency) && (actor.Is(Role.Leader) || actor.Is(Role.Auditor));

    /// <summary>Whether an account may see what a unit has not sent yet.</summary>
    public static bool MaySeeDraft(Actor actor, Plan plan, Unit unit, FormDefinition form) => actor.Is(Role.StandingAgency) || AnswersFor(actor, plan, unit, form);

    /// <summary>
    /// Whether an account may see the sum of a form's cells by themselves, for the city or for one place. A restricted form
    /// shows in its indicators alone; a masked one at city level, and of a place to those for whom it is masked.
    /// </summary>
    public static bool MaySeeSum(Actor actor, FormDefinition form, bool ofOnePlace) =>
        actor.Is(Role.StandingAgency) || form.Sensitivity is Sensitivity.OpenValues || (form.Sensitivity is Sensitivity.MaskedValues && !ofOnePlace) || IsMasked(actor, form);

    /// <summary>Whether an account may see which unit added what to a sum of a form's cells; where the form is masked for it, of what is not hidden.</summary>
    public static bool MaySeeSources(Actor actor, FormDefinition form) => actor.Is(Role.StandingAgency) || form.Sensitivity is Sensitivity.OpenValues || IsMasked(actor, form);

    /// <summary>Whether an account may take a step with a unit's form.</summary>
    public static bool May(Actor actor, SubmissionAction action, SubmissionState state, Plan plan, Unit unit, FormDefinition form) => action switch
    {
        SubmissionAction.Save or SubmissionAction.Submit => actor.Is(Role.Reporter) && AnswersFor(actor, plan, unit, form),
        SubmissionAction.Approve => actor.Is(Role.Approver) && Decides(actor, plan, unit, form),
        SubmissionAction.Return when state == SubmissionState.Submitted => actor.Is(Role.Approver) && Decides(actor, plan, unit, form),
        SubmissionAction.Accept or SubmissionAction.Return or SubmissionAction.Reopen or SubmissionAction.Paper => actor.Is(Role.StandingAgency),
        _ => false,
    };

    /// <summary>Whether an account decides on anything that units submit or send; on what, says <see cref="May"/>.</summary>
    public static bool MayReview(Actor actor) => actor.Is(Role.Approver) || actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may see the combined report and who owes what in the whole city.</summary>
    public static bool MaySeeCity(Actor actor) =>
        actor.Is(Role.StandingAgency) || actor.Is(Role.Leader) || actor.Is(Role.Auditor) || actor.Is(Role.Administrator);

    /// <summary>Whether an account may freeze the combined report and issue it.</summary>
    public static bool MayTakeSnapshots(Actor actor) => actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may see a snapshot of the combined report: an agency once it is issued.</summary>
    public static bool MaySeeSnapshot(Actor actor, bool isIssued) => MaySeeCity(actor) || (isIssued && actor.Unit is not null);

    /// <summary>Whether an account may see what a unit owes, and where each of its forms stands.</summary>
    public static bool MaySeeStanding(Actor actor, string unit) => MaySeeCity(actor) || actor.Unit == unit;

    /// <summary>
    /// Whether an account may see the report that an agency makes of what it sent; how much of each form, say <see cref="MayRead"/>
    /// and <see cref="IsMasked"/>.
    /// </summary>
    public static bool MaySeeReportOf(Actor actor, string unit) => MayTrace(actor) || (actor.Unit == unit && (actor.Is(Role.Reporter) || actor.Is(Role.Approver)));

    /// <summary>Whether an account may see which of a unit's values make up a figure.</summary>
    public static bool MayTrace(Actor actor) => actor.Is(Role.StandingAgency) || actor.Is(Role.Leader) || actor.Is(Role.Auditor);

    /// <summary>Whether an account may see what obstacles a unit raised.</summary>
    public static bool MaySeeObstacle(Actor actor, string unit) => MaySeeCity(actor) || actor.Unit == unit;

    /// <summary>Whether an account may raise an obstacle for its unit.</summary>
    public static bool MayRaiseObstacle(Actor actor) => actor.Unit is not null && actor.Is(Role.Reporter);

    /// <summary>Whether an account may route, answer and close obstacles.</summary>
    public static bool MayAnswerObstacle(Actor actor) => actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may write the words of the combined report, and what the office alone knows of its document.</summary>
    public static bool MayWriteReport(Actor actor) => actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may attach files: those who enter data.</summary>
    public static bool MayAttach(Actor actor) => actor.Is(Role.Reporter) || actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may hand in filled workbooks of forms; what stands in them is judged form by form.</summary>
    public static bool MayHandIn(Actor actor) => actor.Is(Role.Reporter) || actor.Is(Role.Approver) || actor.Is(Role.StandingAgency);

    /// <summary>Whether an account may maintain any unit at all; which, says <see cref="MayMaintain"/>.</summary>
    public static bool MayMaintainUnits(Actor actor) => MayHandIn(actor) || actor.Is(Role.Administrator);

    /// <summary>Whether an account may see the audit log and how the installation is set up.</summary>
    public static bool MaySeeLog(Actor actor) => actor.Is(Role.Auditor) || actor.Is(Role.Administrator);

    /// <summary>Whether an account may save everything, and see what was saved.</summary>
    public static bool MayBackUp(Actor actor) => actor.Is(Role.Administrator);

    /// <summary>
    /// Whether an account may maintain a unit of the register as one of its rows has it: the agency of the managing sector its
    /// facilities, a commune its health station, the standing agency every unit, an administrator the agencies. A change must
    /// be allowed on the row before it and on the row after it, so that no agency hands a facility to another or takes one.
    /// </summary>
    public static bool MayMaintain(Actor actor, Plan plan, Unit unit)
    {
        if (actor.Is(Role.StandingAgency)) return true;
        if (!UnitKinds.IsFacility(unit.Type)) return actor.Is(Role.Administrator);
        if (actor.Unit is null || !(actor.Is(Role.Reporter) || actor.Is(Role.Approver))) return false;
        return AnswersFor(actor.Unit, plan, unit);
    }

    /// <summary>Whether an agency answers for a facility: that of the managing sector, and a commune for its health station.</summary>
    public static bool AnswersFor(string agency, Plan plan, Unit facility) =>
        agency == plan.AgencyFor(facility, Approval.ManagingAgency) || (facility.Type == UnitTypes.HealthStation && agency == plan.AgencyFor(facility, Approval.Commune));

    /// <summary>Whether an account may see who changed a unit of the register, and when; the register itself is public.</summary>
    public static bool MaySeeChanges(Actor actor, Plan plan, Unit unit) => MaySeeCity(actor) || MayMaintain(actor, plan, unit);

    /// <summary>Whether an account belongs to the unit itself, or to the agency or commune that answers for it in a form.</summary>
    public static bool AnswersFor(Actor actor, Plan plan, Unit unit, FormDefinition form) =>
        actor.Unit is not null && (actor.Unit == unit.Code || actor.Unit == plan.AgencyFor(unit, form.Approval));

    // What a facility submits is sent by the agency, or the commune, that the form names; an agency's by its own head.
    private static bool Decides(Actor actor, Plan plan, Unit unit, FormDefinition form) =>
        actor.Unit is not null && actor.Unit == (plan.AgencyFor(unit, form.Approval) ?? unit.Code);
}
