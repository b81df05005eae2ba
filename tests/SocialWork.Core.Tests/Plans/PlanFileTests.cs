using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;
using Xunit;

namespace SocialWork.Core.Tests.Plans;

public sealed class PlanFileTests
{
    private static readonly JsonElement Source = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "plan-2026.json"))).RootElement;

    private static Plan Plan => TestPlan.Plan;

    [Fact]
    public void The_plan_that_ships_can_be_read()
    {
        var (plan, problems) = PlanFile.Read(TestPlan.PlanJson());
        problems.ShouldBeEmpty();
        plan.ShouldNotBeNull();
        plan.Year.ShouldBe(2026);
        plan.StandingAgency.ShouldBe("SYT");
    }

    [Fact]
    public void It_has_5_targets_21_activities_42_tasks_3_clauses_on_money_and_5_duties() =>
        (Plan.Targets.Length, Plan.Activities.Length, Plan.Tasks.Length, Plan.Funding.Length, Plan.Duties.Length).ShouldBe((5, 21, 42, 3, 5));

    [Theory]
    [InlineData("targets")]
    [InlineData("activities")]
    [InlineData("tasks")]
    [InlineData("funding")]
    [InlineData("reporting")]
    public void Every_clause_of_the_source_stands_in_it_in_the_same_order(string section)
    {
        var ids = section switch
        {
            "targets" => Plan.Targets.Select(t => t.Id),
            "activities" => Plan.Activities.Select(a => a.Id),
            "tasks" => Plan.Tasks.Select(t => t.Id),
            "funding" => Plan.Funding.Select(f => f.Id),
            _ => Plan.Duties.Select(d => d.Id),
        };
        ids.Select(id => id.Value).ShouldBe(Items(section).Select(item => Text(item, "id")!));
    }

    [Fact]
    public void Targets_have_the_comparators_thresholds_and_owners_of_the_source() =>
        Plan.Targets.Select(t => (t.Id.Value, Sign(t.Comparator), t.Wording, t.Threshold, t.Owner)).ShouldBe(Items("targets").Select(t => (
            Text(t, "id")!, Text(t.GetProperty("comparator"), "op")!, Text(t.GetProperty("comparator"), "wording")!, t.GetProperty("threshold").GetInt32(), Text(t, "owner")!)));

    [Fact]
    public void Tasks_have_the_agencies_roles_partners_addressees_and_links_of_the_source()
    {
        foreach (var (task, source) in Plan.Tasks.Zip(Items("tasks")))
        {
            task.Agency.ShouldBe(Text(source, "agency"), task.Id.Value);
            task.Roles.Select(r => r.ToString().ToUpperInvariant()).ShouldBe(Texts(source, "roles").Select(r => r.ToUpperInvariant()), task.Id.Value);
            task.Partners.ShouldBe(Texts(source, "partners"), task.Id.Value);
            task.Addressees.ShouldBe(Texts(source, "addressees"), task.Id.Value);
            task.Links.Select(l => l.Value).ShouldBe(Texts(source, "links"), task.Id.Value);
            task.Evidence.ShouldBe(Texts(source, "evidence"), task.Id.Value);
            (task.Gate is not null).ShouldBe(source.TryGetProperty("gate", out var gate) && gate.ValueKind == JsonValueKind.Object, task.Id.Value);
            if (task.Gate is { } has) has.Printed.ShouldBe(Text(gate, "basis") == "text", task.Id.Value);
        }
    }

    [Fact]
    public void Duties_have_the_debtors_recipients_and_exclusive_dates_of_the_source()
    {
        foreach (var (duty, source) in Plan.Duties.Zip(Items("reporting")))
        {
            duty.Who.ShouldBe(Texts(source, "who"), duty.Id.Value);
            duty.To.ShouldBe(Text(source, "to"), duty.Id.Value);
            var date = source.GetProperty("deadline").ValueKind == JsonValueKind.Object ? Text(source.GetProperty("deadline"), "date") : null;
            duty.Before?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(date, duty.Id.Value);
        }
    }

    [Fact]
    public void Money_comes_from_the_seven_sources_that_the_clauses_name()
    {
        Plan.FundingSources.Select(f => f.Code).ShouldBe(Items("funding_sources").Select(f => Text(f, "code")!));
        Plan.Funding.Select(f => string.Join(' ', f.Sources)).ShouldBe(Items("funding").Select(f => string.Join(' ', Texts(f, "sources"))));
    }

    [Fact]
    public void Everyone_the_source_names_is_a_party() =>
        Plan.Parties.Select(p => p.Code).Order(StringComparer.Ordinal).ShouldBe(Items("parties").Select(p => Text(p, "code")!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_gated_clause_opens_on_the_day_its_document_is_in_force()
    {
        var gated = Plan.Tasks.Where(t => t.Gate is not null).ToArray();
        gated.ShouldNotBeEmpty();
        foreach (var task in gated)
        {
            if (task.Gate!.InForceFrom is not { } from)
            {
                Plan.GateOpen(task.Id.Value, new DateOnly(2099, 1, 1)).ShouldBeFalse();
                continue;
            }

            Plan.GateOpen(task.Id.Value, from.AddDays(-1)).ShouldBeFalse();
            Plan.GateOpen(task.Id.Value, from).ShouldBeTrue();
        }

        Plan.GateOpen("2026/IV.2.a", new DateOnly(2026, 1, 1)).ShouldBeTrue();
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "unknown agency", "2026/IV.2.a", "BTC" },
        { "unknown partner", "2026/IV.2.a", "NOBODY" },
        { "duplicate clause", "2026/IV.2.a", "twice" },
        { "wrong comparator", "2026/I.2.a", ">>" },
        { "threshold 170", "2026/I.2.a", "170" },
        { "threshold as text", "2026/I.2.a", "threshold" },
        { "bad date", "2026/V.1#2", "2026-30-11" },
        { "date in another year", "2026/V.1#2", "2027-11-30" },
        { "missing title", "2026/II.1.a", "title" },
        { "unknown link", "2026/IV.2.a", "2026/IX.1" },
        { "unknown role", "2026/IV.2.a", "boss" },
        { "no role", "2026/IV.2.a", "role" },
        { "unknown indicator", "2026/I.2.a", "CT99" },
        { "unknown source of money", "2026/III.1", "GOLD" },
        { "unknown debtor", "2026/V.1#2", "BTC" },
        { "clause of another plan", "2023/IV.2.a", "2023" },
        { "no clause id", "IV.2.a", "clause id" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_clause_and_gives_no_plan(string fault, string clause, string said)
    {
        var (plan, problems) = PlanFile.Read(Break(fault));
        plan.ShouldBeNull();
        problems.ShouldContain(p => p.Clause.StartsWith(clause, StringComparison.Ordinal) && p.Message.Contains(said, StringComparison.Ordinal), string.Join("\n", problems));
    }

    [Fact]
    public void All_faults_of_a_file_are_found_at_once()
    {
        var root = JsonNode.Parse(Break("missing title"))!.AsObject();
        Find(root, "targets", "2026/I.2.a")["threshold"] = 170;
        Find(root, "duties", "2026/V.1#2")["before"] = "soon";
        var clauses = PlanFile.Read(root.ToJsonString()).Problems.Select(p => p.Clause).ToArray();
        clauses.ShouldBe(["2026/I.2.a", "2026/II.1.a", "2026/V.1#2"], ignoreOrder: true);
    }

    [Fact]
    public void Unreadable_JSON_is_refused_with_its_line()
    {
        var (plan, problems) = PlanFile.Read("{\n  \"schema\": \"socialwork-plan/1\",\n  \"id\": \"2026\"\n  \"year\": 2026\n}");
        plan.ShouldBeNull();
        problems.Single().Message.ShouldContain("line 4");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"plan\"")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"socialwork-plan/1\"}")]
    [InlineData("{\"schema\":\"socialwork-plan/1\",\"id\":\"2026\",\"targets\":[1,null,\"x\"],\"tasks\":[{\"roles\":[\"\"]}],\"duties\":[{}]}")]
    public void A_file_of_another_shape_is_refused_with_a_message_and_never_a_crash(string json)
    {
        var (plan, problems) = PlanFile.Read(json);
        plan.ShouldBeNull();
        problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_of_another_schema_is_refused_by_name() =>
        PlanFile.Read("{\"schema\":\"socialwork-plan/9\"}").Problems.Single().Message.ShouldContain("socialwork-plan/9");

    [Fact]
    public void Clauses_of_the_group_are_owed_by_every_commune()
    {
        var units = TestPlan.Register.On(Plan.CutOff);
        Plan.Owing(Plan.Duties.Single(d => d.Id == "2026/V.1#2"), units).Count().ShouldBe(48);
        var commune = units.OfType(Abstractions.UnitTypes.Commune).First();
        Plan.TasksOf(commune).ShouldAllBe(t => t.Agency == "UBXP");
        Plan.TasksOf(commune).ShouldNotBeEmpty();
    }

    private static string Break(string fault)
    {
        var root = JsonNode.Parse(TestPlan.PlanJson())!.AsObject();
        var target = Find(root, "targets", "2026/I.2.a");
        var activity = Find(root, "activities", "2026/II.1.a");
        var task = Find(root, "tasks", "2026/IV.2.a");
        var duty = Find(root, "duties", "2026/V.1#2");
        switch (fault)
        {
            case "unknown agency": task["agency"] = "BTC"; break;
            case "unknown partner": task["partners"] = new JsonArray("NOBODY"); break;
            case "duplicate clause": root["tasks"]!.AsArray().Add(task.DeepClone()); break;
            case "wrong comparator": target["comparator"] = ">>"; break;
            case "threshold 170": target["threshold"] = 170; break;
            case "threshold as text": target["threshold"] = "70"; break;
            case "bad date": duty["before"] = "2026-30-11"; break;
            case "date in another year": duty["before"] = "2027-11-30"; break;
            case "missing title": activity.Remove("title"); break;
            case "unknown link": task["links"] = new JsonArray("2026/IX.1"); break;
            case "unknown role": task["roles"] = new JsonArray("boss"); break;
            case "no role": task["roles"] = new JsonArray(); break;
            case "unknown indicator": target["indicator"] = "CT99"; break;
            case "unknown source of money": Find(root, "funding", "2026/III.1")["sources"] = new JsonArray("GOLD"); break;
            case "unknown debtor": duty["who"]!.AsArray().Add("BTC"); break;
            case "clause of another plan": task["id"] = "2023/IV.2.a"; break;
            case "no clause id": task["id"] = "IV.2.a"; break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fixture.");
        }

        return root.ToJsonString();
    }

    private static JsonObject Find(JsonObject root, string section, string id) =>
        root[section]!.AsArray().Select(i => i!.AsObject()).First(i => (string?)i["id"] == id);

    private static JsonElement[] Items(string section) => [.. Source.GetProperty(section).EnumerateArray()];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [];

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Greater => ">",
        Comparator.AtLeast => ">=",
        _ => "=",
    };
}
