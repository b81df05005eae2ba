using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Plans;

/// <summary>What is wrong with a plan file.</summary>
/// <param name="Clause">The clause or code at fault; the section's name where none is known.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record PlanProblem(string Clause, string Message);

/// <summary>
/// Reads a plan from its data file, which an administrator can replace. Every fault is found at once and names its clause;
/// a file with a fault gives no plan.
/// </summary>
public static class PlanFile
{
    /// <summary>The schema this version reads.</summary>
    public const string Schema = "socialwork-plan/1";

    /// <summary>Reads a plan file.</summary>
    /// <returns>The plan, or null with at least one problem.</returns>
    public static (Plan? Plan, ImmutableArray<PlanProblem> Problems) Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException fault)
        {
            return (null, [new PlanProblem("file", $"Not readable as JSON: line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}.")]);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, [new PlanProblem("file", "Not a plan: one JSON object is expected.")]);
            var reader = new PlanReader();
            var plan = reader.Read(new JsonNodeReader(document.RootElement, "plan", reader.Report));
            if (plan is not null) PlanChecks.Run(plan, reader.Problems.Select(p => p.Clause).ToHashSet(StringComparer.Ordinal), reader.Report);
            return reader.Problems.Count == 0 ? (plan, []) : (null, [.. reader.Problems]);
        }
    }
}

/// <summary>Turns the file's JSON into the plan's records.</summary>
internal sealed class PlanReader
{
    private string _plan = string.Empty;

    public List<PlanProblem> Problems { get; } = [];

    public void Report(string clause, string message) => Problems.Add(new PlanProblem(clause, message));

    public Plan? Read(JsonNodeReader root)
    {
        if (root.String("schema") is var schema && schema != PlanFile.Schema)
        {
            Report("schema", $"The file says '{schema}'; this version reads '{PlanFile.Schema}'.");
            return null;
        }

        _plan = root.String("id");
        return new Plan
        {
            Id = _plan,
            Year = root.Int("year"),
            Title = root.Text("title"),
            Jurisdiction = root.String("jurisdiction"),
            Issuer = root.String("issuer"),
            Number = root.OptionalString("number"),
            IssuedOn = root.OptionalDate("issuedOn"),
            StandingAgency = root.String("standingAgency"),
            CutOff = root.Date("cutOff"),
            Objective = root.Text("objective"),
            LegalBasis = root.Strings("legalBasis"),
            Recipients = root.Strings("recipients"),
            Parties = [.. root.Items("parties", "code").Select(p => new Party(p.String("code"), p.Text("name"), p.Choice<PartyKind>("kind")) { MemberType = p.OptionalString("memberType") })],
            Sectors = [.. root.Items("sectors", "module").Select(s => new PlanSector(s.String("module"), s.String("agency")))],
            FundingSources = [.. root.Items("fundingSources", "code").Select(f => new FundingSource(f.String("code"), f.Text("name"), f.Bool("apart")))],
            Indicators = [.. root.Items("indicators", "code").Select(Indicator)],
            Settings = [.. root.Items("settings", "id").Select(s => new PlanSetting(s.String("id"), s.Bool("on"), s.Text("label")))],
            Targets = [.. root.Items("targets", "id").Select(Target)],
            Activities = [.. root.Items("activities", "id").Select(a => new Activity(Clause(a), a.Text("title"), a.OptionalString("measure") ?? string.Empty, a.Strings("evidence"), Gate(a)))],
            Tasks = [.. root.Items("tasks", "id").Select(Task)],
            Funding = [.. root.Items("funding", "id").Select(f => new FundingClause(Clause(f), f.Text("title"), f.Strings("sources"), f.Strings("evidence")))],
            Duties = [.. root.Items("duties", "id").Select(d => new ReportingDuty(Clause(d), d.Text("title"), d.Strings("who"), d.OptionalString("to"), d.OptionalDate("before")) { Evidence = d.Strings("evidence") })],
        };
    }

    private ClauseId Clause(JsonNodeReader item)
    {
        var text = item.String("id");
        if (!ClauseId.TryParse(text, out var id)) Report(text, "Not a clause id: write plan/clause, for example 2026/IV.4.a.");
        else if (id.Plan != _plan) Report(text, $"Belongs to plan {id.Plan}; this file is plan {_plan}.");
        return id;
    }

    private ImmutableArray<ClauseId> Clauses(JsonNodeReader item, string name)
    {
        var ids = ImmutableArray.CreateBuilder<ClauseId>();
        foreach (var text in item.Strings(name))
        {
            if (ClauseId.TryParse(text, out var id)) ids.Add(id);
            else Report(item.Place, $"{name}: '{text}' is not a clause id.");
        }

        return ids.ToImmutable();
    }

    private PlanIndicator Indicator(JsonNodeReader i) => new(
        new IndicatorDefinition(i.String("code"), i.Text("name"), i.Choice<IndicatorKind>("kind"), i.Text("unit"), i.Text("population"), Clauses(i, "clauses")),
        i.Choice<IndicatorBasis>("basis"))
    {
        Contributors = i.Strings("contributors"),
    };

    private Target Target(JsonNodeReader t)
    {
        var comparator = t.String("comparator") switch
        {
            ">" => Comparator.Greater,
            ">=" => Comparator.AtLeast,
            "=" => Comparator.Equal,
            var other => Fallback(t.Place, $"comparator '{other}': write >, >= or =.", Comparator.AtLeast),
        };
        var threshold = t.Int("threshold");
        if (threshold is < 0 or > 100) Report(t.Place, $"threshold {threshold.ToString(CultureInfo.InvariantCulture)}: a percentage from 0 to 100 is expected.");
        return new Target(Clause(t), t.Text("title"), comparator, t.String("wording"), threshold, t.String("indicator"), t.String("owner"))
        {
            Numerator = t.String("numerator"),
            Denominator = t.String("denominator"),
            Notes = t.Strings("notes"),
        };
    }

    private PlanTask Task(JsonNodeReader t) => new(Clause(t), t.Text("title"), t.String("agency"), [.. t.Strings("roles").Select(r => Role(t, r))])
    {
        Partners = t.Strings("partners"),
        Addressees = t.Strings("addressees"),
        Measure = t.OptionalString("measure") ?? string.Empty,
        Evidence = t.Strings("evidence"),
        Links = Clauses(t, "links"),
        Gate = Gate(t),
    };

    private TaskRole Role(JsonNodeReader task, string text) =>
        Enum.TryParse<TaskRole>(text, ignoreCase: true, out var role) && !char.IsAsciiDigit(text[0])
            ? role
            : Fallback(task.Place, $"role '{text}': write one of {string.Join(", ", Enum.GetNames<TaskRole>().Select(n => n.ToLowerInvariant()))}.", TaskRole.Perform);

    private static Gate? Gate(JsonNodeReader item) => item.OptionalObject("gate") is { } gate
        ? new Gate(gate.Text("waitsFor"), gate.OptionalDate("inForceFrom"), gate.String("basis") == "text")
        : null;

    private T Fallback<T>(string clause, string message, T value)
    {
        Report(clause, message);
        return value;
    }
}
