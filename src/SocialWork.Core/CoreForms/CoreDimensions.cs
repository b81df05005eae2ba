using SocialWork.Abstractions;

namespace SocialWork.Core.CoreForms;

/// <summary>Dimensions that only the core forms use. Ids and option codes are public identifiers.</summary>
public static class CoreDimensions
{
    /// <summary>Task.</summary>
    public static readonly Dimension PlanTask = new("TASK", new Text("Nhiệm vụ", "Task"), [], OptionSource.PlanTasksOfUnit);

    /// <summary>Task status.</summary>
    public static readonly Dimension TaskStatus = new("TTNV", new Text("Trạng thái nhiệm vụ", "Task status"),
    [
        new("CHUA_TRIEN_KHAI", new Text("Chưa triển khai", "Not started")),
        new("DANG_THUC_HIEN", new Text("Đang thực hiện", "In progress")),
        new("HOAN_THANH", new Text("Hoàn thành", "Done")),
        new("KHONG_PHAT_SINH", new Text("Không phát sinh", "Nothing arose")),
        new("CHUA_DU_DIEU_KIEN", new Text("Chưa đủ điều kiện (chờ văn bản)", "Not yet possible (awaiting a document)")),
    ]);

    /// <summary>Communication topic.</summary>
    public static readonly Dimension CommunicationTopic = new("NOI_DUNG_TT", new Text("Nội dung truyền thông", "Communication topic"),
    [
        new("ND110", new Text("Nghị định 110/2024/NĐ-CP", "Decree 110/2024")),
        new("NGHE_DICH_VU", new Text("Nghề, hành nghề và dịch vụ công tác xã hội", "Profession, practice and services")),
        new("TU_PHAP_NCTN", new Text("Tư pháp người chưa thành niên", "Juvenile justice")),
        new("XA_HOI_HOA", new Text("Xã hội hóa", "Private-sector involvement")),
        new("CHUC_DANH_XEP_LUONG", new Text("Chức danh nghề nghiệp, xếp lương", "Professional titles and salary grades")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Level addressed.</summary>
    public static readonly Dimension LevelAddressed = new("CAP_KIEN_NGHI", new Text("Cấp kiến nghị", "Level addressed"),
    [
        new("SO_Y_TE", new Text("Sở Y tế", "Health department")),
        new("SO_NGANH_KHAC", new Text("Sở, ngành khác", "Another department")),
        new("UBND_THANH_PHO", new Text("UBND thành phố", "City People's Committee")),
        new("BO_NGANH_TW", new Text("Bộ, ngành Trung ương", "Central ministries")),
    ]);

    /// <summary>Obstacle status.</summary>
    public static readonly Dimension ObstacleStatus = new("TT_VUONG_MAC", new Text("Tình trạng xử lý vướng mắc", "Obstacle status"),
    [
        new("TIEP_NHAN", new Text("Đã tiếp nhận", "Received")),
        new("DANG_XU_LY", new Text("Đang xử lý", "In process")),
        new("TRINH_UBND", new Text("Đã trình UBND", "Submitted to the People's Committee")),
        new("DA_TRA_LOI", new Text("Đã trả lời", "Answered")),
        new("DA_DONG", new Text("Đã đóng", "Closed")),
    ]);
}
