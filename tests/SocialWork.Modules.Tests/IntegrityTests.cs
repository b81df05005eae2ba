using Shouldly;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Loading;
using SocialWork.Modules.Tests.Support;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class IntegrityTests : IDisposable
{
    private readonly PluginStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_corrupted_dll_is_tampered_and_never_loaded()
    {
        PluginStage.Corrupt(Path.Combine(_stage.Add("GoodPlugin"), "GoodPlugin.dll"));
        var loader = new RefusingLoader();
        await using var host = await TestHost.StartAsync(_stage, loader: loader);
        ShouldBeTampered(host, "GoodPlugin.dll");
        loader.Loaded.ShouldBe(0);
        await using var lease = host.Catalog.Lease();
        (await lease.Of("good").Ask(Requests.Describe, CancellationToken.None)).ShouldBeUnavailable().Outcome.ShouldBe(SectorOutcome.Tampered);
    }

    [Fact]
    public async Task A_deleted_file_is_tampered()
    {
        File.Delete(Path.Combine(_stage.Add("GoodPlugin"), "PrivateLibrary.dll"));
        await using var host = await TestHost.StartAsync(_stage);
        ShouldBeTampered(host, "PrivateLibrary.dll");
    }

    [Fact]
    public async Task An_added_file_is_tampered_even_in_a_subfolder()
    {
        var sub = Directory.CreateDirectory(Path.Combine(_stage.Add("GoodPlugin"), "vi"));
        await File.WriteAllTextAsync(Path.Combine(sub.FullName, "extra.dll"), "x");
        await using var host = await TestHost.StartAsync(_stage);
        ShouldBeTampered(host, "vi/extra.dll");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    [InlineData("00  ../../../etc/passwd\n")]
    public async Task A_malformed_record_is_tampered(string record)
    {
        await File.WriteAllTextAsync(Path.Combine(_stage.Add("GoodPlugin"), "plugin.sha256"), record);
        await using var host = await TestHost.StartAsync(_stage);
        ShouldBeTampered(host, "plugin.sha256");
    }

    [Fact]
    public async Task Without_a_record_only_files_that_were_recorded_earlier_are_trusted()
    {
        var folder = _stage.Add("GoodPlugin");
        var record = Path.Combine(folder, "plugin.sha256");
        File.Move(record, record + ".kept");
        File.Delete(record + ".kept");
        await using (var first = await TestHost.StartAsync(_stage)) ShouldBeTampered(first, "plugin.sha256");

        PluginStage.Seal(folder);
        await using (var second = await TestHost.StartAsync(_stage)) second.Module("good").State.ShouldBe(SectorState.Enabled);

        File.Delete(record);
        await using (var third = await TestHost.StartAsync(_stage)) third.Module("good").State.ShouldBe(SectorState.Enabled);

        PluginStage.Corrupt(Path.Combine(folder, "GoodPlugin.pdb"));
        await using var fourth = await TestHost.StartAsync(_stage);
        ShouldBeTampered(fourth, "plugin.sha256");
    }

    [Fact]
    public async Task Files_and_record_exchanged_under_one_version_are_a_new_installation_that_is_logged()
    {
        var folder = _stage.Add("GoodPlugin");
        string digest;
        await using (var first = await TestHost.StartAsync(_stage)) digest = first.Module("good").Digest;

        PluginStage.Corrupt(Path.Combine(folder, "GoodPlugin.pdb"));
        PluginStage.Seal(folder);
        await using var second = await TestHost.StartAsync(_stage);
        second.Module("good").State.ShouldBe(SectorState.Enabled);
        second.Module("good").Digest.ShouldNotBe(digest);
        second.Loggers.Lines.ShouldContain(line => line.Contains($"digest {digest} became", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_module_that_runs_does_not_depend_on_its_source_folder()
    {
        var folder = _stage.Add("GoodPlugin");
        await using var host = await TestHost.StartAsync(_stage);
        Directory.Delete(folder, recursive: true);
        await using var lease = host.Catalog.Lease();
        (await lease.Of("good").Ask(Requests.Calculate(), CancellationToken.None)).ShouldBeOfType<SectorAnswer<SocialWork.Abstractions.SectorIndicators>.Ok>();
    }

    [Fact]
    public async Task A_damaged_installed_copy_is_tampered()
    {
        _stage.Add("GoodPlugin");
        await using (await TestHost.StartAsync(_stage)) { }

        PluginStage.Corrupt(Directory.EnumerateFiles(_stage.Data, "GoodPlugin.dll", SearchOption.AllDirectories).ShouldHaveSingleItem());
        await using var host = await TestHost.StartAsync(_stage);
        ShouldBeTampered(host, _stage.Data);
    }

    private static void ShouldBeTampered(TestHost host, string names)
    {
        host.Module("good").State.ShouldBe(SectorState.Tampered);
        host.Module("good").Reason!.En.ShouldContain(names);
        host.Module("good").Reason!.Vi.ShouldContain(names);
    }

    private sealed class RefusingLoader : IPluginLoader
    {
        public int Loaded { get; private set; }

        public PluginAssembly Load(string assemblyPath)
        {
            Loaded++;
            throw new InvalidOperationException("must not be asked");
        }
    }
}
