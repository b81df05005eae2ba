using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Tests.Rules;

/// <summary>A form with a field of every kind and shape, and short ways to put rules to it.</summary>
internal static class SampleForm
{
    public const string Task1 = "2026/IV.4.a";
    public const string Task2 = "2026/IV.4.b#2";

    public static readonly Dimension D = Dim("D", "A", "B", "C");
    public static readonly Dimension E = Dim("E", "X", "Y");
    public static readonly Dimension List = Dim("LIST", "ONE", "TWO", "THREE");
    public static readonly Dimension Task = new("TASK", new Text("Nhiệm vụ", "Task"), [], OptionSource.PlanTasksOfUnit);
    private static readonly ImmutableArray<EmptyKind> AnyEmpty = [EmptyKind.NotArising, EmptyKind.NotApplicable, EmptyKind.Withheld];

    public static readonly FormDefinition Definition = new("T1", 1)
    {
        Title = new Text("Biểu mẫu thử", "Test form"),
        FilledBy = FilledBy.EveryAgency,
        Duty = "2026/V.1#2",
        Clauses = ["2026/IV.4.a"],
        Sections = [new FormSection("s1", new Text("Phần một", "Part one"))],
        Fields =
        [
            Int("a"), Int("b"), Int("c"), new MoneyField("T1", "money") { Section = "s1", Label = Label("money"), Empties = AnyEmpty, Required = false },
            new BoolField("T1", "yes") { Section = "s1", Label = Label("yes"), Empties = AnyEmpty, Required = false },
            new BoolField("T1", "yes_d") { Section = "s1", Label = Label("yes_d"), By = [D], Empties = AnyEmpty, Required = false },
            new DateField("T1", "day") { Section = "s1", Label = Label("day"), Empties = AnyEmpty, Required = false },
            new DateField("T1", "end") { Section = "s1", Label = Label("end"), Empties = AnyEmpty, Required = false },
            new TextField("T1", "note") { Section = "s1", Label = Label("note"), MinLength = 5, MaxLength = 20, Empties = AnyEmpty, Required = false },
            new TextField("T1", "note_d") { Section = "s1", Label = Label("note_d"), By = [D], Empties = AnyEmpty, Required = false },
            new ChoiceField("T1", "pick") { Section = "s1", Label = Label("pick"), Options = List, Empties = AnyEmpty, Required = false },
            new MultiChoiceField("T1", "picks") { Section = "s1", Label = Label("picks"), Options = List, Empties = AnyEmpty, Required = false },
            new FileField("T1", "file") { Section = "s1", Label = Label("file"), Required = false },
            new TableField("T1", "rows")
            {
                Section = "s1", Label = Label("rows"), MaxRows = 3, Empties = AnyEmpty, Required = false,
                Columns = [new TextField("T1", "name") { Section = "s1", Label = Label("name"), MinLength = 2 }, Int("amount"), new ChoiceField("T1", "kind") { Section = "s1", Label = Label("kind"), Options = List, Required = false }],
            },
            Int("d1", D), Int("d2", D), Int("de", D, E), Int("de2", D, E), Int("e1", E),
            new ChoiceField("T1", "status") { Section = "s1", Label = Label("status"), By = [Task], Options = List, Required = false },
            new TextField("T1", "why") { Section = "s1", Label = Label("why"), By = [Task], Required = false },
            Int("clinic") with { AppliesTo = [UnitTypes.Hospital] }, Int("clinic_d", D) with { AppliesTo = [UnitTypes.Hospital] },
        ],
    };

    public static readonly CompiledForm Form = CompiledForm.Compile(Definition);

    public static readonly SubmittingUnit School = new(UnitTypes.School, [Task1, Task2]);

    public static readonly RuleContext Context = new() { Unit = School, PlanYear = 2026, Due = new DateOnly(2026, 11, 30) };

    /// <summary>Whether a condition holds; null when it is skipped.</summary>
    public static bool? Eval(string expression, params (string Cell, object? Value)[] cells) => Eval(expression, Context, cells);

    /// <summary>Whether a condition holds beside other things than values; null when it is skipped.</summary>
    public static bool? Eval(string expression, RuleContext context, params (string Cell, object? Value)[] cells)
    {
        if (!RuleCompiler.TryCompileCondition(Definition, "T1.c", expression, out var condition, out var error)) throw new FormDefinitionException("T1", [error]);
        return condition.Evaluate(Values(cells), context);
    }

    /// <summary>The cells of each violation, written one after another.</summary>
    public static string[] Violations(string expression, params (string Cell, object? Value)[] cells) => Violations(expression, Context, cells);

    /// <summary>The cells of each violation, written one after another.</summary>
    public static string[] Violations(string expression, RuleContext context, params (string Cell, object? Value)[] cells)
    {
        var rule = FormRule.Error("T1.r1", expression, "Sai.", "Wrong.");
        if (!RuleCompiler.TryCompile(Definition, rule, out var compiled, out var error)) throw new FormDefinitionException("T1", [error]);
        return [.. compiled.Evaluate(Values(cells), context).Select(violation => string.Join(' ', violation.Cells))];
    }

    /// <summary>What is wrong with a rule; null when nothing is.</summary>
    public static DefinitionError? Error(string expression, FormDefinition? form = null)
    {
        RuleCompiler.TryCompile(form ?? Definition, FormRule.Error("T1.r1", expression, "Sai.", "Wrong."), out _, out var error);
        return error;
    }

    /// <summary>Values from plain objects; null leaves a cell out.</summary>
    public static FormValues Values(params (string Cell, object? Value)[] cells) => new(cells
        .Where(cell => cell.Value is not null)
        .ToImmutableDictionary(cell => CellKey.Parse(cell.Cell), cell => Value(cell.Value!)));

    private static CellValue Value(object value) => value switch
    {
        CellValue known => known,
        int number => new CellValue.Number(number),
        long number => new CellValue.Number(number),
        bool flag => new CellValue.Flag(flag),
        DateOnly date => new CellValue.Date(date),
        string text when List.Has(text) => new CellValue.Choice(text),
        string text => new CellValue.Words(text),
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };

    private static IntField Int(string id, params ImmutableArray<Dimension> by) => new("T1", id) { Section = "s1", Label = Label(id), By = by, Empties = AnyEmpty, Required = false };

    private static Text Label(string id) => new("Trường " + id, "Field " + id);

    private static Dimension Dim(string id, params string[] codes) =>
        new(id, new Text("Chiều " + id, "Dimension " + id), [.. codes.Select(code => new DimensionOption(code, new Text("Mã " + code, "Code " + code)))]);
}
