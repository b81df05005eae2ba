using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>Forms that one city agency fills: culture, the Front, finance, home affairs.</summary>
internal static class CityShapers
{
    public static void Media(Sheet sheet)
    {
        sheet.Spread("tin_bai", 640, 20, 12, 40, 26, 5, 2);
        sheet.Int("dai_xa", 38);
        sheet.Int("dien_hinh", 27);
        sheet.Int("vb_cd", 4);
    }

    public static void CultureSupport(Sheet sheet)
    {
        sheet.Int("hoat_dong", "VAN_HOA", 31);
        sheet.Int("hoat_dong", "THE_THAO", 18);
        sheet.Spread("luot", 6_420, 30, 16, 24, 0, 1, 2, 20, 7);
    }

    public static void FrontOutreach(Sheet sheet)
    {
        sheet.Spread("buoi", 214, 8, 6, 8, 9, 12, 6, 2);
        sheet.Each("luot", "buoi", (_, sessions) => sessions * sheet.Random.Int(42, 76));
        sheet.Spread("vb", 15, 3, 2, 2, 2, 3, 2, 1);
        sheet.Each("dv_ns_tong", static cell => cell.Option1 == "KHAC" ? 3 : 1);
        sheet.Each("dv_ns_co", "dv_ns_tong", static (_, number) => number > 1 ? number - 1 : number);
        sheet.Spread("tong_cb", 238, 8, 8, 6, 7, 8, 4, 3);
        sheet.Share("da_th", "tong_cb", 0.5, 0.78);
    }

    public static void Volunteers(Sheet sheet)
    {
        sheet.Spread("tnv", 2_860, 4, 5, 6, 20, 14, 6, 3);
        sheet.Int("luot_ht", 21_350);
        sheet.Int("nguon_luc", "TIEN", 6_874_500_000);
        sheet.Int("nguon_luc", "HIEN_VAT", 3_215_000_000);
        sheet.Int("ton_vinh", "TAP_THE", 18);
        sheet.Int("ton_vinh", "CA_NHAN", 64);
        sheet.Int("tam_lanh", 26);
        sheet.Int("tam_lanh_qh", 14);
        sheet.Int("tam_lanh_qh_dv", 11);
        sheet.Int("luot_tam_lanh", 83);
    }

    public static void Budget(Sheet sheet, SharedFigures shared)
    {
        foreach (var cell in sheet.Cells("phan_bo")) sheet.Put(cell, shared.FundingOf("du_toan", cell.Option1!, cell.Option2!));
        foreach (var cell in sheet.Cells("giai_ngan")) sheet.Put(cell, shared.FundingOf("giai_ngan", cell.Option1!, cell.Option2!));
        ImmutableArray<ImmutableSortedDictionary<string, CellValue>> rows =
        [
            .. Aid(sheet, "ODA", "Tăng cường dịch vụ công tác xã hội tuyến cơ sở", "Nhà tài trợ song phương (minh họa)"),
            .. Aid(sheet, "PCPNN", "Hỗ trợ trẻ em và gia đình dễ bị tổn thương", "Tổ chức phi chính phủ nước ngoài (minh họa)"),
        ];
        if (rows.IsEmpty) sheet.Fill("khoan_vt", CellValue.NotArising);
        else sheet.Put(new CellKey("khoan_vt"), new CellValue.Rows(rows));
    }

    public static void Officials(Sheet sheet, SharedFigures shared)
    {
        var agencies = shared.Count(UnitTypes.Department, UnitTypes.PoliceAgency);
        sheet.Spread("vc", 128, 2, 34, 28);
        sheet.Share("bn_kl", "vc", 0.1, 0.3);
        sheet.Int("cc", "SO_NGANH", 21);
        sheet.Int("cc", "XA_PHUONG", 96);
        sheet.Spread("phu_cap", 690, 0, 4, 18, 6, 30, 42);
        sheet.Int("cq_pc_tong", agencies);
        sheet.Int("cq_pc_co", Math.Max(0, agencies - 1));
    }

    public static void Guidance(Sheet sheet, SharedFigures shared)
    {
        sheet.Int("vb", 3);
        sheet.Int("dp", shared.Count(UnitTypes.Commune));
    }

    private static IEnumerable<ImmutableSortedDictionary<string, CellValue>> Aid(Sheet sheet, string kind, string name, string donor)
    {
        var spent = sheet.Cells("giai_ngan").Where(c => c.Option1 == kind).Sum(sheet.Number);
        if (spent == 0) yield break;
        yield return ImmutableSortedDictionary<string, CellValue>.Empty
            .Add("ten", new CellValue.Words(name))
            .Add("loai", new CellValue.Choice(kind))
            .Add("nha_tai_tro", new CellValue.Words(donor))
            .Add("cam_ket", new CellValue.Number(spent * 3 / 2))
            .Add("giai_ngan", new CellValue.Number(spent));
    }
}
