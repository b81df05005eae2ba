using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Conformance;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>Each agency's own report, as the document that its head signs.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AgencyReportTests(ServedYear year)
{
    [Theory]
    [InlineData("19960", "ỦY BAN NHÂN DÂN PHƯỜNG PHÚ BÀI", "Số: «…»/BC-UBND", "Phú Bài, ngày", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")]
    [InlineData("SGDDT", "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: «…»/BC-SGDDT", "Huế, ngày", "GIÁM ĐỐC", "GIÁM ĐỐC")]
    [InlineData("CATP", "BỘ CÔNG AN CÔNG AN THÀNH PHỐ HUẾ", "Số: «…»/BC-CATP", "Huế, ngày", "GIÁM ĐỐC", "GIÁM ĐỐC")]
    [InlineData("MTTQ", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HUẾ", "Số: «…»/BC-MTTQ-BTT", "Huế, ngày", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")]
    public async Task Its_head_and_signature_are_those_of_the_agency_and_its_layout_conforms(string unit, string above, string number, string place, string capacity, string title)
    {
        var file = await (await year.Host.SignInAsync("standing")).GetByteArrayAsync(Address(unit));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
        Findings(file).ShouldBeEmpty();
        var lines = document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToArray();
        string.Join(' ', lines.TakeWhile(line => !line.StartsWith("Số:", StringComparison.Ordinal)).Where(line => line.Length > 0)).ShouldBe(above);
        lines.ShouldContain(number);
        lines.ShouldContain(line => line.StartsWith(place, StringComparison.Ordinal));
        lines.ShouldContain("Kính gửi: Sở Y tế.");
        // A single annex has no number, and the text names it as it is called.
        var annexes = lines.Where(line => line.StartsWith("Phụ lục", StringComparison.Ordinal)).ToArray();
        annexes.ShouldBe(unit == "SGDDT" ? ["Phụ lục"] : ["Phụ lục I", "Phụ lục II"]);
        lines.ShouldContain(line => line.EndsWith($"chi tiết tại {annexes[0]}.", StringComparison.Ordinal));
        lines.ShouldContain(capacity);
        lines.ShouldContain(title);
    }

    [Fact]
    public async Task Every_agencys_report_conforms()
    {
        var (model, reports) = await BuiltAsync(Standing);
        reports.Length.ShouldBe(48);
        foreach (var report in reports)
            Findings(WordFile.Write(AgencyReportDocument.Of(report, AgencyLetterhead.Of(model.Plan, model.Units.Find(report.Unit)!)), CancellationToken.None)).Select(finding => $"{report.Unit} {finding}").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_sent_is_not_printed()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var standing = await host.SignInAsync("standing");
        var late = (await standing.GetJsonAsync("/api/v1/plans/2026/combined-report")).GetProperty("coverage").GetProperty("missing").EnumerateArray().First(unit => unit.GetProperty("formsSent").GetInt32() == 0).GetProperty("unit").GetString()!;
        var reporter = await host.SignInAsync(late + ".reporter");
        var saved = await reporter.PutAsJsonAsync(new Uri($"/api/v1/submissions/2026/K4/{late}", UriKind.Relative), new { values = new { su_kien = 987654 } });
        saved.IsSuccessStatusCode.ShouldBeTrue(await saved.Content.ReadAsStringAsync());
        var text = await TextAsync(reporter, late);
        text.ShouldNotContain("987.654");
        text.ShouldContain("K4 – Truyền thông, phổ biến: chưa gửi.");
        text.ShouldContain("Chưa gửi:");
    }

    [Fact]
    public async Task Others_do_not_see_it_and_readers_of_the_city_see_no_restricted_form()
    {
        (await (await year.Host.SignInAsync("19789.reporter")).GetAsync(Address("19960"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await year.Host.SignInAsync("admin")).GetAsync(Address("19960"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await year.Host.SignInAsync("standing")).GetAsync(Address("TAND"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var seen = await TextAsync(await year.Host.SignInAsync("leader"), "CATP");
        seen.ShouldContain("không in ở bản này vì biểu hạn chế người xem");
        (await TextAsync(await year.Host.SignInAsync("CATP.reporter"), "CATP")).ShouldNotContain("hạn chế người xem");
    }

    [Fact]
    public async Task Readers_of_the_city_see_the_small_numbers_of_sensitive_groups_hidden_and_all_others_as_they_are()
    {
        var leader = new Actor("leader", [Role.Leader], Unit: null);
        var (model, whole) = await BuiltAsync(Standing);
        var (_, masked) = await BuiltAsync(leader);
        var masks = year.Host.Services.GetRequiredService<FormMasks>();
        var reader = year.Host.Services.GetRequiredService<ISubmissionReader>();
        var archive = year.Host.Services.GetRequiredService<Core.Forms.FormArchive>();
        var hiddenOfAll = 0;
        foreach (var (all, some) in whole.Zip(masked))
        {
            foreach (var (form, seen) in all.Forms.Zip(some.Forms).Where(pair => pair.Second.Showing is FormShowing.Sent or FormShowing.Accepted))
            {
                var counting = (await reader.CountingAsync("2026", form.Code, "2026", all.Unit, CancellationToken.None)).Single().Version;
                var hidden = (await masks.ReadAsync(leader, model, model.Form(form.Code)!, CancellationToken.None)).Hidden(counting.Key, counting.Number, archive[counting.FormHash], counting.Values).Count;
                var cells = Cells(form).Zip(Cells(seen)).ToArray();
                cells.Count(pair => pair.Second.IsHidden).ShouldBe(hidden, $"{all.Unit} {form.Code}");
                cells.Where(pair => pair.Second.IsHidden).ShouldAllBe(pair => pair.Second.Words.Length == 0);
                cells.Where(pair => !pair.Second.IsHidden).ShouldAllBe(pair => pair.First == pair.Second);
                hiddenOfAll += hidden;
            }
        }

        hiddenOfAll.ShouldBeGreaterThan(0);
        var shown = masked.First(report => report.Forms.SelectMany(Cells).Any(cell => cell.IsHidden));
        (await TextAsync(await year.Host.SignInAsync("leader"), shown.Unit)).ShouldContain("Số liệu được che");
    }

    [Fact]
    public async Task Its_page_offers_it_to_who_may_see_it_and_says_what_to_fill_in_by_hand()
    {
        var own = WebUtility.HtmlDecode(await (await year.Host.SignInAsync("19960.reporter")).GetStringAsync(new Uri("/", UriKind.Relative)));
        own.ShouldContain("/agencies/19960/report.docx");
        own.ShouldContain("điền bằng tay");
        own.ShouldNotContain("/agencies/19960/report.pdf", customMessage: "this server does not print");
        (await (await year.Host.SignInAsync("standing")).GetStringAsync(new Uri("/monitoring/2026/SGDDT", UriKind.Relative))).ShouldContain("/agencies/SGDDT/report.docx");
        (await (await year.Host.SignInAsync("admin")).GetStringAsync(new Uri("/monitoring/2026/SGDDT", UriKind.Relative))).ShouldNotContain("/agencies/SGDDT/report.docx");
    }

    private static readonly Actor Standing = new("standing", [Role.StandingAgency], Unit: null);

    private async Task<(PlanModel Model, AgencyReport[] Reports)> BuiltAsync(Actor actor)
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
        var builder = year.Host.Services.GetRequiredService<AgencyReportBuilder>();
        var reports = new List<AgencyReport>();
        foreach (var unit in model.Units.All.Where(unit => AgencyReportBuilder.Find(model, unit.Code) is not null))
            reports.Add((await builder.BuildAsync(actor, model, unit.Code, CancellationToken.None)).ShouldBeOfType<Result<AgencyReport>.Ok>().Value);
        return (model, [.. reports]);
    }

    private static IEnumerable<FormTableCell> Cells(AgencyForm form) => form.Tables.SelectMany(table => table.Rows).SelectMany(row => row);

    private static ImmutableArray<LayoutFinding> Findings(byte[] file) => DecreeChecker.Check(new MemoryStream(file), CancellationToken.None).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.Ok>().Value;

    private static async Task<string> TextAsync(HttpClient client, string unit)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(Address(unit))), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static Uri Address(string unit) => new($"/api/v1/plans/2026/agencies/{unit}/report.docx", UriKind.Relative);
}
