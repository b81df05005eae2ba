using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Registers;

/// <summary>What the declarations of registers have in common.</summary>
internal static class EntryParts
{
    /// <summary>The id of the one section that an entry has.</summary>
    public const string Section = "muc";

    /// <summary>The section.</summary>
    public static FormSection Entry => new(Section, new Text("Mục", "Entry"));

    /// <summary>The first day an entry holds.</summary>
    public static DateField ValidFrom(string register) => new(register, "hieu_luc_tu")
    {
        Section = Section,
        Label = new("Hiệu lực từ", "Valid from"),
    };

    /// <summary>The first day it no longer holds; empty while it does.</summary>
    public static DateField ValidTo(string register) => new(register, "hieu_luc_den")
    {
        Section = Section,
        Label = new("Hiệu lực đến", "Valid to"),
        Required = false,
        Hint = new("Để trống khi còn hiệu lực", "Leave open while it is valid"),
    };

    /// <summary>The rule that every register with a period has.</summary>
    public static FormRule EndsAfterItBegins(string register, DateField from, DateField to) => FormRule.Error(
        register + ".period",
        $"{from.Id} < {to.Id}",
        $"“{to.Label.Vi}” phải sau “{from.Label.Vi}”.",
        $"“{to.Label.En}” must be later than “{from.Label.En}”.");

    /// <summary>The rule that every register kept by years has.</summary>
    public static FormRule IsAYear(string register, IntField year) => FormRule.Error(
        register + ".year",
        $"{year.Id} >= {FormLimits.FirstYear} and {year.Id} <= {FormLimits.LastYear}",
        $"“{year.Label.Vi}” phải là một năm gồm bốn chữ số.",
        $"“{year.Label.En}” must be a year of four digits.");
}
