using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>The combined report of the demonstration year as the document that is signed.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WordReportTests(ServedYear year)
{
    private const string Address = "/api/v1/plans/2026/combined-report";

    [Fact]
    public async Task The_document_says_of_every_target_what_the_json_says()
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await client.GetAsync(new Uri(Address + ".docx", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(WordFile.ContentType);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("bao-cao-tong-hop-2026.docx");
        using var file = WordprocessingDocument.Open(await response.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();

        var targets = (await client.GetJsonAsync(Address)).GetProperty("targets").EnumerateArray().ToArray();
        var rows = file.MainDocumentPart!.Document.Body!.Elements<Table>().SelectMany(table => table.Elements<TableRow>()).Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray()).ToArray();
        foreach (var target in targets)
        {
            var line = rows.Single(row => row[0].StartsWith(target.GetProperty("indicator").GetString() + ". ", StringComparison.Ordinal));
            string.Concat(line[1].Where(char.IsDigit)).ShouldBe(target.GetProperty("numerator").GetRawText());
            string.Concat(line[2].Where(char.IsDigit)).ShouldBe(target.GetProperty("denominator").GetRawText());
            line[4].ShouldBe(target.GetProperty("rateText").GetString());
        }

        targets.Length.ShouldBe(5);
        file.MainDocumentPart.Document.Body.InnerText.ShouldContain("BC-SYT");
        file.MainDocumentPart.Document.Body.InnerText.ShouldContain("Kế hoạch số «…»");
    }
}
