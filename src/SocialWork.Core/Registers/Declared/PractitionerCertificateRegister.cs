using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R7: practice registration and knowledge update (2026/II.5.b).</summary>
public static class PractitionerCertificateRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R7";

    /// <summary>Kind.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại giấy", "Kind"),
        Options = RegisterDimensions.PractitionerPaper,
    };

    /// <summary>Number.</summary>
    public static readonly TextField Number = new(Code, "so")
    {
        Section = EntryParts.Section,
        Label = new("Số", "Number"),
        MaxLength = 300,
    };

    /// <summary>Issued on.</summary>
    public static readonly DateField IssuedOn = new(Code, "ngay")
    {
        Section = EntryParts.Section,
        Label = new("Ngày cấp", "Issued on"),
    };

    /// <summary>Practitioner code.</summary>
    public static readonly TextField PersonCode = new(Code, "ma_nguoi")
    {
        Section = EntryParts.Section,
        Label = new("Mã người hành nghề", "Practitioner code"),
        MaxLength = 300,
    };

    /// <summary>Full name.</summary>
    public static readonly TextField FullName = new(Code, "ho_ten")
    {
        Section = EntryParts.Section,
        Label = new("Họ tên", "Full name"),
        MaxLength = 300,
    };

    /// <summary>State.</summary>
    public static readonly ChoiceField Status = new(Code, "trang_thai")
    {
        Section = EntryParts.Section,
        Label = new("Trạng thái", "State"),
        Options = RegisterDimensions.PaperState,
    };

    /// <summary>Credit hours.</summary>
    public static readonly IntField CreditHours = new(Code, "tiet")
    {
        Section = EntryParts.Section,
        Label = new("Tiết học được công nhận", "Credit hours"),
        Unit = new("tiết", "hours"),
        Required = false,
    };

    /// <summary>Mode.</summary>
    public static readonly ChoiceField Mode = new(Code, "hinh_thuc")
    {
        Section = EntryParts.Section,
        Label = new("Hình thức học", "Mode"),
        Options = RegisterDimensions.StudyMode,
        Required = false,
    };

    /// <summary>Facility.</summary>
    public static readonly TextField Facility = new(Code, "co_so")
    {
        Section = EntryParts.Section,
        Label = new("Cơ sở", "Facility"),
        MaxLength = 20,
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Đăng ký hành nghề và giấy cập nhật kiến thức", "Practice registration and knowledge update"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.5.b"],
        Sections = [EntryParts.Entry],
        Fields = [Kind, Number, IssuedOn, PersonCode, FullName, Status, CreditHours, Mode, Facility],
    })
    {
        KeptBy = new RegisterKeeper.Agencies(["SYT"]),
        Validity = new EntryValidity.Event(IssuedOn),
        Key = [Kind, Number],
        PersonalData = PersonalData.Basic,
        KeeperOnly = [FullName],
        CityOnly = [Kind, IssuedOn, PersonCode, Status, CreditHours, Mode, Facility],
        References = [new UnitReference(Facility, [])],
    };
}
