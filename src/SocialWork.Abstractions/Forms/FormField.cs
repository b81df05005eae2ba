using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>
/// One question of a form. A closed family: the kind of field is its type. Declared once as a static value, so that
/// handlers name it (<c>totals.Sum(SchoolStaffing.HasAssignedStaff)</c>) instead of repeating its id.
/// </summary>
public abstract record FormField
{
    private protected FormField(string form, string id)
    {
        Form = form;
        Id = id;
    }

    /// <summary>The code of the form that the field belongs to.</summary>
    public string Form { get; }

    /// <summary>The field's public id, unique in its form: lower-case letters, digits and underscores.</summary>
    public string Id { get; }

    /// <summary>The id of the section that shows the field.</summary>
    public required string Section { get; init; }

    /// <summary>The question.</summary>
    public required Text Label { get; init; }

    /// <summary>What the number counts (người, lớp, đồng); null where nothing is counted.</summary>
    public Text? Unit { get; init; }

    /// <summary>The dimensions the field is split by: none, one or two. One cell per combination of options.</summary>
    public ImmutableArray<Dimension> By { get; init; } = [];

    /// <summary>Whether every cell must hold a value or an allowed empty before the form can be sent.</summary>
    public bool Required { get; init; } = true;

    /// <summary>A line of help beside the field; null for none.</summary>
    public Text? Hint { get; init; }

    /// <summary>The kinds of empty that a cell may hold instead of a value.</summary>
    public ImmutableArray<EmptyKind> Empties { get; init; } = [];

    /// <summary>The clauses that the question comes from.</summary>
    public ImmutableArray<ClauseId> Source { get; init; } = [];

    /// <summary>Unit types that are asked the field; empty means all. For other units its cells are <see cref="EmptyKind.NotApplicable"/> without being shown.</summary>
    public ImmutableArray<string> AppliesTo { get; init; } = [];
}

/// <summary>A whole number of people or things, 0 or more.</summary>
public sealed record IntField(string Form, string Id) : FormField(Form, Id);

/// <summary>An amount of money in whole đồng, 0 or more.</summary>
public sealed record MoneyField(string Form, string Id) : FormField(Form, Id);

/// <summary>Yes or no; a condition by itself in rules.</summary>
public sealed record BoolField(string Form, string Id) : FormField(Form, Id);

/// <summary>Words.</summary>
public sealed record TextField(string Form, string Id) : FormField(Form, Id)
{
    /// <summary>The fewest characters an answer may have, white space at the ends not counted.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>The most characters an answer may have.</summary>
    public int MaxLength { get; init; } = 4000;
}

/// <summary>A calendar date.</summary>
public sealed record DateField(string Form, string Id) : FormField(Form, Id);

/// <summary>One option of a list.</summary>
public sealed record ChoiceField(string Form, string Id) : FormField(Form, Id)
{
    /// <summary>The list.</summary>
    public required Dimension Options { get; init; }
}

/// <summary>Any number of options of a list, at least one.</summary>
public sealed record MultiChoiceField(string Form, string Id) : FormField(Form, Id)
{
    /// <summary>The list.</summary>
    public required Dimension Options { get; init; }
}

/// <summary>A reference to an attached file.</summary>
public sealed record FileField(string Form, string Id) : FormField(Form, Id);

/// <summary>Rows that the unit adds itself. Never disaggregated.</summary>
public sealed record TableField(string Form, string Id) : FormField(Form, Id)
{
    /// <summary>The columns: fields of the plain kinds, without dimensions.</summary>
    public required ImmutableArray<FormField> Columns { get; init; }

    /// <summary>The most rows a table may hold.</summary>
    public int MaxRows { get; init; } = 200;
}
