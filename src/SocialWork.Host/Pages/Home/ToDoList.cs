using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Review;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Pages.Home;

/// <summary>What an account owes or must decide, made of what its desks show.</summary>
/// <param name="model">The plan.</param>
/// <param name="today">Today in the city.</param>
/// <param name="calendar">Working days, for the advice.</param>
internal sealed class ToDoList(PlanModel model, DateOnly today, HolidayCalendar calendar)
{
    /// <summary>What the account has to do, in the order in which it presses.</summary>
    public ImmutableArray<ToDo> Of(Actor actor, UnitDesk? unit, CityDesk? city, ImmutableArray<ReviewItem> waiting) =>
    [
        .. ToDo.InOrder(
        [
            .. unit is not null && actor.Is(Role.Reporter) ? ToFill(unit) : [],
            .. ToDecide(waiting, city),
            .. city is not null && actor.Is(Role.StandingAgency) ? ToFollow(city) : [],
            .. actor.Is(Role.Administrator) ? ToMend() : [],
        ]),
    ];

    /// <summary>What comes next and when, for an account that has nothing to do now.</summary>
    public Text Next(Actor actor, UnitDesk? unit)
    {
        if (unit is not null && !actor.Is(Role.Reporter) && actor.Is(Role.Approver) && unit.Duties.Select(duty => duty.Status).Where(status => status is { State: DutyState.Open or DutyState.Overdue }).MinBy(status => status.Before) is { Before: { } awaited } open)
        {
            var left = open.FormsOwed - open.FormsSent;
            return new Text(
                $"Không có biểu nào chờ duyệt. Đơn vị còn {left} biểu chưa gửi, hạn trước ngày {When.Date(awaited)}; biểu được trình sẽ hiện ở đây.",
                $"Nothing waits for approval. The unit has {left} forms to send before {When.Date(awaited)}; what is submitted shows here.");
        }

        var ahead = model.Plan.Duties.Where(duty => duty.Before > today && (unit is null || unit.Duties.Any(own => own.Status.Duty == duty.Id))).MinBy(duty => duty.Before);
        if (ahead is { Before: { } before })
        {
            return new Text(
                $"Hiện không có việc nào phải làm. Mốc tiếp theo: {ahead.Title.Vi}, hạn trước ngày {When.Date(before)}.",
                $"There is nothing to do now. Next: {ahead.Title.En}, due before {When.Date(before)}.");
        }

        return new Text(
            $"Hiện không có việc nào phải làm. Mọi mốc của năm {model.Plan.Year} đã qua; việc mới hiện ở đây khi kế hoạch năm {model.Plan.Year + 1} được ban hành hoặc khi có biểu bị trả lại.",
            $"There is nothing to do now. Every date of {model.Plan.Year} has passed; new work shows here when the plan of {model.Plan.Year + 1} is issued or a form is returned.");
    }

    private IEnumerable<ToDo> ToFill(UnitDesk desk)
    {
        foreach (var form in desk.Duties.SelectMany(duty => duty.Forms).Concat(desk.OwnForms).DistinctBy(form => form.Code).Where(form => form.IsOpen))
        {
            var due = DueOf(form.Code, desk.Unit.Code);
            // What is asked for only when something arises is not owed before somebody has begun it.
            if (due.State == DutyState.WhenArising && form.State == SubmissionState.NotStarted) continue;
            yield return new ToDo(form.Code, form.Title, DeedOf(form.State), $"/submissions/{model.Plan.Id}/{form.Code}/{desk.Unit.Code}", due, form.State == SubmissionState.Returned);
        }

        foreach (var form in desk.Facilities.Where(form => form.Open > 0))
        {
            yield return new ToDo(
                form.Code, form.Title, new Text($"{When.Number(form.Open)} cơ sở chưa gửi", form.Open == 1 ? "1 facility has not sent" : $"{When.Number(form.Open)} facilities have not sent"),
                $"/submissions/{model.Plan.Id}/{form.Code}", DueOf(form.Code, desk.Unit.Code));
        }
    }

