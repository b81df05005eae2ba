using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Education.Forms;

namespace SocialWork.Plugins.Education;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    private static readonly Scope Schools = Scope.Of(UnitTypes.School);

    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "GD1.co_ns (số trường trả lời có) / số trường học trong danh mục R1; trường chưa báo cáo vẫn ở mẫu số và được công bố là chưa báo cáo.",
            "GD1.co_ns (schools that answer yes) / schools in register R1; a school that did not report stays in the denominator and is published as unreported.")),
        new("CT3", new(
            "GD1.co_dv (số trường trả lời có) / số trường học trong danh mục R1, cả hai chỉ tính trường trong quy hoạch; trường chưa báo cáo vẫn ở mẫu số.",
            "GD1.co_dv (schools that answer yes) / schools in register R1, both of the planned network only; a school that did not report stays in the denominator.")),
        new("CT4", new(
            "GD2.duoc_ho_tro / GD2.co_nhu_cau, cộng các trường; chỉ học sinh tiếp nhận lần đầu tại trường.",
            "GD2.duoc_ho_tro / GD2.co_nhu_cau, summed over schools; first intakes at the school only.")),
        new("CT5", new(
            "GD1.da_th / GD1.tong_cb của các trường có cung cấp dịch vụ (co_dv), cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, trừ cộng tác viên.",
            "GD1.da_th / GD1.tong_cb of schools that provide services (co_dv), plus K3.da_th / K3.tong_ns of the sector's own units, collaborators left out.")),
        new("BS6", new(
            "Số trường có GD3.ket_luan là đủ điều kiện / số trường có GD3.ket_luan khác chờ thông tư.",
            "Schools whose GD3.ket_luan is ready / schools whose GD3.ket_luan is anything but awaiting the circular.")),
        new("BS9", new(
            "GD1.co_ns (số trường trả lời có) / số trường học trong danh mục R1; trường chưa báo cáo vẫn ở mẫu số.",
            "GD1.co_ns (schools that answer yes) / schools in register R1; a school that did not report stays in the denominator."))
        {
            Definition = new(
                "BS9",
                new("Tỷ lệ trường học có nhân sự công tác xã hội", "Schools with social work staff"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Trường học, cơ sở giáo dục trong danh mục.", "Schools in the register."),
                ["2026/IV.4.a"]),
        },
        new("BS10", new(
            "K5.giai_ngan / K5.du_toan của các đơn vị thuộc ngành, trừ nguồn lồng ghép; ô để trống ở một bên thì rời cả hai bên.",
            "K5.giai_ngan / K5.du_toan of the sector's own units, mainstreamed money left out; a cell that is empty on one side leaves both.")),
        new("BS12", new(
            "Số mục đang hoạt động của sổ R9 do các đơn vị thuộc ngành giữ.",
            "Operating entries of register R9 kept by the sector's own units.")),
        new("BS13", new(
            "Số mục đang hoạt động của sổ R10 do các đơn vị thuộc ngành giữ.",
            "Operating entries of register R10 kept by the sector's own units.")),
        new("BS16", new(
            "K4.luot_nguoi của các đơn vị thuộc ngành.",
            "K4.luot_nguoi of the sector's own units.")),
    ];

    /// <summary>One part per declared indicator.</summary>
    public static ImmutableArray<IndicatorContribution> Of(CalculateIndicators request)
    {
        var (totals, register) = (request.Totals, request.Register);
        var planned = Schools.OnlyInPlan();
        var staffed = totals.Sum(SchoolStaffing.HasAssignedStaff, Schools);
        var schools = register.Count(Schools);
        var silent = totals.Unreported(SchoolStaffing.Form, Schools);
        return
        [
            new("CT1", staffed, schools, silent),
            new(
                "CT3",
                totals.Sum(SchoolStaffing.ProvidesService, planned),
                register.Count(planned),
                totals.Unreported(SchoolStaffing.Form, planned)),
            new("CT4", totals.Sum(SchoolActivity.Supported.Numerator), totals.Sum(SchoolActivity.Supported.Denominator)),
            new(
                "CT5",
                totals.Sum(SchoolStaffing.Trained.Numerator) + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(SchoolStaffing.Trained.Denominator) + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS6", totals.Sum(SchoolPracticeReadiness.Ready), totals.Sum(SchoolPracticeReadiness.Reviewed)),
            new("BS9", staffed, schools, silent),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS12", register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }
}
