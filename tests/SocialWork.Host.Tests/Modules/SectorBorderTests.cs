using System.Text.Json;
using Microsoft.Extensions.Logging;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Modules;

/// <summary>A module reads its own sector's data and nothing else, and asking for more is on record.</summary>
[Collection(ServedYearTests.Name)]
public sealed class SectorBorderTests(ServedYear year)
{
    [Fact]
    public async Task A_plugin_that_asks_for_data_of_other_sectors_is_refused_and_the_log_says_what_it_asked_for()
    {
        using var data = new TemporaryFolder();
        using var plugins = new TemporaryFolder();
        year.CopyTo(data.Path);
        Paths.Copy(HostOutput.Plugins, plugins.Path);
        Directory.Delete(Path.Combine(plugins.Path, "finance"), recursive: true);
        Paths.Copy(Paths.FixturePlugin("TrespassingPlugin"), Path.Combine(plugins.Path, "finance"));
        using var log = new LoggedLines();
        await using var host = await HostUnderTest.StartAsync(data.Path, builder => builder.Logging.AddProvider(log), "--plugins", plugins.Path);
        var draft = await OkAsync(new FormClient(await host.SignInAsync("STC.reporter"), "TC9", "STC").PutAsync("""{"values":{"so":1},"dataAsOf":"2026-11-30"}"""));
        draft.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("id").GetString()).ShouldBe(["TC9.c2"], "everything was asked for, and nothing was given");
        var report = await (await host.SignInAsync("standing")).GetJsonAsync("/api/v1/plans/2026/combined-report");
        var part = report.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("indicator").GetString() == "CT3")
            .GetProperty("contributions").EnumerateArray().Single(c => c.GetProperty("module").GetString() == "finance");
        part.GetProperty("numerator").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var what in new[] { "form GD2", "form XP3", "form CA1", "form NONE", "form K4 of unit SYT", "register R9 of unit 19960", "register R9 of unit SYT", "register R9 of unit nobody", "form GD1" })
            log.All.ShouldContain($"Module finance asked for {what}, which it may not read; refused");
    }
}
