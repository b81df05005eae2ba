using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;

namespace SocialWork.Core.Registers;

/// <summary>R17: documents (2026/II.1.a, 2026/II.2.d#2, 2026/II.6.a#1, 2026/IV.1.a#1 …).</summary>
public static class DocumentRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R17";

    /// <summary>Kind.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại văn bản", "Kind"),
        Options = RegisterDimensions.DocumentKind,
    };

    /// <summary>Number.</summary>
    public static readonly TextField Number = new(Code, "so_ky_hieu")
    {
        Section = EntryParts.Section,
        Label = new("Số, ký hiệu", "Number"),
        MaxLength = 300,
    };

    /// <summary>Issued on.</summary>
    public static readonly DateField IssuedOn = new(Code, "ngay")
    {
        Section = EntryParts.Section,
        Label = new("Ngày ban hành", "Issued on"),
    };

    /// <summary>Summary.</summary>
    public static readonly TextField Summary = new(Code, "trich_yeu")
    {
        Section = EntryParts.Section,
        Label = new("Trích yếu", "Summary"),
        MaxLength = 4000,
    };

    /// <summary>File.</summary>
    public static readonly FileField File = new(Code, "tep")
    {
        Section = EntryParts.Section,
        Label = new("Tệp", "File"),
        Required = false,
    };

    /// <summary>Plan clauses.</summary>
    public static readonly MultiChoiceField Clauses = new(Code, "dieu_khoan")
    {
        Section = EntryParts.Section,
        Label = new("Điều khoản kế hoạch liên quan", "Plan clauses"),
        Options = CoreDimensions.PlanTask,
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Văn bản", "Documents"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/II.1.a", "2026/II.2.d#2", "2026/II.6.a#1", "2026/IV.1.a#1", "2026/IV.3.b", "2026/IV.4.b#3", "2026/IV.5.a#3", "2023/II.5", "2023/II.6.b", "2023/IV.1.b#1", "2023/IV.5#4", "2023/IV.8#3"],
        Sections = [EntryParts.Entry],
        Fields = [Kind, Number, IssuedOn, Summary, File, Clauses],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Event(IssuedOn),
        Key = [Number],
        KeyIsPerKeeper = true,
        CityOnly = [File],
    };
}
