using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;

namespace SocialWork.Plugins.Tests;

/// <summary>Every part of every indicator is the sum that the catalogue's formula states, term by term.</summary>
public class IndicatorFormulaTests
{
    private static readonly string[][] SettingSets =
        [[], ["ct1.countStations"], ["ct1.countRelated"], ["ct4.countLegalAid"], ["ct1.countStations", "ct1.countRelated", "ct4.countLegalAid"]];

    private static readonly ImmutableDictionary<string, FormDefinition> Forms =
        CoreFormSet.All.Concat(PluginUnderTest.All.SelectMany(plugin => plugin.Description.Forms)).ToImmutableDictionary(form => form.Code);

    public static TheoryData<string> Modules => [.. Catalogue.Modules.Select(module => module.Text("code"))];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_declares_what_the_formulas_ask_of_it(string module)
    {
        var declared = PluginUnderTest.Of(module).Description.Indicators;
        declared.Select(indicator => indicator.Code).ShouldBe(Asked(module).Select(indicator => indicator.Text("code")), ignoreOrder: true);
        foreach (var indicator in declared)
        {
            indicator.Formula.Vi.ShouldNotBeNullOrWhiteSpace();
            indicator.Formula.En.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_defines_the_indicators_that_it_alone_contributes_to(string module)
    {
        foreach (var declared in PluginUnderTest.Of(module).Description.Indicators)
        {
            var indicator = Catalogue.Indicators.Single(indicator => indicator.Text("code") == declared.Code);
            var owners = Catalogue.Modules.Count(candidate => Asked(candidate.Text("code")).Any(asked => asked.Text("code") == declared.Code));
            (declared.Definition is not null).ShouldBe(owners == 1, declared.Code);
            if (declared.Definition is not { } definition) continue;
            definition.Code.ShouldBe(declared.Code);
            definition.Name.ShouldBe(new Text(indicator.Text("name_vi"), indicator.Text("name_en")));
            definition.Kind.ToString().ShouldBe(indicator.Text("kind"), StringCompareShould.IgnoreCase);
            definition.Unit.Vi.ShouldBe(indicator.Text("unit"));
            definition.Population.ShouldBe(new Text(indicator.Text("population_vi"), indicator.Text("population_en")));
            definition.Clauses.Select(clause => clause.Value).ShouldBe(indicator.Clauses("clauses"));
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_part_is_the_catalogue_s_formula_term_by_term(string module)
    {
        var register = new FakeRegister();
        foreach (var settings in SettingSets)
        {
            var parts = PluginUnderTest.Of(module).Indicators(new FakeTotals((_, _) => 1, (_, _) => 1), register, settings);
            parts.Keys.Order(StringComparer.Ordinal).ShouldBe(Asked(module).Select(indicator => indicator.Text("code")).Order(StringComparer.Ordinal));
            foreach (var indicator in Asked(module))
            {
                var part = parts[indicator.Text("code")];
                var formula = indicator.GetProperty("formulas").GetProperty("2026");
                var isRatio = formula.TryGetProperty("denominator", out _);
                var over = Terms(indicator, formula, isRatio ? "numerator" : "value", module, settings);
                var under = isRatio ? Terms(indicator, formula, "denominator", module, settings) : [];
                (part.Denominator is not null).ShouldBe(isRatio, part.Code);
                Lines(part.Numerator).ShouldBe(Lines(over, under), ignoreOrder: true, part.Code);
                if (part.Denominator is not null) Lines(part.Denominator).ShouldBe(Lines(under, over), ignoreOrder: true, part.Code);
                part.Unreported.ShouldBe(under.Count(term => term.Text("kind") == "units"), part.Code);
            }
        }
    }

    /// <summary>The indicators with a term of the module.</summary>
    private static IEnumerable<JsonElement> Asked(string module) => Catalogue.Indicators.Where(indicator =>
        indicator.GetProperty("formulas").TryGetProperty("2026", out var formula)
        && formula.EnumerateObject().Any(side => Terms(indicator, formula, side.Name, module, null).Length > 0));

    private static ImmutableArray<JsonElement> Terms(JsonElement indicator, JsonElement formula, string side, string module, string[]? settings) =>
    [
        .. formula.Text(side).Split(" + ")
            .Select(name => indicator.GetProperty("terms").GetProperty(name))
            .Where(term => term.Text("module") == module || term.Text("module") == "each")
            .Where(term => term.Text("kind") is "form" or "units" or "records")
            .Where(term => settings is null || term.TextOrNull("when") is not { } when || settings.Contains(when)),
    ];

    private static IEnumerable<string> Lines(Term term) => term.Sources.Select(source => source switch
    {
        TermSource.Reported reported => Line(
            reported.Measure.Form,
            reported.Measure.Of.Id,
            reported.Measure.Options.Select(option => $"{option.Dimension}:{string.Join(',', option.Codes)}"),
            reported.Measure.Where,
            reported.Units.Types,
            reported.Units.InPlan == true,
            reported.Measure.PairedWith?.Id),
        TermSource.Recorded recorded => $"{recorded.Measure.Form} where {recorded.Measure.Where}",
        TermSource.Registered registered => $"R1 {string.Join(',', registered.Units.Types.Order(StringComparer.Ordinal))} {registered.Units.InPlan == true}",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    });

    private static IEnumerable<string> Lines(ImmutableArray<JsonElement> terms, ImmutableArray<JsonElement> otherSide) => terms.Select(term =>
    {
        if (term.Text("kind") == "units") return $"R1 {string.Join(',', term.Texts("unitTypes").Order(StringComparer.Ordinal))} {InPlan(term)}";
        if (term.Text("kind") == "records") return $"{term.Text("register")} where {term.Text("where")}";
        var filter = Filter(term);
        var pair = otherSide.Where(other => other.Text("kind") == "form" && other.Text("form") == term.Text("form") && other.Text("field") != term.Text("field"))
            .FirstOrDefault(other => Same(term, other, "options") && Same(term, other, "filter"));
        return Line(
            term.Text("form"),
            term.Text("field"),
            term.TryGetProperty("options", out var options) ? options.EnumerateObject().Select(option => $"{option.Name}:{string.Join(',', options.Texts(option.Name))}") : [],
            filter?.TextOrNull("where"),
            filter?.Texts("unitTypes") ?? [],
            filter is { } planned && InPlan(planned),
            pair.ValueKind == JsonValueKind.Object ? pair.Text("field") : null);
    });

    private static string Line(string form, string field, IEnumerable<string> options, string? where, ImmutableArray<string> types, bool inPlan, string? pair)
    {
        ImmutableArray<string> everyone = Forms[form].FilledBy switch
        {
            FilledBy.FacilitiesOf facilities => facilities.Types,
            FilledBy.Communes => [UnitTypes.Commune],
            _ => [],
        };
        IEnumerable<string> narrowed = types.IsDefaultOrEmpty || everyone.All(type => types.Contains(type)) ? [] : types.Order(StringComparer.Ordinal);
        return $"{form}.{field} [{string.Join(' ', options)}] where {where} of {string.Join(',', narrowed)} in plan {inPlan} paired {pair}";
    }

    private static JsonElement? Filter(JsonElement term) => term.TryGetProperty("filter", out var filter) ? filter : null;

    private static bool InPlan(JsonElement element) => element.TryGetProperty("inPlan", out var inPlan) && inPlan.GetBoolean();

    private static bool Same(JsonElement left, JsonElement right, string name) =>
        (left.TryGetProperty(name, out var a) ? a.GetRawText() : null) == (right.TryGetProperty(name, out var b) ? b.GetRawText() : null);
}