    // One row for a form alone, one for all of a kind: the queue itself is a page away.
    private IEnumerable<ToDo> ToDecide(ImmutableArray<ReviewItem> waiting, CityDesk? city)
    {
        foreach (var group in waiting.GroupBy(item => (item.Form.Code, item.Decision)))
        {
            var first = group.First();
            var count = group.Count();
            var isSending = group.Key.Decision == SubmissionAction.Approve;
            yield return new ToDo(
                first.Form.Code, first.Form.Definition.Title,
                (isSending, count) switch
                {
                    (true, 1) => new Text($"Duyệt và gửi: {first.Unit.Name}", $"Approve and send: {first.Unit.Name}"),
                    (true, _) => new Text($"Duyệt và gửi {When.Number(count)} biểu", $"Approve and send {When.Number(count)} forms"),
                    (false, 1) => new Text($"Tiếp nhận: {first.Unit.Name}", $"Accept: {first.Unit.Name}"),
                    (false, _) => new Text($"Tiếp nhận {When.Number(count)} biểu", $"Accept {When.Number(count)} forms"),
                },
                count == 1 ? Review.SubmissionModel.Address(model, first.Waiting.Key) : "/review?form=" + first.Form.Code,
                isSending ? DueOf(first.Form.Code, first.Unit.Code) : city?.ReportBefore is { } report ? Judge(ReportDuty(), first.Unit.Code, report) : null, IsPressing: true);
        }
    }

    private IEnumerable<ToDo> ToFollow(CityDesk city)
    {
        foreach (var duty in city.Duties)
        {
            var late = duty.Missing.Where(unit => unit.Status.State == DutyState.Overdue).ToArray();
            if (late is not [var first, ..]) continue;
            yield return new ToDo(
                duty.Duty.Id.Value, duty.Duty.Title,
                late.Length == 1 ? new Text($"Đôn đốc {first.Name}", $"Remind {first.Name}") : new Text($"Đôn đốc {late.Length} đơn vị", $"Remind {late.Length} units"),
                late.Length == 1 ? Monitoring.UnitModel.Address(model.Plan.Id, first.Code) : "/monitoring/" + model.Plan.Id, first.Status, IsPressing: true);
        }

        if (city.ReportBefore is { } before)
        {
            yield return new ToDo(
                null, new Text("Báo cáo tổng hợp", "Combined report"), new Text("Hoàn thiện và trình ký", "Finish it and have it signed"),
                "/reports/" + model.Plan.Id, Judge(ReportDuty(), model.Plan.StandingAgency, before));
        }
    }

    private IEnumerable<ToDo> ToMend() =>
        from sector in model.Sectors
        where sector.Outcome is not (SectorOutcome.Ok or SectorOutcome.Disabled)
        select new ToDo(null, sector.Name, StateWords.Of(sector.Outcome), "/admin/modules", null, IsPressing: true);

    private ClauseId ReportDuty() => model.Plan.Duties.First(duty => duty.To == model.Plan.Issuer && duty.Who.Contains(model.Plan.StandingAgency)).Id;

    private DutyStatus DueOf(string form, string unit)
    {
        var duty = model.Form(form)?.Definition.Duty;
        return Judge(duty ?? default, unit, model.Plan.Duties.FirstOrDefault(d => d.Id == duty)?.Before);
    }

    private DutyStatus Judge(ClauseId duty, string unit, DateOnly? before) => DutyStatus.Judge(duty, unit, before, [null], today, calendar);

    private static Text DeedOf(SubmissionState state) => state switch
    {
        SubmissionState.Returned => new Text("Bị trả lại: sửa và gửi lại", "Returned: correct and send again"),
        SubmissionState.Draft => new Text("Nhập tiếp và gửi", "Go on and send"),
        _ => new Text("Nhập và gửi", "Fill in and send"),
    };
}
