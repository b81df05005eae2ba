using Microsoft.AspNetCore.WebUtilities;

namespace SocialWork.Host.Pages.Support;

/// <summary>The language of pages: Vietnamese unless the reader chose English, which a cookie remembers.</summary>
internal static class PageLanguage
{
    public const string Vietnamese = "vi";
    public const string English = "en";
    private const string Cookie = "socialwork.lang";

    /// <summary>Reads the choice, without remembering it.</summary>
    public static string Of(HttpRequest request) =>
        Known(request.Query["lang"].ToString()) ?? Known(request.Cookies[Cookie]) ?? Vietnamese;

    /// <summary>Reads the choice, and remembers one made in the address.</summary>
    public static string Choose(HttpContext http)
    {
        if (Known(http.Request.Query["lang"].ToString()) is { } asked)
            http.Response.Cookies.Append(Cookie, asked, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/" });
        return Of(http.Request);
    }

    /// <summary>The address of the request, in a language.</summary>
    public static string Address(HttpRequest request, string language)
    {
        var query = request.Query.Where(q => q.Key != "lang").Append(new("lang", language));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path.ToUriComponent(), query);
    }

    private static string? Known(string? language) => language is Vietnamese or English ? language : null;
}
