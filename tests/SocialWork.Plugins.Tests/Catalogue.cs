using System.Collections.Immutable;
using System.Text.Json;

namespace SocialWork.Plugins.Tests;

/// <summary>The catalogue and plan 2026 as data: what the declarations are measured against.</summary>
public static class Catalogue
{
    private static readonly JsonElement Root = Read("catalog.json");
    private static readonly JsonElement Plan = Read("plan-2026.json");

    /// <summary>The forms that plan 2026 asks.</summary>
    public static ImmutableArray<JsonElement> Forms { get; } = Of2026("forms");

    /// <summary>The modules of plan 2026, the core left out.</summary>
    public static ImmutableArray<JsonElement> Modules { get; } = [.. Of2026("modules").Where(module => module.Text("code") != "core")];

    /// <summary>The indicators of plan 2026.</summary>
    public static ImmutableArray<JsonElement> Indicators { get; } = Of2026("indicators");

    /// <summary>The tasks of plan 2026.</summary>
    public static ImmutableArray<JsonElement> Tasks { get; } = [.. Plan.GetProperty("tasks").EnumerateArray()];

    public static JsonElement Form(string code) => Forms.Single(form => form.Text("code") == code);

    public static JsonElement Dimension(string id) =>
        Root.GetProperty("dimensions").EnumerateArray().Single(dimension => dimension.Text("id") == id);

    /// <summary>The ids of fields that only the plan of 2023 asked.</summary>
    public static ImmutableArray<string> DroppedFields(JsonElement form) =>
        [.. form.GetProperty("fields").EnumerateArray().Where(field => !In2026(field)).Select(field => field.Text("id"))];

    public static bool In2026(JsonElement element) =>
        !element.TryGetProperty("plans", out var plans) || plans.EnumerateArray().Any(plan => plan.GetString() == "2026");

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static string? TextOrNull(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static ImmutableArray<string> Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    /// <summary>The clause ids of plan 2026 among those listed.</summary>
    public static ImmutableArray<string> Clauses(this JsonElement element, string name) =>
        [.. element.Texts(name).Where(clause => clause.StartsWith("2026/", StringComparison.Ordinal))];

    private static ImmutableArray<JsonElement> Of2026(string list) => [.. Root.GetProperty(list).EnumerateArray().Where(In2026)];

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", file))).RootElement;
}
