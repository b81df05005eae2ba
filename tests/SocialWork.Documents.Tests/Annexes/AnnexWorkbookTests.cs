using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Documents.Annexes;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Annexes;

/// <summary>The workbook of the annexes, read back by others.</summary>
public sealed class AnnexWorkbookTests
{
    private static readonly byte[] File = AnnexWorkbook.Write(SampleReport.Report, "vi", CancellationToken.None);

    [Fact]
    public void The_file_is_as_the_format_wants_it() => XlsxGrid.Errors(File).ShouldBeEmpty();

    [Fact]
    public void Every_table_has_a_sheet_that_the_cover_leads_to()
    {
        var sheets = XlsxGrid.Read(File);
        sheets.Select(sheet => sheet.Name).ShouldBe(["Bìa", "I.1", "IV.1", "IV.2", "VII.1", "VIII.1"]);
        sheets[0].Xml.Descendants<Hyperlink>().Select(link => link.Display!.Value).ShouldBe(["I.1", "IV.1", "IV.2", "VII.1", "VIII.1"]);
        var cover = sheets[0].Cells.Values.Select(cell => cell.Text).ToArray();
        cover.ShouldContain("Số liệu tạm tính");
        cover.ShouldContain("Xã A Lưới 2; Phường Phú Bài");
        cover.ShouldContain(words => words.StartsWith("Đã tắt.", StringComparison.Ordinal), "a module that takes no part is named");
    }

    [Fact]
    public void Sums_and_rates_are_formulas_over_the_cells_beside_them()
    {
        var sheet = XlsxGrid.Read(File).Single(one => one.Name == "IV.1");
        sheet.Cells[(11, 2)].ShouldBe(new GridCell("1223", IsText: false, "SUM(B5:B10)"));
        sheet.Cells[(8, 4)].ShouldBe(new GridCell("49", IsText: false, "SUM(B8:C8)"));
        sheet.Cells[(8, 5)].Formula.ShouldBe("IF(N(B8)=0,0,N(C8)/N(B8))");
        sheet.Cells[(5, 3)].ShouldBe(new GridCell("*", IsText: true, null));
        // Annex I: a target is the sum of its sectors' parts.
        var targets = XlsxGrid.Read(File).Single(one => one.Name == "I.1");
        targets.Cells[(5, 2)].ShouldBe(new GridCell("39", IsText: false, "SUM(B6:B8)"));
    }

    [Fact]
    public async Task A_program_that_calculates_finds_what_is_printed()
    {
        var calculated = XlsxGrid.Read(await LibreOffice.ConvertAsync(File, "xlsx", "xlsx", CancellationToken.None));
        var formulas = 0;
        foreach (var (sheet, other) in XlsxGrid.Read(File).Zip(calculated))
        {
            foreach (var (place, cell) in sheet.Cells.Where(one => one.Value.Formula is not null))
            {
                formulas++;
                Number(other[place.Row, place.Column]).ShouldBe(Number(cell.Text), 1e-9, $"{sheet.Name} {place} {cell.Formula}");
            }
        }

        formulas.ShouldBeGreaterThan(12);
    }

    [Fact]
    public void What_people_typed_is_never_a_formula()
    {
        var cells = XlsxGrid.Read(File).SelectMany(sheet => sheet.Cells.Values).Where(cell => cell.Text.StartsWith('=') || cell.Text.StartsWith('@')).ToArray();
        cells.Length.ShouldBeGreaterThan(7);
        cells.ShouldAllBe(cell => cell.IsText && cell.Formula == null);
    }

    [Fact]
    public void Every_figure_of_the_report_stands_in_its_cell()
    {
        var sheets = XlsxGrid.Read(File);
        foreach (var table in AnnexPages.Of(SampleReport.Report).SelectMany(annex => annex.Tables))
        {
            var sheet = sheets.Single(one => one.Name == table.Id);
            foreach (var (i, row) in table.Rows.Index())
            {
                foreach (var (j, cell) in row.Cells.Index())
                {
                    var shown = sheet[AnnexWorkbook.HeadRow + 1 + i, j + 2];
                    if (cell.State == AnnexCellState.Number) shown.ShouldBe(cell.Value!.Value.ToString(CultureInfo.InvariantCulture), $"{table.Id} {row.Label} {j}");
                    else if (cell.State != AnnexCellState.Rate) Number(shown).ShouldBe(double.NaN, $"{table.Id} {row.Label} {j}: a kind of empty is no number");
                }
            }
        }
    }

    [Fact]
    public void Each_kind_of_empty_has_a_sign_of_its_own_that_the_table_explains()
    {
        var sheet = XlsxGrid.Read(File).Single(one => one.Name == "IV.2");
        var signs = Enumerable.Range(5, 7).Select(row => sheet[row, 2]).ToArray();
        signs.ShouldBeUnique();
        foreach (var sign in signs) sheet.Cells.Values.ShouldContain(cell => cell.Text.Contains($"“{sign}”", StringComparison.Ordinal) || (sign == "*" && cell.Text.StartsWith("* Số liệu được che", StringComparison.Ordinal)), sign);
    }

    [Fact]
    public void A_sheet_lies_on_the_paper_repeats_its_head_and_keeps_it_in_view()
    {
        foreach (var sheet in XlsxGrid.Read(File).Skip(1))
        {
            sheet.Xml.Descendants<PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
            var pane = sheet.Xml.Descendants<Pane>().Single();
            (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.State!.Value).ShouldBe((4d, 1d, PaneStateValues.Frozen));
        }
    }

    [Fact]
    public void A_number_that_a_spreadsheet_cannot_hold_is_written_as_words()
    {
        var table = SampleReport.Report.Annexes[0].Tables[1];
        var large = table with { Rows = [table.Rows[0] with { Cells = [AnnexCell.Of(1_000_000_000_000_000), AnnexCell.Blank] }] };
        var report = SampleReport.Report with { Annexes = [SampleReport.Report.Annexes[0] with { Tables = [large] }] };
        XlsxGrid.Read(AnnexWorkbook.Write(report, "vi", CancellationToken.None)).Single(sheet => sheet.Name == "IV.2").Cells[(5, 2)].ShouldBe(new GridCell("1.000.000.000.000.000", IsText: true, null));
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
