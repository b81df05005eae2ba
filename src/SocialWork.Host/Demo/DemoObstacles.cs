using System.Collections.Immutable;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Planning;
using SocialWork.Host.Demo.Season;

namespace SocialWork.Host.Demo;

/// <summary>The obstacles (K6) that communes and agencies raised during the year.</summary>
internal static class DemoObstacles
{
    private const string Health = "SO_Y_TE";
    private const string Department = "SO_NGANH_KHAC";
    private const string City = "UBND_THANH_PHO";
    private const string Ministry = "BO_NGANH_TW";

    /// <summary>Those whose unit the plan knows, in the order in which they were raised.</summary>
    public static ImmutableArray<Obstacle> All(PlanModel model) => [.. Entries().Where(o => model.Units.Find(o.Unit) is not null).Select(o => o with { Plan = model.Plan.Id })];

    private static IEnumerable<Obstacle> Entries() =>
    [
        Raised("20056", 4, 22, Health, ObstacleState.Closed, 6, 3,
            "Trạm y tế xã chưa có người được đào tạo về công tác xã hội; viên chức dân số kiêm nhiệm nhưng chưa qua tập huấn sàng lọc, đánh giá nhu cầu.",
            "Sở Y tế ưu tiên chỉ tiêu lớp tập huấn kỹ năng cho các trạm y tế miền núi.",
            "Đã bố trí 04 chỉ tiêu cho xã tại lớp tập huấn tháng 5/2026; trạm đã cử người tham gia.", "2026/II.4.c"),
        Raised("SGDDT", 5, 14, Ministry, ObstacleState.Submitted, 9, 8,
            "Chưa có định mức vị trí việc làm nhân viên công tác xã hội trường học nên phần lớn giáo viên phải kiêm nhiệm, không được giảm giờ dạy tương ứng.",
            "Kiến nghị Bộ Giáo dục và Đào tạo hướng dẫn định mức, chế độ kiêm nhiệm công tác xã hội trường học.", null, "2026/IV.4.a"),
        Raised("19900", 6, 9, City, ObstacleState.Answered, 7, 20,
            "Kinh phí hỗ trợ hằng tháng cho cộng tác viên công tác xã hội và trẻ em chưa có mức chi thống nhất sau khi sắp xếp đơn vị hành chính.",
            "UBND thành phố quy định mức hỗ trợ chung để các xã, phường bố trí trong dự toán.",
            "UBND thành phố giao Sở Tài chính, Sở Y tế tham mưu mức hỗ trợ, trình trong quý IV/2026.", "2026/IV.1.đ#2"),
        Raised("STP", 7, 2, Department, ObstacleState.InProcess, 8, 12,
            "Cơ quan ngoài hệ thống hành chính thành phố chưa có đầu mối cung cấp số liệu nhân sự công tác xã hội, thiếu căn cứ để tổng hợp đủ mẫu số mục tiêu.",
            "Sở Y tế phối hợp thống nhất quy chế cung cấp số liệu với Tòa án, Viện kiểm sát, thi hành án.", null, "2026/I.2.a"),
        Raised("20182", 8, 6, Health, ObstacleState.Answered, 8, 28,
            "Trạm y tế thiếu một biên chế từ tháng 6/2026, chưa thể phân công người phụ trách bảo trợ xã hội theo yêu cầu.",
            "Sở Y tế biệt phái tạm thời viên chức từ Trung tâm Y tế khu vực.",
            "Sở Y tế đã giao Trung tâm Y tế khu vực Nam Đông cử người hỗ trợ 02 ngày mỗi tuần.", "2026/IV.9.đ"),
        Raised("SYT", 9, 10, Ministry, ObstacleState.Received, 9, 10,
            "Thông tư về thực hành công tác xã hội có hiệu lực từ ngày 25/8/2026, thời gian còn lại trong năm không đủ để người thực hành hoàn thành chương trình.",
            "Kiến nghị Bộ Y tế hướng dẫn chuyển tiếp đối với người đã có thời gian thực hành trước ngày Thông tư có hiệu lực.", null, "2026/IV.1.c"),
        Raised("20122", 10, 27, City, ObstacleState.InProcess, 11, 4,
            "Mưa lũ cuối tháng 10 làm nhiều hộ yếu thế mất sinh kế, số trẻ em bị ảnh hưởng tăng nhanh trong khi quỹ dự phòng của xã đã sử dụng hết.",
            "UBND thành phố bổ sung kinh phí trợ giúp khẩn cấp và cho phép dùng nguồn huy động hợp pháp để chi trả dịch vụ công tác xã hội.", null, "2026/IV.9.d#3"),
        Raised("CATP", 11, 5, Health, ObstacleState.Received, 11, 5,
            "Một số xã miền núi chưa có người trong danh sách công tác xã hội tư pháp người chưa thành niên nên phải cử người từ địa bàn lân cận, chậm thời hạn tố tụng.",
            "Sở Y tế rà soát, bổ sung danh sách để mỗi xã, phường có ít nhất một người.", null, "2026/IV.1.d"),
        Raised("20044", 11, 18, Health, ObstacleState.Received, 11, 18,
            "Đường truyền và nguồn điện tại xã gián đoạn nhiều ngày sau mưa lũ, hồ sơ của các thôn chưa thu thập đủ nên có khả năng gửi báo cáo chậm.",
            "Sở Y tế cho phép xã gửi bổ sung sau khi đối chiếu đủ số liệu.", null, "2026/V.1#2"),
    ];

    private static Obstacle Raised(
        string unit, int month, int day, string level, ObstacleState state, int changedMonth, int changedDay, string description, string proposal, string? answer, string reference)
    {
        var chance = DemoRandom.For("obstacle", unit, reference);
        return new Obstacle(
            chance.Id(), DemoFacts.Plan, unit, description.Normalize(), reference, level, proposal.Normalize(), state, answer?.Normalize(), unit + ".reporter",
            Calendar.OfficeHours(Calendar.WorkingDay(new DateOnly(2026, month, day)), chance, 8, 10),
            state == ObstacleState.Received
                ? Calendar.At(Calendar.WorkingDay(new DateOnly(2026, month, day)), 11, 30)
                : Calendar.OfficeHours(Calendar.WorkingDay(new DateOnly(2026, changedMonth, changedDay)), chance, 13));
    }
}
