using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Documents;
using SocialWork.Documents.Annexes;
using SocialWork.Documents.Html;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;
using SocialWork.Host.Api;

namespace SocialWork.Host.Reports;

/// <summary>A way to write the combined report.</summary>
/// <param name="Key">Its name in the cache, without the language.</param>
/// <param name="ContentType">What it is sent as.</param>
/// <param name="Render">Writes it for one language.</param>
internal sealed record ReportFormat(string Key, string ContentType, Func<ReportPaper, string, byte[]> Render)
{
    /// <summary>The content security policy of a document that a browser shows; null for others.</summary>
    public string? Policy { get; init; }

    /// <summary>What the file is called when it is kept; null for what a browser shows.</summary>
    public Func<string, string>? Name { get; init; }

    /// <summary>Whether what <see cref="Render"/> writes is a Word document that is printed to PDF.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>What the log calls it when it is handed out as a document; null for data.</summary>
    public string? Document { get; init; }
}

/// <summary>The formats of the combined report.</summary>
internal static class ReportFormats
{
    public static readonly ReportFormat Json = new(
        "json", "application/json; charset=utf-8", (paper, language) => JsonSerializer.SerializeToUtf8Bytes(paper.Report, ApiJson.In(language)));

    public static readonly ReportFormat Html = new(
        "html", "text/html; charset=utf-8", (paper, language) => Encoding.UTF8.GetBytes(CombinedReportHtml.Document(paper.Report, paper.Frame with { Language = language })))
    {
        Document = "combined-report.html",
        Policy = $"default-src 'none'; style-src {ReportStyle.PolicySource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    };

    /// <summary>The document that is signed; its language is Vietnamese, whoever asks.</summary>
    public static readonly ReportFormat Word = new(
        "docx", WordFile.ContentType, (paper, _) => WordFile.Write(CombinedReportDocument.Of(paper), CancellationToken.None))
    {
        Document = "combined-report.docx",
        Name = plan => $"bao-cao-tong-hop-{plan}.docx",
    };

    /// <summary>The tables of the annexes, with live sums.</summary>
    public static readonly ReportFormat Workbook = new(
        "xlsx", AnnexWorkbook.ContentType, (paper, language) => AnnexWorkbook.Write(paper.Report, language, CancellationToken.None))
    {
        Document = "combined-report.xlsx",
        Name = plan => $"phu-luc-bao-cao-tong-hop-{plan}.xlsx",
    };

    /// <summary>The same document printed, where the machine can.</summary>
    public static readonly ReportFormat Pdf = new("pdf", "application/pdf", Word.Render)
    {
        IsPrinted = true,
        Document = "combined-report.pdf",
        Name = plan => $"bao-cao-tong-hop-{plan}.pdf",
    };

    /// <summary>The format that a request prefers; JSON where it does not say.</summary>
    public static ReportFormat Accepted(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept.Where(a => a.Quality is null or > 0).OrderByDescending(a => a, MediaTypeHeaderValueComparer.QualityComparer))
        {
            if (accepted.MatchesMediaType("text/html")) return accepted.MatchesAllTypes ? Json : Html;
            if (accepted.MatchesMediaType("application/json")) return Json;
            if (accepted.MatchesMediaType(WordFile.ContentType)) return Word;
            if (accepted.MatchesMediaType(AnnexWorkbook.ContentType)) return Workbook;
            if (accepted.MatchesMediaType(Pdf.ContentType)) return Pdf;
        }

        return Json;
    }
}
