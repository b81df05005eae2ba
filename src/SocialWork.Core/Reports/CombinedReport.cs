using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Reports;

/// <summary>
/// Báo cáo tổng hợp: what the standing agency sends the People's Committee (2026/V.2#2). Every figure carries the address of
/// its lineage; what is incomplete says so. Member names and order are the API's. Immutable.
/// </summary>
public sealed record CombinedReport
{
    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }
    /// <summary>The plan's title.</summary>
    public required Text Title { get; init; }
    /// <summary>The moment it shows, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }
    /// <summary>Whether the figures come from the demonstration year.</summary>
    public required bool Demo { get; init; }
    /// <summary>Tạm tính: somebody has not reported, or a module took no part.</summary>
    public required bool Provisional { get; init; }
    /// <summary>Who reported, of those who owe.</summary>
    public required SeasonCoverage Coverage { get; init; }
    /// <summary>The plan's targets.</summary>
    public required ImmutableArray<TargetLine> Targets { get; init; }
    /// <summary>The other indicators.</summary>
    public required ImmutableArray<IndicatorLine> Indicators { get; init; }
    /// <summary>The plan's activities.</summary>
    public required ImmutableArray<ActivityLine> Activities { get; init; }
    /// <summary>The plan's tasks.</summary>
    public required ImmutableArray<TaskLine> Tasks { get; init; }
    /// <summary>Money by source.</summary>
    public required ImmutableArray<FundingLine> Funding { get; init; }
    /// <summary>Money of all sources but those that stand apart; null where the plan names no source.</summary>
    public FundingTotal? FundingTotal { get; init; }
    /// <summary>Obstacles and proposals.</summary>
    public required ImmutableArray<ObstacleLine> Obstacles { get; init; }
    /// <summary>Every module and how it took part.</summary>
    public required ImmutableArray<ModuleLine> Modules { get; init; }
    /// <summary>Every agency that owes the season's report, in the register's order.</summary>
    public ImmutableArray<AgencyLine> Agencies { get; init; } = [];
    /// <summary>The tables of Annexes II to VII; those of I and VIII are made of the targets and the agencies.</summary>
    public ImmutableArray<ReportAnnex> Annexes { get; init; } = [];
    /// <summary>Why tasks are not done, as agencies say in K2; the reason that most of them give first.</summary>
    public ImmutableArray<CauseLine> Causes { get; init; } = [];
    /// <summary>The sections in words, in the order of the outline.</summary>
    public ImmutableArray<NarrativeSection> Narrative { get; init; } = [];
}

/// <summary>A section of the report in words, as a reader sees it: every figure is filled in.</summary>
/// <param name="Section">Its place in the outline: <c>I.1</c>, <c>III.2</c>, <c>V</c>.</param>
/// <param name="Paragraphs">What it says, in Vietnamese; a paragraph each.</param>
public sealed record NarrativeSection(string Section, ImmutableArray<string> Paragraphs)
{
    /// <summary>What a report says at a place; empty for nothing.</summary>
    public static ImmutableArray<string> Of(CombinedReport report, string section) => report.Narrative.FirstOrDefault(s => s.Section == section)?.Paragraphs ?? [];
}

/// <summary>Who reported, of those who owe the season's report.</summary>
/// <param name="Expected">Agencies that owe it.</param>
/// <param name="Sent">Agencies that sent all their forms.</param>
/// <param name="Accepted">Agencies whose forms were all accepted.</param>
/// <param name="Missing">The others, named.</param>
public sealed record SeasonCoverage(int Expected, int Sent, int Accepted, ImmutableArray<MissingUnit> Missing);

/// <summary>Where an agency stands with its plan and its report.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="PlanNumber">The number and sign of the plan that it issued; null for none reported.</param>
/// <param name="PlanIssuedOn">The plan's date; null for none reported.</param>
/// <param name="PlanState">Where it stands with the duty to issue a plan; null where the city's plan has no such duty.</param>
/// <param name="State">Where it stands with the season's report.</param>
/// <param name="DaysLate">How late the report is, or was.</param>
/// <param name="FormsSent">Forms of the report that were sent.</param>
/// <param name="FormsOwed">Forms of the report.</param>
public sealed record AgencyLine(string Unit, string Name, string? PlanNumber, DateOnly? PlanIssuedOn, string? PlanState, string State, int DaysLate, int FormsSent, int FormsOwed);

/// <summary>An agency that has not sent all its forms.</summary>
public sealed record MissingUnit(string Unit, string Name, string Duty, string State, int DaysLate, int FormsSent, int FormsOwed);

