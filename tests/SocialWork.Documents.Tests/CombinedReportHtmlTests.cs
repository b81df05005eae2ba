using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Reports;
using SocialWork.Documents.Html;
using Xunit;

namespace SocialWork.Documents.Tests;

public sealed partial class CombinedReportHtmlTests
{
    private static readonly string Page = CombinedReportHtml.Article(SampleReport.Report, SampleReport.Linked).ToString();

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_document_is_the_one_that_was_reviewed(string language)
    {
        var document = CombinedReportHtml.Document(SampleReport.Report, SampleReport.Frame with { Language = language });
        var reviewed = Path.Combine(AppContext.BaseDirectory, "Golden", $"combined-report.{language}.html");
        var received = Path.ChangeExtension(reviewed, "received.html");
        Directory.CreateDirectory(Path.GetDirectoryName(reviewed)!);
        await File.WriteAllTextAsync(received, document);
        File.Exists(reviewed).ShouldBeTrue($"no reviewed file; look at {received} and copy it to Golden");
        document.ShouldBe((await File.ReadAllTextAsync(reviewed)).ReplaceLineEndings("\n"), $"differs from what was reviewed; compare with {received}");
    }

    [Fact]
    public void Names_cannot_become_markup()
    {
        const string Hostile = "<script>alert(\"1\")</script> & 'Xã' \"><img src=x onerror=y>";
        var text = new Text(Hostile, Hostile);
        var report = SampleReport.Report with
        {
            Title = text,
            Coverage = SampleReport.Report.Coverage with { Missing = [new(Hostile, Hostile, Hostile, Hostile, 1, 0, 1)] },
            Targets = [SampleReport.Report.Targets[0] with { Title = text, Figure = Hostile, Clause = Hostile, RateText = Hostile, Indicator = Hostile }],
            Indicators = [SampleReport.Report.Indicators[0] with { Name = text, Figure = Hostile, ValueText = Hostile, Indicator = Hostile }],
            Activities = [SampleReport.Report.Activities[0] with { Title = text, Clause = Hostile }, SampleReport.Report.Activities[1] with { Measure = Hostile }],
            Tasks = [SampleReport.Report.Tasks[1] with { Title = text, Unit = Hostile, Progress = text, Remaining = [new(Hostile, Hostile, TaskState.NotStarted)] }],
            Funding = [SampleReport.Report.Funding[2] with { Name = text, Source = Hostile }],
            Obstacles = [SampleReport.Report.Obstacles[0] with { Name = Hostile, Description = Hostile, Proposal = Hostile, Level = Hostile, State = Hostile }],
            Modules = [SampleReport.Report.Modules[0] with { Id = Hostile, Name = text, Version = Hostile, Reason = text }],
            Narrative = [new NarrativeSection(Hostile, [Hostile])],
        };
        foreach (var frame in new[] { SampleReport.Frame, SampleReport.Linked })
        {
            var html = CombinedReportHtml.Document(report, frame with { Addressee = text });
            html.ShouldNotContain("<script");
            html.ShouldNotContain("<img");
            html.ShouldContain("&lt;script&gt;");
            var withoutValues = QuotedValue().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], "=Q");
            AttributeThatWasNotWritten().Match(withoutValues).Value.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Vietnamese_stays_readable_in_the_source()
    {
        Page.ShouldContain("Kết quả thực hiện Chương trình phát triển công tác xã hội");
        Page.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Fact]
    public void Every_figure_leads_to_where_it_comes_from()
    {
        var report = SampleReport.Report;
        var figures = report.Targets.Select(t => t.Figure)
            .Concat(report.Indicators.Select(i => i.Figure))
            .Concat(report.Activities.SelectMany(a => a.Figures).Select(f => f.Figure))
            .Concat(report.Tasks.SelectMany(t => t.Figures).Select(f => f.Figure))
            .Concat(report.Funding.SelectMany(f => new[] { f.Allocated.Figure, f.Spent.Figure, f.Estimate.Figure }));
        foreach (var figure in figures) Page.ShouldContain($"href=\"/reports/2026/figures/{WebUtility.HtmlEncode(Uri.EscapeDataString(figure))}\"");
        Page.ShouldContain("/figures/K4.luot%5BNGHE%2CTRUC_TIEP%5D");
    }

    [Fact]
    public void A_document_has_no_address_outside_itself()
    {
        var document = CombinedReportHtml.Document(SampleReport.Report, SampleReport.Frame);
        Address().Matches(document).Select(m => m.Groups["to"].Value).ShouldAllBe(to => to.StartsWith('#'));
        document.ShouldNotContain("url(");
        document.ShouldNotContain("<script");
    }

