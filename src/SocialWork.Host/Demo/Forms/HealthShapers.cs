using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>YT3 to YT6, the Health department's own forms.</summary>
internal static class HealthShapers
{
    public static void PracticeSites(Sheet sheet)
    {
        sheet.Int("ra_soat", "CO_SO_TGXH", 13);
        sheet.Int("ra_soat", "CO_SO_Y_TE", 46);
        sheet.Put(new CellKey("ra_soat", "CO_SO_KHAC"), CellValue.NotApplicable);
        sheet.Share("du_dk", "ra_soat", 0.35, 0.6);
        sheet.Share("duoc_chon", "du_dk", 0.4, 0.7);
        sheet.Int("nguoi_hd", 21);
        sheet.Spread("dang_th", 18, 9, 4, 2);
        // Nobody can finish a practice of six months between 25 August and 30 November.
        sheet.Fill("giay_xn", CellValue.NotArising);
    }

    public static void Practitioners(Sheet sheet)
    {
        sheet.Int("nguoi_hn", 164);
        sheet.Int("cap_moi", "CAP_MOI", 57);
        sheet.Int("cap_moi", "CAP_LAI", 3);
        sheet.Put(new CellKey("cap_moi", "THU_HOI"), CellValue.NotArising);
        sheet.Int("nguoi_cn", 88);
        sheet.Int("tiet", 88 * 24);
    }

    public static void JuvenileList(Sheet sheet, SharedFigures shared)
    {
        sheet.Words("quyet_dinh", "1893/QĐ-UBND ngày 14/7/2026");
        sheet.Spread("so_nguoi", 172, 8, 14, 12, 17, 10, 13, 3, 5);
        sheet.Int("so_xa", Math.Max(0, shared.Count(UnitTypes.Commune) - 1));
    }

    public static void SocialWorkDay(Sheet sheet)
    {
        sheet.Words("ke_hoach", $"71/KH-UBND ngày 02/3/{sheet.Year}");
        sheet.Int("hoat_dong", "THANH_PHO", 2);
        sheet.Int("hoat_dong", "SO_NGANH", 9);
        sheet.Int("hoat_dong", "XA_PHUONG", 46);
        sheet.Int("hoat_dong", "CO_SO", 63);
        sheet.Int("luot", 11_840);
        sheet.Int("tap_the", 12);
        sheet.Int("ca_nhan", 35);
    }
}
