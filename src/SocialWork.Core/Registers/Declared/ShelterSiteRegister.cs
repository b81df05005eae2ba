using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R10: shelters (2026/II.2.c, 2023/II.2.c).</summary>
public static class ShelterSiteRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R10";

    /// <summary>Capacity.</summary>
    public static readonly IntField Capacity = new(Code, "suc_chua")
    {
        Section = EntryParts.Section,
        Label = new("Sức chứa", "Capacity"),
        Unit = new("người", "people"),
    };

    /// <summary>In the planned network.</summary>
    public static readonly BoolField InPlan = new(Code, "trong_quy_hoach")
    {
        Section = EntryParts.Section,
        Label = new("Trong quy hoạch", "In the planned network"),
    };

    /// <summary>State.</summary>
    public static readonly ChoiceField Status = new(Code, "trang_thai")
    {
        Section = EntryParts.Section,
        Label = new("Trạng thái", "State"),
        Options = RegisterDimensions.OperatingState,
    };

    /// <summary>Valid from.</summary>
    public static readonly DateField ValidFrom = EntryParts.ValidFrom(Code);

    /// <summary>Valid to.</summary>
    public static readonly DateField ValidTo = EntryParts.ValidTo(Code);

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Ngôi nhà tạm lánh, địa chỉ tin cậy", "Shelters"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.2.c", "2023/II.2.c"],
        Sections = [EntryParts.Entry],
        Fields = [CoreRegisters.ShelterCode, Capacity, InPlan, Status, ValidFrom, ValidTo],
        Rules = [EntryParts.EndsAfterItBegins(Code, ValidFrom, ValidTo)],
        Measures = [CoreRegisters.OperatingShelters],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Period(ValidFrom, ValidTo),
        Key = [CoreRegisters.ShelterCode],
        PersonalData = PersonalData.Sensitive,
        KeeperOnly = [CoreRegisters.ShelterCode, Capacity, ValidFrom, ValidTo],
        CityOnly = [InPlan, Status],
    };
}
