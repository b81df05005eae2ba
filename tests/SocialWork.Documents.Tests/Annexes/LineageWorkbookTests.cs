using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Lineage;
using SocialWork.Documents.Annexes;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Annexes;

/// <summary>The workbook of sources.</summary>
public sealed class LineageWorkbookTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    private static readonly IndicatorLineage Rate = new(
        new IndicatorDefinition("CT2", new Text("Tỷ lệ trẻ em", "Children"), IndicatorKind.Ratio, new Text("%", "%"), new Text("Trẻ em", "Children"), []),
        new FigureLineage("CT2", 9, 12, new Text("[communes] a / b", "[communes] a / b"),
        [
            Source("numerator", 7, "19960"), Source("denominator", 8, "19960"), Source("numerator", 2, "20044") with { SentBy = "=cmd|' /c calc'!A0", OnPaper = new DateOnly(2026, 11, 20) },
            new LineageSource { Side = "denominator", Module = "health", Value = 4, Form = "YT1", Merged = 3 },
        ]));

    private static readonly IndicatorLineage Count = new(
        new IndicatorDefinition("BS12", new Text("Số mô hình", "Models"), IndicatorKind.Count, new Text("mô hình", "models"), new Text("R9", "R9"), []), new FigureLineage("BS12", 0, null, new Text("R9", "R9"), []));

    [Fact]
    public async Task The_sums_of_both_sides_are_formulas_that_equal_the_indicator()
    {
        var file = Written([Rate, Count]);
        XlsxGrid.Errors(file).ShouldBeEmpty();
        var sheets = XlsxGrid.Read(file);
        sheets.Select(sheet => sheet.Name).ShouldBe(["CT2", "BS12"]);
        sheets[0].Cells[(LineageWorkbook.SumRow, 3)].ShouldBe(new GridCell("9", IsText: false, "SUM(H8:H9)"));
        sheets[0].Cells[(LineageWorkbook.SumRow + 1, 3)].ShouldBe(new GridCell("12", IsText: false, "SUM(H10:H11)"));
        sheets[1].Cells[(LineageWorkbook.SumRow, 3)].ShouldBe(new GridCell("0", IsText: false, null));
        var calculated = XlsxGrid.Read(await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None))[0];
        (calculated[LineageWorkbook.SumRow, 3], calculated[LineageWorkbook.SumRow + 1, 3], calculated[LineageWorkbook.SumRow + 2, 3]).ShouldBe(("9", "12", "0.75"));
    }

    [Fact]
    public void A_source_says_whose_version_and_cell_it_is_and_who_sent_it()
    {
        var sheet = XlsxGrid.Read(Written([Rate]))[0];
        Enumerable.Range(1, 8).Select(column => sheet[LineageWorkbook.HeadRow + 1, column]).ShouldBe(["Tử số", "Xã, phường", "XP3", "19960", "Đơn vị 19960", "2", "kt_tong", "7"]);
        sheet[LineageWorkbook.HeadRow + 1, 10].ShouldBe("19960.approver");
        sheet.Cells[(LineageWorkbook.HeadRow + 2, 10)].ShouldBe(new GridCell("=cmd|' /c calc'!A0", IsText: true, null));
        sheet[LineageWorkbook.HeadRow + 4, 5].ShouldBe("Gộp 3 nguồn hạn chế hoặc được che");
    }

    [Fact]
    public void More_sources_than_a_file_is_made_for_are_refused_with_a_remedy()
    {
        var many = Rate with { Lineage = Rate.Lineage with { Sources = [.. Enumerable.Repeat(Rate.Lineage.Sources[0], LineageWorkbook.MaxSources + 1)] } };
        var refusal = LineageWorkbook.Write([many], Module, AsOf, demonstration: false, "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.No>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.TooLarge, "lineage.tooManySources"));
        refusal.Message.Vi.ShouldContain("300.000");
    }

    private static byte[] Written(ImmutableArray<IndicatorLineage> indicators) => LineageWorkbook.Write(indicators, Module, AsOf, demonstration: true, "vi", CancellationToken.None).ShouldBeOfType<Result<byte[]>.Ok>().Value;

    private static Text Module(string id) => id == "communes" ? new Text("Xã, phường", "Communes") : new Text(id, id);

    private static LineageSource Source(string side, long value, string unit) => new()
    {
        Side = side,
        Module = "communes",
        Value = value,
        Form = "XP3",
        Unit = unit,
        UnitName = string.Create(CultureInfo.InvariantCulture, $"Đơn vị {unit}"),
        Version = 2,
        Cell = "kt_tong",
        SentBy = unit + ".approver",
        AcceptedAt = AsOf,
    };
}
