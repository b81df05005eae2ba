using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests.Support;
using SocialWork.Core.Totals;
using Xunit;

namespace SocialWork.Core.Tests.Reports;

/// <summary>Tables of annexes over versions that the test makes itself.</summary>
public sealed class AnnexBuilderTests
{
    private static readonly Dimension Groups = new("NHOM_TE", new Text("Nhóm", "Group"), [new("TE1", new Text("Mồ côi", "Orphans")), new("TE3", new Text("HIV", "HIV"))]);
    private static readonly IntField Children = new("ZX3", "tong") { Section = "a", Label = new Text("Trẻ", "Children"), By = [Groups], Empties = [EmptyKind.NotArising] };
    private static readonly IntField Staff = new("ZX1", "ns") { Section = "a", Label = new Text("Người", "Staff"), Empties = [EmptyKind.NotArising] };
    private static readonly IntField Guards = new("ZC1", "cs") { Section = "a", Label = new Text("Cơ sở", "Facilities") };

    private static readonly ImmutableArray<FormDefinition> Forms =
    [
        Form("ZX3", Children, FilledBy.EveryCommune) with { Sensitivity = Sensitivity.Masked([new OptionFilter("NHOM_TE", ["TE3"])], []) },
        Form("ZX1", Staff, FilledBy.Facilities(UnitTypes.HealthStation)),
        Form("ZC1", Guards, FilledBy.Agency("CATP")) with { Sensitivity = Sensitivity.Restricted },
    ];

    [Fact]
    public async Task Without_any_module_every_table_says_what_it_lacks_and_nothing_reads_zero()
    {
        var annexes = await BuildAsync(AnnexFileTests.Shipped(), await TestPlan.ModelAsync());
        foreach (var table in annexes.SelectMany(annex => annex.Tables))
        {
            // Units are counted in the register, whoever has reported.
            table.Rows.SelectMany(row => row.Cells).Where(cell => cell.State == AnnexCellState.Number && cell.Value != 0 && table.Id is not ("II.1" or "III.1" or "III.2")).ShouldBeEmpty(table.Id);
            (table.Notes.Length + table.Rows.Length).ShouldBeGreaterThan(0, table.Id);
        }

        annexes[2].Tables[1].Rows.ShouldBeEmpty("no form of children, no table of children");
        annexes[2].Tables[1].Notes.ShouldHaveSingleItem().Vi.ShouldStartWith("Chưa có số liệu biểu XP3");
        // The core's own form has a row for each commune all the same.
        var funding = annexes[5].Tables[2];
        funding.Rows.Count(row => row.Kind == AnnexRowKind.Line).ShouldBe(40);
        funding.Rows.SelectMany(row => row.Cells).ShouldAllBe(cell => cell.State == AnnexCellState.NotReported);
    }

    [Fact]
    public async Task A_commune_that_has_not_reported_is_a_row_and_is_not_zero()
    {
        var (model, codes) = await PlanAsync();
        var table = await OneAsync(model, Communes(Column("te", "ZX3.tong", each: "NHOM_TE")), Reported(model, "ZX3", codes[0], ("tong[TE1]", 7), ("tong[TE3]", null)));
        table.Rows.Length.ShouldBe(41);
        Row(table, codes[0]).Cells.Select(cell => (cell.State, cell.Value)).ShouldBe([(AnnexCellState.Number, 7L), (AnnexCellState.NotArising, null)]);
        Row(table, codes[0]).Cells[0].Figure.ShouldBe($"ZX3.tong[TE1]@{codes[0]}");
        Row(table, codes[1]).Cells.ShouldAllBe(cell => cell.State == AnnexCellState.NotReported);
        (Row(table, codes[1]).Coverage, table.Rows[^1].Coverage).ShouldBe((new Coverage(1, 0, 0), new Coverage(40, 1, 0)));
    }

