using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Host.Demo.Season;

namespace SocialWork.Host.Demo;

/// <summary>
/// The entries of registers in the demonstration year: models (R9) as the agencies' own forms count them, shelters (R10) as
/// the Front's form counts its own, and those of communes.
/// </summary>
internal static class DemoRegisters
{
    private const string Operating = "DANG_HOAT_DONG";
    private const string Suspended = "TAM_DUNG";
    private const string Ended = "KET_THUC";

    /// <summary>Those whose keeper the plan knows.</summary>
    public static ImmutableArray<RegisterEntry> All(PlanModel model) => [.. Models().Concat(Shelters()).Where(e => model.Units.Find(e.Keeper) is not null)];

    private static IEnumerable<RegisterEntry> Models() =>
    [
        Model("SYT", 1, "Phòng công tác xã hội tại bệnh viện tuyến thành phố", "BENH_VIEN", 2023),
        Model("SYT", 2, "Điểm công tác xã hội tại trạm y tế vùng đầm phá", "TRAM_Y_TE", 2024),
        Model("SYT", 3, "Điểm công tác xã hội tại trạm y tế miền núi", "TRAM_Y_TE", 2026),
        Model("SYT", 4, "Hỗ trợ sau cai nghiện tại cộng đồng", "CAI_NGHIEN", 2025),
        Model("SYT", 5, "Dịch vụ công tác xã hội toàn diện tại trung tâm bảo trợ", "TOAN_DIEN", 2024),
        Model("SGDDT", 1, "Phòng tư vấn học đường cụm trường trung tâm", "TRUONG_HOC", 2023),
        Model("SGDDT", 2, "Phòng tư vấn học đường cụm trường ven biển", "TRUONG_HOC", 2024),
        Model("SGDDT", 3, "Phòng tư vấn học đường cụm trường miền núi", "TRUONG_HOC", 2025),
        Model("SGDDT", 4, "Hỗ trợ hòa nhập cho học sinh khuyết tật", "TRUONG_HOC", 2026),
        Model("STP", 1, "Trợ giúp pháp lý thân thiện với người chưa thành niên", "TU_PHAP", 2024),
        Model("STP", 2, "Tư vấn pháp luật lưu động tại xã", "TU_PHAP", 2025),
        Model("STP", 3, "Hỗ trợ người chấp hành xong biện pháp xử lý chuyển hướng", "TU_PHAP", 2026),
        .. Enumerable.Range(1, 5).Select(n => Model("CATP", n, $"Tổ công tác xã hội tại cơ sở do Công an quản lý, điểm {n}", "CONG_AN", n == 1 ? 2026 : 2024)),
        Model("MTTQ", 1, "Tổ phụ nữ hỗ trợ sinh kế", "SINH_KE", 2023),
        Model("MTTQ", 2, "Thanh niên đồng hành cùng trẻ em có hoàn cảnh đặc biệt", "KHAC", 2025),
        Model("MTTQ", 3, "Câu lạc bộ người cao tuổi tự giúp nhau", "SINH_KE", 2022, Suspended),
        Model("19789", 1, "Nhóm nhận nuôi có thời hạn tại phường", "CON_NUOI", 2025, Operating, "19789"),
        Model("19900", 1, "Hỗ trợ sinh kế hộ có trẻ em khuyết tật", "SINH_KE", 2024, Operating, "19900"),
        Model("19996", 1, "Dịch vụ công tác xã hội toàn diện tại phường", "TOAN_DIEN", 2026, Operating, "19996"),
        Model("20056", 1, "Hỗ trợ sinh kế hộ nghèo vùng cao", "SINH_KE", 2025, Operating, "20056"),
        Model("20122", 1, "Ứng phó thiên tai cho người yếu thế", "KHAC", 2024, Ended, "20122"),
    ];

    private static IEnumerable<RegisterEntry> Shelters()
    {
        for (var n = 1; n <= 27; n++) yield return Shelter("MTTQ", n, n <= 26 ? Operating : Suspended, inPlan: n <= 14);
        foreach (var commune in new[] { "19774", "19789", "19900", "19996", "20056", "20101" }) yield return Shelter(commune, 1, Operating, inPlan: false);
    }

    private static RegisterEntry Model(string keeper, int number, string name, string kind, int since, string status = Operating, string? commune = null)
    {
        var chance = DemoRandom.For("model", keeper, $"{number}");
        var from = new DateOnly(since, chance.Int(1, 6), chance.Int(1, 28));
        var values = Values(
            (CoreRegisters.ModelCode, new CellValue.Words($"MH-{keeper}-{number:00}")),
            (ModelRegister.Name, new CellValue.Words(name.Normalize())),
            (ModelRegister.Kind, new CellValue.Choice(kind)),
            (ModelRegister.StartedOn, new CellValue.Date(from)),
            (ModelRegister.Status, new CellValue.Choice(status)),
            (ModelRegister.Beneficiaries, new CellValue.Number(chance.Int(12, 180))));
        if (commune is not null) values = values with { Cells = values.Cells.Add(new CellKey(ModelRegister.Commune.Id), new CellValue.Words(commune)) };
        return Entry(chance, ModelRegister.Register, keeper, values, from);
    }

    private static RegisterEntry Shelter(string keeper, int number, string status, bool inPlan)
    {
        var chance = DemoRandom.For("shelter", keeper, $"{number}");
        var from = new DateOnly(chance.Int(2023, 2025), chance.Int(1, 12), chance.Int(1, 28));
        var values = Values(
            (CoreRegisters.ShelterCode, new CellValue.Words(chance.Id().ToString("N")[..10].ToUpperInvariant())),
            (ShelterSiteRegister.Capacity, new CellValue.Number(chance.Int(2, 8))),
            (ShelterSiteRegister.InPlan, new CellValue.Flag(inPlan)),
            (ShelterSiteRegister.Status, new CellValue.Choice(status)),
            (ShelterSiteRegister.ValidFrom, new CellValue.Date(from)));
        return Entry(chance, ShelterSiteRegister.Register, keeper, values, from);
    }

    private static RegisterEntry Entry(DemoRandom chance, RegisterDefinition register, string keeper, FormValues values, DateOnly from) => new(
        chance.Id(), register.Code, keeper, EntryKey.Of(register, keeper, values), values, from, null, 1, keeper + ".reporter",
        Calendar.OfficeHours(Calendar.WorkingDay(new DateOnly(2026, 3, chance.Int(2, 27))), chance, 8, 16));

    private static FormValues Values(params (FormField Field, CellValue Value)[] cells) =>
        new(cells.ToImmutableDictionary(c => new CellKey(c.Field.Id), c => c.Value));
}
