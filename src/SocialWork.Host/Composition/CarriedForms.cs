using Microsoft.AspNetCore.Http.Extensions;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Composition;

/// <summary>
/// A page's form that is posted after the session ended is answered with the sign-in, which carries what was typed. A page with
/// script keeps it itself and is sent to the sign-in as always. Safe for concurrent use.
/// </summary>
internal sealed class CarriedForms(RequestDelegate next, FormCarrier carrier)
{
    private const string SignIn = "/sign-in";
    private const string Token = "__RequestVerificationToken";
    private static readonly object Key = new();

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!IsTurnedAway(http) || !IsFromHere(http.Request)) return;
        if (await CarriedFields.ReadAsync(http) is not { } fields) return;
        if (carrier.Close(new CarriedForm(http.Request.GetEncodedPathAndQuery(), [.. fields.Where(field => field.Key != Token)])) is not { } carried) return;
        http.Items[Key] = carried;
        http.Response.Clear();
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (HttpMethods.Get, SignIn, QueryString.Empty);
        await next(http);
    }

    /// <summary>What a request carries to the sign-in; null for nothing.</summary>
    public static string? Of(HttpContext http) => http.Items.TryGetValue(Key, out var carried) ? carried as string : null;

    private static bool IsTurnedAway(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && !http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status302Found
        && http.Request.HasFormContentType && http.Request.Headers["X-Requested-With"].Count == 0
        && http.User.Identity?.IsAuthenticated is not true
        && Uri.TryCreate(http.Response.Headers.Location.ToString(), UriKind.Absolute, out var to) && to.AbsolutePath == SignIn && PageGate.IsPage(http.Request.Path);

    // Another site must not have a form of its own carried into somebody's sign-in.
    private static bool IsFromHere(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
