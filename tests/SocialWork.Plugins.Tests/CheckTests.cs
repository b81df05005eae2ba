using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

public class CheckTests
{
    private static readonly FakeRegister Register = new((UnitTypes.Commune, 40, 0), (UnitTypes.Department, 12, 0), (UnitTypes.PoliceAgency, 1, 0), (UnitTypes.JudicialBody, 9, 0), (UnitTypes.LegalAidCentre, 1, 0));
    private static readonly FakeSubmissions Nothing = new();

    [Theory]
    [InlineData("health", "YT5", "so_xa", "YT5.c1")]
    [InlineData("culture", "VH1", "dai_xa", "VH1.c1")]
    [InlineData("homeAffairs", "NV2", "dp", "NV2.c1")]
    public void No_more_communes_than_the_register_lists(string module, string form, string field, string check)
    {
        Failed(module, form, Values.Of((field, 40))).ShouldBeEmpty();
        Failed(module, form, Values.Of((field, CellValue.NotArising))).ShouldBeEmpty();
        Failed(module, form, FormValues.None).ShouldBeEmpty();
        Failed(module, form, Values.Of((field, 41))).ShouldBe([$"{check} {field}"]);
    }

    [Fact]
    public void City_agencies_are_those_of_the_register()
    {
        Failed("homeAffairs", "NV1", Values.Of(("cq_pc_tong", 13))).ShouldBeEmpty();
        Failed("homeAffairs", "NV1", FormValues.None).ShouldBeEmpty();
        Failed("homeAffairs", "NV1", Values.Of(("cq_pc_tong", 12))).ShouldBe(["NV1.c1 cq_pc_tong"]);
        Failed("homeAffairs", "NV1", Values.Of(("cq_pc_tong", CellValue.NotArising))).ShouldBe(["NV1.c1 cq_pc_tong"]);
    }

    [Fact]
    public void Judicial_bodies_are_those_of_the_register_if_it_lists_any()
    {
        FormValues Stated(int justice) => Values.Of(("cq[SO_TU_PHAP]", justice), ("cq[TOA_AN]", 3), ("cq[VIEN_KIEM_SAT]", 3), ("cq[THI_HANH_AN]", CellValue.NotArising));
        Failed("justice", "TP3", Stated(4)).ShouldBeEmpty();
        Failed("justice", "TP3", Stated(5)).ShouldBe(["TP3.c1 cq[SO_TU_PHAP] cq[TOA_AN] cq[VIEN_KIEM_SAT] cq[THI_HANH_AN]"]);
        Failed("justice", "TP3", Values.Of(("cq[TOA_AN]", 3))).ShouldBeEmpty();
        Failed("justice", "TP3", Stated(5), register: new FakeRegister()).ShouldBeEmpty();
    }

    [Fact]
    public void A_station_with_intakes_provides_services()
    {
        var intakes = new FakeSubmissions(("YT2", Values.Of(("tn_dau[DT1]", 0), ("tn_dau[DT3]", 2))));
        var none = new FakeSubmissions(("YT2", Values.Of(("tn_dau[DT1]", 0), ("tn_dau[DT3]", CellValue.NotArising))));
        Failed("health", "YT1", Values.Of(("co_dv", false)), intakes, UnitTypes.HealthStation).ShouldBe(["YT1.c1 co_dv"]);
        Failed("health", "YT1", Values.Of(("co_dv", true)), intakes, UnitTypes.HealthStation).ShouldBeEmpty();
        Failed("health", "YT1", Values.Of(("co_dv", false)), none, UnitTypes.HealthStation).ShouldBeEmpty();
        Failed("health", "YT1", Values.Of(("co_dv", false)), Nothing, UnitTypes.HealthStation).ShouldBeEmpty();
        Failed("health", "YT1", Values.Of(("co_dv", false)), intakes, UnitTypes.Hospital).ShouldBeEmpty();
    }

    [Fact]
    public void Only_schools_with_services_are_reviewed_for_practice()
    {
        var values = Values.Of(("ket_luan", "DU_DIEU_KIEN"));
        Failed("education", "GD3", values, new FakeSubmissions(("GD1", Values.Of(("co_dv", false))))).ShouldBe(["GD3.c1 ket_luan"]);
        Failed("education", "GD3", values, new FakeSubmissions(("GD1", Values.Of(("co_dv", true))))).ShouldBeEmpty();
        Failed("education", "GD3", values).ShouldBeEmpty();
    }

