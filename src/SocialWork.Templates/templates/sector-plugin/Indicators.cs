using System.Collections.Immutable;
using SampleSector.Forms;
using SocialWork.Abstractions;

namespace SampleSector;

/// <summary>What the sector contributes to. Never a percentage: the host divides, once, at the end.</summary>
internal static class Indicators
{
    /// <summary>An indicator of the sector's own.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("NM01", new("NM1.duoc_ho_tro / NM1.co_nhu_cau", "NM1.duoc_ho_tro / NM1.co_nhu_cau"))
        {
            Definition = new(
                "NM01",
                new("Tỷ lệ người có nhu cầu được hỗ trợ", "People in need who are supported"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Người do xã, phường báo cáo.", "People reported by communes."),
                []),
        },
    ];

    /// <summary>One part per declared indicator.</summary>
    public static ImmutableArray<IndicatorContribution> Of(CalculateIndicators request) =>
    [
        new("NM01", request.Totals.Sum(SampleForm.Supported.Numerator), request.Totals.Sum(SampleForm.Supported.Denominator)),
    ];
}
