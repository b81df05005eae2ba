using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>Dimensions that only registers use. Ids and option codes are public identifiers.</summary>
public static class RegisterDimensions
{
    /// <summary>Professional title.</summary>
    public static readonly Dimension ProfessionalTitle = new("CHUC_DANH", new Text("Chức danh nghề nghiệp viên chức công tác xã hội", "Professional title"),
    [
        new("V_09_04_01", new Text("Công tác xã hội viên chính (V.09.04.01)", "Principal social worker (V.09.04.01)")),
        new("V_09_04_02", new Text("Công tác xã hội viên (V.09.04.02)", "Social worker (V.09.04.02)")),
        new("V_09_04_03", new Text("Nhân viên công tác xã hội (V.09.04.03)", "Social work assistant (V.09.04.03)")),
    ]);

    /// <summary>Social work qualification.</summary>
    public static readonly Dimension Qualification = new("TRINH_DO_CTXH", new Text("Trình độ công tác xã hội", "Social work qualification"),
    [
        new("DAI_HOC", new Text("Đại học trở lên", "University or higher")),
        new("CAO_DANG", new Text("Cao đẳng", "College")),
        new("TRUNG_CAP", new Text("Trung cấp", "Intermediate")),
        new("NGANH_KHAC", new Text("Ngành khác", "Another field")),
        new("CHUA_DAO_TAO", new Text("Chưa qua đào tạo", "No formal training")),
    ]);

    /// <summary>Kind of collaborator.</summary>
    public static readonly Dimension CollaboratorKind = new("LOAI_CTV", new Text("Loại cộng tác viên", "Kind of collaborator"),
    [
        new("KIEM_NHIEM", new Text("Kiêm nhiệm dân số, y tế thôn, trẻ em", "Also population, village health or child worker")),
        new("CHUYEN", new Text("Chỉ làm công tác xã hội và trẻ em", "Social work and children only")),
    ]);

