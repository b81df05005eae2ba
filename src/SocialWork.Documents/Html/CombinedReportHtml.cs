using SocialWork.Core.Reports;

namespace SocialWork.Documents.Html;

/// <summary>The combined report as HTML, by its official outline. Formats what the report has; computes nothing. Safe for concurrent use.</summary>
public static class CombinedReportHtml
{
    /// <summary>The report as one <c>article</c>, to stand in a page that has <see cref="ReportStyle"/> and no other first heading.</summary>
    public static Markup Article(CombinedReport report, ReportFrame frame)
    {
        var c = new ReportContext(report, frame);
        return Markup.Of($"""
            <article class="report" lang="{frame.Language}">
            {OpeningSection.Demonstration(c)}{OpeningSection.Title(c)}{OpeningSection.Summary(c)}{OpeningSection.Direction(c)}<section aria-labelledby="results"><h2 id="results">II. {c.Say("Kết quả thực hiện", "Results")}</h2>
            {TargetSection.Render(c)}{ActivitySection.Render(c)}{TaskSection.Render(c)}{FundingSection.Render(c)}</section>
            {OpeningSection.Assessment(c)}{ObstacleSection.Render(c)}{OpeningSection.Outlook(c)}{AnnexSection.Render(c)}{CoverageSection.Render(c)}</article>

            """);
    }

    /// <summary>The report as a document of its own, which needs no other file.</summary>
    public static string Document(CombinedReport report, ReportFrame frame) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{frame.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{report.Title.In(frame.Language)}</title>
        <style>{ReportStyle.Element}</style>
        </head>
        <body class="alone"><main>
        {Article(report, frame)}</main></body>
        </html>

        """).ToString();
}
