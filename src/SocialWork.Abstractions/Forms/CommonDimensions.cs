namespace SocialWork.Abstractions;

/// <summary>Dimensions that forms of several sectors share. Ids and option codes are public identifiers: never renamed or reused.</summary>
public static class CommonDimensions
{
    /// <summary>Children's category (2026/I.2.b).</summary>
    public static readonly Dimension ChildrenCategory = new("NHOM_TE", new Text("Nhóm trẻ em", "Children's category"),
    [
        new("TE1", new Text("Trẻ em mồ côi không nơi nương tựa", "Orphans without support")),
        new("TE2", new Text("Trẻ em bị bỏ rơi", "Abandoned children")),
        new("TE3", new Text("Trẻ em nhiễm HIV/AIDS", "Children living with HIV/AIDS")),
        new("TE4", new Text("Trẻ em là nạn nhân chất độc hóa học", "Child victims of toxic chemicals")),
        new("TE5", new Text("Trẻ em khuyết tật nặng", "Children with severe disabilities")),
        new("TE6", new Text("Trẻ em bị ảnh hưởng bởi thiên tai, dịch bệnh", "Children affected by disasters or epidemics")),
    ]);

    /// <summary>Client group (2026/I.2.c#2).</summary>
    public static readonly Dimension ClientGroup = new("NHOM_DT", new Text("Nhóm đối tượng", "Client group"),
    [
        new("DT1", new Text("Người cao tuổi", "Older people")),
        new("DT2", new Text("Người khuyết tật", "People with disabilities")),
        new("DT3", new Text("Trẻ em", "Children")),
        new("DT4", new Text("Nạn nhân bị mua bán", "Victims of trafficking")),
        new("DT5", new Text("Nạn nhân bạo lực", "Victims of violence")),
        new("DT6", new Text("Người rối nhiễu tâm trí, rối loạn tâm thần", "People with psychological or mental disorders")),
        new("DT7", new Text("Người nghèo", "Poor people")),
        new("DT8", new Text("Khác", "Other")),
    ]);

    /// <summary>Staff category.</summary>
    public static readonly Dimension StaffCategory = new("LOAI_NS", new Text("Loại nhân sự", "Staff category"),
    [
        new("CAN_BO", new Text("Cán bộ", "Cadres")),
        new("CONG_CHUC", new Text("Công chức", "Civil servants")),
        new("VIEN_CHUC", new Text("Viên chức", "Public employees")),
        new("NHAN_VIEN", new Text("Nhân viên (hợp đồng)", "Contract staff")),
        new("KHONG_CHUYEN_TRACH", new Text("Người hoạt động không chuyên trách", "Part-time commune workers")),
        new("CONG_TAC_VIEN", new Text("Cộng tác viên", "Collaborators")),
    ]);

    /// <summary>Sex.</summary>
    public static readonly Dimension Sex = new("GIOI", new Text("Giới tính", "Sex"),
    [
        new("NAM", new Text("Nam", "Male")),
        new("NU", new Text("Nữ", "Female")),
    ]);

    /// <summary>Full-time or part-time duty.</summary>
    public static readonly Dimension DutyForm = new("CHUYEN_TRACH", new Text("Hình thức đảm nhiệm", "Full-time or part-time duty"),
    [
        new("CHUYEN_TRACH", new Text("Chuyên trách", "Full-time")),
        new("KIEM_NHIEM", new Text("Kiêm nhiệm", "Part-time")),
    ]);

    /// <summary>Communication channel.</summary>
    public static readonly Dimension Channel = new("KENH", new Text("Kênh truyền thông", "Communication channel"),
    [
        new("BAO_CHI", new Text("Báo in, báo điện tử", "Print and online press")),
        new("PHAT_THANH_TH", new Text("Phát thanh, truyền hình", "Radio and television")),
        new("TRUYEN_THANH", new Text("Truyền thanh cơ sở", "Local loudspeaker radio")),
        new("MANG_XA_HOI", new Text("Mạng xã hội, cổng/trang thông tin điện tử", "Social media and web portals")),
        new("TRUC_QUAN", new Text("Trực quan, tờ rơi", "Displays and leaflets")),
        new("HOI_NGHI", new Text("Tài liệu hội nghị, tọa đàm", "Conference and seminar material")),
    ]);

    /// <summary>Funding source (2026/III.1, III.2).</summary>
    public static readonly Dimension FundingSource = new("NGUON", new Text("Nguồn kinh phí", "Funding source"),
    [
        new("NSTW", new Text("Ngân sách Trung ương", "Central budget")),
        new("NSDP", new Text("Ngân sách địa phương", "Local budget")),
        new("LONGGHEP", new Text("Lồng ghép chương trình, đề án, kế hoạch khác", "Mainstreamed from other programmes")),
        new("HDTN", new Text("Huy động hợp pháp từ cá nhân, tổ chức trong nước", "Domestic mobilisation")),
        new("HDNN", new Text("Huy động hợp pháp từ cá nhân, tổ chức ngoài nước", "Foreign mobilisation other than ODA and NGO aid")),
        new("ODA", new Text("Hỗ trợ phát triển chính thức (ODA)", "Official development assistance")),
        new("PCPNN", new Text("Viện trợ phi chính phủ", "Non-governmental aid")),
    ]);

    /// <summary>Unit tier.</summary>
    public static readonly Dimension UnitTier = new("CAP_DON_VI", new Text("Cấp đơn vị", "Unit tier"),
    [
        new("SO_NGANH", new Text("Sở, ngành, đoàn thể", "Departments and mass organisations")),
        new("XA_PHUONG", new Text("Xã, phường", "Communes and wards")),
    ]);

    /// <summary>Kind of training.</summary>
    public static readonly Dimension TrainingKind = new("LOAI_TH", new Text("Loại tập huấn", "Kind of training"),
    [
        new("KY_NANG", new Text("Kỹ năng công tác xã hội", "Social work skills")),
        new("CHUYEN_SAU", new Text("Chuyên sâu", "In-depth")),
        new("CAP_NHAT", new Text("Cập nhật kiến thức", "Knowledge update")),
    ]);
}
