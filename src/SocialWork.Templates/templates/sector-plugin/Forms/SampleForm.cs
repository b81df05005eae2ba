using SocialWork.Abstractions;

namespace SampleSector.Forms;

/// <summary>NM1: a form to start from. Fields come first: the definition below them refers to them.</summary>
public static class SampleForm
{
    /// <summary>The form's public code.</summary>
    public const string Code = "NM1";

    /// <summary>People in need.</summary>
    public static readonly IntField PeopleInNeed = new(Code, "co_nhu_cau")
    {
        Section = "nguoi_dan",
        Label = new("Người có nhu cầu", "People in need"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
    };

    /// <summary>Of whom supported.</summary>
    public static readonly IntField PeopleSupported = new(Code, "duoc_ho_tro")
    {
        Section = "nguoi_dan",
        Label = new("Trong đó được hỗ trợ", "Of whom supported"),
        Unit = new("người", "people"),
        Empties = [EmptyKind.NotArising],
    };

    /// <summary>Supported of those in need; a cell that is empty on one side leaves both.</summary>
    public static readonly Ratio Supported = Ratio.Of("supported", PeopleSupported, PeopleInNeed);

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Biểu mẫu của ngành", "The sector's form"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Sections = [new("nguoi_dan", new("Người dân", "People"))],
        Fields = [PeopleInNeed, PeopleSupported],
        Rules =
        [
            FormRule.Error("NM1.r1", "duoc_ho_tro <= co_nhu_cau", "Được hỗ trợ không vượt có nhu cầu.", "Supported cannot exceed in need."),
        ],
        Measures = [Supported.Numerator, Supported.Denominator],
    };
}
