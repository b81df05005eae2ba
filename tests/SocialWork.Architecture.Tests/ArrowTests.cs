namespace SocialWork.Architecture.Tests;

/// <summary>Who may know whom. A new project under src is refused until it has a row here.</summary>
public sealed class ArrowTests
{
    private const string Abstractions = "SocialWork.Abstractions";
    private const string Core = "SocialWork.Core";
    private const string Host = "SocialWork.Host";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Abstractions] = [],
        [Core] = [Abstractions],
        ["SocialWork.Persistence"] = [Core, Abstractions],
        ["SocialWork.Modules"] = [Core, Abstractions],
        ["SocialWork.Documents"] = [Core, Abstractions],
        // Loads a plugin the way the host does, for the plugin's author.
        ["SocialWork.Testing"] = ["SocialWork.Modules", Core, Abstractions],
        ["SocialWork.Templates"] = [],
        [Host] = [Abstractions, Core, "SocialWork.Persistence", "SocialWork.Modules", "SocialWork.Documents"],
    };

    [Fact]
    public void Projects_reference_only_what_the_design_allows()
    {
        Repository.Src.Select(p => p.Name).Except(Allowed.Keys).ShouldBeEmpty("a project that no arrow is drawn for");
        foreach (var project in Repository.Src)
        {
            project.References.Except(Allowed[project.Name]).ShouldBeEmpty(project.Name);
            Known(project).Except(Allowed[project.Name]).ShouldBeEmpty($"{project.Name}, as built");
        }
    }

    [Fact]
    public void The_assemblies_that_the_rules_read_were_built()
    {
        foreach (var project in Repository.Src.Concat(Repository.Plugins).Where(p => p.Name != "SocialWork.Templates")) project.Assembly.ShouldNotBeNull(project.Name);
    }

    [Fact]
    public void A_plugin_knows_the_contract_and_nothing_else_of_the_product()
    {
        Repository.Plugins.Length.ShouldBeGreaterThanOrEqualTo(9);
        foreach (var plugin in Repository.Plugins)
        {
            plugin.References.ShouldBeEmpty(plugin.Name);
            Known(plugin).ShouldBe([Abstractions], plugin.Name);
        }
    }

    [Fact]
    public void Nothing_references_a_plugin()
    {
        var plugins = Repository.Plugins.Select(p => p.Name).ToHashSet();
        foreach (var project in Repository.Src.Concat(Repository.Plugins))
        {
            project.References.Where(plugins.Contains).ShouldBeEmpty(project.Name);
            Known(project).Where(plugins.Contains).ShouldBeEmpty(project.Name);
        }
    }

    [Fact]
    public void Only_the_host_knows_the_web()
    {
        foreach (var project in Repository.Src.Concat(Repository.Plugins).Where(p => p.Name != Host))
        {
            ((string?)project.Xml.Root!.Attribute("Sdk")).ShouldBe("Microsoft.NET.Sdk", project.Name);
            project.Xml.Descendants("FrameworkReference").ShouldBeEmpty(project.Name);
            References(project).Where(r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).ShouldBeEmpty(project.Name);
        }
    }

    [Fact]
    public void Only_persistence_knows_the_database()
    {
        foreach (var project in Repository.Src.Concat(Repository.Plugins).Where(p => p.Name is not ("SocialWork.Persistence" or Host)))
            References(project).Where(r => r.Contains("EntityFrameworkCore", StringComparison.Ordinal) || r.Contains("Sqlite", StringComparison.Ordinal)).ShouldBeEmpty(project.Name);
    }

    [Fact]
    public void A_plugin_does_not_ship_what_it_shares_with_the_host()
    {
        foreach (var plugin in Repository.Plugins)
        {
            var shared = Directory.EnumerateFiles(plugin.Output, "*.dll", SearchOption.AllDirectories)
                .Select(f => Path.GetFileName(f))
                .Where(f => f is "SocialWork.Abstractions.dll" or "MediatR.dll" || f.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
            shared.ShouldBeEmpty(plugin.Name);
            File.Exists(Path.Combine(plugin.Output, "plugin.json")).ShouldBeTrue(plugin.Name);
        }
    }

    private static IEnumerable<string> Known(Project project) => References(project).Where(r => r.StartsWith("SocialWork.", StringComparison.Ordinal));

    private static IEnumerable<string> References(Project project) => project.Assembly?.MainModule.AssemblyReferences.Select(r => r.Name) ?? [];
}
