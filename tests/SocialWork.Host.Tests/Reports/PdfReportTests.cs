using System.Net;
using System.Net.Http.Headers;
using SocialWork.Documents.Pdf;
using SocialWork.Host.Printing;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The combined report as a PDF, where the server prints and where it does not.</summary>
[Collection(ServedYearTests.Name)]
public sealed class PdfReportTests(ServedYear year)
{
    private static readonly Uri Address = new("/api/v1/plans/2026/combined-report.pdf", UriKind.Relative);

    [Fact]
    public async Task Where_the_server_prints_the_report_is_printed_once_and_offered_on_its_page()
    {
        using var folder = new TemporaryFolder();
        year.CopyTo(folder.Path);
        await using var host = await HostUnderTest.StartAsync(folder.Path, "--libreoffice", await LibreOffice.ForPrintingAsync(CancellationToken.None), "--libreoffice-seconds", "300");
        while (!host.Services.GetRequiredService<PdfPrinter>().IsOn) await Task.Delay(50);
        var client = await host.SignInAsync("standing");
        var response = await client.GetAsync(Address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("bao-cao-tong-hop-2026.pdf");
        var pdf = await response.Content.ReadAsByteArrayAsync();
        PdfFonts.Read(pdf).ShouldNotBeEmpty();

        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await client.GetByteArrayAsync(Address)).ShouldBe(pdf, "printed once and kept");
        using var accepting = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/plans/2026/combined-report", UriKind.Relative));
        accepting.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/pdf"));
        (await (await client.SendAsync(accepting)).Content.ReadAsByteArrayAsync()).ShouldBe(pdf);

        (await client.GetStringAsync(new Uri("/reports/2026", UriKind.Relative))).ShouldContain("combined-report.pdf");
        (await (await host.SignInAsync("admin")).GetStringAsync(new Uri("/admin/system", UriKind.Relative))).ShouldContain("bật: LibreOffice");
    }

    [Fact]
    public async Task Where_the_server_does_not_print_it_says_so_and_the_page_does_not_offer_it()
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await client.GetAsync(Address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe("pdf.off");
        (await client.GetStringAsync(new Uri("/reports/2026", UriKind.Relative))).ShouldNotContain("combined-report.pdf");
        (await year.Host.Anonymous().GetJsonAsync("/health/ready")).GetProperty("pdf").GetString().ShouldBe("off");
    }
}
