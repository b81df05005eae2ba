using SocialWork.Abstractions;
using SocialWork.Documents.Html;

namespace SocialWork.Host.Pages.Support;

/// <summary>A page that needs nothing of the product: for when the host is starting, when it failed, and for addresses that do not exist.</summary>
internal static class BarePage
{
    public static Task WriteAsync(HttpContext http, int status, Text heading, Text detail, int? refreshSeconds = null)
    {
        var language = PageLanguage.Of(http.Request);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var refresh = refreshSeconds is { } seconds ? Markup.Of($"<meta http-equiv=\"refresh\" content=\"{seconds}\">") : Markup.Empty;
        var home = refreshSeconds is null ? Markup.Of($"<p><a href=\"/\">{(language == PageLanguage.English ? "Back to the first page" : "Về trang đầu")}</a></p>") : Markup.Empty;
        return http.Response.WriteAsync(Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{refresh}
            <title>{heading.In(language)}</title><link rel="stylesheet" href="/lib/bootstrap/bootstrap.min.css"><link rel="stylesheet" href="/lib/be-vietnam-pro/be-vietnam-pro.css"><link rel="stylesheet" href="/site.css"></head>
            <body><main class="container bare"><h1>{heading.In(language)}</h1><p role="status">{detail.In(language)}</p>{home}</main></body></html>

            """).ToString(), http.RequestAborted);
    }
}
