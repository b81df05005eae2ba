using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SocialWork.Host.Tests.Support;
using SocialWork.Modules;

namespace SocialWork.Host.Tests.Modules;

/// <summary>A report over a host some of whose plugins are broken.</summary>
[Collection(ServedYearTests.Name)]
public sealed class BrokenPluginReportTests(ServedYear year)
{
    private const string Address = "/api/v1/plans/2026/combined-report";

    [Fact]
    public async Task With_one_plugin_deleted_one_corrupted_and_one_hanging_the_report_arrives_and_names_all_three()
    {
        using var data = new TemporaryFolder();
        using var plugins = new TemporaryFolder();
        year.CopyTo(data.Path);
        Paths.Copy(HostOutput.Plugins, plugins.Path);
        Directory.Delete(Path.Combine(plugins.Path, "police"), recursive: true);
        Corrupt(Path.Combine(plugins.Path, "justice", "SocialWork.Plugins.Justice.dll"));
        Directory.Delete(Path.Combine(plugins.Path, "culture"), recursive: true);
        Paths.Copy(Paths.FixturePlugin("HangingCalculationPlugin"), Path.Combine(plugins.Path, "culture"));
        var timeout = TimeSpan.FromSeconds(2);
        await using var host = await HostUnderTest.StartAsync(data.Path, "--plugins", plugins.Path, "--module-timeout", "2");
        var client = await host.SignInAsync("standing");

        var watch = Stopwatch.StartNew();
        var report = await client.GetJsonAsync(Address);
        watch.Elapsed.ShouldBeLessThan(timeout + TimeSpan.FromSeconds(8));

        State(report, "police").ShouldBe("missing");
        State(report, "justice").ShouldBe("tampered");
        State(report, "culture").ShouldBe("timedOut");
        State(report, "education").ShouldBe("ok");
        report.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        var ct1 = report.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("indicator").GetString() == "CT1");
        var police = Part(ct1, "police");
        police.GetProperty("state").GetString().ShouldBe("missing");
        police.GetProperty("numerator").ValueKind.ShouldBe(JsonValueKind.Null);
        police.GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace();
        Part(ct1, "justice").GetProperty("state").GetString().ShouldBe("tampered");
        Part(ct1, "education").GetProperty("numerator").GetInt64().ShouldBeGreaterThan(0);

