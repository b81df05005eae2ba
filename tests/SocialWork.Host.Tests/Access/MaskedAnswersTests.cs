using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Privacy;
using SocialWork.Core.Rules;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Host.Tests.Support;
using SocialWork.Host.Tests.Tables;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Access;

/// <summary>
/// Every answer that holds numbers of a sensitive form, as every kind of reader: what is refused, hidden and shown is what
/// docs/privacy.md says, which people have reviewed.
/// </summary>
[Collection(ServedYearTests.Name)]
public sealed class MaskedAnswersTests(ServedYear year)
{
    private const string Whole = "đủ";
    private const string Masked = "che";
    private const string Silent = "không có số";
    private const string Refused = "không";

    private static readonly (string Name, Func<SmallPlace, string> Account)[] Readers =
    [
        ("người nhập của đơn vị", p => p.Owner + ".reporter"),
        ("thủ trưởng đơn vị", p => p.Owner + ".approver"),
        ("xã, phường khác", p => (p.Owner == "19789" ? "19960" : "19789") + ".reporter"),
        ("sở khác", p => (p.Owner == "SGDDT" ? "SVHTT" : "SGDDT") + ".reporter"),
        ("thường trực", _ => "standing"),
        ("lãnh đạo", _ => "leader"),
        ("thanh tra", _ => "auditor"),
        ("quản trị", _ => "admin"),
    ];

    [Fact]
    public async Task Every_answer_about_a_sensitive_form_says_to_each_reader_what_the_reviewed_table_says()
    {
        var places = await PlacesAsync();
        places.Select(place => place.Form).Distinct().Count().ShouldBeGreaterThan(3, "the demonstration has small numbers in several forms");
        var table = new List<string> { $"| | {string.Join(" | ", Readers.Select(reader => reader.Name))} |", $"|---|{string.Concat(Readers.Select(_ => "---|"))}" };
        foreach (var shape in MaskedShape.All)
        {
            var cells = new List<string>();
            foreach (var (name, account) in Readers)
            {
                var answers = new HashSet<string>(StringComparer.Ordinal);
                foreach (var place in places) answers.Add(await AnswerAsync(shape, place, account(place)));
                cells.Add(answers.ShouldHaveSingleItem($"{shape.Name} as {name}: {string.Join(", ", answers)}"));
            }

            table.Add($"| {shape.Name} | {string.Join(" | ", cells)} |");
        }

        var reviewed = await File.ReadAllLinesAsync(Path.Combine(Paths.Repository, "docs", "privacy.md"));
        reviewed.SkipWhile(line => line != table[0]).TakeWhile(line => line.StartsWith('|')).ShouldBe(table, $"The table is now:\n{string.Join('\n', table)}");
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("auditor")]
    public async Task The_same_cells_are_hidden_in_every_answer_and_each_small_number_is_among_them(string user)
    {
        var reader = await year.Host.SignInAsync(user);
        foreach (var place in (await PlacesAsync()).DistinctBy(place => (place.Form, place.Unit)))
        {
            var address = $"/api/v1/submissions/2026/{place.Form}/{place.Unit}";
            var hidden = HiddenIn(await reader.GetJsonAsync(address));
            hidden.ShouldContain(place.Cell.ToString());
            HiddenIn(await reader.GetJsonAsync($"{address}/versions/{place.Version}")).ShouldBe(hidden);
            foreach (var suffix in TableFile.Formats)
            {
                var file = await TableFile.GetAsync(reader, $"{address}/versions/{place.Version}", suffix);
                var signs = file.Rows.Where(row => row[2] is MaskWords.Sign).Select(row => (string)row[0]!).ToArray();
                signs.ShouldBe(hidden, ignoreOrder: true);
                file.Rows.Count(row => row[0] is MaskWords.Sign).ShouldBe(1, "what the sign means is said once");
            }
        }
    }

    [Fact]
    public async Task A_form_that_one_unit_fills_for_the_city_is_shown_whole_to_leaders()
    {
        var (model, reader) = (await ModelAsync(), await year.Host.SignInAsync("leader"));
        var forms = model.Forms.Where(form => form.Definition.Sensitivity is Sensitivity.MaskedValues && model.Fillers(form.Definition).Count() == 1).ToArray();
        forms.ShouldNotBeEmpty();
        foreach (var form in forms)
        {
            var unit = model.Fillers(form.Definition).Single().Code;
            HiddenIn(await reader.GetJsonAsync($"/api/v1/submissions/2026/{form.Code}/{unit}")).ShouldBeEmpty(form.Code);
        }
    }

    [Theory]
    [InlineData("vi", "Dấu * không có nghĩa là 0 hay chưa báo cáo.", "số được che")]
    [InlineData("en", "The sign * means neither 0 nor not reported.", "hidden numbers, merged")]
    public async Task The_page_of_a_figure_says_once_what_the_sign_means(string language, string meaning, string line)
    {
        var place = (await PlacesAsync())[0];
        var address = new Uri("/reports/2026/figures/" + Uri.EscapeDataString($"{place.Form}.{place.Cell}") + "?lang=" + language, UriKind.Relative);
        (await PageAsync("standing")).ShouldNotContain(meaning);
        var page = await PageAsync("leader");
        page.Split(meaning).Length.ShouldBe(2);
        page.ShouldContain(line);

        async Task<string> PageAsync(string user) => WebUtility.HtmlDecode(await (await year.Host.SignInAsync(user)).GetStringAsync(address));
    }

