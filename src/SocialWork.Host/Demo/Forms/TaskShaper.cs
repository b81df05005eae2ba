using SocialWork.Abstractions;

namespace SocialWork.Host.Demo.Forms;

/// <summary>K2: where every task of an agency stands. Most are done; some are under way; a few did not arise.</summary>
internal static class TaskShaper
{
    private static readonly string[] UnderWay = ["IV.1.đ#2", "IV.2.b", "IV.3.a", "IV.4.c", "IV.5.a#3"];

    private static readonly string[] Reasons =
    [
        "Chờ hướng dẫn của cấp trên về mức hỗ trợ; dự kiến hoàn thành trong tháng 12/2026.",
        "Mưa lũ kéo dài trong tháng 10, tháng 11 nên phải lùi thời gian thực hiện.",
        "Nhân sự mới sắp xếp sau khi tổ chức lại đơn vị hành chính, đang hoàn thiện hồ sơ.",
        "Kinh phí được giao bổ sung vào quý IV, đang thực hiện thủ tục.",
    ];

    public static void Results(Sheet sheet, SharedFigures shared)
    {
        foreach (var task in sheet.Submitting.Tasks)
        {
            var printed = task[(task.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var chance = DemoRandom.For("task", sheet.Unit.Code, task);
            var story = TaskStory.Of(printed);
            var quantity = story.From is { } from ? shared.Of(sheet.Unit, from) : story.Quantity;
            var status = Status(sheet.Unit.Type, printed, quantity, chance);
            Cell("trang_thai", new CellValue.Choice(status));
            if (status == "KHONG_PHAT_SINH")
            {
                foreach (var field in new[] { "ket_qua", "so_luong", "van_ban" }) Cell(field, CellValue.NotArising);
                Cell("ly_do", new CellValue.Words("Trong năm trên địa bàn không phát sinh trường hợp thuộc diện."));
                continue;
            }

            var done = status == "HOAN_THANH";
            Cell("ket_qua", new CellValue.Words(story.Result));
            if (quantity > 0) Cell("so_luong", new CellValue.Number(quantity));
            if (done && (story.Paper ?? (quantity > 0 ? null : "BC")) is { } paper) Cell("van_ban", new CellValue.Words(Document(sheet, paper, printed, chance)));
            if (!done) Cell("ly_do", new CellValue.Words(chance.Pick(Reasons)));

            void Cell(string field, CellValue value) => sheet.Put(new CellKey(field, task), value);
        }

        foreach (var field in new[] { "so_luong", "van_ban", "ly_do" }) sheet.Leave(field);
    }

    private static string Status(string unitType, string printed, long quantity, DemoRandom chance)
    {
        if (unitType != UnitTypes.Commune) return UnderWay.Contains(printed) ? "DANG_THUC_HIEN" : "HOAN_THANH";
        return printed switch
        {
            "IV.9.a" => "HOAN_THANH",
            // No family takes anybody in; no officer stands at the health station yet.
            "IV.9.d#1" when quantity == 0 => "KHONG_PHAT_SINH",
            "IV.9.đ" when quantity == 0 => "DANG_THUC_HIEN",
            _ => chance.Chance(93) ? "HOAN_THANH" : "DANG_THUC_HIEN",
        };
    }

    private static string Document(Sheet sheet, string paper, string printed, DemoRandom chance) =>
        printed == "IV.9.a"
            ? PaperNumbers.Dated(PaperNumbers.Plan(sheet.Unit), Season.Calendar.PlanIssued(sheet.Unit.Code))
            : PaperNumbers.Dated(sheet.Unit, paper, chance.Int(60, 980), new DateOnly(2026, chance.Int(5, 10), chance.Int(1, 28)));
}
