using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Tables;

/// <summary>Every list in every format, as accounts that may see much and little.</summary>
[Collection(ServedYearTests.Name)]
public sealed class EveryListTests(ServedYear year)
{
    private static readonly string[] Accounts = ["standing", "19960.reporter", "leader", "auditor", "admin"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var list in ListAddress.All)
            {
                foreach (var account in Accounts) cases.Add(list.Path, account);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_list_holds_the_same_in_every_format(string path, string account)
    {
        var list = ListAddress.All.Single(l => l.Path == path);
        var client = await year.Host.SignInAsync(account);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var asJson = await client.GetAsync(new Uri(path, UriKind.Relative));
        foreach (var suffix in TableFile.Formats)
        {
            using var asFile = await client.GetAsync(new Uri(TableFile.Address(path, suffix), UriKind.Relative));
            asFile.StatusCode.ShouldBe(asJson.StatusCode);
            if (asJson.StatusCode != HttpStatusCode.OK)
            {
                (await asFile.JsonAsync()).GetProperty("code").GetString().ShouldBe((await asJson.JsonAsync()).GetProperty("code").GetString());
                continue;
            }

            var lines = list.Lines(await asJson.JsonAsync()).ToArray();
            var table = await TableFile.ReadAsync(asFile, suffix);
            table.Rows.Length.ShouldBe(lines.Length);
            foreach (var column in list.Columns) Compare(table, column, lines, suffix);
        }
    }

    [Fact]
    public async Task Every_list_is_open_to_someone_and_some_are_closed_to_some()
    {
        var refused = 0;
        foreach (var list in ListAddress.All)
        {
            var open = 0;
            foreach (var account in Accounts)
            {
                using var response = await (await year.Host.SignInAsync(account)).GetAsync(new Uri(TableFile.Address(list.Path, ".csv"), UriKind.Relative));
                if (response.IsSuccessStatusCode) open++;
                else refused++;
            }

            open.ShouldBePositive(list.Path);
        }

        refused.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_description_of_the_api_has_no_list_that_is_not_compared_here()
    {
        var description = await year.Host.Anonymous().GetJsonAsync("/openapi/v1.json");
        var lists = description.GetProperty("paths").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("get", out var get) && get.GetProperty("summary").GetString()!.Contains(".csv and .xlsx", StringComparison.Ordinal))
            .Select(p => p.Name)
            .ToArray();
        lists.Length.ShouldBe(20);
        foreach (var list in lists)
            ListAddress.All.ShouldContain(l => Matches(list, l.Path), list);
    }

    private static bool Matches(string template, string path)
    {
        var (expected, actual) = (template.Split('/'), path.Split('?')[0].Split('/'));
        return expected.Length == actual.Length && expected.Zip(actual).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    private static void Compare(TableFile table, string column, JsonElement[] lines, string suffix)
    {
        var (heading, name) = (column.Split('=')[0], column.Split('=')[1]);
        var percent = name.EndsWith('%');
        table.Column(heading).ShouldBe(lines.Select(line => TableFile.Expected(name.Length == 0 ? line : line.GetProperty(name.TrimEnd('%')), suffix, percent)), $"{heading} in {suffix}");
    }
}
