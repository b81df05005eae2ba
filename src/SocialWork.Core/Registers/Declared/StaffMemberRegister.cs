using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R2: social work staff (2026/I.2.a, 2026/II.4.a#1, 2026/IV.1.đ#1, 2023/I.2.a …).</summary>
public static class StaffMemberRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R2";

    /// <summary>Staff code at the unit.</summary>
    public static readonly TextField StaffCode = new(Code, "ma_nhan_su")
    {
        Section = EntryParts.Section,
        Label = new("Mã nhân sự tại đơn vị", "Staff code at the unit"),
        MaxLength = 300,
    };

    /// <summary>Full name.</summary>
    public static readonly TextField FullName = new(Code, "ho_ten")
    {
        Section = EntryParts.Section,
        Label = new("Họ tên", "Full name"),
        MaxLength = 300,
    };

    /// <summary>Position.</summary>
    public static readonly TextField Position = new(Code, "vi_tri")
    {
        Section = EntryParts.Section,
        Label = new("Vị trí", "Position"),
        MaxLength = 300,
    };

    /// <summary>Professional title.</summary>
    public static readonly ChoiceField Title = new(Code, "ma_chuc_danh")
    {
        Section = EntryParts.Section,
        Label = new("Chức danh nghề nghiệp", "Professional title"),
        Options = RegisterDimensions.ProfessionalTitle,
        Required = false,
    };

    /// <summary>Staff category.</summary>
    public static readonly ChoiceField StaffCategory = new(Code, "loai_ns")
    {
        Section = EntryParts.Section,
        Label = new("Loại nhân sự", "Staff category"),
        Options = CommonDimensions.StaffCategory,
    };

    /// <summary>Full-time or part-time.</summary>
    public static readonly ChoiceField DutyKind = new(Code, "chuyen_trach")
    {
        Section = EntryParts.Section,
        Label = new("Hình thức đảm nhiệm", "Full-time or part-time"),
        Options = CommonDimensions.DutyForm,
    };

    /// <summary>Qualification.</summary>
    public static readonly ChoiceField Qualification = new(Code, "trinh_do")
    {
        Section = EntryParts.Section,
        Label = new("Trình độ công tác xã hội", "Qualification"),
        Options = RegisterDimensions.Qualification,
    };

    /// <summary>Assigned on.</summary>
    public static readonly DateField AssignedOn = new(Code, "ngay_phan_cong")
    {
        Section = EntryParts.Section,
        Label = new("Ngày phân công", "Assigned on"),
    };

    /// <summary>Has an allowance.</summary>
    public static readonly BoolField HasAllowance = new(Code, "phu_cap")
    {
        Section = EntryParts.Section,
        Label = new("Có phụ cấp", "Has an allowance"),
    };

    /// <summary>Trained in skills.</summary>
    public static readonly BoolField Trained = new(Code, "da_tap_huan")
    {
        Section = EntryParts.Section,
        Label = new("Đã tập huấn kỹ năng", "Trained in skills"),
    };

    /// <summary>Valid from.</summary>
    public static readonly DateField ValidFrom = EntryParts.ValidFrom(Code);

    /// <summary>Valid to.</summary>
    public static readonly DateField ValidTo = EntryParts.ValidTo(Code);

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Nhân sự công tác xã hội", "Social work staff"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/I.2.a", "2026/II.4.a#1", "2026/IV.1.đ#1", "2023/I.2.a", "2023/II.3", "2023/II.5#1", "2023/IV.1.b#2"],
        Sections = [EntryParts.Entry],
        Fields = [StaffCode, FullName, Position, Title, StaffCategory, DutyKind, Qualification, AssignedOn, HasAllowance, Trained, ValidFrom, ValidTo],
        Rules = [EntryParts.EndsAfterItBegins(Code, ValidFrom, ValidTo)],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Period(ValidFrom, ValidTo),
        Key = [StaffCode],
        KeyIsPerKeeper = true,
        PersonalData = PersonalData.Basic,
        KeeperOnly = [StaffCode, FullName],
        CityOnly = [Position, Title, StaffCategory, DutyKind, Qualification, AssignedOn, HasAllowance, Trained, ValidFrom, ValidTo],
    };
}
