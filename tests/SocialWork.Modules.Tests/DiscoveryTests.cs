using Shouldly;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class DiscoveryTests : IDisposable
{
    private const string Sound = """{ "id": "sound", "version": "1.0.0", "contract": "[1.0,2.0)", "assembly": "Sound.dll", "name": { "vi": "Tốt", "en": "Sound" }, "dependencies": [] }""";
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData("not json", "plugin.json")]
    [InlineData("null", "plugin.json")]
    [InlineData("[]", "plugin.json")]
    [InlineData("{}", "'id'")]
    public async Task An_unreadable_manifest_is_named_and_everything_else_goes_on(string json, string says)
    {
        _stage.AddManifest("broken", json);
        _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        host.Module("broken").State.ShouldBe(SectorState.Incompatible);
        host.Module("broken").Reason!.En.ShouldContain(says);
        host.Module("broken").Reason!.Vi.ShouldContain("Không đọc được plugin.json");
        host.Module("good").State.ShouldBe(SectorState.Enabled);
    }

    [Theory]
    [InlineData("\"sound\"", "\"Sound-1\"", "sample", "id")]
    [InlineData("\"1.0.0\"", "\"1\"", "sound", "version")]
    [InlineData("[1.0,2.0)", ">=1.0", "sound", "contract")]
    [InlineData("[1.0,2.0)", "[2.0,1.0]", "sound", "contract")]
    [InlineData("Sound.dll", "../Sound.dll", "sound", "assembly")]
    [InlineData("Sound.dll", "/etc/Sound.dll", "sound", "assembly")]
    [InlineData("Sound.dll", "lib\\\\Sound.dll", "sound", "assembly")]
    [InlineData("\"Tốt\"", "\" \"", "sound", "name")]
    [InlineData("\"dependencies\": []", "\"dependencies\": [null]", "sound", "dependencies")]
    [InlineData("\"dependencies\": []", "\"dependencies\": [\"sound\"]", "sound", "dependencies")]
    [InlineData("\"dependencies\": []", "\"dependency\": []", "sample", "dependency")]
    [InlineData("\"version\": \"1.0.0\",", "", "sample", "version")]
    [InlineData("\"Sound.dll\"", "null", "sample", "assembly")]
    public async Task An_odd_field_is_named(string from, string to, string id, string field)
    {
        _stage.AddManifest("sample", Sound.Replace(from, to, StringComparison.Ordinal));
        await using var host = await TestHost.StartAsync(_stage);
        host.Module(id).State.ShouldBe(SectorState.Incompatible);
        host.Module(id).Reason!.En.ShouldContain(field);
        host.Module(id).Reason!.Vi.ShouldContain(field);
    }

    [Fact]
    public async Task Two_folders_with_one_id_are_both_refused()
    {
        _stage.Add("GoodPlugin", "one");
        _stage.Add("GoodPlugin", "two");
        await using var host = await TestHost.StartAsync(_stage);
        var module = host.Catalog.Modules.ShouldHaveSingleItem();
        module.State.ShouldBe(SectorState.Incompatible);
        module.Reason!.En.ShouldContain("one, two");
    }

    [Theory]
    [InlineData("FutureContractPlugin", "futureContract", "[2.0,3.0)")]
    [InlineData("ShipsContractPlugin", "shipsContract", "SocialWork.Abstractions.dll")]
    [InlineData("MissingAssemblyPlugin", "missingAssembly", "NotThere.dll")]
    public async Task What_the_host_cannot_serve_is_incompatible_and_answers_so(string fixture, string id, string says)
    {
        _stage.Add(fixture);
        await using var host = await TestHost.StartAsync(_stage);
        host.Module(id).State.ShouldBe(SectorState.Incompatible);
        host.Module(id).Reason!.En.ShouldContain(says);
        await using var lease = host.Catalog.Lease();
        var answer = (await lease.Of(id).Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable();
        answer.Outcome.ShouldBe(SectorOutcome.Incompatible);
        answer.Reason.Vi.ShouldContain(says);
    }

    [Fact]
    public async Task A_missing_dependency_refuses_all_that_need_it()
    {
        PluginStage.Rebuild(_stage.Add("GoodPlugin"), "\"dependencies\": []", "\"dependencies\": [\"hanging\"]");
        PluginStage.Rebuild(_stage.Add("HangingPlugin"), "\"dependencies\": []", "\"dependencies\": [\"absent\"]");
        await using var host = await TestHost.StartAsync(_stage);
        host.Module("hanging").Reason!.En.ShouldContain("absent");
        host.Module("good").State.ShouldBe(SectorState.Incompatible);
        host.Module("good").Reason!.En.ShouldContain("needs module hanging");
    }

    [Fact]
    public async Task A_present_dependency_is_fine()
    {
        PluginStage.Rebuild(_stage.Add("GoodPlugin"), "\"dependencies\": []", "\"dependencies\": [\"hanging\"]");
        _stage.Add("HangingPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        host.Catalog.Modules.ShouldAllBe(module => module.State == SectorState.Enabled);
    }

    [Fact]
    public async Task No_plugins_folder_means_no_modules()
    {
        await using var host = await TestHost.StartAsync(_stage);
        host.Catalog.Modules.ShouldBeEmpty();
        await using var lease = host.Catalog.Lease();
        lease.Sectors.ShouldBeEmpty();
    }
}
