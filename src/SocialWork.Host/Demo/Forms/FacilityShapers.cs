using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>YT1 of every health and social assistance facility, YT2 of health stations.</summary>
internal static class FacilityShapers
{
    public static void HealthFacility(Sheet sheet)
    {
        var traits = sheet.Traits;
        if (traits.HasStaff) sheet.Words("vb_pc", Assignment(sheet));
        else sheet.Put(new CellKey("vb_pc"), CellValue.NotArising);
        sheet.Spread("ns", traits.Workers, 1, 3, 1, 3);
        sheet.Flag("co_phong_to", traits.HasStaff && sheet.Random.Chance(sheet.Unit.Type == UnitTypes.HealthStation ? 25 : 80));
        sheet.Int("tong_cb", traits.Staff);
        sheet.Int("da_th", traits.Trained);
        // A station that the commune's YT2 shows at work provides services.
        sheet.Flag("co_dv", traits.ProvidesService);
        if (traits.ProvidesService) sheet.Choices("minh_chung_dv", traits.HasStaff ? ["QUYET_DINH", "HO_SO_DOI_TUONG"] : ["HO_SO_DOI_TUONG"]);
        else sheet.Leave("minh_chung_dv");
        Clients(sheet);
        Children(sheet);
    }

    public static void StationService(Sheet sheet)
    {
        if (!sheet.Traits.ProvidesService)
        {
            foreach (var field in sheet.Form.Definition.Fields) sheet.Fill(field.Id, CellValue.NotArising);
            return;
        }

        sheet.Spread("tn_dau", 30 + (int)(sheet.Size * sheet.Random.Between(1.6, 3)), 30, 18, 10, 0, 2, 9, 18, 5);
        sheet.Spread("tn_chuyen_den", 4 + (sheet.Size / 4) + sheet.Random.Int(0, 6), 4, 3, 2, 0, 1, 2, 3, 1);
        foreach (var cell in sheet.Cells("sang_loc"))
        {
            var received = sheet.Number(cell with { Field = "tn_dau" }) + sheet.Number(cell with { Field = "tn_chuyen_den" });
            var screened = (long)(received * sheet.Random.Between(0.88, 1));
            sheet.Put(cell, new CellValue.Number(screened));
            sheet.Put(cell with { Field = "danh_gia" }, new CellValue.Number((long)(screened * sheet.Random.Between(0.7, 1))));
            var referred = (long)(received * sheet.Random.Between(0.05, 0.3));
            sheet.Put(cell with { Field = "chuyen_gui" }, new CellValue.Number(referred));
            sheet.Put(cell with { Field = "cg_phan_hoi" }, new CellValue.Number((long)(referred * sheet.Random.Between(0.6, 1))));
        }

        sheet.Share("co_nhu_cau", "tn_dau", 0.55, 0.9);
        CommuneShapers.Supported(sheet, sheet.Random.Chance(88) ? 0 : 1);
        var intakes = sheet.Sum("tn_dau");
        sheet.Int("kt_tn_dau", Math.Max(sheet.Number(new CellKey("kt_co_nhu_cau")), intakes - (long)((intakes - sheet.Largest("tn_dau")) * 0.03)));
    }

    private static void Clients(Sheet sheet)
    {
        if (!sheet.Asks("co_nhu_cau")) return;
        if (!sheet.Traits.ProvidesService)
        {
            foreach (var field in new[] { "co_nhu_cau", "duoc_ho_tro", "kt_co_nhu_cau", "kt_duoc_ho_tro" }) sheet.Fill(field, CellValue.NotArising);
            return;
        }

        var people = sheet.Unit.Type switch
        {
            UnitTypes.Hospital => sheet.Random.Int(120, 620),
            UnitTypes.HealthOther => sheet.Random.Int(15, 90),
            _ => sheet.Random.Int(25, 140),
        };
        sheet.Spread("co_nhu_cau", people, 24, 15, 12, 1, 3, 10, 22, 8);
        CommuneShapers.Supported(sheet, sheet.Unit.Type == UnitTypes.Hospital && sheet.Random.Chance(40) ? sheet.Random.Int(1, 6) : 0);
    }

    private static void Children(Sheet sheet)
    {
        if (!sheet.Asks("te_noi_tru")) return;
        var raises = sheet.Unit.Type == UnitTypes.SocialAssistance && !sheet.Unit.Name.Contains("lão", StringComparison.Ordinal) && !sheet.Unit.Name.Contains("cao tuổi", StringComparison.Ordinal);
        if (!raises)
        {
            foreach (var field in new[] { "te_noi_tru", "te_noi_tru_du", "te_kt_tong", "te_kt_du" }) sheet.Fill(field, CellValue.NotApplicable);
            return;
        }

        sheet.Spread("te_noi_tru", sheet.Random.Int(14, 62), 14, 8, 1, 2, 12, 0);
        sheet.Each("te_noi_tru_du", "te_noi_tru", static (_, number) => number);
        sheet.Distinct("te_kt_tong", "te_noi_tru");
        sheet.Int("te_kt_du", sheet.Number(new CellKey("te_kt_tong")));
    }

    private static string Assignment(Sheet sheet)
    {
        var sign = sheet.Unit.Type switch
        {
            UnitTypes.Hospital => "BV",
            UnitTypes.HealthStation => "TYT",
            UnitTypes.HealthOther => "TTYT",
            _ => "TT",
        };
        return $"{sheet.Random.Int(11, 96)}/QĐ-{sign} ngày {sheet.Random.Int(10, 28)}/{sheet.Random.Int(1, 6):00}/{sheet.Year}";
    }
}
