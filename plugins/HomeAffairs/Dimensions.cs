using SocialWork.Abstractions;

namespace SocialWork.Plugins.HomeAffairs;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Professional title.</summary>
    public static readonly Dimension ProfessionalTitle = new(
        "CHUC_DANH",
        new Text("Chức danh nghề nghiệp viên chức công tác xã hội", "Professional title"),
    [
        new("V_09_04_01", new Text("Công tác xã hội viên chính (V.09.04.01)", "Principal social worker (V.09.04.01)")),
        new("V_09_04_02", new Text("Công tác xã hội viên (V.09.04.02)", "Social worker (V.09.04.02)")),
        new("V_09_04_03", new Text("Nhân viên công tác xã hội (V.09.04.03)", "Social work assistant (V.09.04.03)")),
    ]);
}
