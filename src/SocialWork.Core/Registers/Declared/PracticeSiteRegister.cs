using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R5: practice and update sites (2026/II.3.a, 2026/II.3.b, 2026/IV.1.c, 2026/IV.4.c).</summary>
public static class PracticeSiteRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R5";

    /// <summary>Facility.</summary>
    public static readonly TextField Facility = new(Code, "co_so")
    {
        Section = EntryParts.Section,
        Label = new("Cơ sở", "Facility"),
        MaxLength = 20,
    };

    /// <summary>Selected on.</summary>
    public static readonly DateField SelectedOn = new(Code, "ngay_chon")
    {
        Section = EntryParts.Section,
        Label = new("Ngày chọn", "Selected on"),
    };

    /// <summary>Mentors.</summary>
    public static readonly IntField Mentors = new(Code, "so_nguoi_hd")
    {
        Section = EntryParts.Section,
        Label = new("Số người hướng dẫn", "Mentors"),
        Unit = new("người", "people"),
    };

    /// <summary>Practice programme.</summary>
    public static readonly FileField Programme = new(Code, "chuong_trinh")
    {
        Section = EntryParts.Section,
        Label = new("Chương trình thực hành", "Practice programme"),
        Required = false,
    };

    /// <summary>Year plan sent on.</summary>
    public static readonly DateField YearPlanSentOn = new(Code, "ke_hoach_nam")
    {
        Section = EntryParts.Section,
        Label = new("Ngày gửi kế hoạch năm", "Year plan sent on"),
        Required = false,
        Hint = new("Trước ngày 01/02 (theo thông tư)", "Before 1 February (by the circular)"),
    };

    /// <summary>Offers knowledge updates.</summary>
    public static readonly BoolField OffersUpdates = new(Code, "cap_nhat_kt")
    {
        Section = EntryParts.Section,
        Label = new("Tổ chức cập nhật kiến thức", "Offers knowledge updates"),
    };

    /// <summary>Valid from.</summary>
    public static readonly DateField ValidFrom = EntryParts.ValidFrom(Code);

    /// <summary>Valid to.</summary>
    public static readonly DateField ValidTo = EntryParts.ValidTo(Code);

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Cơ sở thực hành, cập nhật kiến thức", "Practice and update sites"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/II.3.a", "2026/II.3.b", "2026/IV.1.c", "2026/IV.4.c"],
        Sections = [EntryParts.Entry],
        Fields = [Facility, SelectedOn, Mentors, Programme, YearPlanSentOn, OffersUpdates, ValidFrom, ValidTo],
        Rules = [EntryParts.EndsAfterItBegins(Code, ValidFrom, ValidTo)],
    })
    {
        KeptBy = new RegisterKeeper.Agencies(["SYT", "SGDDT"]),
        Validity = new EntryValidity.Period(ValidFrom, ValidTo),
        Key = [Facility, ValidFrom],
        CityOnly = [Mentors, Programme, YearPlanSentOn],
        References = [new UnitReference(Facility, [])],
    };
}
