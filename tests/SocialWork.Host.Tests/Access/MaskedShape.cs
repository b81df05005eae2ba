using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SocialWork.Abstractions;
using SocialWork.Documents.Words;
using SocialWork.Host.Tests.Support;
using SocialWork.Host.Tests.Tables;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Access;

/// <summary>A small number of a sensitive group in a version that counts.</summary>
/// <param name="Form">The form.</param>
/// <param name="Unit">The unit that it is of.</param>
/// <param name="Owner">The agency or commune that answers for the unit.</param>
/// <param name="Version">The version.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Value">The number.</param>
internal sealed record SmallPlace(string Form, string Unit, string Owner, int Version, CellKey Cell, long Value);

/// <summary>One way in which the product answers with numbers of a form.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Said">What an answer says of the place: each number or sign that stands in its cell; nothing where it says nothing of it.</param>
internal sealed partial record MaskedShape(string Name, Func<SmallPlace, string> Address, Func<HttpResponseMessage, SmallPlace, Task<IEnumerable<string>>> Said)
{
    /// <summary>Whether it holds no numbers of single units, whoever asks.</summary>
    public bool IsSilent => Said == NothingAsync;

    /// <summary>Whether it holds whole drafts as they were before and after a step.</summary>
    public bool IsLog { get; init; }

    /// <summary>Every way.</summary>
    public static IEnumerable<MaskedShape> All =>
    [
        new("Báo cáo số liệu, JSON", Submission, ValuesAsync),
        new("Phiên bản, JSON", p => Submission(p) + $"/versions/{p.Version}", ValuesAsync),
        .. Files("Phiên bản", p => Submission(p) + $"/versions/{p.Version}", (row, p) => Text(row[0]) == p.Cell.ToString() ? row[2] : null),
        new("Các phiên bản, JSON", p => Submission(p) + "/versions", NothingAsync),
        new("Lịch sử xử lý, JSON", p => Submission(p) + "/history", NothingAsync),
        new("Số liệu của đơn vị, JSON", p => Figure(p, p.Unit), SourcesAsync),
        new("Nguồn gốc số liệu toàn thành phố, JSON", p => Figure(p), SourcesAsync),
        .. Files("Nguồn gốc số liệu toàn thành phố", p => Figure(p), (row, p) => Text(row[4]) == p.Unit && Text(row[7]) == p.Cell.ToString() ? row[2] : null),
        new("Nguồn gốc số liệu toàn thành phố, trang", p => "/reports/2026/figures/" + Uri.EscapeDataString($"{p.Form}.{p.Cell}"), RowsAsync),
        new("Báo cáo tổng hợp, JSON", _ => "/api/v1/plans/2026/combined-report", AnnexAsync),
        new("Báo cáo tổng hợp, HTML", _ => "/api/v1/plans/2026/combined-report.html", async (response, place) => Addressed(await response.Content.ReadAsStringAsync(), place)),
        new("Báo cáo tổng hợp, Word", _ => "/api/v1/plans/2026/combined-report.docx", async (response, place) => Addressed(await PartsAsync(response), place)),
        new("Báo cáo tổng hợp, Excel", _ => "/api/v1/plans/2026/combined-report.xlsx", async (response, place) => Addressed(await PartsAsync(response), place)),
        new("Biểu Excel điền sẵn", p => $"/api/v1/forms/{p.Form}/workbook?plan=2026&unit={p.Owner}", WorkbookAsync),
        new("Nhật ký, JSON", Log, LogAsync) { IsLog = true },
        .. Files("Nhật ký", Log, (row, _) => Text(row[6]) + Text(row[7])).Select(shape => shape with { IsLog = true }),
    ];

    private static string Submission(SmallPlace place) => $"/api/v1/submissions/2026/{place.Form}/{place.Unit}";

    private static string Figure(SmallPlace place, string? unit = null) => "/api/v1/plans/2026/combined-report/figures/" + Uri.EscapeDataString($"{place.Form}.{place.Cell}{(unit is null ? string.Empty : "@" + unit)}");

    private static string Log(SmallPlace place) => "/api/v1/audit?entity=" + Uri.EscapeDataString($"submission/2026/{place.Form}/{place.Unit}/2026");

    private static IEnumerable<MaskedShape> Files(string name, Func<SmallPlace, string> address, Func<object?[], SmallPlace, object?> said) => TableFile.Formats.Select(suffix => new MaskedShape(
        $"{name}, {suffix}",
        place => TableFile.Address(address(place), suffix),
        async (response, place) => (await TableFile.ReadAsync(response, suffix)).Rows.Select(row => Text(said(row, place))).Where(text => text.Length > 0)));

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty;

