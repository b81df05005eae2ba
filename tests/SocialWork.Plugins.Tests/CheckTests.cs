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
    public void Checks_that_answer_are_declared_on_their_form()
    {
        string[] answered = ["YT1.c1", "YT5.c1", "GD3.c1", "TP3.c1", "CA3.c1", "VH1.c1", "TC1.c2", "TC1.c3", "NV1.c1", "NV2.c1"];
        PluginUnderTest.All.SelectMany(plugin => plugin.Description.Forms).SelectMany(form => form.Checks).Select(check => check.Id).Intersect(answered).Count().ShouldBe(answered.Length);
    }

    private static IEnumerable<string> Failed(
        string module, string form, FormValues values, ISectorSubmissions? others = null, string type = UnitTypes.Department, ISectorRegister? register = null) =>
        PluginUnderTest.Of(module)
            .Check(form, new UnitInfo("U1", "Đơn vị", type, module, null, true), values, register ?? Register, others ?? Nothing)
            .Select(finding => $"{finding.Check} {string.Join(' ', finding.Cells)}");
}
