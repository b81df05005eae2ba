using SocialWork.Abstractions;
using SocialWork.Host.Api;

namespace SocialWork.Host.Composition;

/// <summary>
/// Refuses what another site makes a signed-in browser send to the API. Pages are guarded by their antiforgery token; programs
/// send neither header, and are let through. Safe for concurrent use.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) => ChangesSomething(http.Request) && IsFromElsewhere(http.Request)
        ? Answers.Problem(
            http, StatusCodes.Status403Forbidden, "request.otherSite",
            new Text("Yêu cầu được gửi từ một trang web khác.", "The request was sent by another site.")).ExecuteAsync(http)
        : next(http);

    private static bool ChangesSomething(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    // The browser's own words: the newer header where it sends it, else where the page came from; "null" is a page that hides that.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none")) return true;
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
