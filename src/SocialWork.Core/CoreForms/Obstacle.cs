using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>K6: obstacles and proposals (2026/V.1#2, 2026/V.3).</summary>
public static class Obstacle
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K6";

    /// <summary>Description.</summary>
    public static readonly TextField Description = new(Code, "noi_dung")
    {
        Section = "noi_dung",
        Label = new("Nội dung", "Description"),
        MinLength = 20,
        Source = ["2026/V.3"],
    };

    /// <summary>Related clause or legal reference.</summary>
    public static readonly TextField LegalReference = new(Code, "can_cu")
    {
        Section = "noi_dung",
        Label = new("Căn cứ, điều khoản liên quan", "Related clause or legal reference"),
        Required = false,
        Source = ["2026/V.3"],
    };

    /// <summary>Level addressed.</summary>
    public static readonly ChoiceField LevelAddressed = new(Code, "cap")
    {
        Section = "noi_dung",
        Label = new("Cấp kiến nghị", "Level addressed"),
        Options = CoreDimensions.LevelAddressed,
        Source = ["2026/V.3"],
    };

    /// <summary>Proposed solution.</summary>
    public static readonly TextField Proposal = new(Code, "de_xuat")
    {
        Section = "noi_dung",
        Label = new("Đề xuất giải quyết", "Proposed solution"),
        Source = ["2026/V.3"],
    };

    /// <summary>Status.</summary>
    public static readonly ChoiceField Status = new(Code, "trang_thai")
    {
        Section = "noi_dung",
        Label = new("Tình trạng xử lý", "Status"),
        Options = CoreDimensions.ObstacleStatus,
        Required = false,
        Hint = new("Cơ quan tổng hợp cập nhật; mặc định \"Đã tiếp nhận\"", "Kept by the consolidating agency; “Received” at first"),
        Source = ["2026/V.3"],
    };

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Khó khăn, vướng mắc, kiến nghị", "Obstacles and proposals"),
        FilledBy = FilledBy.EveryAgency,
        Period = ReportingPeriod.AdHoc,
        Clauses = ["2026/V.1#2", "2026/V.3"],
        Sections =
        [
            new("noi_dung", new("Vướng mắc", "Obstacle")),
        ],
        Fields = [Description, LegalReference, LevelAddressed, Proposal, Status],
        Note = new(
            "Mỗi vướng mắc là một mục riêng trong sổ R16, gửi bất cứ lúc nào trong năm; không phải biểu năm.",
            "Each entry is a record of its own in R16, at any time of the year; not a yearly form."),
    };
}
