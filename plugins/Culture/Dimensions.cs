using SocialWork.Abstractions;

namespace SocialWork.Plugins.Culture;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Field of activity.</summary>
    public static readonly Dimension ActivityField = new("LINH_VUC_VHTT", new Text("Lĩnh vực hoạt động", "Field of activity"),
    [
        new("VAN_HOA", new Text("Văn hóa", "Culture")),
        new("THE_THAO", new Text("Thể thao", "Sport")),
    ]);
}
