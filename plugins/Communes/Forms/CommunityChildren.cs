using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes.Forms;

/// <summary>XP3: children of the six categories in the community (2026/I.2.b).</summary>
public static class CommunityChildren
{
    public const string Code = "XP3";

    public static readonly IntField Children = new(Code, "tong")
    {
        Section = "nhom",
        Label = new("Số trẻ em", "Children"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Hint = new(
            "TE1–TE5: tại ngày chốt; TE6: phát sinh trong năm. Không gồm trẻ đang ở cơ sở trợ giúp xã hội (YT1)",
            "TE1–TE5: at the cut-off date; TE6: during the year. Without children living in social assistance facilities (YT1)"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField Assisted = new(Code, "tgxh")
    {
        Section = "nhom",
        Label = new("Được trợ giúp xã hội", "With social assistance"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField Served = new(Code, "dv")
    {
        Section = "nhom",
        Label = new("Được cung cấp dịch vụ công tác xã hội phù hợp", "With a suitable social work service"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField AssistedAndServed = new(Code, "ca_hai")
    {
        Section = "nhom",
        Label = new("Được cả hai", "With both"),
        Unit = new("trẻ", "children"),
        By = [CommonDimensions.ChildrenCategory],
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField DistinctChildren = new(Code, "kt_tong")
    {
        Section = "khong_trung",
        Label = new("Tổng số trẻ em không trùng", "Distinct children"),
        Unit = new("trẻ", "children"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    public static readonly IntField DistinctAssistedAndServed = new(Code, "kt_ca_hai")
    {
        Section = "khong_trung",
        Label = new("Tổng số trẻ em không trùng được cả hai", "Distinct children with both"),
        Unit = new("trẻ", "children"),
        Empties = [EmptyKind.NotArising],
        Source = ["2026/I.2.b"],
    };

    /// <summary>Distinct children with both assistance and service.</summary>
    public static readonly Ratio Both = Ratio.Of("both", DistinctAssistedAndServed, DistinctChildren);

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Trẻ em sáu nhóm tại cộng đồng", "Children of the six categories in the community"),
        FilledBy = FilledBy.EveryCommune,
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Masked([new OptionFilter(CommonDimensions.ChildrenCategory.Id, ["TE3"])], []),
        Clauses = ["2026/I.2.b"],
        Sections =
        [
            new("nhom", new("Theo nhóm", "By category")),
            new("khong_trung", new("Không trùng giữa các nhóm", "Distinct children")),
        ],
        Fields = [Children, Assisted, Served, AssistedAndServed, DistinctChildren, DistinctAssistedAndServed],
        Rules =
        [
            FormRule.Error("XP3.r1", "ca_hai[*] <= tgxh[*] <= tong[*] and ca_hai[*] <= dv[*] <= tong[*]",
                "Được cả hai ≤ từng loại ≤ số trẻ em.",
                "Both ≤ each kind ≤ all children."),
            FormRule.Error("XP3.r2", "ca_hai[*] >= tgxh[*] + dv[*] - tong[*]",
                "Được cả hai không nhỏ hơn trợ giúp + dịch vụ − số trẻ em.",
                "Both is at least assisted + served − all."),
            FormRule.Error("XP3.r3", "max(tong) <= kt_tong <= sum(tong)",
                "Tổng không trùng phải từ giá trị lớn nhất đến tổng các nhóm.",
                "The distinct total lies between the largest category and the sum."),
            FormRule.Error("XP3.r4", "kt_ca_hai <= kt_tong",
                "Được cả hai không vượt tổng không trùng.",
                "Both cannot exceed the distinct total."),
            FormRule.Warning("XP3.r5", "kt_tong < sum(tong) or sum(tong) = max(tong)",
                "Không trẻ nào thuộc hai nhóm? Xác nhận.",
                "No child is in two categories? Confirm."),
            FormRule.Error("XP3.r6", "max(ca_hai) <= kt_ca_hai <= sum(ca_hai)",
                "Tổng không trùng được cả hai phải từ giá trị lớn nhất đến tổng các nhóm.",
                "The distinct total with both lies between the largest category and the sum."),
        ],
        Measures = [Both.Numerator, Both.Denominator],
    };
}
