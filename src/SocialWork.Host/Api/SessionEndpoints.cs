using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SocialWork.Abstractions;
using SocialWork.Core;
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

    private static async Task<IResult> SignInAsync(HttpContext http, IAccounts accounts, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancellationToken);
        if (body is not Result<System.Text.Json.JsonDocument>.Ok { Value: var json }) return Answers.Refuse(http, ((Result<System.Text.Json.JsonDocument>.No)body).Refusal);
        using (json)
        {
            var actor = await accounts.SignInAsync(Text(json, "userName"), Text(json, "password"), cancellationToken);
            if (actor is null) return Answers.Problem(http, StatusCodes.Status401Unauthorized, "session.refused", new Text("Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is wrong."));
            await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(ActorClaims.Write(actor, CookieAuthenticationDefaults.AuthenticationScheme)));
            return Answers.Json(http, actor);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.NoContent();
    }

    private static string Text(System.Text.Json.JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()! : string.Empty;
}
