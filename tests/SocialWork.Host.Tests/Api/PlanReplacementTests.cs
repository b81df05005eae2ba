using System.Text.Json.Nodes;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>An administrator replaces the plan's data file.</summary>
[Collection(ServedYearTests.Name)]
public sealed class PlanReplacementTests(ServedYear year)
{
    [Fact]
    public async Task A_plan_file_in_the_data_folder_takes_the_place_of_the_shipped_one_and_no_figure_is_lost()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(HostOutput.Data(Path.Combine("plans", "plan-2026.json"))))!;
        plan["number"] = "99/KH-UBND";
        plan["targets"]![0]!["threshold"] = 76;
        var tasks = plan["tasks"]!.AsArray();
        var moved = tasks[0]!;
        tasks.RemoveAt(0);
        tasks.Add(moved);
        await WriteAsync(data.Path, plan);
        var before = await TargetsAsync(year.Host);

        await using var host = await HostUnderTest.StartAsync(data.Path);
        var after = await TargetsAsync(host);

        (await (await host.SignInAsync("standing")).GetJsonAsync("/api/v1/plans/2026")).GetProperty("number").GetString().ShouldBe("99/KH-UBND");
        after[0].Verdict.ShouldBe("undetermined");
        after.Select(t => (t.Numerator, t.Denominator)).ShouldBe(before.Select(t => (t.Numerator, t.Denominator)));
        var recount = await host.RecountAsync();
        recount.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_file_with_faults_keeps_the_host_from_starting_and_names_the_clauses()
    {
        using var data = new TemporaryFolder();
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(HostOutput.Data(Path.Combine("plans", "plan-2026.json"))))!;
        plan["targets"]![0]!["threshold"] = 170;
        plan["tasks"]![3]!["agency"] = "XXX";
        await WriteAsync(data.Path, plan);

        var fault = await Should.ThrowAsync<InvalidDataException>(() => HostUnderTest.StartAsync(data.Path));

        fault.Message.ShouldContain("2026/I.2.a");
        fault.Message.ShouldContain("170");
        fault.Message.ShouldContain(plan["tasks"]![3]!["id"]!.GetValue<string>());
    }

    private static async Task WriteAsync(string dataFolder, JsonNode plan)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "demo", "plans")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "plan-2026.json"), plan.ToJsonString());
    }

    private static async Task<List<(long Numerator, long Denominator, string Verdict)>> TargetsAsync(HostUnderTest host)
    {
        var report = await (await host.SignInAsync("standing")).GetJsonAsync("/api/v1/plans/2026/combined-report");
        return [.. report.GetProperty("targets").EnumerateArray().Select(t => (t.GetProperty("numerator").GetInt64(), t.GetProperty("denominator").GetInt64(), t.GetProperty("verdict").GetString()!))];
    }
}