/// <summary>A target with its measurement.</summary>
public sealed record TargetLine
{
    /// <summary>The clause.</summary>
    public required string Clause { get; init; }
    /// <summary>The target, in words.</summary>
    public required Text Title { get; init; }
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }
    /// <summary>&gt;, &gt;= or =.</summary>
    public required string Comparator { get; init; }
    /// <summary>Percent.</summary>
    public required int Threshold { get; init; }
    /// <summary>%.</summary>
    public required string Unit { get; init; }
    /// <summary>Σ numerators.</summary>
    public required long Numerator { get; init; }
    /// <summary>Σ denominators.</summary>
    public required long Denominator { get; init; }
    /// <summary>Units of the denominator that have not reported.</summary>
    public required long Unreported { get; init; }
    /// <summary>Cells withheld by right, which left both sides.</summary>
    public required long Withheld { get; init; }
    /// <summary>The rate in Vietnamese numerals, never rounded across its threshold.</summary>
    public required string RateText { get; init; }
    /// <summary>What can be said of it.</summary>
    public required Verdict Verdict { get; init; }
    /// <summary>Tạm tính.</summary>
    public required bool Provisional { get; init; }
    /// <summary>The address of its lineage.</summary>
    public required string Figure { get; init; }
    /// <summary>How complete it is.</summary>
    public required Coverage Coverage { get; init; }
    /// <summary>Each module's part.</summary>
    public required ImmutableArray<ContributionLine> Contributions { get; init; }
}

/// <summary>A module's part of a figure; null where it took none.</summary>
public sealed record ContributionLine(string Module, long? Numerator, long? Denominator, long? Unreported, SectorOutcome State, Text? Reason, Coverage Coverage);

/// <summary>An indicator that no target measures.</summary>
public sealed record IndicatorLine(
    string Indicator, Text Name, Text Unit, long Numerator, long? Denominator, long Unreported, string ValueText, bool Provisional,
    string Figure, Coverage Coverage, ImmutableArray<ContributionLine> Contributions);

/// <summary>A sum of one question over the units that reported it.</summary>
/// <param name="Figure">The address of its lineage.</param>
/// <param name="Label">The question.</param>
/// <param name="Value">The sum.</param>
/// <param name="ValueText">The sum in Vietnamese numerals, or the kind of empty where nothing was reported.</param>
/// <param name="Unit">What it counts; null where nothing is counted.</param>
/// <param name="Cells">How many cells were of which kind.</param>
/// <param name="Coverage">How complete it is.</param>
public sealed record FigureLine(string Figure, Text Label, long Value, string ValueText, Text? Unit, CellCounts Cells, Coverage Coverage);

/// <summary>An activity with what the forms say of it.</summary>
public sealed record ActivityLine(string Clause, Text Title, string Measure, bool Gated, ImmutableArray<FigureLine> Figures);

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Chưa báo cáo</summary>
    NotReported,
    /// <summary>Chưa triển khai</summary>
    NotStarted,
    /// <summary>Đang thực hiện</summary>
    InProgress,
    /// <summary>Hoàn thành</summary>
    Done,
    /// <summary>Không phát sinh</summary>
    NotArising,
    /// <summary>Chưa đủ điều kiện (chờ văn bản)</summary>
    Gated,
}

/// <summary>A task with its state.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Title">The task.</param>
/// <param name="Unit">The responsible agency, or the group.</param>
/// <param name="Module">The module that organises it; null where only K2 follows it.</param>
/// <param name="State">Where it stands, over all instances.</param>
/// <param name="Instances">How many agencies have it, and how many are done.</param>
/// <param name="Remaining">The agencies of a group that are not done, with their states.</param>
/// <param name="Progress">How far it is, by the module's measure; null for none.</param>
/// <param name="Figures">What its evidence forms say.</param>
public sealed record TaskLine(
    string Clause, Text Title, string Unit, string? Module, TaskState State, TaskInstances Instances,
    ImmutableArray<RemainingInstance> Remaining, Text? Progress, ImmutableArray<FigureLine> Figures);

/// <summary>k of n.</summary>
public readonly record struct TaskInstances(int Total, int Done);

/// <summary>An agency that has not finished its instance of a task.</summary>
public sealed record RemainingInstance(string Unit, string Name, TaskState State);

/// <summary>Money of one source. A source that stands apart belongs to another programme and is in no total.</summary>
public sealed record FundingLine(string Source, Text Name, bool Apart, FigureLine Allocated, FigureLine Spent, FigureLine Estimate);

/// <summary>Money of several sources together.</summary>
public sealed record FundingTotal(FundingSum Allocated, FundingSum Spent, FundingSum Estimate);

/// <summary>A sum over several sources.</summary>
/// <param name="Value">The sum.</param>
/// <param name="ValueText">The sum in Vietnamese numerals, or the kind of empty where nothing was reported.</param>
/// <param name="Cells">How many cells were of which kind.</param>
public sealed record FundingSum(long Value, string ValueText, CellCounts Cells);

/// <summary>An obstacle.</summary>
public sealed record ObstacleLine(Guid Id, string Unit, string Name, string Description, string Level, string Proposal, string State, DateOnly RaisedOn);

/// <summary>A reason why tasks are not done.</summary>
/// <param name="Reason">In the agencies' own words.</param>
/// <param name="Units">How many agencies give it.</param>
public sealed record CauseLine(string Reason, int Units);

/// <summary>A module and how it took part.</summary>
public sealed record ModuleLine(string Id, Text Name, string Version, SectorOutcome State, Text? Reason);
