using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>
/// A register (sổ) of the core: entries of one kind, each kept by one unit, any number at any time of the year. What is asked
/// of an entry is declared like a form, so that the same rules, conditions and value formats hold. Immutable.
/// </summary>
/// <param name="Form">The entry's fields, rules and measures; its code is the register's.</param>
public sealed record RegisterDefinition(FormDefinition Form)
{
    /// <summary>Who may keep entries.</summary>
    public required RegisterKeeper KeptBy { get; init; }

    /// <summary>When an entry holds.</summary>
    public required EntryValidity Validity { get; init; }

    /// <summary>The fields that tell one entry from another.</summary>
    public required ImmutableArray<FormField> Key { get; init; }

    /// <summary>Whether two units may use the same key.</summary>
    public bool KeyIsPerKeeper { get; init; }

    /// <summary>Whether entries are about people. Sensitive ones are never shown one by one to anybody but their keeper and, field by field, the standing agency.</summary>
    public PersonalData PersonalData { get; init; } = PersonalData.None;

    /// <summary>Fields that only the keeper sees.</summary>
    public ImmutableArray<FormField> KeeperOnly { get; init; } = [];

    /// <summary>Fields that the keeper and the standing agency see; all others may be read by anyone signed in.</summary>
    public ImmutableArray<FormField> CityOnly { get; init; } = [];

    /// <summary>Fields that hold the code of a unit.</summary>
    public ImmutableArray<UnitReference> References { get; init; } = [];

    /// <summary>The register's code: <c>R9</c>.</summary>
    public string Code => Form.Code;
}

/// <summary>A field that holds the code of a unit of register R1.</summary>
/// <param name="Field">The field.</param>
/// <param name="Types">The unit types allowed; empty means any.</param>
public sealed record UnitReference(FormField Field, ImmutableArray<string> Types);

/// <summary>How far entries are about people.</summary>
public enum PersonalData
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>About staff and professionals.</summary>
    Basic,
    /// <summary>About clients or places where they are protected.</summary>
    Sensitive,
}

/// <summary>Who may keep entries. A closed family.</summary>
public abstract record RegisterKeeper
{
    private RegisterKeeper() { }

    /// <summary>Any agency, commune or facility.</summary>
    public sealed record AnyUnit : RegisterKeeper;

    /// <summary>Units of these types.</summary>
    public sealed record UnitsOf(ImmutableArray<string> Types) : RegisterKeeper;

    /// <summary>The agencies of these codes, or of a group of the plan.</summary>
    public sealed record Agencies(ImmutableArray<string> Codes) : RegisterKeeper;
}

/// <summary>When an entry holds. A closed family.</summary>
public abstract record EntryValidity
{
    private EntryValidity() { }

    /// <summary>From one date until the day before another; the second may stay open.</summary>
    public sealed record Period(DateField From, DateField To) : EntryValidity;

    /// <summary>It happened on a date, and stays.</summary>
    public sealed record Event(DateField On) : EntryValidity;

    /// <summary>For one calendar year.</summary>
    public sealed record Year(IntField Of) : EntryValidity;
}