    [Fact]
    public async Task What_is_hidden_is_hidden_beside_another_and_the_table_still_adds_up()
    {
        var (model, codes) = await PlanAsync();
        var table = await OneAsync(
            model, Communes(Column("te", "ZX3.tong", each: "NHOM_TE"), Column("all", "ZX3.tong"), new ColumnOutline { Id = "sum", Label = new Text("Cộng", "Sum"), SumOf = ["te"] }, new ColumnOutline { Id = "rate", Label = new Text("Tỷ lệ", "Rate"), RatioOf = ("te", "all") }),
            [.. codes.Take(4).Index().SelectMany(commune => Reported(model, "ZX3", commune.Item, ("tong[TE1]", 10), ("tong[TE3]", commune.Index == 0 ? 2 : 20 + commune.Index)))]);
        string[] hidden = [.. table.Rows.Where(row => row.Cells[1].State == AnnexCellState.Hidden).Select(row => row.Unit!)];
        hidden.ShouldContain(codes[0]);
        hidden.Length.ShouldBeGreaterThan(1);
        foreach (var row in table.Rows.Where(row => row.Unit is not null))
        {
            // Whatever has a hidden number in it is hidden, and so is a rate of it.
            var expected = hidden.Contains(row.Unit);
            row.Cells.Skip(1).ShouldAllBe(cell => (cell.State == AnnexCellState.Hidden) == expected);
            row.Cells.ShouldAllBe(cell => cell.Figure == null || cell.State == AnnexCellState.Number);
        }

        var total = table.Rows[^1];
        total.Cells[1].Value.ShouldBe(2 + 21 + 22 + 23);
        table.Rows.Count(row => row.Kind == AnnexRowKind.Hidden).ShouldBe(1);
        for (var i = 0; i < 4; i++) total.SumOf.Sum(row => table.Rows[row].Cells[i].Value ?? 0).ShouldBe(total.Cells[i].Value!.Value, $"column {i}");
        table.Rows.Single(row => row.Kind == AnnexRowKind.Hidden).Cells[0].State.ShouldBe(AnnexCellState.Words, "nothing is hidden of the first group");
    }

    [Fact]
    public async Task Units_in_no_commune_are_a_row_of_their_own_so_that_the_city_is_the_sum_of_the_rows()
    {
        var (model, codes) = await PlanAsync(
            TestPlan.Facility("TYT-1", UnitTypes.HealthStation, "fake", commune: null), TestPlan.Facility("TYT-2", UnitTypes.HealthStation, "fake", TestPlan.Register.On(TestPlan.Plan.CutOff).OfType(UnitTypes.Commune).First().Code));
        var table = await OneAsync(model, Communes(Column("ns", "ZX1.ns")), [.. Reported(model, "ZX1", "TYT-1", ("ns", 3)), .. Reported(model, "ZX1", "TYT-2", ("ns", 4))]);
        Row(table, codes[0]).Cells[0].Value.ShouldBe(4);
        Row(table, codes[1]).Cells[0].State.ShouldBe(AnnexCellState.NotApplicable, "no station lies there");
        table.Rows.Single(row => row.Kind == AnnexRowKind.Elsewhere).Cells[0].Value.ShouldBe(3);
        (table.Rows[^1].Cells[0].Value, table.Rows[^1].Kind).ShouldBe((7L, AnnexRowKind.Total));
    }

    [Fact]
    public async Task A_restricted_form_is_never_shown_by_itself_and_a_part_of_a_sensitive_one_below_the_city_neither()
    {
        var (model, _) = await PlanAsync();
        var line = new LineOutline(new Text("x", "x"), ImmutableDictionary<string, FigureOutline>.Empty
            .Add("a", new FigureOutline { Form = "ZC1", Field = "cs" })
            .Add("b", new FigureOutline { Form = "ZX3", Field = "tong", Units = Scope.Of(UnitTypes.Commune) })
            .Add("c", new FigureOutline { Form = "ZX3", Field = "tong" }));
        var table = await OneAsync(
            model, new TableOutline { Id = "T", Caption = new Text("x", "x"), Kind = TableKind.Lines, Columns = [.. "abc".Select(id => new ColumnOutline { Id = $"{id}", Label = new Text("x", "x") })], Lines = [line] },
            [.. Reported(model, "ZC1", "CATP", ("cs", 5)), .. Reported(model, "ZX3", model.Units.OfType(UnitTypes.Commune).First().Code, ("tong[TE1]", 7), ("tong[TE3]", 1))]);
        table.Rows[0].Cells.Select(cell => cell.State).ShouldBe([AnnexCellState.Restricted, AnnexCellState.Hidden, AnnexCellState.Number]);
        table.Notes.ShouldContain(note => note.Vi.StartsWith("Biểu ZC1 là biểu hạn chế", StringComparison.Ordinal));
        JsonSerializer.Serialize(table).ShouldNotContain("ZC1.cs");
    }

