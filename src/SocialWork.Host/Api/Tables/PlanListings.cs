using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Api.Tables;

/// <summary>What a plan contains, as tables.</summary>
internal static class PlanListings
{
    public static readonly Listing<Plan> Plans = new Listing<Plan>(new Text("Kế hoạch", "Plans"))
        .Code("Mã", "Code", p => p.Id)
        .Whole("Năm", "Year", p => p.Year)
        .Said("Tên kế hoạch", "Title", p => p.Title, 80)
        .Day("Ngày chốt số liệu", "Cut-off date", p => p.CutOff)
        .Code("Cơ quan tổng hợp", "Standing agency", p => p.StandingAgency);

    public static readonly Listing<Target> Targets = new Listing<Target>(new Text("Chỉ tiêu", "Targets"))
        .Code("Mục", "Clause", t => t.Id.Value)
        .Said("Chỉ tiêu", "Target", t => t.Title)
        .Said("Yêu cầu", "Requirement", t => StateWords.Threshold(Names.Of(t.Comparator), t.Threshold), 20)
        .Percent("Ngưỡng", "Threshold", t => t.Threshold)
        .Words("Cách ghi trong kế hoạch", "Wording", t => t.Wording)
        .Code("Chỉ số", "Indicator", t => t.Indicator)
        .Code("Cơ quan theo dõi", "Owner", t => t.Owner)
        .Words("Tử số", "Numerator", t => t.Numerator)
        .Words("Mẫu số", "Denominator", t => t.Denominator)
        .Words("Ghi chú", "Notes", t => string.Join('\n', t.Notes), 60);

    public static readonly Listing<Activity> Activities = new Listing<Activity>(new Text("Nội dung hoạt động", "Activities"))
        .Code("Mục", "Clause", a => a.Id.Value)
        .Said("Nội dung", "Activity", a => a.Title, 60)
        .Words("Thước đo", "Measure", a => a.Measure)
        .Codes("Biểu, sổ chứng minh", "Evidence", a => a.Evidence)
        .Said("Chờ văn bản", "Waits for", a => a.Gate?.WaitsFor)
        .Day("Có hiệu lực từ", "In force from", a => a.Gate?.InForceFrom);

    public static readonly Listing<ListedTask> Tasks = new Listing<ListedTask>(new Text("Nhiệm vụ", "Tasks"))
        .Code("Mục", "Clause", t => t.Clause)
        .Said("Nhiệm vụ", "Task", t => t.Title, 60)
        .Code("Cơ quan", "Agency", t => t.Unit)
        .With(new Text("Vai trò", "Roles"), 20, (t, language) => new TableCell.Words(string.Join(", ", t.Roles.Select(r => StateWords.Of(r).In(language)))))
        .Codes("Phối hợp với", "Partners", t => t.Partners, 24)
        .Codes("Đối tượng chỉ đạo, hướng dẫn", "Addressees", t => t.Addressees, 24)
        .Words("Thước đo", "Measure", t => t.Measure)
        .Said("Chờ văn bản", "Waits for", t => t.Gate?.WaitsFor)
        .Day("Có hiệu lực từ", "In force from", t => t.Gate?.InForceFrom)
        .Code("Mô-đun", "Module", t => t.Module)
        .Codes("Biểu chứng minh", "Evidence forms", t => t.EvidenceForms);

    public static readonly Listing<ReportingDuty> Duties = new Listing<ReportingDuty>(new Text("Nghĩa vụ báo cáo", "Reporting duties"))
        .Code("Mục", "Clause", d => d.Id.Value)
        .Said("Nghĩa vụ", "Duty", d => d.Title, 60)
        .Codes("Ai báo cáo", "Who", d => d.Who, 24)
        .Code("Gửi đến", "To", d => d.To)
        .Day("Trước ngày", "Before", d => d.Before)
        .Codes("Biểu", "Forms", d => d.Evidence, 24);

    public static readonly Listing<ListedStanding> Standings = new Listing<ListedStanding>(new Text("Theo dõi báo cáo", "Monitoring"))
        .Code("Nghĩa vụ", "Duty", s => s.Duty)
        .Code("Mã đơn vị", "Unit", s => s.Unit)
        .Words("Đơn vị", "Name", s => s.Name)
        .Said("Tình trạng", "State", s => StateWords.Duty(s.State), 20)
        .Day("Trước ngày", "Before", s => s.Before)
        .Day("Ngày làm việc cuối", "Last working day", s => s.LastWorkingDay)
        .Whole("Còn (ngày)", "Days left", s => s.DaysLeft)
        .Whole("Muộn (ngày)", "Days late", s => s.DaysLate)
        .Whole("Biểu đã gửi", "Forms sent", s => s.FormsSent)
        .Whole("Biểu phải gửi", "Forms owed", s => s.FormsOwed)
        .Moment("Gửi lúc (giờ Việt Nam)", "Sent at (Vietnam time)", s => s.SentAt);
}

/// <summary>A task of the plan with its module's evidence, as the API lists it.</summary>
internal sealed record ListedTask(
    string Clause, Text Title, string Unit, ImmutableArray<TaskRole> Roles, ImmutableArray<string> Partners, ImmutableArray<string> Addressees,
    string Measure, Gate? Gate, string? Module, ImmutableArray<string> EvidenceForms);

/// <summary>Where a unit stands with a duty, as the API lists it.</summary>
internal sealed record ListedStanding(
    string Duty, string Unit, string? Name, string State, DateOnly? Before, DateOnly? LastWorkingDay, int? DaysLeft, int DaysLate,
    int FormsSent, int FormsOwed, DateTimeOffset? SentAt);
