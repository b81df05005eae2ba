using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Privacy;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;

namespace SocialWork.Core.Reports.Agencies;

/// <summary>
/// Builds the report of one agency as one reader may see it: four queries, and two for each form that is masked for the reader.
/// Safe for concurrent use.
/// </summary>
public sealed class AgencyReportBuilder(ISubmissionReader reader, IObstacleList obstacles, FormMasks masks, FormArchive archive, CityClock clock, DemoMark demo)
{
    /// <summary>The report. Refused where there is no such agency that owes the season's report (<c>agency.unknown</c>), or it is not the reader's to see (<c>access.denied</c>).</summary>
    public async Task<Result<AgencyReport>> BuildAsync(Actor actor, PlanModel model, string unit, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeReportOf(actor, unit)) return Denied;
        if (Find(model, unit) is not { } agency) return Unknown(unit);
        var (plan, now) = (model.Plan, clock.Now);
        var period = Periods.Annual(plan.Year);
        var forms = model.Forms.Where(form => model.Fills(agency, form.Definition) && Periods.Has(form.Definition, plan.Year, period)).ToArray();
        var stored = await reader.ContentsAsync(plan.Id, period, [.. forms.Select(form => form.Compiled)], [agency.Code], cancellationToken);
        var counting = stored.Where(content => content.Counting is not null).ToDictionary(content => content.Submission.Key.Form, StringComparer.Ordinal);
        var shown = ImmutableArray.CreateBuilder<AgencyForm>();
        foreach (var form in forms) shown.Add(await FormAsync(actor, model, agency, form, counting.GetValueOrDefault(form.Code), cancellationToken));
        var raised = await obstacles.ListAsync(plan.Id, cancellationToken);
        var results = counting.GetValueOrDefault(TaskResults.Code)?.Counting?.Values;
        return new AgencyReport
        {
            Plan = plan.Id,
            Year = plan.Year,
            PlanIssuer = plan.IssuerName.Vi,
            Unit = agency.Code,
            Reporter = AgencyLetterhead.Reporter(plan, agency),
            Territory = AgencyLetterhead.Territory(agency),
            Addressee = plan.Party(plan.StandingAgency) is { } standing ? plan.WithPlace(standing.Name.Vi) : plan.StandingAgency,
            AsOf = now,
            Demo = demo.IsDemo,
            Tasks = [.. plan.TasksOf(agency).Select(task => Task(plan, task, results, CityClock.DateIn(now)))],
            Forms = shown.ToImmutable(),
            Facilities = await FacilitiesAsync(model, agency, period, cancellationToken),
            Obstacles = [.. raised.Where(raisedBy => raisedBy.Unit == agency.Code).Select(o => new ObstacleLine(o.Id, o.Unit, agency.Name, o.Description, o.Level, o.Proposal, Names.Of(o.State), CityClock.DateIn(o.RaisedAt)))],
        };
    }

    /// <summary>An agency that owes the season's report, or null.</summary>
    public static Unit? Find(PlanModel model, string unit) => model.Units.Find(unit) is { } found && model.Plan.Owing(model.Plan.SeasonReport, model.Units).Any(owing => owing.Code == found.Code) ? found : null;

    private async Task<AgencyForm> FormAsync(Actor actor, PlanModel model, Unit agency, PlanForm form, StoredContent? content, CancellationToken cancellationToken)
    {
        var shown = new AgencyForm(form.Code, form.Definition.Title.Vi, form.Definition.FilledBy is FilledBy.AllAgencies, FormShowing.NotSent, null, []);
        if (content?.Counting is not { } version) return shown;
        var isMasked = AccessPolicy.IsMasked(actor, form.Definition);
        if (!isMasked && !AccessPolicy.MayRead(actor, model.Plan, agency, form.Definition)) return shown with { Showing = FormShowing.Closed };
        var compiled = archive[version.FormHash];
        var hidden = (await masks.ReadAsync(actor, model, form, cancellationToken)).Hidden(version.Key, version.Number, compiled, version.Values);
        return shown with
        {
            Showing = content.Submission.State == SubmissionState.Accepted ? FormShowing.Accepted : FormShowing.Sent,
            DataAsOf = version.DataAsOf,
            Tables = new FormTables(model.Plan, version.Values, hidden).Of(compiled.Definition, model.Submitting(agency)),
        };
    }

    private static AgencyTask Task(Plan plan, PlanTask task, FormValues? results, DateOnly today)
    {
        var state = TaskBoard.StateOf(plan, task, results, today);
        return new AgencyTask(
            task.Id.Value, task.Title.Vi, state, Words(TaskResults.MainResult), Words(TaskResults.Quantity), Words(TaskResults.EvidenceDocument), Words(TaskResults.Reason));

        string Words(FormField field) => results?[new CellKey(field.Id, task.Id.Value)] switch
        {
            CellValue.Words words => words.Value,
            CellValue.Number number => Indicators.Rate.Print(number.Value),
            _ => string.Empty,
        };
    }

    private async Task<ImmutableArray<FacilityForms>> FacilitiesAsync(PlanModel model, Unit agency, string period, CancellationToken cancellationToken)
    {
        var owed = (from form in model.Forms
                    where form.Definition.FilledBy is FilledBy.FacilitiesOf && !model.Fills(agency, form.Definition) && Periods.Has(form.Definition, model.Plan.Year, period)
                    let facilities = model.Fillers(form.Definition).Where(facility => model.Plan.AgencyFor(facility, form.Definition.Approval) == agency.Code).Select(facility => facility.Code).ToHashSet(StringComparer.Ordinal)
                    where facilities.Count > 0
                    select (Form: form, Facilities: facilities)).ToArray();
        if (owed.Length == 0) return [];
        var standings = await reader.StandingsAsync(model.Plan.Id, period, [.. owed.Select(one => one.Form.Code)], cancellationToken);
        return [.. owed.Select(one => new FacilityForms(
            one.Form.Code, one.Form.Definition.Title.Vi, standings.Count(s => s.Form == one.Form.Code && s.CountingVersion is not null && one.Facilities.Contains(s.Unit)), one.Facilities.Count))];
    }

    private static Refusal Denied => new(RefusalKind.Forbidden, "access.denied", "Tài khoản này không có quyền xem báo cáo của đơn vị này.", "This account may not see the report of this unit.");

    private static Refusal Unknown(string unit) => new(
        RefusalKind.NotFound, "agency.unknown", $"Kế hoạch không có đơn vị nào mã “{unit}” phải gửi báo cáo kết quả.", $"The plan has no unit '{unit}' that owes the report of results.");
}
