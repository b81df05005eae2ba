using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>TP1 to TP3.</summary>
internal static class JusticeShapers
{
    public static void Dissemination(Sheet sheet)
    {
        sheet.Int("cuoc", "CHUNG", 64);
        sheet.Int("cuoc", "TU_PHAP_NCTN", 38);
        sheet.Int("luot", 7_260);
        sheet.Int("tai_lieu", 18_500);
        sheet.Int("vb", "RA_SOAT", 6);
        sheet.Int("vb", "THAM_DINH", 2);
        sheet.Int("vb", "DE_XUAT", 2);
        sheet.Put(new CellKey("vb", "BAN_HANH"), CellValue.NotArising);
    }

    public static void LegalAid(Sheet sheet)
    {
        sheet.Spread("thu_ly", 412, 60, 22, 8, 18, 6, 2, 40, 12, 6, 36, 3, 2, 1, 1, 0, 9, 3, 0, 30, 12, 4);
        sheet.Share("hoan_thanh", "thu_ly", 0.62, 0.95);
        sheet.Int("co_ctxh", 71);
        sheet.Int("nguoi", 389);
        sheet.Int("tn_dau", 338);
        sheet.Int("tn_dau_ht", 338);
    }

    public static void JusticeSystem(Sheet sheet)
    {
        // The procuracy did not say whether anybody is assigned; the staff of courts and enforcement was not given at all.
        sheet.Int("cq", "SO_TU_PHAP", 2);
        foreach (var kind in new[] { "TOA_AN", "VIEN_KIEM_SAT", "THI_HANH_AN" }) sheet.Int("cq", kind, 1);
        sheet.Int("cq_ns", "SO_TU_PHAP", 2);
        sheet.Int("cq_ns", "TOA_AN", 1);
        sheet.Put(new CellKey("cq_ns", "VIEN_KIEM_SAT"), CellValue.Withheld);
        sheet.Put(new CellKey("cq_ns", "THI_HANH_AN"), new CellValue.Number(0));
        sheet.Put(new CellKey("ngoai_tong_cb"), CellValue.Withheld);
        sheet.Leave("ngoai_da_th");
        sheet.Choice("nguon", "CHUA_CUNG_CAP");
        sheet.Int("con_nuoi", "TRONG_NUOC", 24);
        sheet.Int("con_nuoi", "NUOC_NGOAI", 2);
        sheet.Int("con_nuoi_ht", 23);
        sheet.Int("mo_hinh", 3);
    }
}
