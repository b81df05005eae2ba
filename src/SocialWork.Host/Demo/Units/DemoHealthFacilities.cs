using SocialWork.Abstractions;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Units;

/// <summary>Health stations, hospitals, other health facilities, social assistance facilities and providers of services.</summary>
internal static class DemoHealthFacilities
{
    private static readonly (string Commune, string Name)[] Hospitals =
    [
        ("19753", "Bệnh viện Đa khoa khu vực Phú Xuân"), ("19753", "Bệnh viện Phụ sản - Nhi khu vực Phú Xuân"), ("19789", "Bệnh viện Đa khoa khu vực Thuận Hóa"),
        ("19789", "Bệnh viện Chuyên khoa Mắt khu vực Thuận Hóa"), ("19789", "Bệnh viện Chuyên khoa Da liễu khu vực Thuận Hóa"), ("19777", "Bệnh viện Y học cổ truyền khu vực Vỹ Dạ"),
        ("19777", "Bệnh viện Đa khoa tư nhân Vỹ Dạ"), ("19815", "Bệnh viện Đa khoa khu vực An Cựu"), ("19815", "Bệnh viện Đa khoa tư nhân An Cựu"),
        ("19774", "Bệnh viện Đa khoa khu vực Kim Long"), ("19813", "Bệnh viện Sức khỏe tâm thần khu vực Thủy Xuân"), ("19813", "Bệnh viện Phục hồi chức năng khu vực Thủy Xuân"),
        ("19858", "Bệnh viện Đa khoa khu vực Phong Thái"), ("19819", "Bệnh viện Đa khoa khu vực Phong Điền"), ("19900", "Bệnh viện Đa khoa khu vực Thuận An"),
        ("19960", "Bệnh viện Đa khoa khu vực Phú Bài"), ("19975", "Bệnh viện Phổi khu vực Hương Thủy"), ("19996", "Bệnh viện Đa khoa khu vực Hương Trà"),
        ("19867", "Bệnh viện Đa khoa khu vực Quảng Điền"), ("19942", "Bệnh viện Đa khoa khu vực Phú Vang"), ("20107", "Bệnh viện Đa khoa khu vực Phú Lộc"),
        ("20137", "Bệnh viện Đa khoa khu vực Chân Mây"), ("20056", "Bệnh viện Đa khoa khu vực A Lưới"), ("20161", "Bệnh viện Đa khoa khu vực Khe Tre"),
        ("20035", "Bệnh viện Đa khoa khu vực Bình Điền"),
    ];

    private static readonly (string Commune, string Name)[] Others =
    [
        ("19753", "Trung tâm Y tế khu vực Phú Xuân"), ("19789", "Trung tâm Y tế khu vực Thuận Hóa"), ("19960", "Trung tâm Y tế khu vực Phú Bài"), ("19996", "Trung tâm Y tế khu vực Hương Trà"),
        ("19819", "Trung tâm Y tế khu vực Phong Điền"), ("19867", "Trung tâm Y tế khu vực Quảng Điền"), ("19942", "Trung tâm Y tế khu vực Phú Vang"), ("20107", "Trung tâm Y tế khu vực Phú Lộc"),
        ("20056", "Trung tâm Y tế khu vực A Lưới"), ("20161", "Trung tâm Y tế khu vực Nam Đông"), ("19789", "Trung tâm Dự phòng và Kiểm soát dịch bệnh"), ("19777", "Trung tâm Giám định và Tư vấn sức khỏe"),
        ("19753", "Phòng khám Đa khoa Phú Xuân số 1"), ("19753", "Phòng khám Đa khoa Phú Xuân số 2"), ("19789", "Phòng khám Đa khoa Thuận Hóa số 1"), ("19789", "Phòng khám Đa khoa Thuận Hóa số 2"),
        ("19815", "Phòng khám Đa khoa An Cựu"), ("19777", "Phòng khám Đa khoa Vỹ Dạ"), ("19813", "Phòng khám Đa khoa Thủy Xuân"), ("19960", "Phòng khám Đa khoa Phú Bài"),
        ("19930", "Phòng khám Đa khoa Mỹ Thượng"), ("19900", "Phòng khám Đa khoa Thuận An"), ("20014", "Phòng khám Đa khoa Hóa Châu"), ("20140", "Phòng khám Đa khoa Lộc An"), ("20017", "Phòng khám Đa khoa Kim Trà"),
    ];