        var ready = await host.Anonymous().GetJsonAsync("/health/ready");
        ready.GetProperty("modules").GetProperty("justice").GetProperty("state").GetString().ShouldBe("tampered");
        ready.GetProperty("modules").GetProperty("police").GetProperty("state").GetString().ShouldBe("missing");
        var modules = (await client.GetJsonAsync("/api/v1/modules")).EnumerateArray().ToDictionary(m => m.GetProperty("id").GetString()!, m => m.GetProperty("state").GetString(), StringComparer.Ordinal);
        modules["police"].ShouldBe("missing");
        modules["justice"].ShouldBe("tampered");
    }

    [Fact]
    public async Task Every_way_a_plugin_can_break_is_named_in_health_modules_and_report_and_the_nine_sectors_go_on()
    {
        using var data = new TemporaryFolder();
        using var plugins = new TemporaryFolder();
        year.CopyTo(data.Path);
        Paths.Copy(HostOutput.Plugins, plugins.Path);
        var broken = new Dictionary<string, (string Fixture, string Outcome)>(StringComparer.Ordinal)
        {
            ["futureContract"] = ("FutureContractPlugin", "incompatible"),
            ["shipsContract"] = ("ShipsContractPlugin", "incompatible"),
            ["missingAssembly"] = ("MissingAssemblyPlugin", "incompatible"),
            ["noEntry"] = ("NoEntryPlugin", "failed"),
            ["twoEntries"] = ("TwoEntriesPlugin", "failed"),
            ["throwingConstructor"] = ("ThrowingConstructorPlugin", "failed"),
            ["throwingConfiguration"] = ("ThrowingConfigurationPlugin", "failed"),
            ["throwingHandler"] = ("ThrowingHandlerPlugin", "failed"),
            ["nonsense"] = ("NonsensePlugin", "failed"),
            ["fabricating"] = ("FabricatingPlugin", "failed"),
            ["hanging"] = ("HangingPlugin", "timedOut"),
        };
        foreach (var (id, plugin) in broken) Paths.Copy(Paths.FixturePlugin(plugin.Fixture), Path.Combine(plugins.Path, id));

        await using var host = await HostUnderTest.StartAsync(data.Path, "--plugins", plugins.Path, "--module-timeout", "2");
        var client = await host.SignInAsync("standing");
        var report = await client.GetJsonAsync(Address);
        var ready = (await host.Anonymous().GetJsonAsync("/health/ready")).GetProperty("modules");
        var modules = (await client.GetJsonAsync("/api/v1/modules")).EnumerateArray().ToDictionary(m => m.GetProperty("id").GetString()!, StringComparer.Ordinal);

        foreach (var (id, plugin) in broken)
        {
            State(report, id).ShouldBe(plugin.Outcome, id);
            report.GetProperty("modules").EnumerateArray().Single(m => m.GetProperty("id").GetString() == id).GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace(id);
            ready.GetProperty(id).GetProperty("plan").GetString().ShouldBe(plugin.Outcome, id);
            ready.GetProperty(id).GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace(id);
            modules[id].GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace(id);
        }

        var sound = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);
        report.GetProperty("targets").ToString().ShouldBe(sound.GetProperty("targets").ToString());
    }

    [Fact]
    public async Task Numbers_that_come_from_nowhere_reach_no_figure()
    {
        using var data = new TemporaryFolder();
        using var plugins = new TemporaryFolder();
        year.CopyTo(data.Path);
        Paths.Copy(HostOutput.Plugins, plugins.Path);
        Directory.Delete(Path.Combine(plugins.Path, "finance"), recursive: true);
        Paths.Copy(Paths.FixturePlugin("MadeUpNumbersPlugin"), Path.Combine(plugins.Path, "finance"));

        await using var host = await HostUnderTest.StartAsync(data.Path, "--plugins", plugins.Path);
        var report = await (await host.SignInAsync("standing")).GetJsonAsync(Address);
        var sound = await (await year.Host.SignInAsync("standing")).GetJsonAsync(Address);

        State(report, "finance").ShouldBe("failed");
        foreach (var code in new[] { "CT1", "CT3", "CT5" })
        {
            var (target, untouched) = (Target(report, code), Target(sound, code));
            Part(target, "finance").GetProperty("state").GetString().ShouldBe("failed", code);
            Part(target, "finance").GetProperty("numerator").ValueKind.ShouldBe(JsonValueKind.Null, code);
            target.GetProperty("numerator").GetInt64().ShouldBe(untouched.GetProperty("numerator").GetInt64(), code);
            target.GetProperty("denominator").GetInt64().ShouldBe(untouched.GetProperty("denominator").GetInt64(), code);
            target.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_missing_module_keeps_its_forms_duties_and_data()
    {
        using var data = new TemporaryFolder();
        using var plugins = new TemporaryFolder();
        year.CopyTo(data.Path);
        Paths.Copy(HostOutput.Plugins, plugins.Path);
        Directory.Delete(Path.Combine(plugins.Path, "police"), recursive: true);
        await using var host = await HostUnderTest.StartAsync(data.Path, "--plugins", plugins.Path);
        var client = await host.SignInAsync("standing");

        var submission = await client.GetJsonAsync("/api/v1/submissions/2026/CA1/CATP");
        submission.GetProperty("values").EnumerateObject().Count().ShouldBeGreaterThan(5);
        var owed = (await client.GetJsonAsync("/api/v1/plans/2026/duties?unit=CATP")).EnumerateArray().Single(d => d.GetProperty("duty").GetString() == "2026/V.1#2");
        owed.GetProperty("formsOwed").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_module_that_is_switched_off_says_so_in_every_figure_it_had_a_part_in_and_comes_back()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("standing");
        var before = await client.GetJsonAsync(Address);
        var catalog = host.Services.GetRequiredService<SectorCatalog>();

        await catalog.DisableAsync("communes", "admin", "kiểm tra", CancellationToken.None);
        var without = await client.GetJsonAsync(Address);
        await catalog.EnableAsync("communes", "admin", CancellationToken.None);
        var after = await client.GetJsonAsync(Address);

        State(without, "communes").ShouldBe("disabled");
        foreach (var code in new[] { "BS3", "BS4", "BS14", "BS15" })
        {
            var line = without.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == code);
            line.GetProperty("provisional").GetBoolean().ShouldBeTrue();
            Part(line, "communes").GetProperty("state").GetString().ShouldBe("disabled");
        }

        without.GetProperty("coverage").GetProperty("sent").GetInt32().ShouldBe(before.GetProperty("coverage").GetProperty("sent").GetInt32());
        after.GetProperty("targets").ToString().ShouldBe(before.GetProperty("targets").ToString());
    }

    [Fact]
    public async Task In_safe_mode_no_plugin_is_loaded_and_the_report_still_arrives()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path, "--safe-mode");
        var report = await (await host.SignInAsync("standing")).GetJsonAsync(Address);
        report.GetProperty("modules").EnumerateArray().ShouldAllBe(m => m.GetProperty("state").GetString() == "disabled");
        report.GetProperty("tasks").GetArrayLength().ShouldBe(42);
    }

    private static string State(JsonElement report, string module) =>
        report.GetProperty("modules").EnumerateArray().Single(m => m.GetProperty("id").GetString() == module).GetProperty("state").GetString()!;

    private static JsonElement Target(JsonElement report, string indicator) =>
        report.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("indicator").GetString() == indicator);

    private static JsonElement Part(JsonElement target, string module) =>
        target.GetProperty("contributions").EnumerateArray().Single(c => c.GetProperty("module").GetString() == module);

    private static void Corrupt(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file, bytes);
    }
}
