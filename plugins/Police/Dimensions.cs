using SocialWork.Abstractions;

namespace SocialWork.Plugins.Police;

/// <summary>Dimensions that only this sector uses. Ids and option codes are public identifiers.</summary>
public static class Dimensions
{
    /// <summary>Police-managed facility.</summary>
    public static readonly Dimension PoliceFacility = new(
        "LOAI_CS_CA",
        new Text("Loại cơ sở do Công an quản lý", "Police-managed facility"),
    [
        new("GIAM_GIU", new Text("Trại giam, cơ sở giam giữ", "Prisons and detention facilities")),
        new("GD_BAT_BUOC", new Text("Cơ sở giáo dục bắt buộc", "Compulsory education facilities")),
        new("TRUONG_GIAO_DUONG", new Text("Trường giáo dưỡng", "Reformatories")),
        new("CAI_NGHIEN", new Text("Cơ sở cai nghiện ma túy", "Drug rehabilitation facilities")),
    ]);

    /// <summary>New or continued model.</summary>
    public static readonly Dimension ModelState = new("TT_MO_HINH", new Text("Mô hình mới hoặc duy trì", "New or continued model"),
    [
        new("MOI", new Text("Mới", "New")),
        new("DUY_TRI", new Text("Duy trì", "Continued")),
    ]);
}
