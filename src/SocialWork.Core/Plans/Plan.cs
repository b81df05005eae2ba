using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Plans;

/// <summary>One year's plan, as data: clauses with who does what, by when. Read from a file; immutable.</summary>
public sealed record Plan
{
    /// <summary>The plan's id, the start of its clause ids.</summary>
    public required string Id { get; init; }
    /// <summary>The calendar year it covers.</summary>
    public required int Year { get; init; }
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>Whose territory it is for.</summary>
    public required string Jurisdiction { get; init; }
    /// <summary>The party that issued it.</summary>
    public required string Issuer { get; init; }
    /// <summary>The issuing number, which the plan's text leaves blank; null until it is set.</summary>
    public string? Number { get; init; }
    /// <summary>The date of issue; null until it is set.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>The agency that follows, checks and combines.</summary>
    public required string StandingAgency { get; init; }
    /// <summary>The date at which the register is read and figures stand.</summary>
    public required DateOnly CutOff { get; init; }
    /// <summary>The general objective.</summary>
    public required Text Objective { get; init; }
    /// <summary>Documents the plan rests on.</summary>
    public required ImmutableArray<string> LegalBasis { get; init; }
    /// <summary>Whom the plan is sent to.</summary>
    public required ImmutableArray<string> Recipients { get; init; }
    /// <summary>Everyone the plan names.</summary>
    public required ImmutableArray<Party> Parties { get; init; }
    /// <summary>The sector modules the plan counts on, each with its agency or group.</summary>
    public required ImmutableArray<PlanSector> Sectors { get; init; }
    /// <summary>Sources of money.</summary>
    public required ImmutableArray<FundingSource> FundingSources { get; init; }
    /// <summary>Indicators that several sectors share.</summary>
    public required ImmutableArray<PlanIndicator> Indicators { get; init; }
    /// <summary>Choices the plan's text leaves open.</summary>
    public required ImmutableArray<PlanSetting> Settings { get; init; }
    /// <summary>Chỉ tiêu.</summary>
    public required ImmutableArray<Target> Targets { get; init; }
    /// <summary>Nội dung hoạt động.</summary>
    public required ImmutableArray<Activity> Activities { get; init; }
    /// <summary>Nhiệm vụ.</summary>
    public required ImmutableArray<PlanTask> Tasks { get; init; }
    /// <summary>Kinh phí.</summary>
    public required ImmutableArray<FundingClause> Funding { get; init; }
    /// <summary>Nghĩa vụ báo cáo.</summary>
    public required ImmutableArray<ReportingDuty> Duties { get; init; }

    /// <summary>The plan as modules see it.</summary>
    public PlanRef Ref => new(Id, Year);

    /// <summary>The party of that code, or null.</summary>
    public Party? Party(string code) => Parties.FirstOrDefault(p => p.Code == code);

    /// <summary>The name of who issued it, with its territory: “Ủy ban nhân dân thành phố Huế”.</summary>
    public Text IssuerName => Party(Issuer) is { } issuer ? new Text(Joined(issuer.Name.Vi, Jurisdiction), issuer.Name.En) : new Text(Jurisdiction, Jurisdiction);

    /// <summary>A name that ends in the kind of territory, with the territory: “Công an thành phố” is “Công an thành phố Huế”; another as it is.</summary>
    public string WithPlace(string name) => Joined(name, Jurisdiction);

    /// <summary>The duty by which every agency reports the season's results to the standing agency.</summary>
    public ReportingDuty SeasonReport => Duties.First(d => d.Before is not null && d.To == StandingAgency);

    /// <summary>The settings that are switched on.</summary>
    public ImmutableHashSet<string> SettingsOn => [.. Settings.Where(s => s.On).Select(s => s.Id)];

    /// <summary>The gate of a clause, or null when it waits for no document.</summary>
    public Gate? GateOf(string clause) =>
        Tasks.FirstOrDefault(t => t.Id.Value == clause)?.Gate ?? Activities.FirstOrDefault(a => a.Id.Value == clause)?.Gate;

    /// <summary>Whether what a clause waits for is in force on a day; true for a clause that waits for nothing.</summary>
    public bool GateOpen(string clause, DateOnly on) => GateOf(clause) is not { } gate || gate.InForceFrom is { } from && from <= on;

    // “Ủy ban nhân dân thành phố” and “Thành phố Huế” share two words: the full name says them once.
    private static string Joined(string name, string place)
    {
        for (var shared = Math.Min(name.Length, place.Length); shared > 0; shared--)
            if (name.EndsWith(place[..shared], StringComparison.OrdinalIgnoreCase)) return name + place[shared..];
        return name;
    }
}

/// <summary>Someone the plan names.</summary>
public sealed record Party(string Code, Text Name, PartyKind Kind)
{
    /// <summary>For a group: the unit type of its members.</summary>
    public string? MemberType { get; init; }
}