    /// <summary>Social worker category (Juvenile Justice Law, Article 3.10).</summary>
    public static readonly Dimension JuvenileWorkerCategory = new("LOAI_NCTN", new Text("Loại người làm công tác xã hội (khoản 10 Điều 3 Luật Tư pháp NCTN)", "Social worker category (Juvenile Justice Law, Article 3.10)"),
    [
        new("LAM_CTXH", new Text("Công chức, viên chức, người lao động làm công tác xã hội", "Officials and employees doing social work")),
        new("BVTE_CAP_XA", new Text("Người làm công tác bảo vệ trẻ em cấp xã", "Commune child-protection officers")),
        new("VHXH_CAP_XA", new Text("Công chức văn hóa - xã hội cấp xã", "Commune culture and society officers")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Trainee's degree.</summary>
    public static readonly Dimension PracticeDegree = new("TRINH_DO_TH", new Text("Trình độ người thực hành", "Trainee's degree"),
    [
        new("DAI_HOC", new Text("Đại học trở lên", "University or higher")),
        new("CAO_DANG", new Text("Cao đẳng", "College")),
        new("TRUNG_CAP", new Text("Trung cấp", "Intermediate")),
    ]);

    /// <summary>Kind of certificate.</summary>
    public static readonly Dimension PractitionerPaper = new("LOAI_GIAY_HN", new Text("Loại giấy", "Kind of certificate"),
    [
        new("HANH_NGHE", new Text("Giấy chứng nhận đăng ký hành nghề", "Practice registration certificate")),
        new("CAP_NHAT", new Text("Giấy chứng nhận cập nhật kiến thức", "Knowledge update certificate")),
    ]);

    /// <summary>Certificate state.</summary>
    public static readonly Dimension PaperState = new("TT_GIAY", new Text("Trạng thái giấy", "Certificate state"),
    [
        new("CON_HIEU_LUC", new Text("Còn hiệu lực", "Valid")),
        new("HET_HIEU_LUC", new Text("Hết hiệu lực", "Expired")),
        new("THU_HOI", new Text("Đã thu hồi", "Revoked")),
    ]);

    /// <summary>Mode of study.</summary>
    public static readonly Dimension StudyMode = new("HINH_THUC_HOC", new Text("Hình thức học", "Mode of study"),
    [
        new("TAP_TRUNG", new Text("Tập trung", "In person")),
        new("TRUC_TUYEN", new Text("Trực tuyến", "Online")),
        new("HOI_THAO", new Text("Hội thảo, tọa đàm", "Seminar")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Kind of model.</summary>
    public static readonly Dimension ModelKind = new("LOAI_MO_HINH", new Text("Loại mô hình", "Kind of model"),
    [
        new("TRAM_Y_TE", new Text("Công tác xã hội trong trạm y tế", "Social work in health stations")),
        new("TOAN_DIEN", new Text("Dịch vụ toàn diện", "Comprehensive services")),
        new("TRUONG_HOC", new Text("Công tác xã hội trường học", "School social work")),
        new("BENH_VIEN", new Text("Công tác xã hội bệnh viện", "Hospital social work")),
        new("TU_PHAP", new Text("Lĩnh vực tư pháp", "Justice")),
        new("CAI_NGHIEN", new Text("Cai nghiện", "Drug rehabilitation")),
        new("CONG_AN", new Text("Cơ sở do Công an quản lý", "Police-managed facilities")),
        new("SINH_KE", new Text("Hỗ trợ sinh kế", "Livelihoods")),
        new("CON_NUOI", new Text("Nuôi con nuôi, nhận nuôi có thời hạn", "Adoption and time-limited care")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Operating state.</summary>
    public static readonly Dimension OperatingState = new("TRANG_THAI_HD", new Text("Trạng thái hoạt động", "Operating state"),
    [
        new("DANG_HOAT_DONG", new Text("Đang hoạt động", "Operating")),
        new("TAM_DUNG", new Text("Tạm dừng", "Suspended")),
        new("KET_THUC", new Text("Đã kết thúc", "Ended")),
    ]);

    /// <summary>Person cared for.</summary>
    public static readonly Dimension PersonCaredFor = new("DOI_TUONG_NUOI", new Text("Đối tượng được nhận nuôi", "Person cared for"),
    [
        new("TRE_EM_HCDB", new Text("Trẻ em có hoàn cảnh đặc biệt", "Child in special circumstances")),
        new("NKT_DBN", new Text("Người khuyết tật đặc biệt nặng", "Person with exceptionally severe disability")),
    ]);

    /// <summary>Organising level.</summary>
    public static readonly Dimension OrganisingLevel = new("CAP_TO_CHUC", new Text("Cấp tổ chức", "Organising level"),
    [
        new("THANH_PHO", new Text("Cấp thành phố", "City")),
        new("SO_NGANH", new Text("Sở, ngành, đoàn thể", "Departments and mass organisations")),
        new("XA_PHUONG", new Text("Xã, phường", "Communes and wards")),
        new("CO_SO", new Text("Cơ sở", "Facilities")),
    ]);

    /// <summary>Form of commendation.</summary>
    public static readonly Dimension CommendationForm = new("HINH_THUC_KT", new Text("Hình thức biểu dương, khen thưởng", "Form of commendation"),
    [
        new("BIEU_DUONG", new Text("Biểu dương", "Public praise")),
        new("GIAY_KHEN", new Text("Giấy khen", "Certificate of merit")),
        new("BANG_KHEN", new Text("Bằng khen", "Diploma of merit")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Honoured party.</summary>
    public static readonly Dimension HonouredParty = new("DOI_TUONG_KT", new Text("Đối tượng tôn vinh, khen thưởng", "Honoured party"),
    [
        new("TAP_THE", new Text("Tập thể", "Group")),
        new("CA_NHAN", new Text("Cá nhân", "Individual")),
    ]);

    /// <summary>Referral outcome.</summary>
    public static readonly Dimension ReferralOutcome = new("KET_QUA_CG", new Text("Kết quả chuyển gửi", "Referral outcome"),
    [
        new("CHO_PHAN_HOI", new Text("Chờ phản hồi", "Awaiting reply")),
        new("DA_TIEP_NHAN", new Text("Đã tiếp nhận", "Accepted")),
        new("TU_CHOI", new Text("Từ chối", "Declined")),
        new("KET_THUC", new Text("Đã kết thúc", "Closed")),
    ]);

    /// <summary>Kind of document.</summary>
    public static readonly Dimension DocumentKind = new("LOAI_VAN_BAN", new Text("Loại văn bản", "Kind of document"),
    [
        new("QPPL", new Text("Văn bản quy phạm pháp luật", "Legal normative document")),
        new("QUYET_DINH", new Text("Quyết định", "Decision")),
        new("KE_HOACH", new Text("Kế hoạch", "Plan")),
        new("HUONG_DAN", new Text("Hướng dẫn", "Guideline")),
        new("CONG_VAN", new Text("Công văn", "Official letter")),
        new("BAO_CAO", new Text("Báo cáo", "Report")),
        new("TAI_LIEU", new Text("Tài liệu hướng dẫn kỹ năng", "Skills manual")),
        new("KHAC", new Text("Khác", "Other")),
    ]);
}
