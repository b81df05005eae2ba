using System.Text.Json;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Registers;
using Xunit;

namespace SocialWork.Core.Tests.Registers;

/// <summary>The declared registers say what the catalogue says, field by field.</summary>
public class RegisterCatalogTests
{
    // R1 and R16 have tables of their own.
    private static readonly JsonElement[] Catalogue =
    [
        .. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "catalog.json"))).RootElement
            .GetProperty("registers").EnumerateArray().Where(r => r.GetProperty("code").GetString() is not ("R1" or "R16")),
    ];

    public static TheoryData<string> Codes => [.. Catalogue.Select(r => r.GetProperty("code").GetString()!)];

    [Fact]
    public void Every_register_is_declared_once() => RegisterSet.All.Select(r => r.Code).ShouldBe(Catalogue.Select(r => Text(r, "code")));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_register_asks_what_the_catalogue_lists(string code)
    {
        var listed = Catalogue.Single(r => Text(r, "code") == code);
        var declared = RegisterSet.Find(code)!.Definition;
        declared.Form.Title.ShouldBe(new Text(Text(listed, "label_vi"), Text(listed, "label_en")));
        declared.Form.Clauses.Select(c => c.Value).ShouldBe(Texts(listed, "clauses"));
        declared.PersonalData.ToString().ShouldBe(Text(listed, "personalData"), StringCompareShould.IgnoreCase);

        // The unit that keeps an entry is its address, not one of its fields.
        var fields = listed.GetProperty("fields").EnumerateArray().Where(f => declared.Form.Fields.Any(d => d.Id == Text(f, "id")) || Text(f, "type") != "unitRef").ToArray();
        declared.Form.Fields.Select(f => f.Id).ShouldBe(fields.Select(f => Text(f, "id")));
        listed.GetProperty("fields").GetArrayLength().ShouldBeInRange(fields.Length, fields.Length + 1);
        foreach (var (field, asked) in declared.Form.Fields.Zip(fields))
        {
            field.Label.ShouldBe(new Text(Text(asked, "label_vi"), Text(asked, "label_en")), $"{code}.{field.Id}");
            field.Required.ShouldBe(asked.GetProperty("required").GetBoolean(), $"{code}.{field.Id}");
            field.Unit?.Vi.ShouldBe(Text(asked, "unit_vi"));
            field.Hint?.Vi.ShouldBe(Text(asked, "hint_vi"));
            Kind(field, declared).ShouldBe(Text(asked, "type"), $"{code}.{field.Id}");
            Audience(field, declared).ShouldBe(Text(asked, "visibleTo"), $"{code}.{field.Id}");
            if (Options(field) is { } options && Text(asked, "options") != "CLAUSE") options.Id.ShouldBe(Text(asked, "options"));
        }

        var key = Texts(listed, "key").ToArray();
        declared.Key.Select(f => f.Id).ShouldBe(key.Where(k => declared.Form.Fields.Any(f => f.Id == k)));
        declared.KeyIsPerKeeper.ShouldBe(key.Any(k => declared.Form.Fields.All(f => f.Id != k)));
        (declared.Validity switch
        {
            EntryValidity.Period p => $"period {p.From.Id} {p.To.Id}",
            EntryValidity.Event e => $"event {e.On.Id}",
            EntryValidity.Year y => $"year {y.Of.Id}",
            _ => string.Empty,
        }).ShouldBe(Validity(listed.GetProperty("validity")));
    }

    [Fact]
    public void Options_of_lists_that_only_registers_use_are_those_of_the_catalogue()
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "catalog.json")));
        var lists = catalogue.RootElement.GetProperty("dimensions").EnumerateArray().ToDictionary(d => Text(d, "id"));
        var used = RegisterSet.All.SelectMany(r => r.Form.Definition.Fields).Select(Options).OfType<Dimension>().Where(d => d.Source == OptionSource.Listed).DistinctBy(d => d.Id).ToArray();
        used.Length.ShouldBeGreaterThan(15);
        foreach (var dimension in used)
        {
            dimension.Options.ShouldBe(
                lists[dimension.Id].GetProperty("options").EnumerateArray().Select(o => new DimensionOption(Text(o, "code"), new Text(Text(o, "label_vi"), Text(o, "label_en")))));
        }
    }

    private static string Kind(FormField field, RegisterDefinition register) => field switch
    {
        _ when register.References.Any(r => r.Field == field) => "unitRef",
        IntField => "int",
        MoneyField => "money",
        BoolField => "bool",
        TextField => "text",
        DateField => "date",
        ChoiceField => "choice",
        MultiChoiceField => "multichoice",
        FileField => "file",
        _ => "?",
    };

    private static string Audience(FormField field, RegisterDefinition register) =>
        register.KeeperOnly.Contains(field) ? "keeper" : register.CityOnly.Contains(field) ? "city" : "public";

    private static Dimension? Options(FormField field) => field switch { ChoiceField c => c.Options, MultiChoiceField m => m.Options, _ => null };

    private static string Validity(JsonElement v) => Text(v, "kind") switch
    {
        "period" => $"period {Text(v, "from")} {Text(v, "to")}",
        "event" => $"event {Text(v, "date")}",
        var kind => $"{kind} {Text(v, "year")}",
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(v => v.GetString()!);
}