/// <summary>Kinds of party.</summary>
public enum PartyKind
{
    /// <summary>Issues the plan and receives the combined report.</summary>
    Issuer,
    /// <summary>An agency that owes tasks and reports.</summary>
    Agency,
    /// <summary>Many agencies of one type, each with its own instance of the task.</summary>
    Group,
    /// <summary>A body that is directed or coordinated with.</summary>
    Body,
    /// <summary>In denominators, owing no report; a custodian asks it.</summary>
    External,
    /// <summary>A phrase such as “các cơ quan liên quan”, never expanded into named agencies.</summary>
    Generic,
}

/// <summary>A sector module that the plan counts on, and the agency or group whose sector it is.</summary>
public sealed record PlanSector(string Module, string Agency);

/// <summary>A source of money; one that stands apart belongs to another programme and is never added.</summary>
public sealed record FundingSource(string Code, Text Name, bool Apart);

/// <summary>An indicator that several sectors contribute to.</summary>
public sealed record PlanIndicator(IndicatorDefinition Definition, IndicatorBasis Basis)
{
    /// <summary>Ids of the modules that contribute, so that an absent one is named.</summary>
    public ImmutableArray<string> Contributors { get; init; } = [];
}

/// <summary>Where an indicator's population is known from.</summary>
public enum IndicatorBasis
{
    /// <summary>The register: unreported units stay in the denominator and the verdict allows for them.</summary>
    Register,
    /// <summary>Forms alone: the verdict is on what is reported, and provisional until all have.</summary>
    Forms,
    /// <summary>Who owes a duty.</summary>
    Duty,
}

/// <summary>A choice the plan's text leaves open, kept as a setting.</summary>
public sealed record PlanSetting(string Id, bool On, Text Label);

/// <summary>Chỉ tiêu: an indicator with its threshold.</summary>
public sealed record Target(ClauseId Id, Text Title, Comparator Comparator, string Wording, int Threshold, string Indicator, string Owner)
{
    /// <summary>What is counted, in the plan's words.</summary>
    public required string Numerator { get; init; }
    /// <summary>What it is a part of, in the plan's words.</summary>
    public required string Denominator { get; init; }
    /// <summary>Where the plan's text leaves room, and how it is read.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>How a rate is held against a threshold.</summary>
public enum Comparator
{
    /// <summary>“trên”: strictly more.</summary>
    Greater,
    /// <summary>“đạt”, “tối thiểu”: at least.</summary>
    AtLeast,
    /// <summary>“100%”: exactly.</summary>
    Equal,
}

/// <summary>Nội dung hoạt động.</summary>
public sealed record Activity(ClauseId Id, Text Title, string Measure, ImmutableArray<string> Evidence, Gate? Gate);

/// <summary>Nhiệm vụ: what one agency, or each member of a group, is to do.</summary>
public sealed record PlanTask(ClauseId Id, Text Title, string Agency, ImmutableArray<TaskRole> Roles)
{
    /// <summary>With whom the clause says to coordinate; they only attach evidence.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];
    /// <summary>Whom the verb falls on: advised, directed, guided.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];
    /// <summary>What is to be seen of it, in the plan's terms.</summary>
    public string Measure { get; init; } = string.Empty;
    /// <summary>Forms and registers that show it.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
    /// <summary>Clauses it serves.</summary>
    public ImmutableArray<ClauseId> Links { get; init; } = [];
    /// <summary>What it waits for; null for nothing.</summary>
    public Gate? Gate { get; init; }
}

/// <summary>Role of an agency in a task.</summary>
public enum TaskRole
{
    /// <summary>chủ trì</summary>
    Lead,
    /// <summary>phối hợp</summary>
    Coordinate,
    /// <summary>tham mưu</summary>
    Advise,
    /// <summary>chỉ đạo</summary>
    Direct,
    /// <summary>hướng dẫn</summary>
    Guide,
    /// <summary>thực hiện</summary>
    Perform,
    /// <summary>tổng hợp</summary>
    Consolidate,
}

/// <summary>A document that must be in force before a clause can be carried out.</summary>
/// <param name="WaitsFor">The document.</param>
/// <param name="InForceFrom">Since when; null while it is not.</param>
/// <param name="Printed">Whether the clause prints the condition, or it is inferred.</param>
public sealed record Gate(Text WaitsFor, DateOnly? InForceFrom, bool Printed);

/// <summary>Kinh phí.</summary>
public sealed record FundingClause(ClauseId Id, Text Title, ImmutableArray<string> Sources, ImmutableArray<string> Evidence);

/// <summary>Nghĩa vụ báo cáo: who owes what to whom before which date.</summary>
/// <param name="Id">The clause.</param>
/// <param name="Title">What is owed.</param>
/// <param name="Who">Agencies and groups that owe it.</param>
/// <param name="To">To whom; null where the plan does not say.</param>
/// <param name="Before">Exclusive: late from 00:00 of this date in the city. Null for a duty without a date.</param>
public sealed record ReportingDuty(ClauseId Id, Text Title, ImmutableArray<string> Who, string? To, DateOnly? Before)
{
    /// <summary>Forms that are part of it.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
