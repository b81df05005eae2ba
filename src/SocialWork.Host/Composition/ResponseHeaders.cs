using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Composition;

/// <summary>What every answer tells the browser: take nothing from elsewhere, run nothing from the page, guess nothing, keep nothing of people's data.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    // Bootstrap's sheet draws some of its signs with data: addresses.
    private const string OfPages =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string OfPrograms = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy = PageGate.IsPage(http.Request.Path) ? OfPages : OfPrograms;
        http.Response.OnStarting(static state =>
        {
            var answered = (HttpContext)state;
            // What an answer says about itself stands; style sheets and fonts are nobody's data.
            if (answered.User.Identity?.IsAuthenticated is true && answered.Response.Headers.CacheControl.Count == 0) answered.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
