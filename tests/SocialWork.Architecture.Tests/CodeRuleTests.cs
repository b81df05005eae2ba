using System.Text.Json;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SocialWork.Architecture.Tests;

public sealed partial class CodeRuleTests
{
    /// <summary>What may not be called, and why.</summary>
    private static readonly Dictionary<string, string> Forbidden = new(StringComparer.Ordinal)
    {
        ["System.DateTime::get_Now"] = "time is injected",
        ["System.DateTime::get_UtcNow"] = "time is injected",
        ["System.DateTime::get_Today"] = "time is injected",
        ["System.DateTimeOffset::get_Now"] = "time is injected",
        ["System.DateTimeOffset::get_UtcNow"] = "time is injected",
        ["System.TimeZoneInfo::get_Local"] = "the city's zone, not the machine's",
        ["System.Guid::NewGuid"] = "what is random comes from outside",
        ["System.Random::get_Shared"] = "what is random comes from outside",
        ["System.Threading.Thread::Sleep"] = "nothing waits by sleeping",
        ["System.Threading.Tasks.Task::Wait"] = "nothing blocks on a task",
        ["System.Threading.Tasks.Task`1::get_Result"] = "nothing blocks on a task",
        ["System.Runtime.CompilerServices.TaskAwaiter::GetResult"] = "nothing blocks on a task",
        ["System.Runtime.CompilerServices.TaskAwaiter`1::GetResult"] = "nothing blocks on a task",
    };

    /// <summary>Who may all the same, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["SocialWork.Persistence.Writing.WriteGate::Run"] = "the writer has a thread of its own, which waits for work by blocking",
    };

    [Theory]
    [InlineData("SocialWork.Abstractions")]
    [InlineData("SocialWork.Core")]
    [InlineData("SocialWork.Persistence")]
    [InlineData("SocialWork.Documents")]
    [InlineData("plugins")]
    public void Time_and_chance_come_from_outside_nothing_blocks_and_nothing_talks_to_the_console(string name)
    {
        var projects = name == "plugins" ? Repository.Plugins : [.. Repository.Src.Where(p => p.Name == name)];
        var found = from project in projects
                    from method in project.Bodies
                    where !IsStateMachine(method.DeclaringType)
                    from call in method.Body.Instructions
                    where call.Operand is MethodReference
                    let called = (MethodReference)call.Operand
                    let target = $"{called.DeclaringType.GetElementType().FullName}::{called.Name}"
                    where Forbidden.ContainsKey(target) || called.DeclaringType.FullName == "System.Console"
                    let caller = $"{method.DeclaringType.FullName}::{method.Name}"
                    where !Exempt.ContainsKey(caller)
                    select $"{caller} calls {target}: {Forbidden.GetValueOrDefault(target, "there is a log")}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_exemption_is_still_needed()
    {
        var bodies = Repository.Src.SelectMany(p => p.Bodies).ToLookup(m => $"{m.DeclaringType.FullName}::{m.Name}");
        foreach (var (caller, why) in Exempt)
            bodies[caller].SelectMany(m => m.Body.Instructions).Any(i => i.Operand is MethodReference called && Forbidden.ContainsKey($"{called.DeclaringType.GetElementType().FullName}::{called.Name}")).ShouldBeTrue($"{caller}: {why}");
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        var found = from project in Repository.Src.Concat(Repository.Plugins)
                    from type in project.Types
                    from field in type.Fields
                    where field.IsStatic && !field.IsInitOnly && !field.IsLiteral
                    where !field.Name.Contains('<', StringComparison.Ordinal) || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal)
                    select field.FullName;
        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_form_code_of_a_sector_stands_in_the_product()
    {
        using var catalog = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Fixtures", "catalog.json")));
        var codes = catalog.RootElement.GetProperty("forms").EnumerateArray().Select(f => f.GetProperty("code").GetString()!).Where(c => !CoreForm().IsMatch(c)).ToHashSet();
        codes.ShouldContain("GD1");
        var built = from project in Repository.Src
                    from method in project.Bodies
                    where !method.DeclaringType.FullName.Contains("Demo", StringComparison.Ordinal)
                    from load in method.Body.Instructions
                    where load.OpCode == OpCodes.Ldstr && codes.Contains((string)load.Operand)
                    select $"{method.FullName}: \"{load.Operand}\"";
        built.ShouldBeEmpty();
        var written = from file in Repository.Files("src", ".cshtml", ".razor", ".js")
                      where !IsDemo(file)
                      from Match quoted in Quoted().Matches(File.ReadAllText(file))
                      where codes.Contains(quoted.Groups["text"].Value)
                      select $"{file}: {quoted.Value}";
        written.ShouldBeEmpty();
    }

    [Fact]
    public void No_class_of_a_sector_is_named_in_the_product()
    {
        var own = Repository.Src.SelectMany(p => p.Types).Select(t => t.Name).ToHashSet();
        var sectors = Repository.Plugins.SelectMany(p => p.Types).Select(t => t.Name).Where(n => n.Length > 4 && !own.Contains(n) && !Shared.Contains(n)).ToHashSet();
        sectors.ShouldContain("HealthModule");
        var found = from file in Repository.Files("src", ".cs", ".cshtml")
                    where !IsDemo(file) && !file.Contains("SocialWork.Templates", StringComparison.Ordinal)
                    from line in File.ReadLines(file)
                    where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    from Match word in Word().Matches(Quoted().Replace(line, string.Empty))
                    where sectors.Contains(word.Value)
                    select $"{Path.GetRelativePath(Repository.Root, file)}: {word.Value}";
        found.ShouldBeEmpty();
    }

    /// <summary>Names that every plugin has of its own, and that say nothing of a sector.</summary>
    private static readonly HashSet<string> Shared = new(["Tasks", "Indicators", "Dimensions"], StringComparer.Ordinal);

    private static bool IsDemo(string file) => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith("Demo", StringComparison.Ordinal) || part == "Data");

    private static bool IsStateMachine(TypeDefinition type) => type.Interfaces.Any(i => i.InterfaceType.Name == "IAsyncStateMachine");

    [GeneratedRegex("^K[1-6]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CoreForm();

    [GeneratedRegex("[\"'](?<text>[^\"']*)[\"']", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
