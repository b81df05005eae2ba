using System.Security.Cryptography;
using System.Text;
using SocialWork.Documents.Html;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Reports;

/// <summary>The report's style sheet as pages link it.</summary>
internal static class ReportSheet
{
    private const string Path = "/report.css";

    /// <summary>Its address, which changes when it does.</summary>
    public static string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReportStyle.Css)))[..16]}";

    public static void MapReportSheet(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = SmallAnswers.Keeping(http.Request);
            return Results.Text(ReportStyle.Css, "text/css; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
}
