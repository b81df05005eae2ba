using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Host.Demo.Forms;

namespace SocialWork.Host.Demo.Season;

/// <summary>
/// The figures of the year before, which the standing agency took over from the agencies' paper reports in January, so that
/// the first year has something to compare with.
/// </summary>
internal sealed class LastYear(PlanModel model)
{
    // A plan and its tasks are of their own year; the others are asked for the first time in 2026.
    private static readonly ImmutableArray<string> NotTakenOver = ["K1", "K2", "YT3", "YT5", "GD3"];
    private readonly FormFiller _filler = new(model, Year);

    /// <summary>The year before the one that is shown.</summary>
    public const int Year = DemoFacts.Year - 1;

    /// <summary>The last day of the year.</summary>
    public static DateOnly End { get; } = new(Year, 12, 31);

    /// <summary>What a unit reported for that year; null where it was not asked, did not exist or sent no paper.</summary>
    public FormValues? Values(PlanForm form, Unit unit)
    {
        if (NotTakenOver.Contains(form.Code) || unit.Code == DemoFacts.MissingUnit || !unit.ValidOn(End)) return null;
        var values = _filler.Fill(form, unit);
        var context = model.Context(unit, form.Definition, DateOnly.FromDateTime(Entered(unit).DateTime), Periods.Annual(Year));
        return FormValidator.Validate(form.Compiled, values, context).Any(f => f.Severity == Severity.Error) ? null : values;
    }

    /// <summary>The steps that enter them and take them for good.</summary>
    public static ImmutableArray<Step> TakenOver(PlanForm form, Unit unit, PlanModel model, FormValues values)
    {
        var key = new SubmissionKey(model.Plan.Id, form.Code, unit.Code, Periods.Annual(Year));
        var at = Entered(unit);
        var receipt = new PaperReceipt(DemoPapers.ScanOf(AgencyOf(model, form, unit)), DateOnly.FromDateTime(at.DateTime).AddDays(-1));
        var paper = new SubmissionVersion(key, 0, form.Compiled.Hash, values, End, "standing", at) { Paper = receipt };
        var accepted = at.AddMinutes(10);
        return
        [
            new Step(key, form, unit, 1, at, (now, _) => SubmissionWorkflow.Paper(now, untouched: true, paper, $"Số liệu năm {Year} gửi bằng bản giấy, nhập để đối chiếu.")),
            new Step(key, form, unit, 2, accepted, (now, _) => SubmissionWorkflow.Accept(now, "standing", accepted)),
        ];
    }

    /// <summary>The agency whose people report for a unit.</summary>
    public static string AgencyOf(PlanModel model, PlanForm form, Unit unit) => model.Plan.AgencyFor(unit, form.Definition.Approval) ?? unit.Code;

    private static DateTimeOffset Entered(Unit unit)
    {
        var chance = DemoRandom.For("last year", unit.Code);
        return Calendar.OfficeHours(Calendar.WorkingDay(new DateOnly(DemoFacts.Year, 1, chance.Int(13, 30))), chance);
    }
}