    [Fact]
    public void No_percentage_is_printed_that_the_report_does_not_have()
    {
        var report = SampleReport.Report;
        var allowed = report.Targets.Select(t => t.RateText).Concat(report.Indicators.Select(i => i.ValueText)).Concat(report.Targets.Select(t => $"{t.Threshold}%"))
            .Concat(report.Annexes.SelectMany(a => a.Tables).SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(cell => cell.Words is not null).Select(cell => cell.Words!.Vi)).ToHashSet(StringComparer.Ordinal);
        // Addresses are not printed, and have percent signs of their own.
        Percentage().Matches(Href().Replace(Page, string.Empty)).Select(m => m.Value).ShouldAllBe(p => allowed.Contains(p));
    }

    [Fact]
    public void Rates_stand_as_the_report_prints_them_even_where_they_contradict_their_parts()
    {
        var report = SampleReport.Report with { Targets = [SampleReport.Report.Targets[0] with { RateText = "12,345%" }] };
        var html = CombinedReportHtml.Article(report, SampleReport.Frame).ToString();
        html.ShouldContain("12,345%");
        html.ShouldNotContain("39%");
    }

    [Fact]
    public void A_demonstration_is_marked_on_top_and_on_every_printed_page()
    {
        Page.ShouldContain("class=\"demo-mark\"");
        Page.ShouldContain("class=\"demo-band\"");
        Page.IndexOf("DỮ LIỆU MINH HỌA", StringComparison.Ordinal).ShouldBeLessThan(Page.IndexOf("<h1", StringComparison.Ordinal));
        var real = CombinedReportHtml.Article(SampleReport.Report with { Demo = false }, SampleReport.Frame).ToString();
        real.ShouldNotContain("MINH HỌA");
        real.ShouldNotContain("demo-");
    }

    [Fact]
    public void A_part_that_is_missing_has_its_reason_and_no_zero()
    {
        var part = Page[Page.IndexOf("<th scope=\"row\">Công an</th>", StringComparison.Ordinal)..];
        part = part[..part.IndexOf("</tr>", StringComparison.Ordinal)];
        part.ShouldContain("Đã tắt");
        part.ShouldContain("Mô-đun police đã bị quản trị viên tắt.");
        part.ShouldNotContain(">0<");
    }

    [Fact]
    public void Money_of_another_programme_stands_below_the_total_and_says_so()
    {
        var total = Page.IndexOf(">Cộng</th>", StringComparison.Ordinal);
        total.ShouldBeGreaterThan(0);
        Page.IndexOf("500.000.000", StringComparison.Ordinal).ShouldBeGreaterThan(total);
        Page.ShouldContain("Dòng Cộng không gồm nguồn");
    }

    [Fact]
    public void A_group_says_how_many_are_done_and_names_the_rest()
    {
        Page.ShouldContain("<strong>33/40</strong>");
        for (var i = 1; i <= 7; i++) Page.ShouldContain($"Xã Ví dụ {i} ");
        Page.ShouldContain("<summary>Còn lại 7 đơn vị</summary>");
    }

    [Fact]
    public void Tables_and_headings_can_be_followed_without_seeing_them()
    {
        Regex.Count(Page, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        Regex.Count(Page, "<table", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(Regex.Count(Page, "<caption>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Page.ShouldNotContain("<th>");
        var ids = Id().Matches(Page).Select(m => m.Groups["id"].Value).ToArray();
        ids.ShouldBeUnique();
        Labelled().Matches(Page).Select(m => m.Groups["id"].Value).ShouldAllBe(id => ids.Contains(id));
    }

    [Fact]
    public void An_empty_report_still_says_what_is_missing()
    {
        var report = SampleReport.Report with { Targets = [], Indicators = [], Activities = [], Tasks = [], Funding = [], FundingTotal = null, Obstacles = [], Modules = [], Coverage = new SeasonCoverage(48, 48, 48, []) };
        var html = CombinedReportHtml.Article(report, SampleReport.Frame).ToString();
        html.ShouldContain("Không có số liệu kinh phí.");
        html.ShouldContain("Không còn đơn vị nào chưa gửi.");
        html.ShouldContain("Chưa có khó khăn, vướng mắc nào được phản ánh.");
    }

    [GeneratedRegex(@"\d[\d.,]*%", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex("href=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Href();

    [GeneratedRegex("(href|src)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedValue();

    [GeneratedRegex("<[a-z0-9]+[^>]* (on[a-z]+|[a-z-]+=(?!Q))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeThatWasNotWritten();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("aria-labelledby=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labelled();
}
