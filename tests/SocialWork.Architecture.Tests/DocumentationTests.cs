using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace SocialWork.Architecture.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Everything_that_a_plugins_author_can_see_is_documented()
    {
        var contract = Repository.Src.Single(p => p.Name == "SocialWork.Abstractions");
        var documented = XDocument.Load(Path.Combine(contract.Output, contract.Name + ".xml")).Descendants("member")
            .Where(m => m.Elements().Any(e => e.Name.LocalName == "inheritdoc" || !string.IsNullOrWhiteSpace(e.Value)))
            .Select(m => (string)m.Attribute("name")!)
            .ToHashSet();
        var visible = contract.Types.Where(IsVisible).ToArray();
        visible.Length.ShouldBeGreaterThan(50);
        var missing = visible.SelectMany(Members).Where(m => !documented.Contains(DocCommentId.GetDocCommentId(m))).Select(m => m.FullName);
        missing.ShouldBeEmpty();
    }

    private static IEnumerable<IMemberDefinition> Members(TypeDefinition type)
    {
        yield return type;
        foreach (var property in type.Properties.Where(p => IsVisible(p.GetMethod ?? p.SetMethod) && !IsGenerated(p) && !IsPositional(type, p))) yield return property;
        foreach (var field in type.Fields.Where(f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName && !IsGenerated(f))) yield return field;
        foreach (var method in type.Methods.Where(m => IsVisible(m) && !IsGenerated(m) && !m.IsGetter && !m.IsSetter && !(m.IsConstructor && IsRecord(type)) && !(m.IsConstructor && !m.HasParameters))) yield return method;
        foreach (var @event in type.Events.Where(e => IsVisible(e.AddMethod))) yield return @event;
    }

    // A record's parameters are part of its own line; what they mean stands in the type's documentation.
    private static bool IsPositional(TypeDefinition type, PropertyDefinition property) =>
        IsRecord(type) && type.Methods.Any(m => m.IsConstructor && m.Parameters.Any(p => p.Name == property.Name));

    private static bool IsRecord(TypeDefinition type) =>
        type.Methods.Any(m => m.Name is "<Clone>$" || (m.Name == "PrintMembers" && IsGenerated(m)));

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    private static bool IsVisible(MethodDefinition? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsGenerated(ICustomAttributeProvider member) => member switch
    {
        PropertyDefinition property => property.Name == "EqualityContract" || property.CustomAttributes.Any(IsMark),
        _ => member.CustomAttributes.Any(IsMark),
    };

    private static bool IsMark(CustomAttribute attribute) => attribute.AttributeType.Name == "CompilerGeneratedAttribute";
}
