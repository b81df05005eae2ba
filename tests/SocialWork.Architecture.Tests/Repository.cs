using System.Collections.Immutable;
using System.Xml.Linq;
using Mono.Cecil;

namespace SocialWork.Architecture.Tests;

/// <summary>The repository as it stands on disk and as it was built. Projects that come later are found by themselves.</summary>
internal static class Repository
{
    private static readonly Lazy<ImmutableArray<Project>> Sources = new(() => Projects("src"));
    private static readonly Lazy<ImmutableArray<Project>> Modules = new(() => Projects("plugins"));

    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The projects under src.</summary>
    public static ImmutableArray<Project> Src => Sources.Value;

    /// <summary>The projects under plugins.</summary>
    public static ImmutableArray<Project> Plugins => Modules.Value;

    /// <summary>Files of a folder, without what is built.</summary>
    public static IEnumerable<string> Files(string folder, params ImmutableArray<string> extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.Ordinal))
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static ImmutableArray<Project> Projects(string folder) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(Root, folder))
            .SelectMany(d => Directory.EnumerateFiles(d, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(f => new Project(Path.GetFileNameWithoutExtension(f), f, XDocument.Load(f))),
    ];

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SocialWorkModular.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}

/// <summary>A project file and what was built of it.</summary>
internal sealed record Project(string Name, string File, XDocument Xml)
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    /// <summary>Where the build leaves it.</summary>
    public string Output => Path.Combine(Path.GetDirectoryName(File)!, "bin", Configuration, "net10.0");

    /// <summary>Names of the projects that it references with their code.</summary>
    public IEnumerable<string> References =>
        from reference in Xml.Descendants("ProjectReference")
        where !string.Equals((string?)reference.Attribute("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase)
        select Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));

    /// <summary>Its assembly; null for a project that builds none, as a package of templates.</summary>
    public AssemblyDefinition? Assembly => Path.Combine(Output, Name + ".dll") is var path && System.IO.File.Exists(path) ? AssemblyDefinition.ReadAssembly(path) : null;

    /// <summary>Every type, nested ones included, that people wrote.</summary>
    public IEnumerable<TypeDefinition> Types => Assembly?.MainModule.GetTypes().Where(t => !IsGenerated(t)) ?? [];

    /// <summary>Every method body, lambdas and state machines included.</summary>
    public IEnumerable<MethodDefinition> Bodies => Assembly?.MainModule.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody) ?? [];

    public override string ToString() => Name;

    private static bool IsGenerated(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            if (at.Name.Contains('<', StringComparison.Ordinal) || at.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")) return true;
        }

        return false;
    }
}
