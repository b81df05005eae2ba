using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Kind of collaborator.</summary>
    public static readonly Dimension CollaboratorKind = new("LOAI_CTV", new Text("Loại cộng tác viên", "Kind of collaborator"),
    [
        new("KIEM_NHIEM", new Text("Kiêm nhiệm dân số, y tế thôn, trẻ em", "Also population, village health or child worker")),
        new("CHUYEN", new Text("Chỉ làm công tác xã hội và trẻ em", "Social work and children only")),
    ]);

    /// <summary>Person cared for.</summary>
    public static readonly Dimension PersonCaredFor = new("DOI_TUONG_NUOI", new Text("Đối tượng được nhận nuôi", "Person cared for"),
    [
        new("TRE_EM_HCDB", new Text("Trẻ em có hoàn cảnh đặc biệt", "Child in special circumstances")),
        new("NKT_DBN", new Text("Người khuyết tật đặc biệt nặng", "Person with exceptionally severe disability")),
    ]);

    /// <summary>Social work qualification.</summary>
    public static readonly Dimension SocialWorkQualification = new(
        "TRINH_DO_CTXH",
        new Text("Trình độ công tác xã hội", "Social work qualification"),
    [
        new("DAI_HOC", new Text("Đại học trở lên", "University or higher")),
        new("CAO_DANG", new Text("Cao đẳng", "College")),
        new("TRUNG_CAP", new Text("Trung cấp", "Intermediate")),
        new("NGANH_KHAC", new Text("Ngành khác", "Another field")),
        new("CHUA_DAO_TAO", new Text("Chưa qua đào tạo", "No formal training")),
    ]);

    /// <summary>Kind of review.</summary>
    public static readonly Dimension ReviewKind = new("LOAI_DOT", new Text("Loại đợt rà soát", "Kind of review"),
    [
        new("DINH_KY", new Text("Định kỳ", "Regular")),
        new("THIEN_TAI", new Text("Thiên tai", "Disaster")),
        new("DICH_BENH", new Text("Dịch bệnh", "Epidemic")),
    ]);
}
