using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Plugins.Health.Forms;

namespace SocialWork.Plugins.Health;

/// <summary>The sector's parts of the indicators of plan 2026.</summary>
internal static class Indicators
{
    private static readonly Scope Hospitals = Scope.Of(UnitTypes.Hospital);
    private static readonly Scope SocialAssistance = Scope.Of(UnitTypes.SocialAssistance);
    private static readonly Scope Stations = Scope.Of(UnitTypes.HealthStation);
    private static readonly Scope Related = Scope.Of(UnitTypes.SocialWorkProvider, UnitTypes.HealthOther);
    private static readonly Scope Providers = Scope.Of(UnitTypes.SocialWorkProvider);
    private static readonly Scope HealthSector = Scope.Of(UnitTypes.Hospital, UnitTypes.HealthOther, UnitTypes.HealthStation);
    private static readonly Scope Assistance = Scope.Of(UnitTypes.SocialAssistance, UnitTypes.SocialWorkProvider);

    /// <summary>What the sector contributes to, and by which formula.</summary>
    public static ImmutableArray<IndicatorDeclaration> Declared { get; } =
    [
        new("CT1", new(
            "Số cơ sở có YT1.vb_pc và YT1.ns > 0 / số cơ sở trong danh mục R1: bệnh viện, cơ sở trợ giúp xã hội; thêm trạm y tế khi bật ct1.countStations, thêm cơ sở dịch vụ khác và cơ sở y tế khác khi bật ct1.countRelated. Cơ sở chưa báo cáo vẫn ở mẫu số và được công bố là chưa báo cáo.",
            "Facilities with YT1.vb_pc and YT1.ns > 0 / facilities in register R1: hospitals and social assistance facilities; health stations too with ct1.countStations, other providers and other health facilities with ct1.countRelated. A facility that did not report stays in the denominator and is published as unreported.")),
        new("CT2", new(
            "YT1.te_kt_du / YT1.te_kt_tong, số trẻ không trùng đang nuôi dưỡng tại cơ sở; trẻ ở cộng đồng kê tại XP3.",
            "YT1.te_kt_du / YT1.te_kt_tong, distinct children living in facilities; children in the community stand in XP3.")),
        new("CT3", new(
            "YT1.co_dv (số cơ sở trả lời có) / số cơ sở trong danh mục R1: cơ sở trợ giúp xã hội, cơ sở y tế (gồm trạm y tế), cơ sở dịch vụ khác, cả hai chỉ tính cơ sở trong quy hoạch; cơ sở chưa báo cáo vẫn ở mẫu số.",
            "YT1.co_dv (facilities that answer yes) / facilities in register R1: social assistance, health (stations included) and other providers, both of the planned network only; a facility that did not report stays in the denominator.")),
        new("CT4", new(
            "YT2.kt_duoc_ho_tro / YT2.kt_co_nhu_cau của trạm y tế, cộng YT1.kt_duoc_ho_tro / YT1.kt_co_nhu_cau của cơ sở khác; số người không trùng, chỉ tiếp nhận lần đầu.",
            "YT2.kt_duoc_ho_tro / YT2.kt_co_nhu_cau of stations, plus YT1.kt_duoc_ho_tro / YT1.kt_co_nhu_cau of other facilities; distinct people, first intakes only.")),
        new("CT5", new(
            "YT1.da_th / YT1.tong_cb của bệnh viện, trạm y tế và cơ sở y tế khác, cộng của cơ sở trợ giúp xã hội và cơ sở dịch vụ khác có cung cấp dịch vụ (co_dv), cộng K3.da_th / K3.tong_ns của các đơn vị thuộc ngành, trừ cộng tác viên.",
            "YT1.da_th / YT1.tong_cb of hospitals, stations and other health facilities, plus that of social assistance facilities and other providers that provide services (co_dv), plus K3.da_th / K3.tong_ns of the sector's own units, collaborators left out.")),
        new("BS5", new(
            "YT2.cg_phan_hoi / YT2.chuyen_gui, cộng mọi nhóm đối tượng và các trạm; ô để trống ở một bên thì rời cả hai bên.",
            "YT2.cg_phan_hoi / YT2.chuyen_gui, summed over groups and stations; a cell that is empty on one side leaves both."))
        {
            Definition = new(
                "BS5",
                new("Tỷ lệ lượt chuyển gửi có phản hồi", "Referrals answered"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Lượt chuyển gửi của trạm y tế.", "Referrals made by stations."),
                ["2026/II.2.b"]),
        },
        new("BS6", new(
            "YT3.du_dk / YT3.ra_soat, cộng mọi loại cơ sở; trường học kê ở GD3.",
            "YT3.du_dk / YT3.ra_soat, summed over kinds of facility; schools stand in GD3.")),
        new("BS7", new(
            "YT4.nguoi_cn / YT4.nguoi_hn.",
            "YT4.nguoi_cn / YT4.nguoi_hn."))
        {
            Definition = new(
                "BS7",
                new("Tỷ lệ người hành nghề được cập nhật kiến thức", "Practitioners with updated knowledge"),
                IndicatorKind.Ratio,
                new("%", "%"),
                new("Người có giấy đăng ký hành nghề còn hiệu lực.", "Practitioners with a valid certificate."),
                ["2026/II.5.b"]),
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
        new("BS17", new(
            "YT6.hoat_dong, cộng mọi cấp tổ chức.",
            "YT6.hoat_dong, summed over organising levels."))
        {
            Definition = new(
                "BS17",
                new("Số hoạt động Ngày Công tác xã hội", "Social Work Day activities"),
                IndicatorKind.Count,
                new("hoạt động", "activities"),
                new("Hoạt động các cấp do Sở Y tế tổng hợp.", "Activities of all levels, gathered by the Health department."),
                ["2026/II.6.b", "2026/II.6.c"]),
        },
    ];

    /// <summary>One part per declared indicator.</summary>
    public static ImmutableArray<IndicatorContribution> Of(CalculateIndicators request)
    {
        var totals = request.Totals;
        return
        [
            Registered("CT1", HealthFacility.Staffed, request, StaffedScopes(request.Settings)),
            new("CT2", totals.Sum(HealthFacility.ChildrenServed.Numerator), totals.Sum(HealthFacility.ChildrenServed.Denominator)),
            Registered(
                "CT3",
                Measure.Total(HealthFacility.ProvidesService),
                request,
                [SocialAssistance.OnlyInPlan(), HealthSector.OnlyInPlan(), Providers.OnlyInPlan()]),
            new(
                "CT4",
                totals.Sum(HealthStationService.Supported.Numerator) + totals.Sum(HealthFacility.Supported.Numerator),
                totals.Sum(HealthStationService.Supported.Denominator) + totals.Sum(HealthFacility.Supported.Denominator)),
            new(
                "CT5",
                totals.Sum(HealthFacility.Trained.Numerator, HealthSector)
                    + totals.Sum(HealthFacility.TrainedWhereServing.Numerator, Assistance)
                    + totals.Sum(CoreMeasures.Training.Numerator),
                totals.Sum(HealthFacility.Trained.Denominator, HealthSector)
                    + totals.Sum(HealthFacility.TrainedWhereServing.Denominator, Assistance)
                    + totals.Sum(CoreMeasures.Training.Denominator)),
            new("BS5", totals.Sum(HealthStationService.Answered.Numerator), totals.Sum(HealthStationService.Answered.Denominator)),
            new("BS6", totals.Sum(PracticeSites.Ready.Numerator), totals.Sum(PracticeSites.Ready.Denominator)),
            new("BS7", totals.Sum(PractitionerUpdates.Updated.Numerator), totals.Sum(PractitionerUpdates.Updated.Denominator)),
            new("BS10", totals.Sum(CoreMeasures.Disbursement.Numerator), totals.Sum(CoreMeasures.Disbursement.Denominator)),
            new("BS12", request.Register.Records(CoreRegisters.OperatingModels), null),
            new("BS13", request.Register.Records(CoreRegisters.OperatingShelters), null),
            new("BS16", totals.Sum(CoreMeasures.DirectAttendances), null),
            new("BS17", totals.Sum(SocialWorkDay.Activities), null),
        ];
    }

    private static ImmutableArray<Scope> StaffedScopes(ImmutableHashSet<string> settings)
    {
        ImmutableArray<Scope> scopes = [SocialAssistance, Hospitals];
        if (settings.Contains("ct1.countStations")) scopes = scopes.Add(Stations);
        if (settings.Contains("ct1.countRelated")) scopes = scopes.Add(Related);
        return scopes;
    }

    private static IndicatorContribution Registered(string code, Measure measure, CalculateIndicators request, ImmutableArray<Scope> scopes)
    {
        var (numerator, denominator, unreported) = (Term.Zero, Term.Zero, 0L);
        foreach (var scope in scopes)
        {
            numerator += request.Totals.Sum(measure, scope);
            denominator += request.Register.Count(scope);
            unreported += request.Totals.Unreported(HealthFacility.Form, scope);
        }

        return new(code, numerator, denominator, unreported);
    }
}