    [Fact]
    public void Officers_trained_in_the_year_are_among_all_trained()
    {
        var trained = new FakeSubmissions(("CA1", Values.Of(("da_th", 20))));
        Failed("police", "CA3", Values.Of(("nguoi", 20)), trained).ShouldBeEmpty();
        Failed("police", "CA3", Values.Of(("nguoi", 21)), trained).ShouldBe(["CA3.c1 nguoi"]);
        Failed("police", "CA3", Values.Of(("nguoi", 1)), new FakeSubmissions(("CA1", Values.Of(("da_th", CellValue.NotArising))))).ShouldBe(["CA3.c1 nguoi"]);
        Failed("police", "CA3", Values.Of(("nguoi", 21)), new FakeSubmissions(("CA1", Values.Of(("da_th", CellValue.Withheld))))).ShouldBeEmpty();
        Failed("police", "CA3", Values.Of(("nguoi", CellValue.Withheld)), trained).ShouldBeEmpty();
        Failed("police", "CA3", Values.Of(("nguoi", 21))).ShouldBeEmpty();
    }

    [Fact]
    public void Aid_is_within_its_commitment_and_agrees_with_its_source()
    {
        FormValues Of(int committed, int disbursed, object bySource) => Values.Of(
            ("khoan_vt", new[] { Values.Row(("loai", "ODA"), ("cam_ket", committed), ("giai_ngan", disbursed)), Values.Row(("loai", "PCPNN"), ("cam_ket", 9), ("giai_ngan", 9)) }),
            ("giai_ngan[ODA,SO_NGANH]", bySource),
            ("giai_ngan[ODA,XA_PHUONG]", 1),
            ("giai_ngan[PCPNN,SO_NGANH]", 9),
            ("giai_ngan[PCPNN,XA_PHUONG]", CellValue.NotArising));
        const string unlike = "TC1.c3 khoan_vt giai_ngan[ODA,SO_NGANH] giai_ngan[ODA,XA_PHUONG]";
        Failed("finance", "TC1", Of(100, 80, 79)).ShouldBeEmpty();
        Failed("finance", "TC1", Of(79, 80, 79)).ShouldBe(["TC1.c2 khoan_vt"]);
        Failed("finance", "TC1", Of(100, 80, 80)).ShouldBe([unlike]);
        Failed("finance", "TC1", Of(100, 1, CellValue.NotArising)).ShouldBeEmpty();
        Failed("finance", "TC1", Values.Of(("giai_ngan[ODA,SO_NGANH]", 5), ("giai_ngan[ODA,XA_PHUONG]", 0))).ShouldBeEmpty();
        Failed("finance", "TC1", Values.Of(("khoan_vt", CellValue.NotArising), ("giai_ngan[ODA,SO_NGANH]", 5), ("giai_ngan[ODA,XA_PHUONG]", 0))).ShouldBe([unlike]);
    }

