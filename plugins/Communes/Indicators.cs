using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Communes.Forms;

namespace SocialWork.Plugins.Communes;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    private static readonly Scope EveryCommune = Scope.Of(UnitTypes.Commune);

    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "Số xã, phường có XP1.ub_pc và XP1.ub_ns > 0 / số xã, phường trong danh mục R1; xã, phường chưa báo cáo vẫn ở mẫu số và được công bố là chưa báo cáo.",
            "Communes with XP1.ub_pc and XP1.ub_ns > 0 / communes in register R1; a commune that did not report stays in the denominator and is published as unreported.")),
        new("CT2", new(
            "XP3.kt_ca_hai / XP3.kt_tong, số trẻ không trùng ở cộng đồng; không gồm trẻ đang ở cơ sở (YT1).",
            "XP3.kt_ca_hai / XP3.kt_tong, distinct children in the community; children living in facilities (YT1) left out.")),
        new("CT4", new(
            "XP5.kt_duoc_ho_tro / XP5.kt_co_nhu_cau, số người không trùng tiếp nhận lần đầu tại UBND.",
            "XP5.kt_duoc_ho_tro / XP5.kt_co_nhu_cau, distinct people first received by the People's Committee.")),
        new("CT5", new(
            "XP1.da_th / XP1.tong_cb, mọi loại nhân sự trừ cộng tác viên, cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành.",
            "XP1.da_th / XP1.tong_cb, every staff category but collaborators, plus K3.da_th / K3.tong_ns of the sector's own units.")),
        new("BS3", new(
            "XP2.thon_ctv / XP2.thon, cộng các xã, phường.",
            "XP2.thon_ctv / XP2.thon, summed over communes."))
        {
            Definition = new(
                "BS3",
                new("Tỷ lệ thôn, tổ dân phố có cộng tác viên", "Villages with a collaborator"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Thôn, tổ dân phố do xã, phường báo cáo.", "Villages reported by communes."),
                ["2026/II.4.a#2", "2026/IV.9.d#2", "2026/IV.1.đ#2"]),
        },
        new("BS4", new(
            "XP1.tyt_pc (số xã, phường trả lời có) / số xã, phường trong danh mục R1; xã, phường chưa báo cáo vẫn ở mẫu số.",
            "XP1.tyt_pc (communes that answer yes) / communes in register R1; a commune that did not report stays in the denominator."))
        {
            Definition = new(
                "BS4",
                new("Tỷ lệ xã, phường có trạm y tế bố trí người phụ trách bảo trợ xã hội", "Communes whose station has a social protection officer"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Xã, phường trong danh mục tại ngày chốt (mỗi xã một trạm).", "Communes in the register at the cut-off date (one station each)."),
                ["2026/II.4.c", "2026/IV.9.đ"]),
        },
        new("BS10", new(
            "K5.giai_ngan / K5.du_toan của các đơn vị thuộc ngành, trừ nguồn lồng ghép; ô để trống ở một bên thì rời cả hai bên.",
            "K5.giai_ngan / K5.du_toan of the sector's own units, mainstreamed money left out; a cell that is empty on one side leaves both.")),
        new("BS14", new(
            "XP4.gd, cộng mọi nhóm đối tượng và các xã, phường.",
            "XP4.gd, summed over every group and commune."))
        {
            Definition = new(
                "BS14",
                new("Số gia đình, cá nhân nhận nuôi tại cộng đồng", "Families and persons giving care"),
                IndicatorKind.Count,
                new("hộ, người", "households or persons"),
                new("Gia đình, cá nhân đang nhận nuôi tại ngày chốt.", "Families giving care at the cut-off date."),
                ["2026/IV.9.d#1"]),
        },
        new("BS15", new(
            "XP4.nguoi, cộng mọi nhóm đối tượng và các xã, phường.",
            "XP4.nguoi, summed over every group and commune."))
        {
            Definition = new(
                "BS15",
                new("Số người được nhận nuôi tại cộng đồng", "People cared for in the community"),
                IndicatorKind.Count,
                new("người", "people"),
                new("Người đang được nhận nuôi tại ngày chốt.", "People cared for at the cut-off date."),
                ["2026/IV.9.d#1"]),
        },
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
        var communes = register.Count(EveryCommune);
        var silent = totals.Unreported(CommuneStaffing.Form, EveryCommune);
        return
        [
            new("CT1", totals.Sum(CommuneStaffing.Staffed, EveryCommune), communes, silent),
            new("CT2", totals.Sum(CommunityChildren.Both.Numerator), totals.Sum(CommunityChildren.Both.Denominator)),
            new("CT4", totals.Sum(CommuneNeeds.Supported.Numerator), totals.Sum(CommuneNeeds.Supported.Denominator)),
            new(
                "CT5",
                totals.Sum(CommuneStaffing.Trained.Numerator) + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(CommuneStaffing.Trained.Denominator) + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS3", totals.Sum(CommuneCollaborators.Covered.Numerator), totals.Sum(CommuneCollaborators.Covered.Denominator)),
            new("BS4", totals.Sum(CommuneStaffing.StationHasOfficer, EveryCommune), communes, silent),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS14", totals.Sum(FosterCare.CareFamilies), null),
            new("BS15", totals.Sum(FosterCare.PeopleCaredFor), null),
            new("BS12", register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }
}
