using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R4: social workers for juvenile justice (2026/IV.1.d).</summary>
public static class JuvenileJusticeWorkerRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R4";

    /// <summary>Publishing decision.</summary>
    public static readonly TextField Decision = new(Code, "quyet_dinh")
    {
        Section = EntryParts.Section,
        Label = new("Quyết định công bố (số, ngày)", "Publishing decision"),
        MaxLength = 300,
    };

    /// <summary>Person code.</summary>
    public static readonly TextField PersonCode = new(Code, "ma_nguoi")
    {
        Section = EntryParts.Section,
        Label = new("Mã người", "Person code"),
        MaxLength = 300,
    };

    /// <summary>Full name.</summary>
    public static readonly TextField FullName = new(Code, "ho_ten")
    {
        Section = EntryParts.Section,
        Label = new("Họ tên", "Full name"),
        MaxLength = 300,
    };

    /// <summary>Sex.</summary>
    public static readonly ChoiceField Sex = new(Code, "gioi")
    {
        Section = EntryParts.Section,
        Label = new("Giới tính", "Sex"),
        Options = CommonDimensions.Sex,
    };

    /// <summary>Employer.</summary>
    public static readonly TextField Employer = new(Code, "don_vi")
    {
        Section = EntryParts.Section,
        Label = new("Đơn vị", "Employer"),
        MaxLength = 20,
        Required = false,
    };

    /// <summary>Category.</summary>
    public static readonly ChoiceField Category = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại", "Category"),
        Options = RegisterDimensions.JuvenileWorkerCategory,
    };

    /// <summary>Commune of residence.</summary>
    public static readonly TextField CommuneOfResidence = new(Code, "ma_xa")
    {
        Section = EntryParts.Section,
        Label = new("Xã, phường cư trú", "Commune of residence"),
        MaxLength = 20,
    };

    /// <summary>Contact.</summary>
    public static readonly TextField Contact = new(Code, "lien_he")
    {
        Section = EntryParts.Section,
        Label = new("Liên hệ", "Contact"),
        MaxLength = 300,
    };

    /// <summary>Valid from.</summary>
    public static readonly DateField ValidFrom = EntryParts.ValidFrom(Code);

    /// <summary>Valid to.</summary>
    public static readonly DateField ValidTo = EntryParts.ValidTo(Code);

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Người làm công tác xã hội trong tư pháp người chưa thành niên", "Social workers for juvenile justice"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/IV.1.d"],
        Sections = [EntryParts.Entry],
        Fields = [Decision, PersonCode, FullName, Sex, Employer, Category, CommuneOfResidence, Contact, ValidFrom, ValidTo],
        Rules = [EntryParts.EndsAfterItBegins(Code, ValidFrom, ValidTo)],
    })
    {
        KeptBy = new RegisterKeeper.Agencies(["SYT"]),
        Validity = new EntryValidity.Period(ValidFrom, ValidTo),
        Key = [Decision, PersonCode],
        PersonalData = PersonalData.Basic,
        KeeperOnly = [Contact],
        CityOnly = [PersonCode, Sex],
        References = [new UnitReference(Employer, []), new UnitReference(CommuneOfResidence, [UnitTypes.Commune])],
    };
}
