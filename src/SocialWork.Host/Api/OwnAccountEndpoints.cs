using System.Security.Claims;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/account: one's own account.</summary>
internal static class OwnAccountEndpoints
{
    public static void MapOwnAccount(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/account").WithMetadata(new OwnAccountAttribute(), new NotByTokenAttribute());
        own.MapGet("/data", DataAsync).WithName("MyData").WithSummary("Everything that is kept of one's own account: account, roles, sessions, tokens; secrets excepted.");
        own.MapPost("/password", (HttpContext http, OwnAccountService service, CancellationToken cancellationToken) =>
            ProvedAsync(http, (request, body) => service.ChangePasswordAsync(request, RequestBody.TextOf(body, "newPassword"), ActorClaims.SessionOf(http.User), cancellationToken), Done, cancellationToken))
            .WithName("ChangePassword").WithSummary("Changes one's own password {password, newPassword}; the other sessions end.");
        own.MapPost("/second-factor", (HttpContext http, OwnAccountService service, CancellationToken cancellationToken) =>
            ProvedAsync(http, (request, _) => service.BeginSecondFactorAsync(request, cancellationToken), made => Answers.Json(http, made), cancellationToken))
            .WithName("BeginSecondFactor").WithSummary("Begins to set up an authenticator {password}; answers its key.");
        own.MapPost("/second-factor/enable", EnableAsync).WithName("EnableSecondFactor").WithSummary("Switches the second factor on with a first code {code}; answers the recovery codes, once.");
        own.MapPost("/second-factor/recovery-codes", (HttpContext http, OwnAccountService service, CancellationToken cancellationToken) =>
            ProvedAsync(http, (request, _) => service.RenewRecoveryCodesAsync(request, cancellationToken), codes => Answers.Json(http, new { recoveryCodes = codes }), cancellationToken))
            .WithName("RenewRecoveryCodes").WithSummary("Makes new recovery codes in place of the old ones {password}; answers them, once.");
        own.MapPost("/second-factor/disable", (HttpContext http, OwnAccountService service, CancellationToken cancellationToken) =>
            ProvedAsync(http, (request, _) => service.DisableSecondFactorAsync(request, cancellationToken), Done, cancellationToken))
            .WithName("DisableSecondFactor").WithSummary("Switches the second factor off {password}.");
        own.MapPost("/erase", (HttpContext http, OwnAccountService service, CancellationToken cancellationToken) =>
            ProvedAsync(http, (request, _) => service.EraseAsync(request, cancellationToken), Done, cancellationToken))
            .WithName("EraseMyAccount").WithSummary("Erases what is personal of one's own account {password} and shuts it for good.");
    }

    private static async Task<IResult> DataAsync(HttpContext http, ClaimsPrincipal user, OwnAccountService own, TokenService tokens, CancellationToken cancellationToken)
    {
        var handle = user.Actor().UserName;
        return await own.FindAsync(handle, cancellationToken) switch
        {
            Result<Account>.Ok ok => Answers.Json(http, new
            {
                Account = AccountEndpoints.View(ok.Value),
                Sessions = (await own.SessionsAsync(handle, cancellationToken)).Select(s => s.Session),
                Tokens = (await tokens.ListAsync(handle, cancellationToken)).Select(TokenEndpoints.View),
            }),
            Result<Account>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    private static Task<IResult> EnableAsync(HttpContext http, ClaimsPrincipal user, OwnAccountService service, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body => await service.EnableSecondFactorAsync(user.Actor().UserName, RequestBody.TextOf(body, "code"), cancellationToken) switch
        {
            Result<System.Collections.Immutable.ImmutableArray<string>>.Ok ok => Answers.Json(http, new { recoveryCodes = ok.Value }),
            Result<System.Collections.Immutable.ImmutableArray<string>>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        },
        cancellationToken);

    private static Task<IResult> ProvedAsync<T>(HttpContext http, Func<SignInRequest, JsonElement, Task<Result<T>>> step, Func<T, IResult> answer, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await step(SignInDoor.Proof(http, RequestBody.TextOf(body, "password")), body) switch
            {
                Result<T>.Ok ok => answer(ok.Value),
                Result<T>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        },
        cancellationToken);

    private static IResult Done(Account account) => Results.NoContent();
}
