using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SocialWork.Abstractions;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Api;

/// <summary>POST and DELETE /api/v1/session.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this RouteGroupBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().WithName("SignIn").WithSummary("Signs in; the answer sets a cookie.");
        api.MapDelete("/session", (Delegate)SignOutAsync).WithName("SignOut").WithSummary("Signs out.");
        api.MapGet("/session", (HttpContext http, ClaimsPrincipal user) => Answers.Json(http, user.Actor())).WithName("WhoAmI").WithSummary("Who is signed in.");
    }

    private static Task<IResult> SignInAsync(HttpContext http, IAccounts accounts, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body =>
        {
            var actor = await accounts.SignInAsync(RequestBody.TextOf(body, "userName"), RequestBody.TextOf(body, "password"), cancellationToken);
            if (actor is null) return Answers.Problem(http, StatusCodes.Status401Unauthorized, "session.refused", new Text("Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is wrong."));
            await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(ActorClaims.Write(actor, CookieAuthenticationDefaults.AuthenticationScheme)));
            return Answers.Json(http, actor);
        },
        cancellationToken);

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.NoContent();
    }
}
