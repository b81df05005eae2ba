using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R14: referrals (2026/II.2.b, 2026/IV.9.đ).</summary>
public static class ReferralRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R14";

    /// <summary>Random code.</summary>
    public static readonly TextField RandomCode = new(Code, "ma_ngau_nhien")
    {
        Section = EntryParts.Section,
        Label = new("Mã ngẫu nhiên", "Random code"),
        MaxLength = 300,
    };

    /// <summary>Client group.</summary>
    public static readonly ChoiceField ClientGroup = new(Code, "nhom_dt")
    {
        Section = EntryParts.Section,
        Label = new("Nhóm đối tượng", "Client group"),
        Options = CommonDimensions.ClientGroup,
    };

    /// <summary>Destination.</summary>
    public static readonly TextField Destination = new(Code, "noi_den")
    {
        Section = EntryParts.Section,
        Label = new("Nơi đến", "Destination"),
        MaxLength = 20,
        Required = false,
    };

    /// <summary>Referred on.</summary>
    public static readonly DateField ReferredOn = new(Code, "ngay")
    {
        Section = EntryParts.Section,
        Label = new("Ngày chuyển", "Referred on"),
    };

    /// <summary>Answered on.</summary>
    public static readonly DateField AnsweredOn = new(Code, "ngay_phan_hoi")
    {
        Section = EntryParts.Section,
        Label = new("Ngày phản hồi", "Answered on"),
        Required = false,
    };

    /// <summary>Outcome.</summary>
    public static readonly ChoiceField Outcome = new(Code, "ket_qua")
    {
        Section = EntryParts.Section,
        Label = new("Kết quả", "Outcome"),
        Options = RegisterDimensions.ReferralOutcome,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Chuyển gửi", "Referrals"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.2.b", "2026/IV.9.đ"],
        Sections = [EntryParts.Entry],
        Fields = [RandomCode, ClientGroup, Destination, ReferredOn, AnsweredOn, Outcome],
    })
    {
        KeptBy = new RegisterKeeper.UnitsOf([UnitTypes.HealthStation, UnitTypes.Commune]),
        Validity = new EntryValidity.Event(ReferredOn),
        Key = [RandomCode],
        PersonalData = PersonalData.Sensitive,
        KeeperOnly = [RandomCode, Destination, ReferredOn, AnsweredOn, Outcome],
        CityOnly = [ClientGroup],
        References = [new UnitReference(Destination, [])],
    };
}