    [Fact]
    public void What_a_station_says_of_its_staff_agrees_with_its_commune_from_both_sides()
    {
        var told = new FakeSubmissions(("XP1", Values.Of(("tyt_pc", true))));
        var toldNone = new FakeSubmissions(("XP1", Values.Of(("tyt_pc", false))));
        FormValues Staff(int n) => Values.Of(("ns[CHUYEN_TRACH,NAM]", n), ("ns[KIEM_NHIEM,NU]", 0));
        Failed("health", "YT1", Staff(1), told, UnitTypes.HealthStation).ShouldBeEmpty();
        Failed("health", "YT1", Staff(0), told, UnitTypes.HealthStation).ShouldBe(["YT1.c2 ns"]);
        Failed("health", "YT1", Staff(1), toldNone, UnitTypes.HealthStation).ShouldBe(["YT1.c2 ns"]);
        Failed("health", "YT1", Staff(0), Nothing, UnitTypes.HealthStation).ShouldBeEmpty();
        Failed("health", "YT1", Staff(0), told, UnitTypes.Hospital).ShouldBeEmpty();

        var station = new FakeSubmissions(("YT1", Values.Of(("ns[CHUYEN_TRACH,NAM]", 1), ("ns[CHUYEN_TRACH,NU]", 1), ("ns[KIEM_NHIEM,NAM]", 0), ("ns[KIEM_NHIEM,NU]", CellValue.NotArising))))
        {
            Senders = new Dictionary<string, UnitInfo> { ["YT1"] = new("TYT-1", "Trạm", UnitTypes.HealthStation, "health", "U1", true) }.ToImmutableDictionary(),
        };
        Failed("communes", "XP1", Values.Of(("tyt_ns[CHUYEN_TRACH]", 2), ("tyt_ns[KIEM_NHIEM]", 0)), station, UnitTypes.Commune).ShouldBeEmpty();
        Failed("communes", "XP1", Values.Of(("tyt_ns[CHUYEN_TRACH]", 1), ("tyt_ns[KIEM_NHIEM]", 0)), station, UnitTypes.Commune).ShouldBe(["XP1.c1 tyt_ns[CHUYEN_TRACH]"]);
        Failed("communes", "XP1", Values.Of(("tyt_ns[CHUYEN_TRACH]", 1)), Nothing, UnitTypes.Commune).ShouldBeEmpty();
    }

    [Fact]
    public void Allocated_money_is_what_the_agencies_report_of_each_source_and_tier()
    {
        var agencies = new FakeSubmissions(("K5", Values.Of(("du_toan[NSDP]", 70), ("du_toan[ODA]", 5))), ("K5", Values.Of(("du_toan[NSDP]", 30))));
        Failed("finance", "TC1", Values.Of(("phan_bo[NSDP,SO_NGANH]", 100), ("phan_bo[ODA,SO_NGANH]", 5), ("phan_bo[NSDP,XA_PHUONG]", 0)), agencies).ShouldBeEmpty();
        Failed("finance", "TC1", Values.Of(("phan_bo[NSDP,SO_NGANH]", 99), ("phan_bo[NSDP,XA_PHUONG]", 1)), agencies).ShouldBe(["TC1.c1 phan_bo[NSDP,SO_NGANH] phan_bo[NSDP,XA_PHUONG]"]);
        Failed("finance", "TC1", Values.Of(("phan_bo[NSDP,SO_NGANH]", 99))).ShouldBeEmpty();
    }

    public static TheoryData<string, string, string, string, string, string> Registers => new()
    {
        // module, form, register: its entries; then cells that agree, and one of them that does not
        { "health", "YT2", "R14 nhom_dt=DT1 ngay=2026-05-01 | nhom_dt=DT1 ngay=2025-05-01 | nhom_dt=DT3 ngay=2026-11-30", "chuyen_gui[DT1]=1 chuyen_gui[DT3]=1 chuyen_gui[DT2]=0", "chuyen_gui[DT1]=2", "YT2.c1" },
        { "health", "YT3", "R5 co_so=A | co_so=B", "duoc_chon[BENH_VIEN]=2", "duoc_chon[BENH_VIEN]=3", "YT3.c2" },
        { "health", "YT4", "R7 loai=HANH_NGHE trang_thai=CON_HIEU_LUC | loai=HANH_NGHE trang_thai=THU_HOI | loai=CAP_NHAT trang_thai=CON_HIEU_LUC", "nguoi_hn=1 nguoi_cn=1", "nguoi_hn=2", "YT4.c1" },
        { "health", "YT5", "R4 loai=KHAC gioi=NAM ma_xa=:19960 | loai=KHAC gioi=NAM ma_xa=:19960", "so_nguoi[KHAC,NAM]=2 so_xa=1", "so_xa=2", "YT5.c2" },
        { "health", "YT6", "R13 doi_tuong=TAP_THE ngay=2026-03-25 | doi_tuong=CA_NHAN ngay=2026-03-25 | doi_tuong=CA_NHAN ngay=2025-03-25", "tap_the=1 ca_nhan=1", "ca_nhan=2", "YT6.c1" },
        { "front", "MT2", "R10 trang_thai=DANG_HOAT_DONG | trang_thai=TAM_DUNG", "tam_lanh=1", "tam_lanh=2", "MT2.c1" },
        { "communes", "XP2", "R3 gioi=NU loai=CHUYEN | gioi=NAM loai=KIEM_NHIEM", "ctv[NU,CHUYEN]=1 ctv[NAM,KIEM_NHIEM]=1 ctv[NAM,CHUYEN]=0", "ctv[NU,CHUYEN]=0", "XP2.c1" },
        { "communes", "XP4", "R11 loai=TRE_EM_HCDB", "gd[TRE_EM_HCDB]=1 gd[NKT_DBN]=0", "gd[NKT_DBN]=1", "XP4.c1" },
    };

