using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>Workbooks of the demonstration year, over HTTP.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WorkbookDownloadTests(ServedYear year)
{
    public static TheoryData<string> Agencies => ["SYT", "STC", "SNV", "SGDDT", "STP", "SVHTT", "CATP", "MTTQ"];

    [Theory]
    [MemberData(nameof(Agencies))]
    public async Task An_agencys_workbook_is_valid_and_holds_what_its_forms_hold(string agency) => await ProveAsync(await year.Host.SignInAsync("standing"), agency);

    [Fact]
    public async Task So_is_that_of_every_commune()
    {
        var client = await year.Host.SignInAsync("standing");
        var communes = (await ModelAsync()).Units.OfType(UnitTypes.Commune).Select(unit => unit.Code).ToArray();
        communes.Length.ShouldBe(40);
        foreach (var commune in communes) await ProveAsync(client, commune);
    }

    [Fact]
    public async Task Every_form_is_valid_by_itself_for_the_first_unit_that_fills_it()
    {
        var client = await year.Host.SignInAsync("standing");
        var model = await ModelAsync();
        foreach (var form in model.Forms.Where(form => form.Definition.Period != ReportingPeriod.AdHoc))
        {
            var unit = model.Fillers(form.Definition).First();
            var file = await DownloadAsync(client, $"/api/v1/forms/{form.Code}/workbook?plan=2026&unit={unit.Code}");
            XlsxGrid.Errors(file).ShouldBeEmpty(form.Code);
            var sheets = XlsxGrid.Read(file).Where(sheet => !sheet.VeryHidden).ToArray();
            sheets.ShouldHaveSingleItem()[1, 1].ShouldBe("#sheet:1");
        }
    }

    [Theory]
    [InlineData("SYT")]
    [InlineData("STC")]
    [InlineData("19960")]
    [InlineData("SGDDT")]
    public async Task Another_program_opens_and_saves_it_and_every_cell_is_the_same(string agency)
    {
        var file = await DownloadAsync(await year.Host.SignInAsync("standing"), $"/api/v1/workbooks?plan=2026&unit={agency}");
        var saved = XlsxGrid.Read(await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None));
        var before = XlsxGrid.Read(file);
        saved.Select(sheet => sheet.Name).ShouldBe(before.Select(sheet => sheet.Name));
        foreach (var (sheet, after) in before.Zip(saved)) Shown(after).ShouldBe(Shown(sheet), sheet.Name);
    }

    [Theory]
    [InlineData("19960.reporter", "forms/XP3/workbook?plan=2026&unit=19960", HttpStatusCode.OK)]
    [InlineData("19960.approver", "workbooks?plan=2026&unit=19960", HttpStatusCode.OK)]
    [InlineData("19960.reporter", "forms/YT2/workbook?plan=2026&unit=19960", HttpStatusCode.OK)]
    [InlineData("19960.reporter", "forms/YT2/workbook?plan=2026&unit=TYT-19960&period=2026-Q2", HttpStatusCode.OK)]
    [InlineData("SGDDT.reporter", "forms/GD1/workbook?plan=2026&unit=SGDDT", HttpStatusCode.OK)]
    [InlineData("SGDDT.reporter", "forms/GD1/workbook?plan=2026&unit=TH-19960-1", HttpStatusCode.OK)]
    [InlineData("leader", "forms/GD1/workbook?plan=2026&unit=SGDDT", HttpStatusCode.OK)]
    [InlineData("leader", "forms/XP3/workbook?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("leader", "workbooks?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("19969.reporter", "forms/XP3/workbook?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("19969.reporter", "forms/YT2/workbook?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("19969.reporter", "workbooks?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("SYT.reporter", "forms/GD1/workbook?plan=2026&unit=SGDDT", HttpStatusCode.Forbidden)]
    [InlineData("SGDDT.reporter", "forms/CA1/workbook?plan=2026&unit=CATP", HttpStatusCode.Forbidden)]
    [InlineData("admin", "workbooks?plan=2026&unit=19960", HttpStatusCode.Forbidden)]
    [InlineData("standing", "forms/GD1/workbook?plan=2026&unit=SYT", HttpStatusCode.NotFound)]
    [InlineData("standing", "forms/K6/workbook?plan=2026&unit=SYT", HttpStatusCode.NotFound)]
    [InlineData("standing", "forms/ZZ/workbook?plan=2026&unit=SYT", HttpStatusCode.NotFound)]
    [InlineData("standing", "forms/GD1/workbook?plan=2026&unit=NOBODY", HttpStatusCode.NotFound)]
    [InlineData("standing", "forms/GD1/workbook?plan=2026&unit=SGDDT&period=2026-Q1", HttpStatusCode.NotFound)]
    [InlineData("standing", "forms/GD1/workbook?plan=2031&unit=SGDDT", HttpStatusCode.NotFound)]
    [InlineData("standing", "workbooks?plan=2026&unit=NOBODY", HttpStatusCode.NotFound)]
    [InlineData("standing", "workbooks?plan=2026", HttpStatusCode.BadRequest)]
    public async Task Only_who_may_read_the_forms_gets_them(string user, string address, HttpStatusCode expected) =>
        (await (await year.Host.SignInAsync(user)).GetAsync(new Uri("/api/v1/" + address, UriKind.Relative))).StatusCode.ShouldBe(expected);

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing() =>
        (await year.Host.Anonymous().GetAsync(new Uri("/api/v1/workbooks?plan=2026&unit=19960", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_file_comes_with_its_type_and_a_name()
    {
        var response = await (await year.Host.SignInAsync("19960.reporter")).GetAsync(new Uri("/api/v1/forms/XP3/workbook?plan=2026&unit=19960", UriKind.Relative));
        response.Content.Headers.ContentType!.MediaType.ShouldBe(FormWorkbookFile.ContentType);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("2026-XP3-19960.xlsx");
    }

    [Fact]
    public async Task A_reader_of_the_city_gets_what_was_sent_and_not_the_draft()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await host.SignInAsync("standing");
        const string Submission = "/api/v1/submissions/2026/XP1/19960";
        (await SendAsync(standing, HttpMethod.Post, Submission + "/reopen", """{"reason":"Cần sửa"}""")).EnsureSuccessStatusCode();
        (await SendAsync(await host.SignInAsync("19960.reporter"), HttpMethod.Patch, Submission, """{"values":{"diem":987654}}""")).EnsureSuccessStatusCode();

        async Task<string> SeenBy(string user) => MarkedCells.Values(XlsxGrid.Read(await DownloadAsync(await host.SignInAsync(user), "/api/v1/forms/XP1/workbook?plan=2026&unit=19960"))[0])["diem"];

        (await SeenBy("19960.reporter")).ShouldBe("987654");
        (await SeenBy("standing")).ShouldBe("987654");
        (await SeenBy("leader")).ShouldNotBe("987654");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string json)
    {
        var current = await client.GetAsync(new Uri(address.Replace("/reopen", string.Empty, StringComparison.Ordinal), UriKind.Relative));
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.Add(current.Headers.ETag!);
        return await client.SendAsync(request);
    }

    // The stored values, read one submission at a time, against what the sheets say.
    private async Task ProveAsync(HttpClient client, string agency)
    {
        var file = await DownloadAsync(client, $"/api/v1/workbooks?plan=2026&unit={agency}");
        XlsxGrid.Errors(file).ShouldBeEmpty(agency);
        var sheets = XlsxGrid.Read(file);
        var identity = sheets.Single(sheet => sheet.Name == WorkbookMarks.IdentitySheet);
        ImmutableArray<IdentityLine> lines = [.. Enumerable.Range(1, identity.Cells.Keys.Max(place => place.Row)).Select(row => new IdentityLine(identity[row, 1], identity[row, 2]))];
        var known = WorkbookIdentity.Read(lines).ShouldBeOfType<Result<WorkbookIdentity>.Ok>().Value;
        var model = await ModelAsync();
        known.Sheets.Select(sheet => sheet.Form).ShouldBe(Owed(model, agency), agency);
        var reader = year.Host.Services.GetRequiredService<ISubmissionReader>();
        foreach (var sheet in known.Sheets)
        {
            var form = model.Form(sheet.Form)!;
            sheet.FormHash.ShouldBe(form.Compiled.Hash);
            var expected = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (unit, revision) in sheet.Units)
            {
                var key = new SubmissionKey("2026", sheet.Form, unit, sheet.Period);
                var stored = await reader.FindAsync(key, form.Compiled.Hash, CancellationToken.None);
                revision.ShouldBe(stored.Revision);
                var latest = await reader.VersionAsync(key, stored.LatestVersion, CancellationToken.None);
                foreach (var (cell, words) in MarkedCells.Expected(form.Compiled, stored.Draft?.Values ?? latest?.Values ?? FormValues.None, sheet.IsFacilitySheet ? $"@{unit} " : string.Empty)) expected.Add(cell, words);
                var said = stored.Draft?.Explanations ?? Explanations.None.AddRange((latest?.Warnings ?? []).Where(w => w.Explanation is not null).Select(w => KeyValuePair.Create(w.Id, w.Explanation!)));
                if (!sheet.IsFacilitySheet) foreach (var (id, words) in said) expected.Add("!" + id, words);
                else if (!said.IsEmpty) expected.Add($"@{unit} !", Explanations.Together(said));
            }

            var shown = MarkedCells.Values(sheets.Single(s => s[1, 1] == $"{WorkbookMarks.Sheet}{sheet.Number}"));
            shown.Remove(WorkbookMarks.DataAsOf);
            shown.OrderBy(cell => cell.Key, StringComparer.Ordinal).ShouldBe(expected.OrderBy(cell => cell.Key, StringComparer.Ordinal), $"{agency} {sheet.Form}");
        }
    }

    // Its own forms, and those of the facilities whose agency it is.
    private static string[] Owed(PlanModel model, string agency) =>
    [
        .. from form in model.Forms
           where form.Definition.Period != ReportingPeriod.AdHoc
           let units = model.Fillers(form.Definition).ToArray()
           where units.Any(unit => unit.Code == agency || (form.Definition.FilledBy is FilledBy.FacilitiesOf && Core.Plans.PlanMembers.AgencyFor(model.Plan, unit, form.Definition.Approval) == agency))
           select form.Code,
    ];

    private static (int Row, int Column, string Text)[] Shown(GridSheet sheet) =>
        [.. sheet.Cells.Where(cell => cell.Value.Text.Length > 0).OrderBy(cell => cell.Key).Select(cell => (cell.Key.Row, cell.Key.Column, cell.Value.Text))];

    private static async Task<byte[]> DownloadAsync(HttpClient client, string address)
    {
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<PlanModel> ModelAsync()
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        return (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
    }
}
