using SocialWork.Abstractions;

namespace SocialWork.Plugins.Education;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Practice readiness finding.</summary>
    public static readonly Dimension PracticeFinding = new(
        "KET_LUAN_TH",
        new Text("Kết luận rà soát điều kiện thực hành", "Practice readiness finding"),
    [
        new("DU_DIEU_KIEN", new Text("Đủ điều kiện", "Ready")),
        new("CHUA_DU", new Text("Chưa đủ điều kiện", "Not ready")),
        new("CHO_THONG_TU", new Text("Chờ thông tư", "Awaiting the circular")),
    ]);
}
