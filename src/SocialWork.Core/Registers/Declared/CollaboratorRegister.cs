using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R3: village collaborators (2026/II.4.a#2, 2026/II.4.b, 2026/IV.1.đ#1, 2026/IV.1.đ#2 …).</summary>
public static class CollaboratorRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R3";

    /// <summary>Collaborator code.</summary>
    public static readonly TextField CollaboratorCode = new(Code, "ma_ctv")
    {
        Section = EntryParts.Section,
        Label = new("Mã cộng tác viên", "Collaborator code"),
        MaxLength = 300,
    };

    /// <summary>Village.</summary>
    public static readonly TextField Village = new(Code, "thon")
    {
        Section = EntryParts.Section,
        Label = new("Thôn, tổ dân phố", "Village"),
        MaxLength = 300,
    };

    /// <summary>Full name.</summary>
    public static readonly TextField FullName = new(Code, "ho_ten")
    {
        Section = EntryParts.Section,
        Label = new("Họ tên", "Full name"),
        MaxLength = 300,
    };

    /// <summary>Year of birth.</summary>
    public static readonly IntField BirthYear = new(Code, "nam_sinh")
    {
        Section = EntryParts.Section,
        Label = new("Năm sinh", "Year of birth"),
    };

    /// <summary>Sex.</summary>
    public static readonly ChoiceField Sex = new(Code, "gioi")
    {
        Section = EntryParts.Section,
        Label = new("Giới tính", "Sex"),
        Options = CommonDimensions.Sex,
    };

    /// <summary>Kind.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại cộng tác viên", "Kind"),
        Options = RegisterDimensions.CollaboratorKind,
    };

    /// <summary>Monthly support.</summary>
    public static readonly MoneyField MonthlySupport = new(Code, "ho_tro_thang")
    {
        Section = EntryParts.Section,
        Label = new("Hỗ trợ hằng tháng", "Monthly support"),
        Unit = new("đồng", "đồng"),
        Required = false,
    };

    /// <summary>Trained.</summary>
    public static readonly BoolField Trained = new(Code, "da_tap_huan")
    {
        Section = EntryParts.Section,
        Label = new("Đã tập huấn", "Trained"),
    };

    /// <summary>Valid from.</summary>
    public static readonly DateField ValidFrom = EntryParts.ValidFrom(Code);

    /// <summary>Valid to.</summary>
    public static readonly DateField ValidTo = EntryParts.ValidTo(Code);

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Cộng tác viên thôn, tổ dân phố", "Village collaborators"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.4.a#2", "2026/II.4.b", "2026/IV.1.đ#1", "2026/IV.1.đ#2", "2026/IV.9.d#2", "2023/II.5#1", "2023/IV.1.b#2"],
        Sections = [EntryParts.Entry],
        Fields = [CollaboratorCode, Village, FullName, BirthYear, Sex, Kind, MonthlySupport, Trained, ValidFrom, ValidTo],
        Rules = [EntryParts.EndsAfterItBegins(Code, ValidFrom, ValidTo)],
    })
    {
        KeptBy = new RegisterKeeper.UnitsOf([UnitTypes.Commune]),
        Validity = new EntryValidity.Period(ValidFrom, ValidTo),
        Key = [CollaboratorCode],
        KeyIsPerKeeper = true,
        PersonalData = PersonalData.Basic,
        KeeperOnly = [CollaboratorCode, Village, FullName, BirthYear, Sex, Kind, MonthlySupport, Trained, ValidFrom, ValidTo],
    };
}
