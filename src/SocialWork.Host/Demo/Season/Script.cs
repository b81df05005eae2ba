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

/// <summary>Turns the story into steps: every form of every unit, with its values and its moments.</summary>
internal sealed class Script(PlanModel model)
{
    private static readonly TimeSpan City = TimeSpan.FromHours(7);
    private readonly FormFiller _filler = new(model, model.Plan.Year);
    private readonly LastYear _lastYear = new(model);

    /// <summary>The steps of the season, in the order of time; last year's figures come first.</summary>
    public ImmutableArray<Step> Steps() =>
    [
        .. from form in model.Forms
           where form.Definition.Period != ReportingPeriod.AdHoc
           from unit in model.Fillers(form.Definition)
           let before = _lastYear.Values(form, unit)
           from step in Steps(form, unit, Story.Of(form, unit), before)
           orderby step.At, step.Key.ToString()
           select step,
    ];

    private ImmutableArray<Step> Steps(PlanForm form, Unit unit, Course course, FormValues? before) =>
        before is null ? ThisYear(form, unit, course, before) : [.. LastYear.TakenOver(form, unit, model, before), .. ThisYear(form, unit, course, before)];

    private ImmutableArray<Step> ThisYear(PlanForm form, Unit unit, Course course, FormValues? before)
    {
        if (course == Course.Absent) return [];
        var key = new SubmissionKey(model.Plan.Id, form.Code, unit.Code, Periods.Annual(model.Plan.Year));
        var moments = Moments.Of(form, unit);
        var values = _filler.Fill(form, unit);
        // What would be refused to a person is not sent here either.
        if (course != Course.Draft && HasErrors(form, unit, values, moments)) course = Course.Draft;
        if (course == Course.Draft) values = Begun(form, values);
        var list = new StepList(key, form, unit, LastYear.AgencyOf(model, form, unit), sent => Explained.Warnings(form, unit, sent, before, Context(form, unit, moments)));
        switch (course)
        {
            case Course.Draft:
                list.Save(moments.Saved, values, moments.FiguresAt);
                break;
            case Course.Corrected:
                Corrected(list, values, moments);
                break;
            case Course.Returned:
                Sent(list, values, moments).Return(On(25, 10, 20), "Đề nghị giải trình số người có nhu cầu, đối chiếu sổ tiếp nhận của phòng công tác xã hội trước khi gửi lại.", [new CellKey("kt_co_nhu_cau"), new CellKey("kt_duoc_ho_tro")]);
                break;
            case Course.Reopened:
                Reopened(list, values, moments);
                break;
            default:
                Plain(list, values, moments, course);
                break;
        }

        return list.Steps;
    }

    private static void Plain(StepList list, FormValues values, Moments moments, Course course)
    {
        list.Save(moments.Saved, values, moments.FiguresAt).Submit(moments.Submitted);
        if (course == Course.Submitted) return;
        list.Approve(moments.Sent);
        if (course == Course.Accepted) list.Accept(moments.Accepted);
    }

    private static StepList Sent(StepList list, FormValues values, Moments moments) =>
        list.Save(On(16, 9, 5), values, moments.FiguresAt).Submit(On(17, 8, 40)).Approve(On(19, 15, 10));

    // The first version counted the loudspeaker items of a quarter twice.
    private static void Corrected(StepList list, FormValues values, Moments moments)
    {
        var cell = new CellKey("tin_bai", "TRUYEN_THANH");
        var wrong = values[cell] is CellValue.Number right ? new FormValues(values.Cells.SetItem(cell, new CellValue.Number(right.Value * 2))) : values;
        Sent(list, wrong, moments)
            .Return(On(23, 9, 30), "Số tin, bài truyền thanh cơ sở cao gấp đôi số các xã, phường đã báo cáo. Đề nghị kiểm tra, loại phần tính trùng.", [cell])
            .Save(On(24, 14, 15), values, moments.FiguresAt)
            .Submit(On(24, 15, 0))
            .Approve(On(25, 8, 45))
            .Accept(On(26, 10, 0));
    }

    private static void Reopened(StepList list, FormValues values, Moments moments)
    {
        var cell = new CellKey("chuyen_tyt", "DT1");
        var first = values[cell] is CellValue.Number last ? new FormValues(values.Cells.SetItem(cell, new CellValue.Number(last.Value + 4))) : values;
        Sent(list, first, moments)
            .Accept(On(20, 9, 0))
            .Reopen(On(24, 9, 0), "Phường đề nghị đính chính số lượt chuyển gửi người cao tuổi sau khi đối chiếu với trạm y tế.")
            .Save(On(25, 10, 30), values, moments.FiguresAt)
            .Submit(On(25, 11, 0))
            .Approve(On(26, 8, 30))
            .Accept(On(27, 9, 15));
    }

    /// <summary>A draft somebody has only begun: the first sections, not the totals at the end.</summary>
    private static FormValues Begun(PlanForm form, FormValues values)
    {
        var kept = form.Definition.Fields.Take(Math.Max(1, form.Definition.Fields.Length / 2)).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return new FormValues(values.Cells.Where(c => kept.Contains(c.Key.Field)).ToImmutableDictionary());
    }

    private bool HasErrors(PlanForm form, Unit unit, FormValues values, Moments moments) =>
        FormValidator.Validate(form.Compiled, values, Context(form, unit, moments)).Any(f => f.Severity == Severity.Error);

    private RuleContext Context(PlanForm form, Unit unit, Moments moments) =>
        model.Context(unit, form.Definition, DateOnly.FromDateTime(moments.Submitted.ToOffset(City).DateTime));

    private static DateTimeOffset On(int day, int hour, int minute) => Calendar.At(new DateOnly(2026, 11, day), hour, minute);
}
