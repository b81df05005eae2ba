using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Finance;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT5", new(
            "K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, mọi loại nhân sự trừ cộng tác viên; ô để trống ở một bên thì rời cả hai bên.",
            "K3.da_th / K3.tong_ns of the sector's own units, every staff category but collaborators; a cell that is empty on one side leaves both.")),
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
            new("CT5", totals.Sum(CoreMeasures.Training.Numerator), totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS12", request.Register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", request.Register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(CoreMeasures.DirectAttendances), null),
        ];
    }
}
