namespace SocialWork.Architecture.Tests;

public sealed class LayoutTests
{
    private static readonly string[] Folders = ["src", "plugins", "tests", "docs"];
    private static readonly string[] Files = ["SocialWorkModular.sln", "README.md", "LICENSE", "global.json"];

    [Fact]
    public void The_top_level_holds_only_what_was_agreed()
    {
        Directory.EnumerateDirectories(Repository.Root).Select(d => Path.GetFileName(d)).Where(n => !n.StartsWith('.')).Except(Folders).ShouldBeEmpty();
        Directory.EnumerateFiles(Repository.Root).Select(f => Path.GetFileName(f))
            .Where(n => !n.StartsWith('.') && !(n.StartsWith("Directory.", StringComparison.Ordinal) && n.EndsWith(".props", StringComparison.Ordinal)))
            .Except(Files).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "SocialWorkModular.sln")).Replace('\\', '/');
        var projects = Repository.Src.Concat(Repository.Plugins).Select(p => p.File)
            .Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests")).SelectMany(d => Directory.EnumerateFiles(d, "*.csproj")));
        projects.Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/')).Where(p => !solution.Contains(p, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_locks_its_packages_and_names_no_version_of_its_own()
    {
        foreach (var project in Repository.Src.Concat(Repository.Plugins))
        {
            File.Exists(Path.Combine(Path.GetDirectoryName(project.File)!, "packages.lock.json")).ShouldBeTrue(project.Name);
            project.Xml.Descendants("PackageReference").Where(p => p.Attribute("Version") is not null).ShouldBeEmpty(project.Name);
        }
    }
}
