using SocialWork.Abstractions;

namespace SocialWork.Plugins.Police.Forms;

/// <summary>CA3: models and training (2026/IV.7.a#2).</summary>
public static class PoliceModels
{
    public const string Code = "CA3";

    public static readonly IntField Models = new(Code, "mo_hinh")
    {
        Section = "mo_hinh",
        Label = new("Mô hình công tác xã hội", "Social work models"),
        Unit = new("mô hình", "models"),
        By = [Dimensions.ModelState],
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#2"],
    };

    public static readonly IntField Courses = new(Code, "lop")
    {
        Section = "mo_hinh",
        Label = new("Lớp bồi dưỡng", "Courses"),
        Unit = new("lớp", "courses"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#2"],
    };

    public static readonly IntField OfficersTrained = new(Code, "nguoi")
    {
        Section = "mo_hinh",
        Label = new("Cán bộ được bồi dưỡng trong năm (không trùng)", "Officers trained in the year (distinct)"),
        Unit = new("người", "people"),
        Hint = new("Nằm trong số lũy kế ở CA1", "Part of the cumulative number in CA1"),
        Empties = [EmptyKind.NotArising, EmptyKind.Withheld],
        Source = ["2026/IV.7.a#2"],
    };

    public static readonly FormDefinition Form = new(Code, 1)
    {
        Title = new("Mô hình, bồi dưỡng cán bộ", "Models and training"),
        FilledBy = FilledBy.Agency("CATP"),
        Duty = "2026/V.1#2",
        Sensitivity = Sensitivity.Restricted,
        Clauses = ["2026/IV.7.a#2"],
        Sections =
        [
            new("mo_hinh", new("Mô hình và bồi dưỡng", "Models and training")),
        ],
        Fields = [Models, Courses, OfficersTrained],
        Rules =
        [
            FormRule.Error("CA3.r1", "lop = 0 -> nguoi = 0",
                "Không có lớp thì không có người được bồi dưỡng.",
                "No course, nobody trained."),
        ],
        Checks =
        [
            new("CA3.c1", Severity.Warning, ["CA1"],
                "nguoi does not exceed CA1.da_th.",
                new("Nhiều hơn số lũy kế ở CA1.", "Exceeds the cumulative number in CA1.")),
        ],
    };
}
