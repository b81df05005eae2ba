using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>
/// What a unit is asked, declared once. The host derives the page, the API schema, the workbook, the checks and the
/// report's annex from it. Immutable; a version that has data is never changed, only followed by another.
/// </summary>
/// <param name="Code">The form's public code: <c>GD1</c>.</param>
/// <param name="Version">The declaration's version, from 1. The host binds data to the hash of the declaration besides.</param>
public sealed record FormDefinition(string Code, int Version)
{
    /// <summary>The form's title.</summary>
    public required Text Title { get; init; }

    /// <summary>Who fills the form.</summary>
    public required FilledBy FilledBy { get; init; }

    /// <summary>The reporting duty that the form is part of (<c>2026/V.1#2</c>); null for a form that no duty asks.</summary>
    public ClauseId? Duty { get; init; }

    /// <summary>How often the form is filled.</summary>
    public ReportingPeriod Period { get; init; } = ReportingPeriod.Year;

    /// <summary>Who approves a facility's form.</summary>
    public Approval Approval { get; init; } = Approval.ManagingAgency;

    /// <summary>Who may see the values.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Open;

    /// <summary>The clauses that the form evidences.</summary>
    public ImmutableArray<ClauseId> Clauses { get; init; } = [];

    /// <summary>The sections in the order of the paper form.</summary>
    public required ImmutableArray<FormSection> Sections { get; init; }

    /// <summary>The fields in the order of the paper form.</summary>
    public required ImmutableArray<FormField> Fields { get; init; }

    /// <summary>What must hold between the cells.</summary>
    public ImmutableArray<FormRule> Rules { get; init; } = [];

    /// <summary>Checks that an expression cannot state; the module answers them in <see cref="CheckSubmission"/>.</summary>
    public ImmutableArray<FormCheck> Checks { get; init; } = [];

    /// <summary>Conditional or paired sums that indicators need and running totals must keep.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>
    /// Fields whose values, unit by unit, checks of other sectors' forms may compare with. Not part of what is asked: sharing
    /// another field makes no new version.
    /// </summary>
    public ImmutableArray<FormField> SharedFields { get; init; } = [];

    /// <summary>A remark for the people who fill the form; null for none.</summary>
    public Text? Note { get; init; }
}

/// <summary>A part of a form, one page of it.</summary>
/// <param name="Id">Unique in the form.</param>
/// <param name="Title">Its heading.</param>
public sealed record FormSection(string Id, Text Title);

/// <summary>How often a form is filled.</summary>
public enum ReportingPeriod
{
    /// <summary>One submission a year.</summary>
    Year,

    /// <summary>One submission a year, which is authoritative; quarterly ones may be kept, prefill the year and are never added to it.</summary>
    YearWithOptionalQuarters,

    /// <summary>Records of their own, whenever something arises; not part of a yearly submission.</summary>
    AdHoc,
}

/// <summary>Who approves a form that a facility fills. An agency's form is approved by its own head.</summary>
public enum Approval
{
    /// <summary>The agency that manages the facility.</summary>
    ManagingAgency,

    /// <summary>The commune of the facility's seat.</summary>
    Commune,
}

/// <summary>Who fills a form. A closed family.</summary>
public abstract record FilledBy
{
    private protected FilledBy() { }

    /// <summary>Every agency that owes the plan's reporting duty.</summary>
    public static FilledBy EveryAgency { get; } = new AllAgencies();

    /// <summary>Every commune.</summary>
    public static FilledBy EveryCommune { get; } = new Communes();

    /// <summary>The agency of that code.</summary>
    public static FilledBy Agency(string code) => new OneAgency(code);

    /// <summary>Every facility of these types in the register, whoever manages it.</summary>
    public static FilledBy Facilities(params ImmutableArray<string> types) => new FacilitiesOf(types);

    /// <summary>See <see cref="EveryAgency"/>.</summary>
    public sealed record AllAgencies : FilledBy;

    /// <summary>See <see cref="EveryCommune"/>.</summary>
    public sealed record Communes : FilledBy;

    /// <summary>See <see cref="Agency"/>.</summary>
    public sealed record OneAgency(string Code) : FilledBy;

    /// <summary>See <see cref="Facilities"/>.</summary>
    public sealed record FacilitiesOf(ImmutableArray<string> Types) : FilledBy;
}

/// <summary>Who may see a form's values. A closed family.</summary>
public abstract record Sensitivity
{
    private protected Sensitivity() { }

    /// <summary>Everyone who may see the unit's data.</summary>
    public static Sensitivity Open { get; } = new OpenValues();

    /// <summary>Only the filling agency and the standing agency; others see the indicator's contribution.</summary>
    public static Sensitivity Restricted { get; } = new RestrictedValues();

    /// <summary>
    /// Small cells (below 5) of these options and fields are hidden below city level, with the complementary cell. Amounts of
    /// money of the same options, among these fields, or compared with them by a rule are hidden along; answers of yes or no never are.
    /// </summary>
    public static Sensitivity Masked(ImmutableArray<OptionFilter> options, ImmutableArray<string> fields) => new MaskedValues(options, fields);

    /// <summary>See <see cref="Open"/>.</summary>
    public sealed record OpenValues : Sensitivity;

    /// <summary>See <see cref="Restricted"/>.</summary>
    public sealed record RestrictedValues : Sensitivity;

    /// <summary>See <see cref="Masked"/>.</summary>
    public sealed record MaskedValues(ImmutableArray<OptionFilter> Options, ImmutableArray<string> Fields) : Sensitivity;
}

/// <summary>Some options of one dimension.</summary>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Codes">The option codes meant.</param>
public sealed record OptionFilter(string Dimension, ImmutableArray<string> Codes);
