using SocialWork.Abstractions;

namespace SocialWork.Plugins.Finance;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Kind of aid.</summary>
    public static readonly Dimension AidKind = new("LOAI_VIEN_TRO", new Text("Loại viện trợ", "Kind of aid"),
    [
        new("ODA", new Text("Hỗ trợ phát triển chính thức (ODA)", "Official development assistance")),
        new("PCPNN", new Text("Viện trợ phi chính phủ", "Non-governmental aid")),
    ]);
}
