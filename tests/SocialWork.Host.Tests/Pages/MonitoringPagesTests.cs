using System.Net;
using System.Text.RegularExpressions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>Following who has reported, as a table and as tiles; what the page says is what the API says.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class MonitoringPagesTests(ServedYear year)
{
    [Fact]
    public async Task Every_unit_that_owes_has_its_row_and_its_states_are_those_of_the_API()
    {
        var standing = await PageClient.OfAsync(year.Host, "standing");
        var page = await standing.OpenAsync("/monitoring/2026");
        var lines = (await (await year.Host.SignInAsync("standing")).GetJsonAsync("/api/v1/plans/2026/monitoring")).EnumerateArray()
            .Where(l => l.GetProperty("before").ValueKind != System.Text.Json.JsonValueKind.Null).ToArray();
        UnitLink().Matches(page).Select(m => m.Groups["unit"].Value).Order(StringComparer.Ordinal)
            .ShouldBe(lines.Select(l => l.GetProperty("unit").GetString()!).Distinct().Order(StringComparer.Ordinal));
        foreach (var line in lines)
            RowOf(page, line.GetProperty("unit").GetString()!).ShouldContain($"{line.GetProperty("formsSent").GetInt32()}/{line.GetProperty("formsOwed").GetInt32()}");
        RowOf(page, "20044").ShouldContain("Quá hạn 2 ngày");
        page.ShouldContain("/api/v1/plans/2026/monitoring.xlsx");
        page.ShouldContain("/api/v1/plans/2026/monitoring.csv");
    }

    [Fact]
    public async Task The_latest_stand_first_and_other_orders_and_filters_are_in_the_address()
    {
        var leader = await PageClient.OfAsync(year.Host, "leader");
        // 20179 has not issued its plan, which was due in April; 20044 has not reported.
        UnitLink().Matches(await leader.OpenAsync("/monitoring/2026")).Take(2).Select(m => m.Groups["unit"].Value).ShouldBe(["20179", "20044"]);
        UnitLink().Match(await leader.OpenAsync("/monitoring/2026?view=tiles")).Groups["unit"].Value.ShouldBe("20044");
        var names = Name().Matches(await leader.OpenAsync("/monitoring/2026?sort=name")).Select(m => m.Groups["name"].Value).ToArray();
        names.ShouldBe(names.Order(Comparer<string>.Create(SocialWork.Core.Units.UnitNames.Compare)));
        UnitLink().Matches(await leader.OpenAsync("/monitoring/2026?state=Overdue")).Select(m => m.Groups["unit"].Value).ShouldContain("20044");
        UnitLink().Matches(await leader.OpenAsync("/monitoring/2026?q=a+luoi+2")).ShouldHaveSingleItem().Groups["unit"].Value.ShouldBe("20044");
        (await leader.OpenAsync("/monitoring/2026?q=khong+co")).ShouldContain("khớp điều kiện lọc");
        (await leader.TryAsync("/monitoring/2026?state=nonsense&sort=nonsense&view=nonsense")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tiles_show_the_forty_communes_with_their_state_in_words()
    {
        var page = await (await PageClient.OfAsync(year.Host, "standing")).OpenAsync("/monitoring/2026?view=tiles");
        var tiles = Tile().Matches(page);
        tiles.Count.ShouldBe(40);
        tiles.ShouldAllBe(t => t.Groups["state"].Value.Length > 5);
        tiles.Single(t => t.Groups["unit"].Value == "20044").Groups["state"].Value.ShouldBe("Quá hạn 2 ngày");
    }

    [Fact]
    public async Task Coverage_counts_the_units_of_every_form()
    {
        var page = await (await PageClient.OfAsync(year.Host, "standing")).OpenAsync("/monitoring/2026");
        var row = page[page.IndexOf("<span class=\"code\">XP4</span>", StringComparison.Ordinal)..];
        row = row[..row.IndexOf("</tr>", StringComparison.Ordinal)];
        var versions = (await (await year.Host.SignInAsync("standing")).GetJsonAsync("/api/v1/units?on=2026-11-30&type=COMMUNE")).GetArrayLength();
        var numbers = Number().Matches(row).Select(m => m.Groups["n"].Value).ToArray();
        numbers[0].ShouldBe(versions.ToString(System.Globalization.CultureInfo.InvariantCulture));
        int.Parse(numbers[2], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(int.Parse(numbers[3], System.Globalization.CultureInfo.InvariantCulture), versions - 1);
    }

    [Fact]
    public async Task A_units_own_page_leads_to_its_forms_for_those_who_may_read_them()
    {
        (await (await PageClient.OfAsync(year.Host, "standing")).OpenAsync("/monitoring/2026/CATP")).ShouldContain("href=\"/review/2026/CA1/CATP\"");
        var leader = await (await PageClient.OfAsync(year.Host, "leader")).OpenAsync("/monitoring/2026/CATP");
        leader.ShouldContain("CA1");
        leader.ShouldNotContain("/review/2026/CA1/CATP");
        (await (await PageClient.OfAsync(year.Host, "admin")).OpenAsync("/monitoring/2026/19960")).ShouldNotContain("href=\"/review/");
        (await (await PageClient.OfAsync(year.Host, "19960.reporter")).OpenAsync("/monitoring/2026/19960")).ShouldContain("href=\"/review/2026/XP1/19960\"");
        (await (await PageClient.OfAsync(year.Host, "19960.reporter")).TryAsync("/monitoring/2026/20044")).Headers.Location!.ToString().ShouldBe("/denied");
        (await (await PageClient.OfAsync(year.Host, "standing")).TryAsync("/monitoring/2026/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_standing_agencys_desk_leads_there()
    {
        var desk = await (await PageClient.OfAsync(year.Host, "standing")).OpenAsync("/");
        desk.ShouldContain("href=\"/monitoring/2026\"");
        desk.ShouldContain("href=\"/review\"");
        desk.ShouldContain("href=\"/monitoring/2026/20044\"");
        (await (await PageClient.OfAsync(year.Host, "leader")).OpenAsync("/")).ShouldNotContain("href=\"/review\"");
    }

    private static string RowOf(string page, string unit)
    {
        var start = page.IndexOf($"href=\"/monitoring/2026/{unit}\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, unit);
        return page[start..page.IndexOf("</tr>", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("class=\"row-link\" href=\"/monitoring/2026/(?<unit>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitLink();

    [GeneratedRegex("class=\"row-link\" href=\"/monitoring/2026/[^\"]+\">(?<name>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("<li class=\"tile tile-[a-z]+\">\\s*<a class=\"row-link\" href=\"/monitoring/2026/(?<unit>[^\"]+)\">[^<]+</a>\\s*<span class=\"state\">(?<state>[^<]+)</span>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tile();

    [GeneratedRegex("<td class=\"num\">(?<n>[0-9.]+)</td>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
