using System.Globalization;
using System.Reflection;
using Shouldly;
using SocialWork.Testing;
using Xunit;

namespace SocialWork.Templates.Tests;

/// <summary>The template in an empty folder, with packages made of today's sources.</summary>
public sealed class SectorPluginTemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sector-template-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_sector_compiles_ships_nothing_of_the_host_and_passes_the_contract()
    {
        var source = typeof(SectorPluginTemplateTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Source").Value!;
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        var hive = Path.Combine(_folder, "hive");
        // A version of its own, so that no cache can answer with an older contract.
        var contract = "1.0.0-t" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "x" + Path.GetFileName(_folder).GetHashCode(StringComparison.Ordinal).ToString("x8", CultureInfo.InvariantCulture);
        await Dotnet.RunAsync(_folder, "pack", Path.Combine(source, "SocialWork.Abstractions"), "-o", feed, "--artifacts-path", Path.Combine(_folder, "artifacts"), $"-p:PackageVersion={contract}");
        await Dotnet.RunAsync(_folder, "new", "install", Path.Combine(source, "SocialWork.Templates", "templates", "sector-plugin"), "--debug:custom-hive", hive);
        await Dotnet.RunAsync(_folder, "new", "socialwork-sector", "-n", "Forestry", "--id", "forestry", "--nameVi", "Lâm nghiệp", "--nameEn", "Forestry", "--contract", contract, "--debug:custom-hive", hive);
        var plugin = Path.Combine(_folder, "Forestry");
        await Dotnet.RunAsync(plugin, "build", $"-p:RestoreAdditionalProjectSources={feed}");

        var output = Path.Combine(plugin, "bin", "Debug", "net10.0");
        Directory.EnumerateFiles(output, "*.dll").Select(Path.GetFileName).ShouldBe(["Forestry.dll"]);
        (await PluginContract.CheckAsync(output, new PluginCheck(), CancellationToken.None)).ThrowIfBroken();
        (await File.ReadAllTextAsync(Path.Combine(output, "plugin.json"))).ShouldContain("Lâm nghiệp");
    }
}
