using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R6: practice certificates (2026/II.3.a).</summary>
public static class PracticeCertificateRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R6";

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

    /// <summary>Trainee code.</summary>
    public static readonly TextField PersonCode = new(Code, "ma_nguoi")
    {
        Section = EntryParts.Section,
        Label = new("Mã người thực hành", "Trainee code"),
        MaxLength = 300,
    };

    /// <summary>Full name.</summary>
    public static readonly TextField FullName = new(Code, "ho_ten")
    {
        Section = EntryParts.Section,
        Label = new("Họ tên", "Full name"),
        MaxLength = 300,
    };

    /// <summary>Degree.</summary>
    public static readonly ChoiceField Degree = new(Code, "trinh_do")
    {
        Section = EntryParts.Section,
        Label = new("Trình độ", "Degree"),
        Options = RegisterDimensions.PracticeDegree,
    };

    /// <summary>Practice from.</summary>
    public static readonly DateField PracticeFrom = new(Code, "tu_ngay")
    {
        Section = EntryParts.Section,
        Label = new("Thực hành từ", "Practice from"),
    };

    /// <summary>Practice to.</summary>
    public static readonly DateField PracticeTo = new(Code, "den_ngay")
    {
        Section = EntryParts.Section,
        Label = new("Thực hành đến", "Practice to"),
    };

    /// <summary>Sent to the Health department.</summary>
    public static readonly DateField SentOn = new(Code, "ngay_gui_syt")
    {
        Section = EntryParts.Section,
        Label = new("Ngày gửi Sở Y tế", "Sent to the Health department"),
        Required = false,
        Hint = new("Trong 03 ngày làm việc (theo thông tư)", "Within 3 working days (by the circular)"),
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Giấy xác nhận thực hành", "Practice certificates"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.3.a"],
        Sections = [EntryParts.Entry],
        Fields = [Number, IssuedOn, PersonCode, FullName, Degree, PracticeFrom, PracticeTo, SentOn],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Event(IssuedOn),
        Key = [Number],
        KeyIsPerKeeper = true,
        PersonalData = PersonalData.Basic,
        KeeperOnly = [PersonCode, FullName],
        CityOnly = [Number, IssuedOn, Degree, PracticeFrom, PracticeTo, SentOn],
    };
}
