using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>CA1 to CA3: counts of facilities and officers, never of inmates; one kind of facility is withheld.</summary>
internal static class PoliceShapers
{
    private const int Trained = 148;

    public static void Detention(Sheet sheet)
    {
        sheet.Int("cs", "GIAM_GIU", 4);
        sheet.Int("cs", "GD_BAT_BUOC", 1);
        sheet.Put(new CellKey("cs", "TRUONG_GIAO_DUONG"), CellValue.NotApplicable);
        sheet.Int("cs", "CAI_NGHIEN", 2);
        foreach (var field in new[] { "cs_ns", "cs_dv" })
        {
            sheet.Put(new CellKey(field, "GIAM_GIU"), field == "cs_ns" ? new CellValue.Number(3) : new CellValue.Number(2));
            sheet.Put(new CellKey(field, "GD_BAT_BUOC"), CellValue.Withheld);
            sheet.Put(new CellKey(field, "TRUONG_GIAO_DUONG"), CellValue.NotApplicable);
            sheet.Put(new CellKey(field, "CAI_NGHIEN"), new CellValue.Number(2));
        }

        sheet.Int("cn_qh", 2);
        sheet.Int("cn_qh_dv", 2);
        sheet.Int("tong_ns", 236);
        sheet.Int("da_th", Trained);
    }

    public static void Juveniles(Sheet sheet)
    {
        sheet.Int("yeu_cau", 46);
        sheet.Int("cu_nguoi", 43);
        sheet.Int("bc_dtxh", 41);
        sheet.Int("kh_xlch", 19);
    }

    public static void Models(Sheet sheet)
    {
        sheet.Int("mo_hinh", "MOI", 1);
        sheet.Int("mo_hinh", "DUY_TRI", 4);
        sheet.Int("lop", 3);
        sheet.Int("nguoi", Trained - 34);
    }
}
