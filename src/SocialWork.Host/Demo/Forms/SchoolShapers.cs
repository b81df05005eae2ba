using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>GD1 to GD3.</summary>
internal static class SchoolShapers
{
    public static void Staffing(Sheet sheet)
    {
        var traits = sheet.Traits;
        sheet.Flag("co_ns", traits.HasStaff);
        sheet.Spread("ns", traits.Workers, traits.Workers > 1 ? 1 : 0, 4);
        sheet.Flag("co_dv", traits.ProvidesService);
        if (traits.ProvidesService)
        {
            sheet.Int("tong_cb", traits.Staff);
            sheet.Int("da_th", traits.Trained);
        }
        else
        {
            // A school without services is outside the training target: some say so, some leave the cells out.
            var notApplicable = sheet.Random.Chance(60);
            foreach (var field in new[] { "tong_cb", "da_th" })
            {
                if (notApplicable) sheet.Fill(field, CellValue.NotApplicable);
                else sheet.Leave(field);
            }
        }
    }

    public static void Activity(Sheet sheet)
    {
        var serves = sheet.Traits.ProvidesService;
        var isSmall = sheet.Unit.SchoolLevel == "MAM_NON";
        var found = !isSmall && sheet.Random.Chance(9) ? sheet.Random.Int(1, 2) : 0;
        var need = serves ? sheet.Random.Int(1, isSmall ? 6 : 24) + found : found;
        sheet.Int("tu_van", serves ? need + sheet.Random.Int(0, isSmall ? 8 : 60) : 0);
        sheet.Int("xam_hai", found);
        sheet.Each("xam_hai_ht", "xam_hai", static (_, number) => number);
        sheet.Int("bo_hoc", isSmall || sheet.Random.Chance(60) ? 0 : sheet.Random.Int(1, 6));
        sheet.Int("co_nhu_cau", need);
        var missed = need > 6 && sheet.Random.Chance(5) ? 1 : 0;
        sheet.Each("duoc_ho_tro", "co_nhu_cau", (_, number) => number - missed);
        sheet.Flag("mo_hinh", serves && sheet.Random.Chance(72));
    }

    public static void Readiness(Sheet sheet)
    {
        var ready = sheet.Unit.SchoolLevel is "THPT" or "THCS" or "CHUYEN_BIET" ? sheet.Random.Chance(34) : sheet.Random.Chance(12);
        var lacking = sheet.Random.Int(0, 2);
        sheet.Flag("csvc", ready || (lacking != 0 && sheet.Random.Chance(70)));
        sheet.Flag("ns", ready || (lacking != 1 && sheet.Random.Chance(45)));
        sheet.Flag("chuong_trinh", ready || (lacking != 2 && sheet.Random.Chance(50)));
        sheet.Choice("ket_luan", ready ? "DU_DIEU_KIEN" : "CHUA_DU");
    }
}
