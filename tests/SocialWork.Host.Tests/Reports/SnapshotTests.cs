using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>A combined report is frozen, corrected after, compared, replaced and issued, over HTTP and the real storage.</summary>
[Collection(ServedYearTests.Name)]
public sealed class SnapshotTests(ServedYear year) : IDisposable
{
    private const string Snapshots = "/api/v1/plans/2026/snapshots";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_corrections_a_snapshot_is_handed_out_byte_for_byte_and_calculated_anew_gives_the_same()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        (await TakeAsync(standing, "Chốt lần một")).StatusCode.ShouldBe(HttpStatusCode.Created);
        string[] addresses = [$"{Snapshots}/1.docx", $"{Snapshots}/1.html", $"{Snapshots}/1.json", $"{Snapshots}/1/content"];
        var before = await BytesAsync(standing, addresses);

        await CorrectAsync(host, standing, "19960", "XP3", 7, "tong[TE1]", "kt_tong");
        (await TakeAsync(standing, "Chốt lần hai")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await BytesAsync(standing, addresses)).ShouldBe(before);
        (await BytesAsync(standing, [$"{Snapshots}/2.json"])).ShouldNotBe(before[2..3]);
        foreach (var number in new[] { 1, 2 })
        {
            var replay = await standing.GetJsonAsync($"{Snapshots}/{number}/replay");
            replay.GetProperty("figures").GetArrayLength().ShouldBe(0);
            replay.GetProperty("isEqual").GetBoolean().ShouldBeTrue();
            replay.GetProperty("surroundings").GetArrayLength().ShouldBe(0);
        }
    }

    [Fact]
    public async Task The_difference_names_exactly_the_submission_that_was_changed_and_the_figures_it_moved()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        await TakeAsync(standing, "Trước khi sửa");
        await CorrectAsync(host, standing, "19960", "XP3", 7, "tong[TE1]", "kt_tong");
        await TakeAsync(standing, "Sau khi sửa");

        foreach (var to in new[] { "2", "now" })
        {
            var diff = await standing.GetJsonAsync($"{Snapshots}/1/diff/{to}");
            var submission = diff.GetProperty("submissions").EnumerateArray().ShouldHaveSingleItem();
            (submission.GetProperty("form").GetString(), submission.GetProperty("unit").GetString()).ShouldBe(("XP3", "19960"));
            submission.GetProperty("after").GetInt32().ShouldBe(submission.GetProperty("before").GetInt32() + 1);
            var moved = diff.GetProperty("figures").EnumerateArray().ToArray();
            var children = moved.Single(f => f.GetProperty("figure").GetString() == "CT2");
            (children.GetProperty("after").GetProperty("denominator").GetInt64() - children.GetProperty("before").GetProperty("denominator").GetInt64()).ShouldBe(7);
            foreach (var figure in moved)
            {
                figure.GetProperty("because").EnumerateArray().ShouldHaveSingleItem(figure.GetRawText()).GetProperty("unit").GetString().ShouldBe("19960");
                figure.GetProperty("figure").GetString().ShouldNotBe("CT1", "teachers have nothing to do with it");
            }
        }

        (await standing.GetJsonAsync($"{Snapshots}/2/diff/now")).GetProperty("figures").GetArrayLength().ShouldBe(0);
        (await standing.GetAsync(new Uri($"{Snapshots}/1/diff/9", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_thousand_corrections_later_the_snapshot_is_the_same_and_the_difference_names_those_thousand()
    {
        const int Corrections = 1_000;
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        await TakeAsync(standing, "Trước khi sửa");
        string[] addresses = [$"{Snapshots}/1.docx", $"{Snapshots}/1.html", $"{Snapshots}/1.json", $"{Snapshots}/1/content"];
        var before = await BytesAsync(standing, addresses);

        var corrected = await ManyCorrections.MakeAsync(host, Corrections);
        corrected.Length.ShouldBe(Corrections);

        (await BytesAsync(standing, addresses)).ShouldBe(before);
        var replay = await standing.GetJsonAsync($"{Snapshots}/1/replay");
        replay.GetProperty("isEqual").GetBoolean().ShouldBeTrue(replay.GetRawText());
        var diff = await standing.GetJsonAsync($"{Snapshots}/1/diff/now");
        diff.GetProperty("submissions").EnumerateArray().Select(c => $"{c.GetProperty("form").GetString()} {c.GetProperty("unit").GetString()}").ShouldBe(corrected, ignoreOrder: true);
        diff.GetProperty("figures").EnumerateArray().ShouldAllBe(figure => figure.GetProperty("because").GetArrayLength() > 0);
        diff.GetProperty("figures").GetArrayLength().ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Nothing_new_makes_no_new_snapshot_and_only_the_standing_agency_takes_one()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        (await TakeAsync(await host.SignInAsync("leader"), "Thử")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await TakeAsync(standing, "  ")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TakeAsync(standing, "Một")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var again = await TakeAsync(standing, "Hai");
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("snapshot.unchanged");
        (await standing.GetJsonAsync(Snapshots)).GetProperty("snapshots").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Agencies_see_a_snapshot_once_its_signed_copy_is_there_and_the_copy_is_not_exchanged()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        var agency = await host.SignInAsync("19960.reporter");
        await TakeAsync(standing, "Trình ký");
        (await agency.GetAsync(new Uri($"{Snapshots}/1.docx", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await agency.GetJsonAsync(Snapshots)).GetProperty("snapshots").GetArrayLength().ShouldBe(0);

        (await SignAsync(standing, "no pdf"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignAsync(agency, SignedPdf)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var signed = await SignAsync(standing, SignedPdf);
        signed.StatusCode.ShouldBe(HttpStatusCode.OK, await signed.Content.ReadAsStringAsync());
        var files = JsonDocument.Parse(await signed.Content.ReadAsStringAsync()).RootElement.GetProperty("files").EnumerateArray();
        files.Single(f => f.GetProperty("name").GetString() == "signed.pdf").GetProperty("hash").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(SignedPdf)));

        (await agency.GetByteArrayAsync(new Uri($"{Snapshots}/1/signed.pdf", UriKind.Relative))).ShouldBe(SignedPdf);
        (await agency.GetAsync(new Uri($"{Snapshots}/1.docx", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agency.GetAsync(new Uri($"{Snapshots}/1/content", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SignAsync(standing, [.. SignedPdf, (byte)'\n'])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_replacement_names_the_document_that_it_replaces_and_only_an_issued_one_is_replaced()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        await TakeAsync(standing, "Trình ký");
        (await TakeAsync(standing, "Thay thế", 1)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await SignAsync(standing, SignedPdf);
        (await TakeAsync(standing, "Thay thế do sai sót", 1)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await TakeAsync(standing, "Lần nữa", 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await standing.GetJsonAsync($"{Snapshots}/1")).GetProperty("replacedBy").GetInt32().ShouldBe(2);
        var document = await standing.GetByteArrayAsync(new Uri($"{Snapshots}/2.docx", UriKind.Relative));
        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        file.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Báo cáo này thay thế Báo cáo số");
    }

    [Fact]
    public async Task Each_snapshot_carries_the_end_of_the_audit_chain_and_the_hash_of_the_one_before()
    {
        await using var host = await CopyAsync();
        var standing = await host.SignInAsync("standing");
        await TakeAsync(standing, "Một");
        await CorrectAsync(host, standing, "19960", "XP3", 1, "tong[TE1]", "kt_tong");
        await TakeAsync(standing, "Hai");
        var (first, second) = (await standing.GetJsonAsync($"{Snapshots}/1"), await standing.GetJsonAsync($"{Snapshots}/2"));

        second.GetProperty("previousHash").GetString().ShouldBe(first.GetProperty("hash").GetString());
        var audit = first.GetProperty("audit");
        var line = (await (await host.SignInAsync("auditor")).GetJsonAsync($"/api/v1/audit?before={audit.GetProperty("seq").GetInt64() + 1}&limit=1")).EnumerateArray().First();
        line.GetProperty("hash").GetString().ShouldBe(audit.GetProperty("hash").GetString());
    }

    private static readonly byte[] SignedPdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    private async Task<HostUnderTest> CopyAsync()
    {
        year.CopyTo(_folder.Path);
        return await HostUnderTest.StartAsync(_folder.Path);
    }

    private static Task<HttpResponseMessage> TakeAsync(HttpClient client, string reason, int? replaces = null) => client.PostAsJsonAsync(Snapshots, new { reason, replaces });

    private static async Task<HttpResponseMessage> SignAsync(HttpClient client, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return await client.PutAsync(new Uri($"{Snapshots}/1/signed.pdf", UriKind.Relative), content);
    }

    private static async Task<string[]> BytesAsync(HttpClient client, string[] addresses)
    {
        var hashes = new List<string>();
        foreach (var address in addresses) hashes.Add(Convert.ToHexStringLower(SHA256.HashData(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative)))));
        return [.. hashes];
    }

    // Reopened by the standing agency, some cells raised by the unit, sent by its head.
    private static async Task CorrectAsync(HostUnderTest host, HttpClient standing, string unit, string form, long by, params string[] cells)
    {
        var reporter = new FormClient(await host.SignInAsync(unit + ".reporter"), form, unit);
        await FormClient.OkAsync(new FormClient(standing, form, unit).PostAsync("reopen", """{"reason":"Đính chính số liệu theo văn bản"}""", await reporter.ETagAsync()));
        var values = (await reporter.GetAsync()).GetProperty("values");
        var raised = JsonSerializer.Serialize(new { values = cells.ToDictionary(cell => cell, cell => values.GetProperty(cell).GetInt64() + by) });
        await FormClient.OkAsync(reporter.PatchAsync(raised, await reporter.ETagAsync()));
        await FormClient.OkAsync(reporter.PostAsync("submit", await reporter.ExplanationsAsync(), await reporter.ETagAsync()));
        await FormClient.OkAsync(new FormClient(await host.SignInAsync(unit + ".approver"), form, unit).PostAsync("approve", "{}", await reporter.ETagAsync()));
    }
}
