using System.Collections.Frozen;

namespace SocialWork.Host.Demo.Forms;

/// <summary>What an agency says of one task.</summary>
/// <param name="Result">The main result, in an office's words.</param>
/// <param name="Paper">The kind of the evidence document; null for none.</param>
/// <param name="Quantity">The quantity of the result; 0 for a task told by a document, or by another form.</param>
/// <param name="From">The agency's other form and field that hold the quantity (<c>XP4.gd</c>); null for none.</param>
internal sealed record TaskStory(string Result, string? Paper = null, int Quantity = 0, string? From = null)
{
    private static readonly FrozenDictionary<string, TaskStory> ByClause = new Dictionary<string, TaskStory>(StringComparer.Ordinal)
    {
        ["IV.1.a#1"] = new("Đã tham mưu UBND thành phố ban hành Kế hoạch, văn bản đôn đốc; theo dõi, tổng hợp tiến độ hằng quý của 48 đơn vị.", "BC", Quantity: 6),
        ["IV.1.a#2"] = new("Đã tham mưu kế hoạch và tổ chức chuỗi hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam 25/3.", "TTr", Quantity: 1),
        ["IV.1.b"] = new("Phối hợp cơ sở đào tạo biên soạn tài liệu, mở các lớp kỹ năng và chuyên sâu cho nhân viên, cộng tác viên.", "KH", From: "K3.so_lop"),
        ["IV.1.c"] = new("Sau khi Thông tư có hiệu lực đã rà soát, chọn các cơ sở đủ điều kiện hướng dẫn thực hành đợt đầu.", "QĐ", From: "YT3.duoc_chon"),
        ["IV.1.d"] = new("UBND thành phố đã công bố danh sách người làm công tác xã hội tư pháp người chưa thành niên.", "TTr", From: "YT5.so_nguoi"),
        ["IV.1.đ#1"] = new("Củng cố mạng lưới cơ sở cung cấp dịch vụ; cập nhật danh mục nhân viên, cộng tác viên trên địa bàn.", Quantity: 114),
        ["IV.1.đ#2"] = new("Đã phối hợp các xã, phường thống kê cộng tác viên; đang hoàn thiện đề xuất chính sách hỗ trợ.", "CV", Quantity: 820),
        ["IV.1.e"] = new("Hỗ trợ mô hình dịch vụ tại trạm y tế, bệnh viện và cơ sở trợ giúp xã hội.", Quantity: 14),
        ["IV.2.a"] = new("Tổng hợp nhu cầu, tham mưu bố trí kinh phí theo phân cấp ngân sách.", "TTr", Quantity: 2),
        ["IV.2.b"] = new("Vận động, theo dõi các khoản ODA và viện trợ phi chính phủ cho công tác xã hội.", "BC", Quantity: 2),
        ["IV.3.a"] = new("Phối hợp hướng dẫn bổ nhiệm, xếp lương viên chức công tác xã hội; rà soát chế độ phụ cấp.", "HD", From: "NV1.bn_kl"),
        ["IV.3.b"] = new("Hướng dẫn các xã, phường sắp xếp, phát triển mạng lưới cơ sở theo quy định mới.", "HD", From: "NV2.vb"),
        ["IV.4.a"] = new("Các trường kiện toàn tổ tư vấn, phân công người làm công tác xã hội trường học.", "CV", Quantity: 640),
        ["IV.4.b#1"] = new("Tuyên truyền, triển khai chức danh nghề nghiệp viên chức công tác xã hội trong ngành.", Quantity: 12),
        ["IV.4.b#2"] = new("Duy trì mô hình phòng, chống xâm hại, bạo lực học đường; hỗ trợ học sinh có nguy cơ bỏ học.", Quantity: 480),
        ["IV.4.b#3"] = new("Đã tham mưu văn bản về công tác xã hội trong trường học.", "TTr", Quantity: 2),
        ["IV.4.c"] = new("Đang rà soát điều kiện tiếp nhận, hướng dẫn thực hành tại các trường có dịch vụ.", "CV", Quantity: 130),
        ["IV.5.a#1"] = new("Tổ chức phổ biến pháp luật về công tác xã hội và tư pháp người chưa thành niên.", "KH", From: "TP1.cuoc"),
        ["IV.5.a#2"] = new("Xây dựng, duy trì mô hình công tác xã hội trong lĩnh vực tư pháp.", From: "TP3.mo_hinh"),
        ["IV.5.a#3"] = new("Rà soát, thẩm định, đề xuất sửa đổi văn bản liên quan đến công tác xã hội.", "BC", From: "TP1.vb"),
        ["IV.5.b#1"] = new("Hướng dẫn tư vấn, đánh giá công tác xã hội trong hồ sơ nuôi con nuôi.", "HD", From: "TP3.con_nuoi_ht"),
        ["IV.5.b#2"] = new("Thực hiện trợ giúp pháp lý cho người yếu thế có phối hợp người làm công tác xã hội.", Quantity: 412),
        ["IV.5.c"] = new("Chỉ đạo Trung tâm Trợ giúp pháp lý Nhà nước phục vụ đúng đối tượng, bảo đảm chất lượng vụ việc.", "CV", Quantity: 318),
        ["IV.6.p1#1"] = new("Chỉ đạo báo chí, thông tin cơ sở tuyên truyền về vai trò của công tác xã hội.", "CV", From: "VH1.tin_bai"),
        ["IV.6.p1#2"] = new("Giới thiệu gương điển hình, mô hình hiệu quả trên báo chí và hệ thống truyền thanh.", From: "VH1.dien_hinh"),
        ["IV.6.p2"] = new("Tổ chức hoạt động văn hóa, thể thao miễn, giảm phí cho người yếu thế.", From: "VH2.hoat_dong"),
        ["IV.7.a#1"] = new("Triển khai pháp luật về công tác xã hội trong phạm vi quản lý của lực lượng Công an.", "KH", Quantity: 2),
        ["IV.7.a#2"] = new("Duy trì mô hình, bồi dưỡng cán bộ làm công tác xã hội trong lực lượng.", From: "CA3.mo_hinh"),
        ["IV.7.a#3"] = new("Cơ quan điều tra phối hợp cử người làm công tác xã hội tham gia vụ việc người chưa thành niên.", From: "CA2.cu_nguoi"),
        ["IV.7.b"] = new("Hướng dẫn công tác xã hội tại cơ sở giam giữ và cơ sở cai nghiện.", "HD", Quantity: 6),
        ["IV.8#1"] = new("Tuyên truyền mô hình dịch vụ công tác xã hội đến đoàn viên, hội viên và nhân dân.", From: "MT1.buoi"),
        ["IV.8#2"] = new("Biểu dương tập thể, cá nhân có đóng góp cho công tác xã hội.", "QĐ", From: "MT2.ton_vinh"),
        ["IV.8#3"] = new("Sinh hoạt chi hội, chi đoàn lồng ghép nội dung về nghề công tác xã hội.", Quantity: 160),
        ["IV.8#4"] = new("Vận động tình nguyện viên tham gia trợ giúp người yếu thế, vùng bão lũ.", From: "MT2.tnv"),
        ["IV.9.a"] = new("Đã ban hành kế hoạch, mục tiêu, giải pháp cụ thể hóa Chương trình tại địa phương.", "KH"),
        ["IV.9.b"] = new("Rà soát nhu cầu, đề xuất tập huấn cho cán bộ, cộng tác viên.", "BC", From: "XP6.nhu_cau"),
        ["IV.9.c"] = new("Bố trí một phần ngân sách, phòng tiếp nhận công tác xã hội tại UBND.", From: "XP1.diem"),
        ["IV.9.d#1"] = new("Duy trì mô hình nhận chăm sóc, nuôi dưỡng trẻ em có hoàn cảnh đặc biệt tại cộng đồng.", From: "XP4.gd"),
        ["IV.9.d#2"] = new("Rà soát, thống kê, báo cáo đội ngũ cộng tác viên công tác xã hội và trẻ em.", "BC", From: "XP2.ctv"),
        ["IV.9.d#3"] = new("Nắm tình hình đời sống nhóm yếu thế sau mưa lũ, kịp thời đề xuất hỗ trợ.", "TTr", From: "XP7.dot"),
        ["IV.9.đ"] = new("Trạm y tế bố trí người phụ trách bảo trợ xã hội, tiếp nhận, sàng lọc, chuyển gửi.", From: "XP1.tyt_ns"),
        ["IV.9.e"] = new("Tuyên truyền nghề công tác xã hội và Nghị định 110/2024/NĐ-CP qua truyền thanh cơ sở, họp thôn, tổ dân phố.", From: "K4.su_kien"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is said of a clause, without its plan; a clause that is not known has a plain result.</summary>
    public static TaskStory Of(string printed) =>
        ByClause.GetValueOrDefault(printed) ?? new TaskStory("Đã triển khai thực hiện theo kế hoạch được giao.", Quantity: 1);
}
