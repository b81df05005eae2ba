using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R13: commendations (2026/II.6.a#2, 2026/II.6.c, 2026/IV.8#2).</summary>
public static class CommendationRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R13";

    /// <summary>Decision number.</summary>
    public static readonly TextField Decision = new(Code, "quyet_dinh")
    {
        Section = EntryParts.Section,
        Label = new("Quyết định (số)", "Decision number"),
        MaxLength = 300,
    };

    /// <summary>Date.</summary>
    public static readonly DateField DecidedOn = new(Code, "ngay")
    {
        Section = EntryParts.Section,
        Label = new("Ngày", "Date"),
    };

    /// <summary>Form.</summary>
    public static readonly ChoiceField Form = new(Code, "hinh_thuc")
    {
        Section = EntryParts.Section,
        Label = new("Hình thức", "Form"),
        Options = RegisterDimensions.CommendationForm,
    };

    /// <summary>Honoured party.</summary>
    public static readonly ChoiceField HonouredKind = new(Code, "doi_tuong")
    {
        Section = EntryParts.Section,
        Label = new("Đối tượng", "Honoured party"),
        Options = RegisterDimensions.HonouredParty,
    };

    /// <summary>Name of the honoured.</summary>
    public static readonly TextField HonouredName = new(Code, "doi_tuong_ten")
    {
        Section = EntryParts.Section,
        Label = new("Tên tập thể, cá nhân", "Name of the honoured"),
        MaxLength = 300,
    };

    /// <summary>Proposing unit.</summary>
    public static readonly TextField ProposingUnit = new(Code, "don_vi")
    {
        Section = EntryParts.Section,
        Label = new("Đơn vị trình", "Proposing unit"),
        MaxLength = 20,
    };

    /// <summary>Field.</summary>
    public static readonly TextField Field = new(Code, "linh_vuc")
    {
        Section = EntryParts.Section,
        Label = new("Lĩnh vực", "Field"),
        MaxLength = 300,
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Biểu dương, khen thưởng", "Commendations"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/II.6.a#2", "2026/II.6.c", "2026/IV.8#2"],
        Sections = [EntryParts.Entry],
        Fields = [Decision, DecidedOn, Form, HonouredKind, HonouredName, ProposingUnit, Field],
    })
    {
        KeptBy = new RegisterKeeper.Agencies(["SYT", "MTTQ"]),
        Validity = new EntryValidity.Event(DecidedOn),
        Key = [Decision, HonouredName],
        PersonalData = PersonalData.Basic,
        References = [new UnitReference(ProposingUnit, [])],
    };
}
