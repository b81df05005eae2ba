namespace SocialWork.Host.Tests.Reports;

/// <summary>The formulas of CT1–CT5, written once more by hand from the domain's catalogue, over the raw rows.</summary>
internal static class IndependentRecount
{
    private static readonly string[] Health = ["HOSPITAL", "HEALTH_OTHER", "HEALTH_STATION"];
    private static readonly string[] Assistance = ["SOCIAL_ASSISTANCE", "SOCIAL_WORK_PROVIDER"];

    public static (long Numerator, long Denominator) Of(string indicator, RawYear year) => indicator switch
    {
        "CT1" => UnitsWithStaff(year),
        "CT2" => Sum([.. year.Of("XP3").Select(a => a.Pair("kt_ca_hai", "kt_tong")), .. year.Of("YT1").Select(a => a.Pair("te_kt_du", "te_kt_tong"))]),
        "CT3" => FacilitiesServing(year),
        "CT4" => Sum(
        [
            .. year.Of("XP5").Select(a => a.Pair("kt_duoc_ho_tro", "kt_co_nhu_cau")),
            .. year.Of("YT2").Select(a => a.Pair("kt_duoc_ho_tro", "kt_co_nhu_cau")),
            .. year.Of("YT1").Select(a => a.Pair("kt_duoc_ho_tro", "kt_co_nhu_cau")),
            .. year.Of("GD2").Select(a => a.Pair("duoc_ho_tro", "co_nhu_cau")),
            .. year.Of("TP2").Select(a => a.Pair("tn_dau_ht", "tn_dau")),
        ]),
        "CT5" => Sum(
        [
            .. year.Of("K3").Select(a => a.Pair("da_th", "tong_ns", NotCollaborator)),
            .. year.Of("YT1", types: Health).Select(a => a.Pair("da_th", "tong_cb")),
            .. year.Of("YT1", types: Assistance).Where(a => a.Yes("co_dv")).Select(a => a.Pair("da_th", "tong_cb")),
            .. year.Of("GD1").Where(a => a.Yes("co_dv")).Select(a => a.Pair("da_th", "tong_cb")),
            .. year.Of("CA1").Select(a => a.Pair("da_th", "tong_ns")),
            .. year.Of("TP3").Select(a => a.Pair("ngoai_da_th", "ngoai_tong_cb")),
            .. year.Of("MT1").Select(a => a.Pair("da_th", "tong_cb")),
            .. year.Of("XP1").Select(a => a.Pair("da_th", "tong_cb", NotCollaborator)),
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "Not a target's indicator."),
    };

    private static (long Numerator, long Denominator) UnitsWithStaff(RawYear year)
    {
        var (n, d) = Sum(
        [
            .. year.Of("NV1").Select(a => a.Pair("cq_pc_co", "cq_pc_tong")),
            .. year.Of("MT1").Select(a => a.Pair("dv_ns_co", "dv_ns_tong")),
            .. year.Of("CA1").Select(a => a.Pair("cs_ns", "cs", o => o is "GIAM_GIU" or "CAI_NGHIEN")),
            .. year.Of("TP3").Select(a => a.Pair("cq_ns", "cq")),
        ]);
        n += year.Of("YT1", types: ["HOSPITAL", "SOCIAL_ASSISTANCE"]).LongCount(a => a.Filled("vb_pc") && a.Sum("ns") > 0);
        n += year.Of("GD1").LongCount(a => a.Yes("co_ns"));
        n += year.Of("XP1").LongCount(a => a.Yes("ub_pc") && a.Sum("ub_ns") > 0);
        return (n, d + year.CountUnits(inPlanOnly: false, "HOSPITAL", "SOCIAL_ASSISTANCE", "SCHOOL", "COMMUNE"));
    }

    private static (long Numerator, long Denominator) FacilitiesServing(RawYear year)
    {
        var (n, d) = Sum([.. year.Of("MT2").Select(a => a.Pair("tam_lanh_qh_dv", "tam_lanh_qh")), .. year.Of("CA1").Select(a => a.Pair("cn_qh_dv", "cn_qh"))]);
        n += year.Of("YT1", inPlanOnly: true, [.. Health, .. Assistance]).LongCount(a => a.Yes("co_dv"));
        n += year.Of("GD1", inPlanOnly: true).LongCount(a => a.Yes("co_dv"));
        return (n, d + year.CountUnits(inPlanOnly: true, [.. Health, .. Assistance, "SCHOOL"]));
    }

    private static bool NotCollaborator(string options) => !options.StartsWith("CONG_TAC_VIEN", StringComparison.Ordinal);

    private static (long Numerator, long Denominator) Sum((long Numerator, long Denominator)[] parts) =>
        (parts.Sum(p => p.Numerator), parts.Sum(p => p.Denominator));
}
