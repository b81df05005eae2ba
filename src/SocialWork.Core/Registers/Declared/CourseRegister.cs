using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>R8: courses (2026/I.2.d, 2026/II.5.a, 2026/IV.1.b, 2023/I.2.b …).</summary>
public static class CourseRegister
{
    /// <summary>The register's public code.</summary>
    public const string Code = "R8";

    /// <summary>Course code.</summary>
    public static readonly TextField EntryCode = new(Code, "ma")
    {
        Section = EntryParts.Section,
        Label = new("Mã khóa", "Course code"),
        MaxLength = 300,
    };

    /// <summary>Name.</summary>
    public static readonly TextField Name = new(Code, "ten")
    {
        Section = EntryParts.Section,
        Label = new("Tên khóa", "Name"),
        MaxLength = 300,
    };

    /// <summary>Kind.</summary>
    public static readonly ChoiceField Kind = new(Code, "loai")
    {
        Section = EntryParts.Section,
        Label = new("Loại tập huấn", "Kind"),
        Options = CommonDimensions.TrainingKind,
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
    };

    /// <summary>Hours.</summary>
    public static readonly IntField Hours = new(Code, "tiet")
    {
        Section = EntryParts.Section,
        Label = new("Số tiết", "Hours"),
        Unit = new("tiết", "hours"),
        Required = false,
    };

    /// <summary>Attendances.</summary>
    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = EntryParts.Section,
        Label = new("Lượt học viên", "Attendances"),
        Unit = new("lượt", "attendances"),
    };

    /// <summary>Participating units.</summary>
    public static readonly IntField ParticipatingUnits = new(Code, "so_don_vi")
    {
        Section = EntryParts.Section,
        Label = new("Số đơn vị cử người", "Participating units"),
        Unit = new("đơn vị", "units"),
        Required = false,
    };

    /// <summary>The register.</summary>
    public static readonly RegisterDefinition Register = new(new FormDefinition(Code, 1)
    {
        Title = new("Khóa đào tạo, tập huấn", "Courses"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/I.2.d", "2026/II.5.a", "2026/IV.1.b", "2023/I.2.b", "2023/II.4#1", "2023/II.4#2", "2023/II.4", "2023/IV.1.e"],
        Sections = [EntryParts.Entry],
        Fields = [EntryCode, Name, Kind, From, To, Hours, Attendances, ParticipatingUnits],
    })
    {
        KeptBy = new RegisterKeeper.AnyUnit(),
        Validity = new EntryValidity.Event(From),
        Key = [EntryCode],
        CityOnly = [EntryCode, Attendances, ParticipatingUnits],
    };
}