    [Theory]
    [MemberData(nameof(Registers))]
    public void What_a_form_states_is_what_the_unit_keeps_in_the_register(string module, string form, string register, string agreeing, string differing, string check)
    {
        var code = register[..register.IndexOf(' ', StringComparison.Ordinal)];
        var entries = new FakeEntries([.. register[code.Length..].Split('|').Select(entry => (code, Parsed(entry)))]);
        var agree = Parsed(agreeing);
        var differ = new FormValues(agree.Cells.SetItems(Parsed(differing).Cells));
        Failed(module, form, agree, entries: entries).ShouldBeEmpty();
        var failed = Failed(module, form, differ, entries: entries).ShouldHaveSingleItem();
        failed.ShouldStartWith(check + " ");
        failed.ShouldContain(differing[..differing.IndexOf('=', StringComparison.Ordinal)]);
        Failed(module, form, differ).ShouldBeEmpty("a unit that keeps no entries there has nothing to compare with");
        Failed(module, form, FormValues.None, entries: entries).ShouldBeEmpty("what is not stated is not compared");
    }

    [Theory]
    [InlineData("DAI_HOC", "2025-09-01", "2026-08-31", true)]
    [InlineData("DAI_HOC", "2025-09-01", "2026-08-30", false)]
    [InlineData("CAO_DANG", "2025-09-01", "2026-05-31", true)]
    [InlineData("CAO_DANG", "2025-09-01", "2026-05-30", false)]
    [InlineData("TRUNG_CAP", "2026-01-01", "2026-06-30", true)]
    [InlineData("TRUNG_CAP", "2026-01-01", "2026-06-29", false)]
    public void A_certificate_covers_twelve_nine_or_six_months_by_degree(string degree, string from, string to, bool holds)
    {
        var certificate = Values.Of(("trinh_do", degree), ("tu_ngay", DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture)), ("den_ngay", DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Failed("health", "YT3", FormValues.None, entries: new FakeEntries(("R6", certificate))).ShouldBe(holds ? [] : ["YT3.c1 "]);
    }

    [Fact]
    public void Every_check_of_the_catalogue_is_declared_and_answered()
    {
        // K2.c1 is the core's own.
        var listed = Catalogue.Forms.Where(form => form.Text("module") != "core").SelectMany(form => form.TryGetProperty("checks", out var checks) ? checks.EnumerateArray().Select(check => check.Text("id")) : []);
        PluginUnderTest.All.SelectMany(plugin => plugin.Description.Forms).SelectMany(form => form.Checks).Select(check => check.Id).ShouldBe(listed, ignoreOrder: true);
    }

    private static FormValues Parsed(string cells) => Values.Of(
    [
        .. cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Split('=')).Select(cell => (cell[0], Value(cell[1]))),
    ]);

    private static object Value(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : text.StartsWith(':') ? new CellValue.Words(text[1..])
        : text;

    private static IEnumerable<string> Failed(
        string module, string form, FormValues values, ISectorSubmissions? others = null, string type = UnitTypes.Department, ISectorRegister? register = null, ISectorEntries? entries = null) =>
        PluginUnderTest.Of(module)
            .Check(form, new UnitInfo("U1", "Đơn vị", type, module, type is UnitTypes.HealthStation or UnitTypes.Commune ? "U1" : null, true), values, register ?? Register, others ?? Nothing, entries ?? new FakeEntries())
            .Select(finding => $"{finding.Check} {string.Join(' ', finding.Cells)}");
}
