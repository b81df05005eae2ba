using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Plans, units, forms and monitoring as other programs read them.</summary>
[Collection(ServedYearTests.Name)]
public sealed class DirectoryTests(ServedYear year)
{
    [Fact]
    public async Task The_plan_is_served_whole()
    {
        var plan = await (await year.Host.SignInAsync("19960.reporter")).GetJsonAsync("/api/v1/plans/2026");
        plan.GetProperty("targets").GetArrayLength().ShouldBe(5);
        plan.GetProperty("activities").GetArrayLength().ShouldBe(21);
        plan.GetProperty("tasks").GetArrayLength().ShouldBe(42);
        plan.GetProperty("tasks").EnumerateArray().ShouldAllBe(t => t.GetProperty("module").GetString() != null);
        plan.GetProperty("duties").GetArrayLength().ShouldBe(5);
        plan.GetProperty("remarks").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_commune_has_its_eight_tasks()
    {
        var tasks = await (await year.Host.SignInAsync("19960.reporter")).GetJsonAsync("/api/v1/plans/2026/tasks?unit=19960");
        tasks.EnumerateArray().Select(t => t.GetProperty("clause").GetString()).ShouldBe(
            ["2026/IV.9.a", "2026/IV.9.b", "2026/IV.9.c", "2026/IV.9.d#1", "2026/IV.9.d#2", "2026/IV.9.d#3", "2026/IV.9.đ", "2026/IV.9.e"]);
    }

    [Fact]
    public async Task Forms_say_their_cells_options_rules_and_who_fills_them()
    {
        var client = await year.Host.SignInAsync("19960.reporter");
        (await client.GetJsonAsync("/api/v1/forms?plan=2026")).GetArrayLength().ShouldBe(35);
        var form = await client.GetJsonAsync("/api/v1/forms/XP3?plan=2026");
        form.GetProperty("filledBy").GetString().ShouldBe("commune");
        form.GetProperty("duty").GetString().ShouldBe("2026/V.1#2");
        var field = form.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "tong");
        field.GetProperty("cells").EnumerateArray().Select(c => c.GetString()).ShouldBe(["tong[TE1]", "tong[TE2]", "tong[TE3]", "tong[TE4]", "tong[TE5]", "tong[TE6]"]);
        form.GetProperty("rules").GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public async Task Units_are_paged_and_carry_their_succession()
    {
        var client = await year.Host.SignInAsync("standing");
        var page = await client.GetJsonAsync("/api/v1/units?on=2026-11-30&type=SCHOOL&limit=100");
        page.GetArrayLength().ShouldBe(100);
        var last = page.EnumerateArray().Last().GetProperty("code").GetString()!;
        var next = await client.GetJsonAsync($"/api/v1/units?on=2026-11-30&type=SCHOOL&limit=100&after={last}");
        string.CompareOrdinal(next.EnumerateArray().First().GetProperty("code").GetString(), last).ShouldBeGreaterThan(0);

        var commune = (await client.GetJsonAsync("/api/v1/units?on=2026-11-30&type=COMMUNE")).EnumerateArray().Single(u => u.GetProperty("code").GetString() == "19753");
        commune.GetProperty("name").GetString().ShouldBe("Phường Phú Xuân");
        commune.GetProperty("predecessors").GetArrayLength().ShouldBeGreaterThan(1);
        var before = (await client.GetJsonAsync("/api/v1/units?on=2025-06-30&type=COMMUNE")).EnumerateArray().ToArray();
        before.Length.ShouldBe(133);
        before.ShouldAllBe(u => u.GetProperty("successors").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("2026-11-29", "open", 0, 0)]
    [InlineData("2026-11-28", "open", 1, 0)]
    [InlineData("2026-11-30", "overdue", null, 1)]
    [InlineData("2026-12-01", "overdue", null, 2)]
    public async Task Monitoring_counts_days_from_the_exclusive_deadline(string on, string state, int? left, int late)
    {
        var lines = await (await year.Host.SignInAsync("standing")).GetJsonAsync($"/api/v1/plans/2026/monitoring?on={on}");
        var line = lines.EnumerateArray().Single(l => l.GetProperty("unit").GetString() == "20044" && l.GetProperty("duty").GetString() == "2026/V.1#2");
        line.GetProperty("state").GetString().ShouldBe(state);
        line.GetProperty("daysLate").GetInt32().ShouldBe(late);
        line.GetProperty("lastWorkingDay").GetString().ShouldBe("2026-11-27");
        (line.GetProperty("daysLeft").ValueKind == System.Text.Json.JsonValueKind.Null ? (int?)null : line.GetProperty("daysLeft").GetInt32()).ShouldBe(left);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var description = await year.Host.Anonymous().GetJsonAsync("/openapi/v1.json");
        description.GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_log_is_for_the_auditor_and_names_every_step()
    {
        var log = await (await year.Host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?entity=submission/2026/K1/SYT");
        log.EnumerateArray().Select(l => l.GetProperty("action").GetString()).ShouldBe(["Accept", "Approve", "Submit", "Save"], ignoreOrder: false);
    }
}
