using System.Security.Claims;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/session: signing in and out, and the first password; /api/v1/sessions: the sign-ins of one's own account.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this RouteGroupBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().WithName("SignIn").WithSummary("Signs in {userName, password, code}; the answer sets a cookie.");
        api.MapPost("/session/password", ChooseAsync).AllowAnonymous().WithName("ChoosePassword").WithSummary("Chooses a password by a one-time code: {code, newPassword} or {userName, password, newPassword}.");
        api.MapGet("/session", (HttpContext http, ClaimsPrincipal user) => Answers.Json(http, user.Actor())).WithMetadata(new OwnAccountAttribute()).WithName("WhoAmI").WithSummary("Who is signed in.");
        var own = api.MapGroup(string.Empty).WithMetadata(new OwnAccountAttribute(), new NotByTokenAttribute());
        own.MapDelete("/session", (Delegate)SignOutAsync).WithName("SignOut").WithSummary("Signs out: the session ends.");
        own.MapGet("/sessions", ListAsync).WithName("ListSessions").WithSummary("The sign-ins of one's own account, newest first, at most 100.");
        own.MapDelete("/sessions/{id}", EndAsync).WithName("EndSession").WithSummary("Ends one of one's own sessions.");
    }

    private static Task<IResult> SignInAsync(HttpContext http, SignInDoor door, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body => await door.SignInAsync(http, RequestOf(body), cancellationToken) switch
        {
            Result<SignedIn>.Ok { Value.Actor: var actor } => Answers.Json(http, actor),
            Result<SignedIn>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        },
        cancellationToken);

    private static SignInRequest RequestOf(System.Text.Json.JsonElement body) =>
        new(RequestBody.TextOf(body, "userName"), RequestBody.TextOf(body, "password")) { Code = RequestBody.TextOf(body, "code") };

    private static Task<IResult> ChooseAsync(HttpContext http, SignInService service, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body =>
        {
            var (address, password) = (SignInDoor.AddressOf(http), RequestBody.TextOf(body, "newPassword"));
            var chosen = RequestBody.TextOf(body, "code") is { Length: > 0 } code
                ? await service.ChooseAsync(code, password, address, cancellationToken)
                : await service.ChooseAsync(RequestOf(body) with { Address = address }, password, cancellationToken);
            return chosen switch
            {
                Result<Account>.Ok { Value.Handle: var userName } => Answers.Json(http, new { userName }),
                Result<Account>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        },
        cancellationToken);

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInDoor door, CancellationToken cancellationToken)
    {
        await door.SignOutAsync(http, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ListAsync(HttpContext http, ClaimsPrincipal user, OwnAccountService own, CancellationToken cancellationToken)
    {
        var current = ActorClaims.SessionOf(user);
        return Answers.Json(http, (await own.SessionsAsync(user.Actor().UserName, cancellationToken)).Select(s => new
        {
            s.Session.Id, s.Session.CreatedAt, s.Session.LastSeenAt, s.Session.ExpiresAt, s.Session.RevokedAt, s.Session.Address, s.Session.Agent, s.IsOpen, IsCurrent = s.Session.Id == current,
        }));
    }

    private static async Task<IResult> EndAsync(HttpContext http, string id, ClaimsPrincipal user, OwnAccountService own, CancellationToken cancellationToken) =>
        await own.EndSessionAsync(user.Actor().UserName, id, cancellationToken) is Result<string>.No no ? Answers.Refuse(http, no.Refusal) : Results.NoContent();
}
