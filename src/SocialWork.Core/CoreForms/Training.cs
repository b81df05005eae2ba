using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>K3: training (2026/I.2.d, 2026/II.5.a, 2026/IV.1.b, 2026/IV.7.a#2, 2026/V.1#2).</summary>
public static class Training
{
    /// <summary>The form's public code.</summary>
    public const string Code = "K3";

    /// <summary>Staff within the target's scope.</summary>
    public static readonly IntField StaffInScope = CoreMeasures.StaffInScope;

    /// <summary>Of whom trained in skills (distinct, cumulative).</summary>
    public static readonly IntField StaffTrained = CoreMeasures.StaffTrained;

    /// <summary>Of whom trained in the reporting year.</summary>
    public static readonly IntField StaffTrainedThisYear = new(Code, "da_th_trong_nam")
    {
        Section = "nhan_su",
        Label = new("Trong đó tập huấn trong năm báo cáo", "Of whom trained in the reporting year"),
        Unit = new("người", "people"),
        By = [CommonDimensions.StaffCategory],
        Empties = [EmptyKind.NotArising, EmptyKind.NotApplicable],
        AppliesTo = [UnitTypes.Department, UnitTypes.JudicialBody],
        Source = ["2026/I.2.d"],
    };

    /// <summary>Courses.</summary>
    public static readonly IntField CoursesHeld = CoreMeasures.CoursesHeld;

    /// <summary>Attendances.</summary>
    public static readonly IntField Attendances = new(Code, "luot")
    {
        Section = "lop",
        Label = new("Lượt người dự", "Attendances"),
        Unit = new("lượt", "attendances"),
        By = [CommonDimensions.TrainingKind],
        Hint = new("Lượt người, không cộng thành số người", "Attendances, never added up into people"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/II.5.a", "2026/IV.1.b"],
    };

    /// <summary>Trained staff of every category but collaborators.</summary>
    public static readonly Ratio Trained = CoreMeasures.Training;

    /// <summary>The form.</summary>
    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Tập huấn, bồi dưỡng", "Training"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#2",
        Clauses = ["2026/I.2.d", "2026/II.5.a", "2026/IV.1.b", "2026/IV.7.a#2", "2026/V.1#2"],
        Sections =
        [
            new("nhan_su", new("Nhân sự thuộc phạm vi mục tiêu I.2.d", "Staff within target I.2.d")),
            new("lop", new("Lớp do đơn vị tổ chức", "Courses held by the unit")),
        ],
        Fields = [StaffInScope, StaffTrained, StaffTrainedThisYear, CoursesHeld, Attendances],
        Rules =
        [
            FormRule.Error("K3.r1", "da_th[*] <= tong_ns[*]",
                "Người được tập huấn không vượt tổng số.",
                "Trained staff cannot exceed all staff."),
            FormRule.Error("K3.r2", "da_th_trong_nam[*] <= da_th[*]",
                "Số trong năm không vượt số lũy kế.",
                "The year's number cannot exceed the cumulative number."),
            FormRule.Error("K3.r3", "so_lop[*] = 0 -> luot[*] = 0", "Không có lớp thì không có lượt.", "No course, no attendance."),
            FormRule.Warning("K3.r4", "luot[*] >= 5 * so_lop[*]",
                "Bình quân dưới 5 người/lớp, kiểm tra lại.",
                "Fewer than 5 people per course on average; check it."),
        ],
        Measures = [Trained.Numerator, Trained.Denominator],
        Note = new(
            "Người do nơi sử dụng kê, lớp do nơi tổ chức kê. Các ô về nhân sự chỉ hỏi các sở, ngành và Sở Tư pháp; xã, phường kê ở XP1, Công an ở CA1, Mặt trận ở MT1, cơ sở ở YT1, GD1.",
            "People are reported by their employer, courses by their organiser. Staff cells are asked of departments and the Justice department only; communes answer in XP1, police in CA1, the Front in MT1, facilities in YT1 and GD1."),
    };
}
