using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Justice.Forms;

namespace SocialWork.Plugins.Justice;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "TP3.cq_ns / TP3.cq, cộng mọi loại cơ quan tư pháp; ô không cung cấp rời cả hai bên, từng loại cơ quan.",
            "TP3.cq_ns / TP3.cq, summed over kinds of judicial body; a withheld cell leaves both sides, kind by kind.")),
        new("CT4", new(
            "TP2.tn_dau_ht / TP2.tn_dau, người tiếp nhận lần đầu tại Trung tâm, khi bật ct4.countLegalAid.",
            "TP2.tn_dau_ht / TP2.tn_dau, people first received at the Centre, while ct4.countLegalAid is on.")),
        new("CT5", new(
            "TP3.ngoai_da_th / TP3.ngoai_tong_cb (tòa án, viện kiểm sát, thi hành án), cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, trừ cộng tác viên; không cung cấp một bên thì rời cả hai bên.",
            "TP3.ngoai_da_th / TP3.ngoai_tong_cb (courts, procuracies, enforcement), plus K3.da_th / K3.tong_ns of the sector's own units, collaborators left out; withheld on one side leaves both.")),
        new("BS10", new(
            "K5.giai_ngan / K5.du_toan của các đơn vị thuộc ngành, trừ nguồn lồng ghép; ô để trống ở một bên thì rời cả hai bên.",
            "K5.giai_ngan / K5.du_toan of the sector's own units, mainstreamed money left out; a cell that is empty on one side leaves both.")),
        new("BS11", new(
            "TP2.hoan_thanh / TP2.thu_ly, cộng mọi nhóm và hình thức; ô để trống ở một bên thì rời cả hai bên.",
            "TP2.hoan_thanh / TP2.thu_ly, summed over groups and forms of aid; a cell that is empty on one side leaves both."))
        {
            Definition = new(
                "BS11",
                new("Tỷ lệ vụ việc trợ giúp pháp lý hoàn thành", "Legal aid cases completed"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Vụ việc thụ lý trong năm, gồm kỳ trước chuyển sang.", "Cases accepted, carried-over ones included."),
                ["2026/IV.5.b#2", "2026/IV.5.c"]),
        },
        new("BS12", new(
            "Số mục đang hoạt động của sổ R9 do các đơn vị thuộc ngành giữ.",
            "Operating entries of register R9 kept by the sector's own units.")),
        new("BS13", new(
            "Số mục đang hoạt động của sổ R10 do các đơn vị thuộc ngành giữ.",
            "Operating entries of register R10 kept by the sector's own units.")),
        new("BS16", new(
            "TP1.luot, cộng K4.luot_nguoi của các đơn vị thuộc ngành.",
            "TP1.luot, plus K4.luot_nguoi of the sector's own units.")),
    ];

    /// <summary>One part per declared indicator.</summary>
    public static ImmutableArray<IndicatorContribution> Of(CalculateIndicators request)
    {
        var totals = request.Totals;
        return
        [
            new("CT1", totals.Sum(JusticeSocialWork.Staffed.Numerator), totals.Sum(JusticeSocialWork.Staffed.Denominator)),
            request.Settings.Contains("ct4.countLegalAid")
                ? new("CT4", totals.Sum(LegalAid.Supported.Numerator), totals.Sum(LegalAid.Supported.Denominator))
                : new("CT4", Term.Zero, Term.Zero),
            new(
                "CT5",
                totals.Sum(JusticeSocialWork.Trained.Numerator) + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(JusticeSocialWork.Trained.Denominator) + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS11", totals.Sum(LegalAid.Completed.Numerator), totals.Sum(LegalAid.Completed.Denominator)),
            new("BS12", request.Register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", request.Register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(LegalDissemination.Attendances) + totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }
}
