using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>XP1 to XP7.</summary>
internal static class CommuneShapers
{
    private static readonly int[] Clients = [26, 16, 14, 0, 3, 7, 24, 6];

    public static void Staffing(Sheet sheet)
    {
        var station = UnitTraits.OfStation(sheet.Unit.Code, sheet.Year);
        sheet.Flag("ub_pc", sheet.Traits.HasStaff);
        sheet.Spread("ub_ns", sheet.Traits.Workers, 1, 2);
        sheet.Int("diem", sheet.Random.Int(1, sheet.Size > 40 ? 3 : 2));
        sheet.Flag("tyt_pc", station.HasStaff);
        sheet.Spread("tyt_ns", station.Workers, 1, 2);
        sheet.Spread("tong_cb", 74 + sheet.Random.Int(0, 20) + sheet.Size, 12, 34, 7, 6, 24, 22);
        sheet.Share("da_th", "tong_cb", 0.46, 0.8);
    }

    public static void Collaborators(Sheet sheet)
    {
        var villages = 7 + (sheet.Size / 2) + sheet.Random.Int(0, 4);
        var covered = villages - (sheet.Random.Chance(55) ? 0 : sheet.Random.Int(1, 1 + (villages / 6)));
        var people = covered + sheet.Random.Int(0, 6);
        sheet.Int("thon", villages);
        sheet.Int("thon_ctv", covered);
        sheet.Spread("ctv", people, 3, 1, 8, 2);
        sheet.Int("ctv_th", (long)(people * sheet.Random.Between(0.6, 1)));
        sheet.Int("ctv_pc", (long)(people * sheet.Random.Between(0.5, 1)));
    }

    public static void Children(Sheet sheet)
    {
        // Three communes have a child or two whom assistance or service has not reached yet; all the others reach every child.
        var missed = sheet.Unit.Code switch { "19900" => 2, "20131" or "20056" => 1, _ => 0 };
        var children = (int)(sheet.Size * sheet.Random.Between(4.2, 6.4)) + 18;
        sheet.Spread("tong", children, 5, 1, sheet.Random.Int(0, 1), 3, 24, sheet.Random.Int(30, 60));
        foreach (var field in new[] { "tgxh", "dv", "ca_hai" }) sheet.Each(field, "tong", static (_, number) => number);
        var severe = new CellKey("tong", "TE5");
        if (missed > 0 && sheet.Number(severe) > missed)
        {
            foreach (var field in new[] { "dv", "ca_hai" }) sheet.Put(severe with { Field = field }, sheet.Number(severe) - missed);
        }

        var (sum, largest) = (sheet.Sum("tong"), sheet.Largest("tong"));
        var distinct = sum - Math.Min(sum - largest, 1 + (long)((sum - largest) * sheet.Random.Between(0.01, 0.08)));
        sheet.Int("kt_tong", distinct);
        sheet.Int("kt_ca_hai", Math.Clamp(distinct - missed, sheet.Largest("ca_hai"), sheet.Sum("ca_hai")));
    }

    public static void FosterCare(Sheet sheet)
    {
        foreach (var cell in sheet.Cells("gd"))
        {
            var families = sheet.Random.Chance(24) ? 0 : sheet.Random.Int(1, 3 + (sheet.Size / 6));
            sheet.Put(cell, families);
        }

        sheet.Each("nguoi", "gd", (_, families) => families + sheet.Random.Int(0, 3));
        sheet.Each("kp_thang", "gd", (_, families) => families - (families > 2 ? sheet.Random.Int(0, 1) : 0));
    }

    public static void Needs(Sheet sheet)
    {
        sheet.Spread("co_nhu_cau", (int)(sheet.Size * sheet.Random.Between(3, 5.5)) + 24, Clients);
        Supported(sheet, sheet.Random.Chance(82) ? 0 : sheet.Random.Int(1, 3));
        sheet.Share("chuyen_tyt", "co_nhu_cau", 0.05, 0.3);
    }

    public static void TrainingNeeds(Sheet sheet)
    {
        sheet.Spread("nhu_cau", 14 + sheet.Random.Int(0, 14) + (sheet.Size / 3), 2, 1, 1, 5, 2, 3, 1, 0, 1, 1, 0, 1, 5, 0, 3, 6, 0, 4);
        sheet.Words("de_xuat", sheet.Random.Pick(
            "Mở lớp kỹ năng tham vấn, quản lý trường hợp cho công chức văn hóa - xã hội và cộng tác viên; học tập trung 03 ngày tại xã, phường.",
            "Tập huấn trực tuyến kết hợp thực hành tại trạm y tế về đánh giá nhu cầu, chuyển gửi đối tượng.",
            "Bồi dưỡng kỹ năng làm việc với trẻ em bị xâm hại, người rối nhiễu tâm trí; ưu tiên cộng tác viên mới.",
            "Cập nhật Nghị định 110/2024/NĐ-CP và hướng dẫn lập hồ sơ quản lý trường hợp."));
        sheet.Spread("phan_loai", 8 + (sheet.Size / 2) + sheet.Random.Int(0, 6), 4, 3, 4, 6, 3);
    }

    public static void Livelihoods(Sheet sheet)
    {
        sheet.Int("dot", "DINH_KY", sheet.Random.Int(2, 4));
        sheet.Int("dot", "THIEN_TAI", sheet.Random.Int(1, 3));
        sheet.Int("dot", "DICH_BENH", sheet.Random.Chance(75) ? 0 : 1);
        sheet.Spread("de_xuat", 40 + (int)(sheet.Size * sheet.Random.Between(2, 5)), Clients);
        sheet.Share("ho_tro", "de_xuat", 0.82, 1);
    }

    /// <summary>Everybody in need is supported, but for so many of the largest group; the distinct totals follow.</summary>
    internal static void Supported(Sheet sheet, int missed)
    {
        sheet.Each("duoc_ho_tro", "co_nhu_cau", static (_, number) => number);
        var largest = sheet.Cells("co_nhu_cau").MaxBy(sheet.Number);
        if (missed > 0 && sheet.Number(largest) > missed) sheet.Put(largest with { Field = "duoc_ho_tro" }, sheet.Number(largest) - missed);
        sheet.Distinct("kt_co_nhu_cau", "co_nhu_cau");
        var distinct = sheet.Number(new CellKey("kt_co_nhu_cau"));
        sheet.Int("kt_duoc_ho_tro", Math.Clamp(distinct - missed, sheet.Largest("duoc_ho_tro"), Math.Min(distinct, sheet.Sum("duoc_ho_tro"))));
    }
}
