using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Front.Forms;

namespace SocialWork.Plugins.Front;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "MT1.dv_ns_co / MT1.dv_ns_tong, cộng các tổ chức; ô để trống ở một bên thì rời cả hai bên.",
            "MT1.dv_ns_co / MT1.dv_ns_tong, summed over organisations; a cell that is empty on one side leaves both.")),
        new("CT3", new(
            "MT2.tam_lanh_qh_dv / MT2.tam_lanh_qh, nhà tạm lánh, địa chỉ tin cậy trong quy hoạch.",
            "MT2.tam_lanh_qh_dv / MT2.tam_lanh_qh, shelters of the planned network.")),
        new("CT5", new(
            "MT1.da_th / MT1.tong_cb, cộng các tổ chức, cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, trừ cộng tác viên.",
            "MT1.da_th / MT1.tong_cb, summed over organisations, plus K3.da_th / K3.tong_ns of the sector's own units, collaborators left out.")),
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
            "MT1.luot, cộng K4.luot_nguoi của các đơn vị thuộc ngành.",
            "MT1.luot, plus K4.luot_nguoi of the sector's own units.")),
    ];

    /// <summary>One part per declared indicator.</summary>
    public static ImmutableArray<IndicatorContribution> Of(CalculateIndicators request)
    {
        var totals = request.Totals;
        return
        [
            new("CT1", totals.Sum(FrontOutreach.Staffed.Numerator), totals.Sum(FrontOutreach.Staffed.Denominator)),
            new("CT3", totals.Sum(VolunteersAndShelters.SheltersServing.Numerator), totals.Sum(VolunteersAndShelters.SheltersServing.Denominator)),
            new(
                "CT5",
                totals.Sum(FrontOutreach.Trained.Numerator) + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(FrontOutreach.Trained.Denominator) + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS12", request.Register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", request.Register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(FrontOutreach.Attendances) + totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }
}
