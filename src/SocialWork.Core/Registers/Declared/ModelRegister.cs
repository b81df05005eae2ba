using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R9: social work models (2026/II.2.b, 2026/II.2.c, 2026/IV.1.e, 2026/IV.4.b#2 …).</summary>
public static class ModelRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R9";

    /// <summary>Name.</summary>
    public static readonly TextField Name = new(Code, "ten")
    {
        Section = EntryParts.Section,
        Label = new("Tên mô hình", "Name"),
        MaxLength = 300,
    };

    /// <summary>Kind.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại", "Kind"),
        Options = RegisterDimensions.ModelKind,
    };

    /// <summary>Commune.</summary>
    public static readonly TextField Commune = new(Code, "ma_xa")
    {
        Section = EntryParts.Section,
        Label = new("Xã, phường", "Commune"),
        MaxLength = 20,
        Required = false,
    };

    /// <summary>Started on.</summary>
    public static readonly DateField StartedOn = new(Code, "bat_dau")
    {
        Section = EntryParts.Section,
        Label = new("Bắt đầu", "Started on"),
    };

    /// <summary>Ended on.</summary>
    public static readonly DateField EndedOn = new(Code, "ket_thuc")
    {
        Section = EntryParts.Section,
        Label = new("Kết thúc", "Ended on"),
        Required = false,
    };

    /// <summary>State.</summary>
    public static readonly ChoiceField Status = new(Code, "trang_thai")
    {
        Section = EntryParts.Section,
        Label = new("Trạng thái", "State"),
        Options = RegisterDimensions.OperatingState,
    };

    /// <summary>Beneficiaries in the year.</summary>
    public static readonly IntField Beneficiaries = new(Code, "thu_huong")
    {
        Section = EntryParts.Section,
        Label = new("Người thụ hưởng trong năm", "Beneficiaries in the year"),
        Unit = new("người", "people"),
        Required = false,
    };

    /// <summary>Funding in the year.</summary>
    public static readonly MoneyField Funding = new(Code, "kinh_phi")
    {
        Section = EntryParts.Section,
        Label = new("Kinh phí trong năm", "Funding in the year"),
        Unit = new("đồng", "đồng"),
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Mô hình công tác xã hội", "Social work models"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/II.2.b", "2026/II.2.c", "2026/IV.1.e", "2026/IV.4.b#2", "2026/IV.5.a#2", "2023/II.2.c", "2023/II.2.d", "2023/IV.1.c", "2023/IV.5#3", "2023/IV.7#2", "2023/IV.8#2"],
        Sections = [EntryParts.Entry],
        Fields = [CoreRegisters.ModelCode, Name, Kind, Commune, StartedOn, EndedOn, Status, Beneficiaries, Funding],
        Rules = [EntryParts.EndsAfterItBegins(Code, StartedOn, EndedOn)],
        Measures = [CoreRegisters.OperatingModels],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Period(StartedOn, EndedOn),
        Key = [CoreRegisters.ModelCode],
        CityOnly = [Beneficiaries, Funding],
        References = [new UnitReference(Commune, [UnitTypes.Commune])],
    };
}
