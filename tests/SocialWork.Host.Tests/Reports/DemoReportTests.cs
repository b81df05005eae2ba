using System.Net;
using System.Text.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The combined report of the demonstration year, over HTTP.</summary>
[Collection(ServedYearTests.Name)]
public sealed class DemoReportTests(ServedYear year)
{
    private const string Address = "/api/v1/plans/2026/combined-report";

    [Theory]
    [InlineData("CT1")]
    [InlineData("CT2")]
    [InlineData("CT3")]
    [InlineData("CT4")]
    [InlineData("CT5")]
    public async Task Each_target_equals_an_independent_recount_of_the_raw_versions(string indicator)
    {
        var report = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);
        var target = report.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("indicator").GetString() == indicator);

        var (numerator, denominator) = IndependentRecount.Of(indicator, new RawYear(year.DatabaseFile));

        denominator.ShouldBeGreaterThan(0);
        target.GetProperty("numerator").GetInt64().ShouldBe(numerator);
        target.GetProperty("denominator").GetInt64().ShouldBe(denominator);
        target.GetProperty("contributions").EnumerateArray().Where(c => c.GetProperty("numerator").ValueKind == JsonValueKind.Number).Sum(c => c.GetProperty("numerator").GetInt64()).ShouldBe(numerator);
    }

    [Fact]
    public async Task Every_figure_of_an_activity_equals_the_sum_of_its_cells_in_the_raw_versions()
    {
        var raw = new RawYear(year.DatabaseFile);
        var report = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);
        var figures = report.GetProperty("activities").EnumerateArray().SelectMany(a => a.GetProperty("figures").EnumerateArray()).ToArray();

        figures.Length.ShouldBeGreaterThan(20);
        foreach (var figure in figures)
        {
            var address = figure.GetProperty("figure").GetString()!;
            var (form, field) = (address[..address.IndexOf('.', StringComparison.Ordinal)], address[(address.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var sum = raw.Of(form).Sum(a => a.Sum(field) + (a.Yes(field) ? 1 : 0));
            figure.GetProperty("value").GetInt64().ShouldBe(sum, address);
        }
    }

    [Theory]
    [InlineData("CT1")]
    [InlineData("CT2")]
    [InlineData("CT3")]
    [InlineData("CT4")]
    [InlineData("CT5")]
    [InlineData("BS1")]
    [InlineData("BS2")]
    [InlineData("BS9")]
    [InlineData("BS10")]
    [InlineData("BS12")]
    [InlineData("BS13")]
    [InlineData("BS16")]
    [InlineData("CT1@19960")]
    [InlineData("CT2@19960")]
    [InlineData("CT4@TYT-19960")]
    [InlineData("XP3.tong[TE1]")]
    [InlineData("GD1.co_ns")]
    public async Task The_lineage_of_a_figure_adds_up_to_it(string figure)
    {
        var client = await year.Host.SignInAsync("standing");
        var lineage = await client.GetJsonAsync($"{Address}/figures/{Uri.EscapeDataString(figure)}");
        long Side(string side) => lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("side").GetString() == side).Sum(s => s.GetProperty("value").GetInt64());

        Side("numerator").ShouldBe(lineage.GetProperty("numerator").GetInt64());
        if (lineage.GetProperty("denominator").ValueKind == JsonValueKind.Number) Side("denominator").ShouldBe(lineage.GetProperty("denominator").GetInt64());
        lineage.GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
        lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("unit").ValueKind == JsonValueKind.String && s.GetProperty("records").ValueKind == JsonValueKind.Null)
            .ShouldAllBe(s => s.GetProperty("version").GetInt32() > 0 && s.GetProperty("sentBy").GetString() != "" && s.GetProperty("cell").GetString() != "");
    }

    [Fact]
    public async Task The_lineage_of_a_city_figure_is_the_one_of_the_report()
    {
        var client = await year.Host.SignInAsync("standing");
        var report = await client.GetJsonAsync(Address);
        foreach (var target in report.GetProperty("targets").EnumerateArray())
        {
            var lineage = await client.GetJsonAsync($"{Address}/figures/{target.GetProperty("figure").GetString()}");
            lineage.GetProperty("numerator").GetInt64().ShouldBe(target.GetProperty("numerator").GetInt64());
            lineage.GetProperty("denominator").GetInt64().ShouldBe(target.GetProperty("denominator").GetInt64());
        }
    }

    [Fact]
    public async Task Restricted_police_cells_reach_a_leader_only_merged()
    {
        var lineage = await (await year.Host.SignInAsync("leader")).GetJsonAsync($"{Address}/figures/CT1");
        var police = lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("module").GetString() == "police").ToArray();
        police.ShouldNotBeEmpty();
        police.ShouldAllBe(s => s.GetProperty("unit").ValueKind == JsonValueKind.Null && s.GetProperty("merged").GetInt32() > 0);
        lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("side").GetString() == "numerator").Sum(s => s.GetProperty("value").GetInt64()).ShouldBe(lineage.GetProperty("numerator").GetInt64());
    }

    [Theory]
    [InlineData("leader", "CA1.cs_ns[GIAM_GIU]")]
    [InlineData("auditor", "CA2.yeu_cau")]
    [InlineData("leader", "CT5@CATP")]
    [InlineData("leader", "CT1@CATP")]
    [InlineData("auditor", "CT2@19960")]
    public async Task A_restricted_or_masked_form_is_not_read_through_its_figures(string user, string figure)
    {
        var address = $"{Address}/figures/{Uri.EscapeDataString(figure)}";
        (await (await year.Host.SignInAsync(user)).GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await year.Host.SignInAsync("standing")).GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_masked_form_shows_a_leader_its_city_sum_without_the_units()
    {
        var lineage = await (await year.Host.SignInAsync("leader")).GetJsonAsync($"{Address}/figures/{Uri.EscapeDataString("XP3.tong[TE3]")}");
        lineage.GetProperty("numerator").GetInt64().ShouldBeGreaterThan(0);
        lineage.GetProperty("sources").EnumerateArray().ShouldAllBe(s => s.GetProperty("unit").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task The_tasks_of_a_restricted_form_tell_no_sum_of_it()
    {
        var report = await (await year.Host.SignInAsync("leader")).GetJsonAsync(Address);
        report.GetProperty("tasks").EnumerateArray().Where(t => t.GetProperty("module").GetString() == "police" && t.GetProperty("clause").GetString() != "2026/IV.7.a#1")
            .ShouldAllBe(t => t.GetProperty("figures").GetArrayLength() == 0 && (t.GetProperty("progress").ValueKind == JsonValueKind.Null || !t.GetProperty("progress").GetString()!.Contains("cơ sở")));
    }

    [Fact]
    public async Task The_log_tells_an_auditor_the_steps_of_a_restricted_form_and_not_its_values()
    {
        const string Log = "/api/v1/audit?entity=submission/2026/CA1/CATP";
        foreach (var user in new[] { "auditor", "admin" })
        {
            var lines = (await (await year.Host.SignInAsync(user)).GetJsonAsync(Log)).EnumerateArray().ToArray();
            lines.Length.ShouldBeGreaterThan(3);
            lines.ShouldAllBe(l => l.GetProperty("before").ValueKind == JsonValueKind.Null && l.GetProperty("after").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task The_report_says_who_is_missing_how_late_and_that_it_is_provisional()
    {
        var report = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);
        report.GetProperty("asOf").GetString().ShouldBe("2026-12-01T02:00:00Z");
        report.GetProperty("demo").GetBoolean().ShouldBeTrue();
        report.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        var coverage = report.GetProperty("coverage");
        coverage.GetProperty("expected").GetInt32().ShouldBe(48);
        var missing = coverage.GetProperty("missing").EnumerateArray().Single(m => m.GetProperty("unit").GetString() == "20044");
        missing.GetProperty("name").GetString().ShouldBe("Xã A Lưới 2");
        missing.GetProperty("state").GetString().ShouldBe("overdue");
        missing.GetProperty("daysLate").GetInt32().ShouldBe(2);
        (coverage.GetProperty("sent").GetInt32() + coverage.GetProperty("missing").GetArrayLength()).ShouldBe(48);
    }

    [Fact]
    public async Task Tasks_of_communes_are_counted_k_of_forty_with_the_rest_named()
    {
        var report = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);
        var tasks = report.GetProperty("tasks").EnumerateArray().ToArray();
        tasks.Length.ShouldBe(42);
        foreach (var task in tasks.Where(t => t.GetProperty("unit").GetString() == "UBXP"))
        {
            var instances = task.GetProperty("instances");
            instances.GetProperty("total").GetInt32().ShouldBe(40);
            task.GetProperty("remaining").GetArrayLength().ShouldBe(40 - instances.GetProperty("done").GetInt32());
        }
    }

    [Fact]
    public async Task The_same_data_gives_the_same_tag_and_an_unchanged_report_is_not_sent_twice()
    {
        var client = await year.Host.SignInAsync("standing");
        var first = await client.GetAsync(new Uri(Address, UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        ((int)(await client.SendAsync(again)).StatusCode).ShouldBe(304);
    }
}
