using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Police.Forms;

namespace SocialWork.Plugins.Police;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "CA1.cs_ns / CA1.cs của trại giam, cơ sở giam giữ và cơ sở cai nghiện; khi bật ct1.countRelated thêm cơ sở giáo dục bắt buộc và trường giáo dưỡng. Ô không cung cấp rời cả hai bên, từng loại cơ sở.",
            "CA1.cs_ns / CA1.cs of prisons, detention and drug rehabilitation facilities; with ct1.countRelated also compulsory education facilities and reformatories. A withheld cell leaves both sides, kind by kind.")),
        new("CT3", new(
            "CA1.cn_qh_dv / CA1.cn_qh, cơ sở cai nghiện trong quy hoạch; không cung cấp một bên thì rời cả hai bên.",
            "CA1.cn_qh_dv / CA1.cn_qh, drug rehabilitation facilities of the planned network; withheld on one side leaves both.")),
        new("CT5", new(
            "CA1.da_th / CA1.tong_ns, cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, trừ cộng tác viên; không cung cấp một bên thì rời cả hai bên.",
            "CA1.da_th / CA1.tong_ns, plus K3.da_th / K3.tong_ns of the sector's own units, collaborators left out; withheld on one side leaves both.")),
        new("BS8", new(
            "CA2.cu_nguoi / CA2.yeu_cau, số tổng hợp toàn thành phố.",
            "CA2.cu_nguoi / CA2.yeu_cau, city totals."))
        {
            Definition = new(
                "BS8",
                new("Tỷ lệ yêu cầu tư pháp người chưa thành niên được cử người", "Juvenile justice requests met"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Yêu cầu của cơ quan điều tra trong năm.", "Investigators' requests in the year."),
                ["2026/IV.7.a#3", "2026/IV.1.d"]),
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
        var totals = request.Totals;
        return
        [
            Staffed(totals, request.Settings.Contains("ct1.countRelated")),
            new("CT3", totals.Sum(DetentionFacilities.DetoxServing.Numerator), totals.Sum(DetentionFacilities.DetoxServing.Denominator)),
            new(
                "CT5",
                totals.Sum(DetentionFacilities.Trained.Numerator) + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(DetentionFacilities.Trained.Denominator) + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS8", totals.Sum(JuvenileJusticeSupport.Met.Numerator), totals.Sum(JuvenileJusticeSupport.Met.Denominator)),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS12", request.Register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", request.Register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }

    private static IndicatorContribution Staffed(ISectorTotals totals, bool countRelated)
    {
        var numerator = totals.Sum(DetentionFacilities.Staffed.Numerator);
        var denominator = totals.Sum(DetentionFacilities.Staffed.Denominator);
        if (countRelated)
        {
            numerator += totals.Sum(DetentionFacilities.RelatedStaffed.Numerator);
            denominator += totals.Sum(DetentionFacilities.RelatedStaffed.Denominator);
        }

        return new("CT1", numerator, denominator);
    }
}
