using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R11: care arrangements (2026/IV.9.d#1, 2023/II.2.c, 2023/IV.10#4).</summary>
public static class CareArrangementRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R11";

    /// <summary>Decision.</summary>
    public static readonly TextField Decision = new(Code, "quyet_dinh")
    {
        Section = EntryParts.Section,
        Label = new("Quyết định (số, ngày)", "Decision"),
        MaxLength = 300,
    };

    /// <summary>Person cared for.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Đối tượng được nhận nuôi", "Person cared for"),
        Options = RegisterDimensions.PersonCaredFor,
    };

    /// <summary>People cared for.</summary>
    public static readonly IntField People = new(Code, "so_nguoi")
    {
        Section = EntryParts.Section,
        Label = new("Số người được nuôi", "People cared for"),
        Unit = new("người", "people"),
    };

    /// <summary>Monthly support.</summary>
    public static readonly MoneyField MonthlySupport = new(Code, "ho_tro_thang")
    {
        Section = EntryParts.Section,
        Label = new("Kinh phí hằng tháng", "Monthly support"),
        Unit = new("đồng", "đồng"),
        Required = false,
    };

    /// <summary>From.</summary>
    public static readonly DateField From = new(Code, "tu_ngay")
    {
        Section = EntryParts.Section,
        Label = new("Từ ngày", "From"),
    };

    /// <summary>To.</summary>
    public static readonly DateField To = new(Code, "den_ngay")
    {
        Section = EntryParts.Section,
        Label = new("Đến ngày", "To"),
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Gia đình, cá nhân nhận nuôi", "Care arrangements"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/IV.9.d#1", "2023/II.2.c", "2023/IV.10#4"],
        Sections = [EntryParts.Entry],
        Fields = [Decision, Kind, People, MonthlySupport, From, To],
        Rules = [EntryParts.EndsAfterItBegins(Code, From, To)],
    })
    {
        KeptBy = new RegisterKeeper.UnitsOf([UnitTypes.Commune]),
        Validity = new EntryValidity.Period(From, To),
        Key = [Decision],
        KeyIsPerKeeper = true,
        PersonalData = PersonalData.Sensitive,
        KeeperOnly = [Decision],
        CityOnly = [Kind, People, MonthlySupport, From, To],
    };
}
