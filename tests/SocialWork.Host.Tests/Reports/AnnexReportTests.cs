using System.Globalization;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Annexes;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The annexes of the demonstration year: their figures, what is hidden of them, and the files that show them.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AnnexReportTests(ServedYear year)
{
    private const string Address = "/api/v1/plans/2026/combined-report";

    [Fact]
    public async Task Every_total_is_the_sum_of_its_rows_and_every_sum_that_of_its_columns()
    {
        var sums = 0;
        foreach (var table in await TablesAsync())
        {
            var rows = table.GetProperty("rows").EnumerateArray().ToArray();
            foreach (var row in rows.Where(row => row.GetProperty("sumOf").GetArrayLength() > 0))
            {
                foreach (var (i, cell) in row.GetProperty("cells").EnumerateArray().Index().Where(one => Is(one.Item, "number")))
                {
                    sums++;
                    row.GetProperty("sumOf").EnumerateArray().Sum(part => Value(rows[part.GetInt32()].GetProperty("cells")[i])).ShouldBe(Value(cell), $"{table.GetProperty("id")} {row.GetProperty("label")} {i}");
                }
            }

            foreach (var (i, column) in table.GetProperty("columns").EnumerateArray().Index().Where(one => one.Item.GetProperty("sumOf").GetArrayLength() > 0))
            {
                foreach (var row in rows.Where(row => Is(row.GetProperty("cells")[i], "number") && row.GetProperty("kind").GetString() is not "hidden"))
                    column.GetProperty("sumOf").EnumerateArray().Sum(part => Value(row.GetProperty("cells")[part.GetInt32()])).ShouldBe(Value(row.GetProperty("cells")[i]), $"{table.GetProperty("id")} {row.GetProperty("label")}");
            }
        }

        sums.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task The_number_of_a_commune_is_what_its_units_reported_and_its_lineage_adds_up_to_it()
    {
        var (client, raw) = (await year.Host.SignInAsync("standing"), new RawYear(year.DatabaseFile));
        var table = await TableAsync("IV.2");
        var shown = 0;
        foreach (var row in Rows(table).Where(row => Is(row.GetProperty("cells")[0], "number")))
        {
            shown++;
            var unit = row.GetProperty("unit").GetString()!;
            Value(row.GetProperty("cells")[0]).ShouldBe(raw.Of("XP3").Where(answers => answers.Unit == unit).Sum(answers => answers.Sum("tong[TE1]")), unit);
        }

        shown.ShouldBeGreaterThan(30);
        foreach (var figure in (await TablesAsync()).SelectMany(one => one.GetProperty("rows").EnumerateArray()).SelectMany(row => row.GetProperty("cells").EnumerateArray()).Where(cell => Is(cell, "number") && cell.TryGetProperty("figure", out _)).Where((_, i) => i % 25 == 0))
        {
            var lineage = await client.GetJsonAsync($"{Address}/figures/{Uri.EscapeDataString(figure.GetProperty("figure").GetString()!)}");
            new[] { "numerator", "denominator" }.Select(side => lineage.GetProperty(side)).Where(side => side.ValueKind == JsonValueKind.Number).Select(side => side.GetInt64()).ShouldContain(Value(figure), figure.GetRawText());
        }
    }

    [Theory]
    [InlineData("IV.2", "tong", "kt_tong")]
    [InlineData("IV.3", "ca_hai", "kt_ca_hai")]
    public async Task A_commune_hides_for_every_reader_what_its_own_form_hides_from_leaders(string id, string split, string whole)
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
        // What leaders are shown of single units cannot be computed back (decision 17): the annex shows no cell beyond it.
        var mask = await year.Host.Services.GetRequiredService<FormMasks>().ReadAsync(new Actor("leader", [Role.Leader], null), model, model.Form("XP3")!, CancellationToken.None);
        var hidden = 0;
        foreach (var user in new[] { "standing", "leader", "auditor", "admin" })
        {
            var table = await TableAsync(id, user);
            foreach (var row in Rows(table))
            {
                var unit = row.GetProperty("unit").GetString()!;
                foreach (var (i, option) in CommonDimensions.ChildrenCategory.Options.Index())
                {
                    var isHidden = Is(row.GetProperty("cells")[i], "hidden");
                    isHidden.ShouldBe(mask.Hides(unit, new CellKey(split, option.Code)), $"{unit} {option.Code}");
                    if (isHidden) hidden++;
                }

                Is(row.GetProperty("cells")[6], "hidden").ShouldBe(mask.Hides(unit, new CellKey(whole)), unit);
            }

            foreach (var column in Enumerable.Range(0, 7)) Rows(table).Count(row => Is(row.GetProperty("cells")[column], "hidden")).ShouldNotBe(1, $"column {column} is told by its total");
        }

        hidden.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task No_restricted_form_is_shown_by_itself()
    {
        var answer = await (await year.Host.SignInAsync("standing")).GetStringAsync(new Uri(Address, UriKind.Relative));
        using var report = JsonDocument.Parse(answer);
        report.RootElement.GetProperty("annexes").GetRawText().ShouldNotContain("\"CA1.");
        (await TablesAsync()).SelectMany(table => table.GetProperty("rows").EnumerateArray()).SelectMany(row => row.GetProperty("cells").EnumerateArray()).ShouldContain(cell => Is(cell, "restricted"));
    }

    [Fact]
    public async Task The_workbook_the_page_and_the_word_document_show_the_figures_of_the_json()
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await client.GetAsync(new Uri(Address + ".xlsx", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(AnnexWorkbook.ContentType);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("phu-luc-bao-cao-tong-hop-2026.xlsx");
        var file = await response.Content.ReadAsByteArrayAsync();
        XlsxGrid.Errors(file).ShouldBeEmpty();
        using var accepted = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { { "Accept", AnnexWorkbook.ContentType } } };
        (await (await client.SendAsync(accepted)).Content.ReadAsByteArrayAsync()).ShouldBe(file);
        var (printed, calculated) = (XlsxGrid.Read(file), XlsxGrid.Read(await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None)));
        using var word = WordprocessingDocument.Open(await (await client.GetAsync(new Uri(Address + ".docx", UriKind.Relative))).Content.ReadAsStreamAsync(), isEditable: false);
        var captions = word.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Caption").ToArray();
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(Address + ".html", UriKind.Relative)));
        foreach (var table in await TablesAsync())
        {
            var id = table.GetProperty("id").GetString()!;
            var (sheet, other) = (printed.Single(one => one.Name == id), calculated.Single(one => one.Name == id));
            var rows = table.GetProperty("rows").EnumerateArray().ToArray();
            var inWord = captions.Single(words => words.InnerText.EndsWith($". {table.GetProperty("caption").GetString()}", StringComparison.Ordinal)).NextSibling<Table>()!.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray()).ToArray();
            html.ShouldContain($"<caption>{id}. {table.GetProperty("caption").GetString()}</caption>");
            foreach (var (i, row) in rows.Index())
            {
                foreach (var (j, cell) in row.GetProperty("cells").EnumerateArray().Index())
                {
                    var (place, at) = ($"{id} {row.GetProperty("label")} {j}", (Row: AnnexWorkbook.HeadRow + 1 + i, Column: j + 2));
                    if (Is(cell, "number"))
                    {
                        sheet[at.Row, at.Column].ShouldBe(Value(cell).ToString(CultureInfo.InvariantCulture), place);
                        decimal.Parse(other[at.Row, at.Column], NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(Value(cell), place);
                        string.Concat(inWord[i + 1][j + 1].Where(char.IsDigit)).ShouldBe(Value(cell).ToString(CultureInfo.InvariantCulture), place);
                    }
                    else if (Is(cell, "rate"))
                    {
                        var rate = double.Parse(other[at.Row, at.Column], CultureInfo.InvariantCulture);
                        rate.ShouldBe(double.Parse(sheet[at.Row, at.Column], CultureInfo.InvariantCulture), 1e-9, place);
                        inWord[i + 1][j + 1].ShouldBe(cell.GetProperty("words").GetString(), place);
                        rate.ShouldBe(double.Parse(cell.GetProperty("words").GetString()!.TrimEnd('%').Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture) / 100, 0.00051, place);
                    }
                    else if (!Is(cell, "words"))
                    {
                        double.TryParse(sheet[at.Row, at.Column], CultureInfo.InvariantCulture, out _).ShouldBeFalse(place);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task The_workbook_of_sources_adds_up_to_every_indicator_of_the_report()
    {
        var client = await year.Host.SignInAsync("leader");
        var file = await client.GetByteArrayAsync(new Uri(Address + "/lineage.xlsx", UriKind.Relative));
        XlsxGrid.Errors(file).ShouldBeEmpty();
        var report = await client.GetJsonAsync(Address);
        var indicators = report.GetProperty("targets").EnumerateArray().Concat(report.GetProperty("indicators").EnumerateArray()).ToDictionary(line => line.GetProperty("indicator").GetString()!, StringComparer.Ordinal);
        var sheets = XlsxGrid.Read(await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None));
        sheets.Select(sheet => sheet.Name).ShouldBe(indicators.Keys, ignoreOrder: true);
        foreach (var sheet in sheets)
        {
            decimal.Parse(sheet[LineageWorkbook.SumRow, 3], NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(indicators[sheet.Name].GetProperty("numerator").GetInt64(), sheet.Name);
            if (indicators[sheet.Name].GetProperty("denominator") is { ValueKind: JsonValueKind.Number } denominator)
                decimal.Parse(sheet[LineageWorkbook.SumRow + 1, 3], NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(denominator.GetInt64(), sheet.Name);
        }

        // The police's form is restricted: for a leader its cells are one line.
        var cells = sheets.Single(sheet => sheet.Name == "CT5");
        cells.Cells.Keys.Select(key => key.Row).Distinct().Where(row => cells[row, 3] == "CA1").ShouldAllBe(row => cells[row, 4].Length == 0 && cells[row, 7].Length == 0);
        (await (await year.Host.SignInAsync("admin")).GetAsync(new Uri(Address + "/lineage.xlsx", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_workbook_of_sources_hides_from_leaders_what_their_pages_hide()
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
        var masks = new Dictionary<string, FormMask>(StringComparer.Ordinal);
        foreach (var form in model.Forms) masks.Add(form.Code, await year.Host.Services.GetRequiredService<FormMasks>().ReadAsync(new Actor("leader", [Role.Leader], null), model, form, CancellationToken.None));
        (await HiddenAsync("standing")).ShouldBeGreaterThan(10, "indicators are made of such cells");
        (await HiddenAsync("leader")).ShouldBe(0);

        async Task<int> HiddenAsync(string user) =>
            XlsxGrid.Read(await (await year.Host.SignInAsync(user)).GetByteArrayAsync(new Uri(Address + "/lineage.xlsx", UriKind.Relative)))
                .Sum(sheet => sheet.Cells.Keys.Select(key => key.Row).Distinct().Count(row => masks.TryGetValue(sheet[row, 3], out var mask) && CellKey.TryParse(sheet[row, 7], out var cell) && mask.Hides(sheet[row, 4], cell)));
    }

    private async Task<JsonElement[]> TablesAsync(string user = "standing") =>
        [.. (await (await year.Host.SignInAsync(user)).GetJsonAsync(Address)).GetProperty("annexes").EnumerateArray().SelectMany(annex => annex.GetProperty("tables").EnumerateArray())];

    private async Task<JsonElement> TableAsync(string id, string user = "standing") => (await TablesAsync(user)).Single(table => table.GetProperty("id").GetString() == id);

    private static IEnumerable<JsonElement> Rows(JsonElement table) => table.GetProperty("rows").EnumerateArray().Where(row => row.TryGetProperty("unit", out _));

    private static bool Is(JsonElement cell, string state) => cell.GetProperty("state").GetString() == state;

    private static long Value(JsonElement cell) => cell.TryGetProperty("value", out var value) ? value.GetInt64() : 0;
}
