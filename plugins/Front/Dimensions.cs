using SocialWork.Abstractions;

namespace SocialWork.Plugins.Front;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Organisation.</summary>
    public static readonly Dimension Organisation = new("TO_CHUC", new Text("Tổ chức", "Organisation"),
    [
        new("MTTQ", new Text("Mặt trận Tổ quốc Việt Nam", "Vietnam Fatherland Front")),
        new("CONG_DOAN", new Text("Công đoàn", "Trade Union")),
        new("HOI_NONG_DAN", new Text("Hội Nông dân", "Farmers' Union")),
        new("DOAN_THANH_NIEN", new Text("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Ho Chi Minh Communist Youth Union")),
        new("HOI_LHPN", new Text("Hội Liên hiệp Phụ nữ", "Women's Union")),
        new("HOI_CUU_CHIEN_BINH", new Text("Hội Cựu chiến binh", "Veterans' Association")),
        new("KHAC", new Text("Khác", "Other")),
    ]);

    /// <summary>Kind of resource.</summary>
    public static readonly Dimension ResourceKind = new("HINH_THUC_NL", new Text("Hình thức nguồn lực", "Kind of resource"),
    [
        new("TIEN", new Text("Tiền", "Money")),
        new("HIEN_VAT", new Text("Hiện vật quy đổi", "In kind, valued")),
    ]);

    /// <summary>Honoured party.</summary>
    public static readonly Dimension HonouredParty = new("DOI_TUONG_KT", new Text("Đối tượng tôn vinh, khen thưởng", "Honoured party"),
    [
        new("TAP_THE", new Text("Tập thể", "Group")),
        new("CA_NHAN", new Text("Cá nhân", "Individual")),
    ]);
}
