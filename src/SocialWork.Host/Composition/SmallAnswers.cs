using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Composition;

/// <summary>What keeps pages light on a slow line: compression where it gives nothing away, and files that are fetched once.</summary>
internal static class SmallAnswers
{
    /// <summary>For a year, without asking again: the address names the content.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    // Pages below these show secrets that are given out once.
    private static readonly PathString[] WithSecrets = ["/account", "/admin/accounts"];

    public static IServiceCollection AddSmallAnswers(this IServiceCollection services) =>
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css"];
        });

    /// <summary>Compresses the pages that one reads; neither what a form was answered with, nor pages with secrets, nor the API.</summary>
    public static IApplicationBuilder UseSmallPages(this IApplicationBuilder app) => app.UseWhen(http => MayShrink(http.Request), pages => pages.UseResponseCompression());

    /// <summary>Serves wwwroot: style sheets and scripts compressed, and everything whose address says its version for good.</summary>
    public static void UseSmallFiles(this WebApplication app)
    {
        var smaller = new StaticFileOptions
        {
            FileProvider = new CompressedFiles(app.Environment.WebRootFileProvider),
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.ContentEncoding = "br";
                Prepare(file);
            },
        };
        app.UseWhen(http => CompressedFiles.IsText(http.Request.Path.Value ?? string.Empty) && TakesBrotli(http.Request), files => files.UseStaticFiles(smaller));
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Prepare });
    }

    /// <summary>What an answer says of how long it may be kept, by whether its address names its content.</summary>
    public static string Keeping(HttpRequest request) => request.Query.ContainsKey("v") ? Forever : "no-cache";

    private static bool MayShrink(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && PageGate.IsPage(request.Path) && !Array.Exists(WithSecrets, secret => request.Path.StartsWithSegments(secret, StringComparison.OrdinalIgnoreCase));

    private static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken) && taken.Any(coding => coding.Value == "br" && coding.Quality is not 0);

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = Keeping(file.Context.Request);
        if (CompressedFiles.IsText(file.File.Name)) headers.Vary = HeaderNames.AcceptEncoding;
    }
}
