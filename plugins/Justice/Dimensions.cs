using SocialWork.Abstractions;

namespace SocialWork.Plugins.Justice;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Legal dissemination topic.</summary>
    public static readonly Dimension DisseminationTopic = new(
        "LINH_VUC_PBPL",
        new Text("Lĩnh vực phổ biến pháp luật", "Legal dissemination topic"),
    [
        new("CHUNG", new Text("Công tác xã hội chung", "Social work in general")),
        new("TU_PHAP_NCTN", new Text("Tư pháp người chưa thành niên", "Juvenile justice")),
    ]);

    /// <summary>Handling of legal documents.</summary>
    public static readonly Dimension LegalDocumentHandling = new(
        "XU_LY_VB",
        new Text("Hình thức xử lý văn bản", "Handling of legal documents"),
    [
        new("RA_SOAT", new Text("Rà soát", "Reviewed")),
        new("THAM_DINH", new Text("Thẩm định", "Appraised")),
        new("DE_XUAT", new Text("Đề xuất sửa đổi, bổ sung, thay thế", "Amendment proposed")),
        new("BAN_HANH", new Text("Ban hành", "Issued")),
    ]);

    /// <summary>Legal aid group.</summary>
    public static readonly Dimension LegalAidGroup = new("NHOM_TGPL", new Text("Nhóm được trợ giúp pháp lý", "Legal aid group"),
    [
        new("NGUOI_NGHEO", new Text("Người nghèo", "Poor people")),
        new("NGUOI_KHUYET_TAT", new Text("Người khuyết tật", "People with disabilities")),
        new("TRE_EM", new Text("Trẻ em", "Children")),
        new("BUOC_TOI_16_18", new Text("Người bị buộc tội từ đủ 16 đến dưới 18 tuổi", "Accused aged 16 to under 18")),
        new("NAN_NHAN_MUA_BAN", new Text("Nạn nhân bị mua bán", "Victims of trafficking")),
        new("NAN_NHAN_BAO_LUC", new Text("Nạn nhân bạo lực", "Victims of violence")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Form of legal aid.</summary>
    public static readonly Dimension LegalAidForm = new("HINH_THUC_TGPL", new Text("Hình thức trợ giúp pháp lý", "Form of legal aid"),
    [
        new("TO_TUNG", new Text("Tham gia tố tụng", "Court proceedings")),
        new("TU_VAN", new Text("Tư vấn pháp luật", "Legal advice")),
        new("DAI_DIEN", new Text("Đại diện ngoài tố tụng", "Out-of-court representation")),
    ]);

    /// <summary>Kind of judicial body.</summary>
    public static readonly Dimension JudicialBodyKind = new("LOAI_CQTP", new Text("Loại cơ quan tư pháp", "Kind of judicial body"),
    [
        new("SO_TU_PHAP", new Text("Sở Tư pháp và đơn vị trực thuộc", "Justice department and affiliates")),
        new("TOA_AN", new Text("Tòa án", "Courts")),
        new("VIEN_KIEM_SAT", new Text("Viện kiểm sát", "Procuracies")),
        new("THI_HANH_AN", new Text("Thi hành án dân sự", "Civil judgment enforcement")),
    ]);

    /// <summary>Data origin.</summary>
    public static readonly Dimension DataOrigin = new("NGUON_SO_LIEU", new Text("Nguồn số liệu", "Data origin"),
    [
        new("CONG_VAN_PHOI_HOP", new Text("Công văn phối hợp", "Official letter")),
        new("CHUA_CUNG_CAP", new Text("Chưa cung cấp", "Not supplied")),
    ]);

    /// <summary>Kind of adoption.</summary>
    public static readonly Dimension AdoptionKind = new("LOAI_CON_NUOI", new Text("Loại nuôi con nuôi", "Kind of adoption"),
    [
        new("TRONG_NUOC", new Text("Trong nước", "Domestic")),
        new("NUOC_NGOAI", new Text("Có yếu tố nước ngoài", "Intercountry")),
    ]);
}