    [Fact]
    public async Task A_number_that_becomes_small_is_hidden_from_the_next_reading_on()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var (leader, standing) = (await host.SignInAsync("leader"), await host.SignInAsync("standing"));
        var place = (await PlacesAsync()).First(place => place.Form == "XP3");
        var unit = await ShownZeroAsync(leader, place);
        var (reporter, head) = (new FormClient(await host.SignInAsync(unit + ".reporter"), "XP3", unit), new FormClient(await host.SignInAsync(unit + ".approver"), "XP3", unit));
        var standingAgency = new FormClient(standing, "XP3", unit);
        await OkAsync(standingAgency.PostAsync("reopen", """{"reason":"Số liệu cần kiểm tra lại."}""", await standingAgency.ETagAsync()));
        await OkAsync(reporter.PatchAsync($$$"""{"values":{"{{{place.Cell}}}":2}}""", await reporter.ETagAsync()));
        await OkAsync(reporter.PostAsync("submit", await reporter.ExplanationsAsync(), await reporter.ETagAsync()));
        await OkAsync(head.PostAsync("approve", ifMatch: await head.ETagAsync()));
        HiddenIn(await new FormClient(leader, "XP3", unit).GetAsync()).ShouldContain(place.Cell.ToString());
    }

    private static async Task<string> ShownZeroAsync(HttpClient leader, SmallPlace place)
    {
        foreach (var unit in (await leader.GetJsonAsync("/api/v1/units?type=COMMUNE")).EnumerateArray().Select(unit => unit.GetProperty("code").GetString()!))
        {
            var answer = await leader.GetJsonAsync($"/api/v1/submissions/2026/{place.Form}/{unit}");
            if (answer.GetProperty("values").TryGetProperty(place.Cell.ToString(), out var value) && value.ValueKind == JsonValueKind.Number && value.GetInt64() == 0) return unit;
        }

        throw new InvalidOperationException("Every commune has such children.");
    }

    private static string[] HiddenIn(JsonElement answer) =>
        [.. answer.GetProperty("values").EnumerateObject().Where(cell => cell.Value.ValueKind == JsonValueKind.Object && cell.Value.TryGetProperty("masked", out _)).Select(cell => cell.Name)];

    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    private async Task<string> AnswerAsync(MaskedShape shape, SmallPlace place, string account)
    {
        var client = _clients.GetValueOrDefault(account) ?? (_clients[account] = await year.Host.SignInAsync(account));
        using var response = await client.GetAsync(new Uri(shape.Address(place), UriKind.Relative));
        if (response.StatusCode == HttpStatusCode.Forbidden || response.Headers.Location?.OriginalString.Contains("/denied", StringComparison.Ordinal) == true) return Refused;
        // The page of a figure that is refused is no page.
        if (response.StatusCode == HttpStatusCode.NotFound) return Refused;
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{shape.Name} as {account} for {place}");
        var said = (await shape.Said(response, place)).ToArray();
        if (said.Length == 0) return shape.IsSilent ? Silent : Masked;
        if (said.All(number => number == MaskWords.Sign)) return Masked;
        if (!shape.IsLog) said.ShouldBe([place.Value.ToString(CultureInfo.InvariantCulture)], $"{shape.Name} as {account} for {place}");
        return Whole;
    }

    // Two small numbers of each form that many units fill.
    private async Task<ImmutableArray<SmallPlace>> PlacesAsync()
    {
        var model = await ModelAsync();
        var places = ImmutableArray.CreateBuilder<SmallPlace>();
        foreach (var form in model.Forms.Where(form => form.Definition.Sensitivity is Sensitivity.MaskedValues && model.Fillers(form.Definition).Skip(1).Any()))
        {
            var counting = await year.Host.Services.GetRequiredService<ISubmissionReader>().CountingAsync("2026", form.Code, Periods.Annual(2026), unit: null, CancellationToken.None);
            places.AddRange((
                from version in counting.OrderBy(version => version.Version.Key.Unit, StringComparer.Ordinal)
                let unit = model.Units.Find(version.Version.Key.Unit)
                where unit is not null
                from cell in Sensitive(form.Compiled)
                where CellMask.IsSmall(version.Version.Values[cell])
                select new SmallPlace(form.Code, unit.Code, model.Plan.AgencyFor(unit, form.Definition.Approval) ?? unit.Code, version.Version.Number, cell, ((CellValue.Number)version.Version.Values[cell]!).Value)).Take(2));
        }

        return places.ToImmutable();
    }

    private async Task<PlanModel> ModelAsync()
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        return (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
    }

    private static IEnumerable<CellKey> Sensitive(CompiledForm form) =>
        from field in form.Definition.Fields.OfType<IntField>()
        let mask = (Sensitivity.MaskedValues)form.Definition.Sensitivity
        from cell in FormCells.Of(field, new SubmittingUnit(string.Empty))
        where mask.Fields.Contains(field.Id) || mask.Options.Any(filter => field.By.Any(split => split.Id == filter.Dimension) && filter.Codes.Any(code => cell.Option1 == code || cell.Option2 == code))
        select cell;
}
