using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R15: funding by source (2026/III.1, 2026/III.2).</summary>
public static class FundingLineRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R15";

    /// <summary>Unit.</summary>
    public static readonly TextField Unit = new(Code, "don_vi")
    {
        Section = EntryParts.Section,
        Label = new("Đơn vị", "Unit"),
        MaxLength = 20,
    };

    /// <summary>Source.</summary>
    public static readonly ChoiceField Source = new(Code, "nguon")
    {
        Section = EntryParts.Section,
        Label = new("Nguồn", "Source"),
        Options = CommonDimensions.FundingSource,
    };

    /// <summary>Budget year.</summary>
    public static readonly IntField Year = new(Code, "nam")
    {
        Section = EntryParts.Section,
        Label = new("Năm ngân sách", "Budget year"),
    };

    /// <summary>Allocated.</summary>
    public static readonly MoneyField Allocated = new(Code, "du_toan")
    {
        Section = EntryParts.Section,
        Label = new("Dự toán", "Allocated"),
        Unit = new("đồng", "đồng"),
    };

    /// <summary>Disbursed.</summary>
    public static readonly MoneyField Disbursed = new(Code, "giai_ngan")
    {
        Section = EntryParts.Section,
        Label = new("Giải ngân", "Disbursed"),
        Unit = new("đồng", "đồng"),
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Kinh phí theo nguồn", "Funding by source"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/III.1", "2026/III.2"],
        Sections = [EntryParts.Entry],
        Fields = [Unit, Source, Year, Allocated, Disbursed],
        Rules = [EntryParts.IsAYear(Code, Year)],
    })
    {
        KeptBy = new RegisterKeeper.Agencies(["STC"]),
        Validity = new EntryValidity.Year(Year),
        Key = [Unit, Source, Year],
        CityOnly = [Unit, Source, Year, Allocated, Disbursed],
        References = [new UnitReference(Unit, [])],
    };
}