    private static readonly (string Commune, string Name)[] Assistance =
    [
        ("19813", "Trung tâm Bảo trợ xã hội tổng hợp Thủy Xuân"), ("19960", "Trung tâm Bảo trợ xã hội tổng hợp Phú Bài"), ("20035", "Trung tâm Bảo trợ xã hội Bình Điền"),
        ("19753", "Trung tâm Nuôi dưỡng trẻ em Phú Xuân"), ("19777", "Trung tâm Nuôi dưỡng trẻ em Vỹ Dạ"), ("19975", "Trung tâm Nuôi dưỡng trẻ em Hương Thủy"),
        ("20137", "Mái ấm trẻ em Lăng Cô"), ("19815", "Mái ấm trẻ em An Cựu"), ("19909", "Trung tâm Phục hồi chức năng trẻ khuyết tật Dương Nỗ"),
        ("19774", "Trung tâm Dưỡng lão Kim Long"), ("19804", "Trung tâm Dưỡng lão Hương An"), ("20014", "Cơ sở Chăm sóc người cao tuổi Hóa Châu"),
        ("19858", "Trung tâm Chăm sóc người tâm thần Phong Thái"), ("19996", "Trung tâm Chăm sóc người khuyết tật Hương Trà"),
    ];

    private static readonly (string Commune, string Name)[] Providers =
    [
        ("19789", "Trung tâm Công tác xã hội thành phố - cơ sở Thuận Hóa"), ("19996", "Trung tâm Tư vấn và Hỗ trợ cộng đồng Hương Trà"), ("19960", "Trung tâm Tư vấn và Hỗ trợ cộng đồng Phú Bài"),
        ("19753", "Văn phòng Tham vấn tâm lý Phú Xuân"), ("19815", "Văn phòng Tham vấn tâm lý An Cựu"), ("19900", "Trung tâm Hỗ trợ sinh kế Thuận An"),
        ("20056", "Trung tâm Hỗ trợ phát triển cộng đồng A Lưới"), ("20107", "Trung tâm Hỗ trợ phát triển cộng đồng Phú Lộc"), ("19777", "Trung tâm Can thiệp sớm Vỹ Dạ"), ("19774", "Trung tâm Can thiệp sớm Kim Long"),
    ];

    public static Unit Station(Unit commune) =>
        FacilityDraft.Health(UnitTypes.HealthStation, "TYT", commune, 0, $"Trạm Y tế {FacilityDraft.Inside(commune)}") with { Code = $"TYT-{commune.Code}" };

    public static IEnumerable<Unit> Of(IReadOnlyDictionary<string, Unit> communes) =>
        Numbered(communes, UnitTypes.Hospital, "BV", Hospitals)
            .Concat(Numbered(communes, UnitTypes.HealthOther, "YTK", Others))
            .Concat(Numbered(communes, UnitTypes.SocialAssistance, "TGXH", Assistance).Select((unit, i) => unit with { Operator = i == 6 ? "MTTQ" : null }))
            .Concat(Numbered(communes, UnitTypes.SocialWorkProvider, "DVXH", Providers));

    private static IEnumerable<Unit> Numbered(IReadOnlyDictionary<string, Unit> communes, string type, string prefix, (string Commune, string Name)[] rows)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, name) in rows)
        {
            if (!communes.TryGetValue(code, out var commune)) continue;
            var number = numbers[code] = numbers.GetValueOrDefault(code) + 1;
            var isPrivate = name.Contains("tư nhân", StringComparison.Ordinal) || name.StartsWith("Phòng khám", StringComparison.Ordinal)
                || name.StartsWith("Văn phòng", StringComparison.Ordinal) || name.StartsWith("Mái ấm", StringComparison.Ordinal);
            yield return FacilityDraft.Health(type, prefix, commune, number, name) with
            {
                IsPublic = !isPrivate,
                InPlan = !(isPrivate && DemoRandom.For("facility", prefix, code, name).Chance(35)),
            };
        }
    }
}
