using SocialWork.Abstractions;

namespace SocialWork.Plugins.Health;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Evidence of service.</summary>
    public static readonly Dimension ServiceEvidence = new("MINH_CHUNG_DV", new Text("Minh chứng dịch vụ", "Evidence of service"),
    [
        new("QUYET_DINH", new Text("Quyết định giao chức năng", "Decision assigning the function")),
        new("PHONG_TO_CTXH", new Text("Phòng, tổ công tác xã hội", "Social work unit")),
        new("HO_SO_DOI_TUONG", new Text("Hồ sơ đối tượng", "Case files")),
        new("HOP_DONG", new Text("Hợp đồng cung cấp dịch vụ", "Service contract")),
    ]);

    /// <summary>Practice-site class reviewed by the Health department.</summary>
    public static readonly Dimension PracticeSiteClass = new(
        "LOAI_CS_TH",
        new Text("Loại cơ sở thực hành do Sở Y tế rà soát", "Practice-site class reviewed by the Health department"),
    [
        new("CO_SO_TGXH", new Text("Cơ sở trợ giúp xã hội", "Social assistance facilities")),
        new("CO_SO_Y_TE", new Text("Cơ sở y tế", "Health facilities")),
        new("CO_SO_KHAC", new Text("Cơ sở khác (không gồm cơ sở giáo dục)", "Other facilities (schools excluded)")),
    ]);

    /// <summary>Trainee's degree.</summary>
    public static readonly Dimension TraineeDegree = new("TRINH_DO_TH", new Text("Trình độ người thực hành", "Trainee's degree"),
    [
        new("DAI_HOC", new Text("Đại học trở lên", "University or higher")),
        new("CAO_DANG", new Text("Cao đẳng", "College")),
        new("TRUNG_CAP", new Text("Trung cấp", "Intermediate")),
    ]);

    /// <summary>Licence changes.</summary>
    public static readonly Dimension LicenceChange = new("BIEN_DONG_GIAY", new Text("Biến động giấy đăng ký hành nghề", "Licence changes"),
    [
        new("CAP_MOI", new Text("Cấp mới", "Issued")),
        new("CAP_LAI", new Text("Cấp lại", "Reissued")),
        new("THU_HOI", new Text("Thu hồi", "Revoked")),
    ]);

    /// <summary>Social worker category (Juvenile Justice Law, Article 3.10).</summary>
    public static readonly Dimension JuvenileJusticeWorker = new(
        "LOAI_NCTN",
        new Text("Loại người làm công tác xã hội (khoản 10 Điều 3 Luật Tư pháp NCTN)", "Social worker category (Juvenile Justice Law, Article 3.10)"),
    [
        new("LAM_CTXH", new Text("Công chức, viên chức, người lao động làm công tác xã hội", "Officials and employees doing social work")),
        new("BVTE_CAP_XA", new Text("Người làm công tác bảo vệ trẻ em cấp xã", "Commune child-protection officers")),
        new("VHXH_CAP_XA", new Text("Công chức văn hóa - xã hội cấp xã", "Commune culture and society officers")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Organising level.</summary>
    public static readonly Dimension OrganisingLevel = new("CAP_TO_CHUC", new Text("Cấp tổ chức", "Organising level"),
    [
        new("THANH_PHO", new Text("Cấp thành phố", "City")),
        new("SO_NGANH", new Text("Sở, ngành, đoàn thể", "Departments and mass organisations")),
        new("XA_PHUONG", new Text("Xã, phường", "Communes and wards")),
        new("CO_SO", new Text("Cơ sở", "Facilities")),
    ]);
}
