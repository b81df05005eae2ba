using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Tests.Privacy;

/// <summary>A form of three numbers, one of them of a sensitive group, that can be tried out by hand: an open group, the sensitive one, and people counted once.</summary>
internal static class SmallForm
{
    public static readonly CellKey Open = new("so", "A");
    public static readonly CellKey Sensitive = new("so", "S");
    public static readonly CellKey Distinct = new("kt");

    private static readonly Dimension Group = new("G", new Text("Nhóm", "Group"), [new("A", new Text("A", "A")), new("S", new Text("S", "S"))]);
    private static readonly CompiledForm Form = CompiledForm.Compile(new FormDefinition("T1", 1)
    {
        Title = new Text("Thử", "Trial"),
        FilledBy = FilledBy.EveryCommune,
        Sensitivity = Sensitivity.Masked([new OptionFilter("G", ["S"])], []),
        Sections = [new FormSection("s", new Text("Phần", "Part"))],
        Fields =
        [
            new IntField("T1", "so") { Section = "s", Label = new Text("Số", "Number"), By = [Group], Empties = [EmptyKind.NotArising, EmptyKind.Withheld] },
            new IntField("T1", "kt") { Section = "s", Label = new Text("Không trùng", "Distinct") },
        ],
        Rules = [FormRule.Error("T1.r1", "max(so) <= kt <= sum(so)", "Sai.", "Wrong.")],
    });

    private static readonly RuleContext Context = new() { Unit = new SubmittingUnit(UnitTypes.Commune), PlanYear = 2026 };

    /// <summary>A unit that reported so many.</summary>
    public static MaskedUnit Unit(string code, (int A, int S, int Kt) row) => new(
        code,
        "communes",
        Form,
        new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty
            .Add(Open, new CellValue.Number(row.A)).Add(Sensitive, new CellValue.Number(row.S)).Add(Distinct, new CellValue.Number(row.Kt))),
        Context);

    /// <summary>Numbers that keep the form's rule, the sensitive one below 7.</summary>
    public static (int A, int S, int Kt) Row(Random random)
    {
        var (a, s) = (random.Next(3), random.Next(7));
        return (a, s, random.Next(Math.Max(a, s), a + s + 1));
    }
}
