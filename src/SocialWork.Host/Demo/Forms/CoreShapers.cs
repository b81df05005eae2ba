using SocialWork.Abstractions;
using SocialWork.Host.Demo.Season;

namespace SocialWork.Host.Demo.Forms;

/// <summary>The core's own forms, all but K2.</summary>
internal static class CoreShapers
{
    private static readonly string[] Topics = ["ND110", "NGHE_DICH_VU", "TU_PHAP_NCTN", "XA_HOI_HOA", "CHUC_DANH_XEP_LUONG"];

    public static void ImplementationPlan(Sheet sheet)
    {
        var isCommune = sheet.Unit.Type == UnitTypes.Commune;
        sheet.Words("so_ky_hieu", PaperNumbers.Plan(sheet.Unit));
        sheet.Put(new CellKey("ngay_bh"), new CellValue.Date(Calendar.PlanIssued(sheet.Unit.Code)));
        sheet.Words("nguoi_ky", sheet.Unit.Code switch
        {
            _ when isCommune => sheet.Random.Pick("Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch"),
            "MTTQ" => "Phó Chủ tịch",
            _ => sheet.Random.Pick("Giám đốc", "Phó Giám đốc"),
        });
        sheet.Flag("co_muc_tieu", sheet.Random.Chance(78));
        sheet.Leave("tep");
    }

    public static void Training(Sheet sheet)
    {
        var staff = sheet.Unit.Code switch { "SYT" => 96, "STP" => 74, _ => 0 };
        if (staff == 0)
        {
            // The other departments have no staff within the target's scope and say so.
            foreach (var field in new[] { "tong_ns", "da_th", "da_th_trong_nam" }) sheet.Fill(field, CellValue.NotApplicable);
        }
        else
        {
            sheet.Spread("tong_ns", staff, 5, 4, 16, 14, 10, 12, 2, 3);
            sheet.Share("da_th", "tong_ns", 0.55, 0.9);
            foreach (var cell in sheet.Cells("da_th_trong_nam"))
            {
                var trained = sheet.Cells("da_th").Where(c => c.Option1 == cell.Option1).Sum(sheet.Number);
                sheet.Put(cell, (long)(trained * sheet.Random.Between(0.3, 0.7)));
            }
        }

        var courses = sheet.Unit.Type == UnitTypes.Commune ? sheet.Random.Int(1, 3) : sheet.Random.Int(3, 12);
        sheet.Spread("so_lop", courses, 6, sheet.Random.Int(0, 2), sheet.Random.Int(0, 1));
        sheet.Each("luot", "so_lop", (_, held) => held * sheet.Random.Int(24, 46));
    }

    public static void Communication(Sheet sheet)
    {
        var isCommune = sheet.Unit.Type == UnitTypes.Commune;
        var products = isCommune ? sheet.Random.Int(20, 40 + sheet.Size) : sheet.Random.Int(25, 90);
        sheet.Spread("san_pham", products, isCommune ? [0, 0, 8, 5, 3, 1] : [4, 3, 0, 6, 2, 2]);
        var events = isCommune ? sheet.Random.Int(3, 14) : sheet.Random.Int(2, 10);
        sheet.Int("su_kien", events);
        sheet.Int("luot_nguoi", events * sheet.Random.Int(38, 85));
        var first = sheet.Random.Int(0, 2);
        sheet.Choices("noi_dung", [.. Topics.Skip(first).Take(sheet.Random.Int(2, 3))]);
        sheet.Int("doi_tac", sheet.Random.Chance(45) ? 0 : sheet.Random.Int(1, 5));
    }

    public static void Funding(Sheet sheet)
    {
        var isCommune = sheet.Unit.Type == UnitTypes.Commune;
        foreach (var cell in sheet.Cells("du_toan")) sheet.Put(cell, Allocated(sheet, cell.Option1 ?? string.Empty, isCommune));
        sheet.Each("giai_ngan", "du_toan", (_, money) => Round(money * sheet.Random.Between(0.78, 0.985)));
        sheet.Each("uoc_nam", "du_toan", (cell, planned) =>
        {
            var spent = sheet.Number(cell with { Field = "giai_ngan" });
            return spent + Round((planned - spent) * sheet.Random.Between(0.5, 1));
        });

        var upgrades = sheet.Random.Chance(30) ? sheet.Random.Int(1, isCommune ? 2 : 4) : 0;
        sheet.Int("huy_dong_hv", sheet.Random.Chance(55) ? sheet.Random.Int(8, 120) * 500_000L : 0);
        sheet.Int("cs_nang_cap", upgrades);
        sheet.Int("kp_nang_cap", upgrades == 0 ? 0 : Round(sheet.Sum("giai_ngan") * sheet.Random.Between(0.08, 0.22)));
    }

    private static long Allocated(Sheet sheet, string source, bool isCommune) => source switch
    {
        "NSTW" => isCommune ? sheet.Random.Chance(30) ? Millions(sheet, 20, 60) : 0 : sheet.Random.Chance(50) ? Millions(sheet, 150, 700) : 0,
        "NSDP" => isCommune ? Millions(sheet, 70 + sheet.Size, 150 + (3 * sheet.Size)) : Millions(sheet, 420, 2600),
        "LONGGHEP" => sheet.Random.Chance(60) ? Millions(sheet, 30, isCommune ? 160 : 480) : 0,
        "HDTN" => sheet.Random.Chance(65) ? Millions(sheet, 8, isCommune ? 70 : 220) : 0,
        "HDNN" => sheet.Random.Chance(8) ? Millions(sheet, 40, 160) : 0,
        "ODA" => sheet.Unit.Code == "SYT" ? Millions(sheet, 2400, 2800) : 0,
        "PCPNN" => sheet.Unit.Code is "SYT" or "SGDDT" or "MTTQ" or "20056" or "20071" ? Millions(sheet, 120, 640) : 0,
        _ => 0,
    };

    private static long Millions(Sheet sheet, int least, int most) => sheet.Random.Int(least * 2, most * 2) * 500_000L;

    private static long Round(double money) => (long)(money / 100_000) * 100_000;
}