    private static async Task<IEnumerable<string>> ValuesAsync(HttpResponseMessage response, SmallPlace place) =>
        (await response.JsonAsync()).GetProperty("values").TryGetProperty(place.Cell.ToString(), out var value)
            ? [value.ValueKind == JsonValueKind.Object && value.GetProperty("masked").GetBoolean() ? MaskWords.Sign : value.GetRawText()]
            : [];

    // What is no list of values names neither the cell nor a figure of the unit.
    private static async Task<IEnumerable<string>> NothingAsync(HttpResponseMessage response, SmallPlace place) => Named(await response.Content.ReadAsStringAsync(), place);

    // Annexes show communes: a small number's cell holds a sign, and no figure is of it or of a sum with it.
    private static async Task<IEnumerable<string>> AnnexAsync(HttpResponseMessage response, SmallPlace place)
    {
        var answer = await response.Content.ReadAsStringAsync();
        using var report = JsonDocument.Parse(answer);
        var category = place.Form == "XP3" ? CommonDimensions.ChildrenCategory.Options.Single(option => option.Code == place.Cell.Option1).Label.Vi : string.Empty;
        var tables = report.RootElement.GetProperty("annexes").EnumerateArray().SelectMany(annex => annex.GetProperty("tables").EnumerateArray()).Where(table => table.GetProperty("id").GetString() is "IV.2" or "IV.3");
        return
        [
            .. Addressed(answer, place),
            .. from table in tables
               let column = table.GetProperty("columns").EnumerateArray().ToList().FindIndex(column => column.GetProperty("label").GetString() == category)
               where column >= 0
               from row in table.GetProperty("rows").EnumerateArray()
               where row.TryGetProperty("unit", out var unit) && unit.GetString() == place.Unit
               let cell = row.GetProperty("cells")[column]
               select cell.GetProperty("state").GetString() == "hidden" ? MaskWords.Sign : cell.GetRawText(),
        ];
    }

    private static async Task<string> PartsAsync(HttpResponseMessage response)
    {
        await using var file = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var part in file.Entries)
        {
            await using var content = await part.OpenAsync();
            text.AppendLine((await XDocument.LoadAsync(content, LoadOptions.None, CancellationToken.None)).Root!.Value);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Addressed(string text, SmallPlace place) =>
        new[] { $"{place.Form}.{place.Cell}@{place.Unit}", $"{place.Form}.{place.Cell.Field}@{place.Unit}" }.Where(named => text.Contains(named, StringComparison.Ordinal));

    private static IEnumerable<string> Named(string text, SmallPlace place) =>
        new[] { $"\"{place.Cell}\"", $"{place.Form}.{place.Cell}@", "@" + place.Unit }.Where(named => text.Contains(named, StringComparison.Ordinal));

    private static async Task<IEnumerable<string>> SourcesAsync(HttpResponseMessage response, SmallPlace place) =>
        (await response.JsonAsync()).GetProperty("sources").EnumerateArray()
            .Where(source => source.GetProperty("unit").GetString() == place.Unit && source.GetProperty("cell").GetString() == place.Cell.ToString())
            .Select(source => source.GetProperty("value").GetRawText());

    private static async Task<IEnumerable<string>> RowsAsync(HttpResponseMessage response, SmallPlace place) =>
        TableRow().Matches(await response.Content.ReadAsStringAsync()).Select(row => WebUtility.HtmlDecode(row.Value))
            .Where(row => row.Contains($"<span class=\"code\">{place.Unit}</span>", StringComparison.Ordinal) && row.Contains($"<td class=\"code\">{place.Cell}</td>", StringComparison.Ordinal))
            .Select(row => NumberCell().Matches(row)[^1].Groups["number"].Value);

    private static async Task<IEnumerable<string>> WorkbookAsync(HttpResponseMessage response, SmallPlace place) =>
        XlsxGrid.Read(await response.Content.ReadAsByteArrayAsync()).SelectMany(sheet => MarkedCells.Values(sheet))
            .Where(cell => cell.Key == place.Cell.ToString() || cell.Key == $"@{place.Unit} {place.Cell}")
            .Select(cell => cell.Value);

    private static async Task<IEnumerable<string>> LogAsync(HttpResponseMessage response, SmallPlace place)
    {
        var lines = (await response.JsonAsync()).EnumerateArray().ToArray();
        lines.Any(line => line.GetProperty("action").GetString() is "Submit").ShouldBeTrue($"steps of {place} are on record");
        return lines.SelectMany(line => new[] { line.GetProperty("before"), line.GetProperty("after") }).Where(value => value.ValueKind != JsonValueKind.Null).Select(value => value.GetRawText());
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TableRow();

    [GeneratedRegex("<td class=\"num\">(?<number>[^<]*)</td>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NumberCell();
}
