using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R12: social Work Day events (2026/II.6.b, 2026/II.6.c).</summary>
public static class SocialWorkDayEventRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R12";

    /// <summary>Event code.</summary>
    public static readonly TextField EntryCode = new(Code, "ma")
    {
        Section = EntryParts.Section,
        Label = new("Mã sự kiện", "Event code"),
        MaxLength = 300,
    };

    /// <summary>Name.</summary>
    public static readonly TextField Name = new(Code, "ten")
    {
        Section = EntryParts.Section,
        Label = new("Tên sự kiện", "Name"),
        MaxLength = 300,
    };

    /// <summary>Level.</summary>
    public static readonly ChoiceField Level = new(Code, "cap")
    {
        Section = EntryParts.Section,
        Label = new("Cấp tổ chức", "Level"),
        Options = RegisterDimensions.OrganisingLevel,
    };

    /// <summary>Held on.</summary>
    public static readonly DateField HeldOn = new(Code, "ngay")
    {
        Section = EntryParts.Section,
        Label = new("Ngày tổ chức", "Held on"),
    };

    /// <summary>Content.</summary>
    public static readonly TextField Content = new(Code, "noi_dung")
    {
        Section = EntryParts.Section,
        Label = new("Nội dung", "Content"),
        MaxLength = 4000,
    };

    /// <summary>Attendances.</summary>
    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = EntryParts.Section,
        Label = new("Lượt tham gia", "Attendances"),
        Unit = new("lượt", "attendances"),
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Sự kiện Ngày Công tác xã hội", "Social Work Day events"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/II.6.b", "2026/II.6.c"],
        Sections = [EntryParts.Entry],
        Fields = [EntryCode, Name, Level, HeldOn, Content, Attendances],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Event(HeldOn),
        Key = [EntryCode],
        CityOnly = [EntryCode],
    };
}