    [Fact]
    public async Task Annexes_are_plain_data_that_can_be_written_and_read_back()
    {
        var (model, codes) = await PlanAsync();
        var annexes = await BuildAsync(new AnnexOutline([new AnnexPart("II", new Text("x", "x"), [Communes(Column("te", "ZX3.tong", each: "NHOM_TE"))])]), model, Reported(model, "ZX3", codes[0], ("tong[TE1]", 7), ("tong[TE3]", null)));
        var json = JsonSerializer.Serialize(annexes);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ImmutableArray<ReportAnnex>>(json)).ShouldBe(json);
    }

    private static async Task<(PlanModel Model, string[] Communes)> PlanAsync(params IEnumerable<Core.Units.Unit> units)
    {
        var model = await TestPlan.ModelAsync(units, ("fake", Forms));
        return (model, [.. model.Units.OfType(UnitTypes.Commune).Select(unit => unit.Code)]);
    }

    private static FormDefinition Form(string code, FormField field, FilledBy filledBy) => new(code, 1)
    {
        Title = new Text("Biểu", "Form"),
        FilledBy = filledBy,
        Sections = [new FormSection("a", new Text("A", "A"))],
        Fields = [field],
    };

    private static TableOutline Communes(params ImmutableArray<ColumnOutline> columns) => new() { Id = "T", Caption = new Text("x", "x"), Kind = TableKind.Communes, Columns = columns };

    private static ColumnOutline Column(string id, string figure, string? each = null) =>
        new() { Id = id, Each = each, Figure = new FigureOutline { Form = figure[..figure.IndexOf('.', StringComparison.Ordinal)], Field = figure[(figure.IndexOf('.', StringComparison.Ordinal) + 1)..] } };

    private static AnnexRow Row(AnnexTable table, string commune) => table.Rows.Single(row => row.Unit == commune);

    private static ImmutableArray<SubmissionVersion> Reported(PlanModel model, string form, string unit, params (string Cell, long? Value)[] cells)
    {
        var values = new FormValues(cells.ToImmutableDictionary(cell => CellKey.Parse(cell.Cell), cell => cell.Value is { } number ? new CellValue.Number(number) : CellValue.NotArising));
        return [new SubmissionVersion(new SubmissionKey(model.Plan.Id, form, unit, Periods.Annual(model.Plan.Year)), 1, model.Form(form)!.Compiled.Hash, values, model.Plan.CutOff, "head", DateTimeOffset.UnixEpoch)];
    }

    private static async Task<AnnexTable> OneAsync(PlanModel model, TableOutline table, IEnumerable<SubmissionVersion> versions) =>
        (await BuildAsync(new AnnexOutline([new AnnexPart("II", new Text("x", "x"), [table])]), model, versions)).Single().Tables.Single();

    private static async Task<ImmutableArray<ReportAnnex>> BuildAsync(AnnexOutline outline, PlanModel model, IEnumerable<SubmissionVersion>? versions = null)
    {
        var counted = new CountedVersions(model, [.. versions ?? []]);
        var city = new TotalsSnapshot(model, await counted.TotalsAsync(model, Periods.Annual(model.Plan.Year), TotalsKey.City, CancellationToken.None), model.Units.All);
        return await AnnexBuilder.BuildAsync(outline, city, counted, [], CancellationToken.None);
    }
}
