using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Accounts;

/// <summary>How a request says who asks: by a cookie, or for programs by <c>Authorization: Bearer swm_…</c>.</summary>
internal static class SignInSchemes
{
    /// <summary>The scheme of tokens.</summary>
    public const string Token = "token";

    private const string Either = "cookie or token";

    public static void AddSchemes(this IServiceCollection services, HostSettings settings)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, policy => policy.ForwardDefaultSelector = http => TokenHandler.TextOf(http.Request) is null ? CookieAuthenticationDefaults.AuthenticationScheme : Token)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Token, null)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "socialwork";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = settings.AllowsHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                cookie.ExpireTimeSpan = AccountSession.Lifetime;
                cookie.SlidingExpiration = false;
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/denied";
                cookie.Events.OnValidatePrincipal = ValidateAsync;
                cookie.Events.OnRedirectToLogin = context => RedirectAsync(context, StatusCodes.Status401Unauthorized, "session.none", NotSignedIn);
                cookie.Events.OnRedirectToAccessDenied = context => RedirectAsync(context, StatusCodes.Status403Forbidden, "access.denied", NotYours);
            });
    }

    /// <summary>Whether somebody must set up a second factor before anything else.</summary>
    public static bool MissesSecondFactor(HostSettings settings, LiveActor live) =>
        settings.RequireSecondFactor && !live.Account.HasSecondFactor && (live.Actor.Is(Role.Administrator) || live.Actor.Is(Role.StandingAgency));

    private static Text NotSignedIn { get; } = new("Hãy đăng nhập.", "Sign in first.");

    private static Text NotYours { get; } = new("Tài khoản này không có quyền.", "This account may not do that.");

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is { Identity.Name: { } handle } cookie && ActorClaims.SessionOf(cookie) is { } session
            && await services.GetRequiredService<LiveAccounts>().OfSessionAsync(handle, session, context.HttpContext.RequestAborted) is { } live)
        {
            context.ReplacePrincipal(ActorClaims.Live(live, session, MissesSecondFactor(services.GetRequiredService<HostSettings>(), live), context.Scheme.Name));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string code, Text detail)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return Answers.Problem(context.HttpContext, status, code, detail).ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Personal access tokens; on the API alone.</summary>
    private sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, LiveAccounts accounts, HostSettings settings)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private const string Prefix = "Bearer ";

        public static string? TextOf(HttpRequest request) =>
            request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                ? header[Prefix.Length..].Trim()
                : null;

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
            TextOf(Request) is { } text && await accounts.OfTokenAsync(text, Context.RequestAborted) is { } live
                ? AuthenticateResult.Success(new AuthenticationTicket(ActorClaims.Live(live, session: null, MissesSecondFactor(settings, live), Scheme.Name), Scheme.Name))
                : AuthenticateResult.Fail("The token is not known.");

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers.WWWAuthenticate = "Bearer";
            return Answers.Problem(
                Context, StatusCodes.Status401Unauthorized, "token.refused",
                new Text("Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi: tạo mã mới.", "The token is wrong, has ended or was taken back: make a new one.")).ExecuteAsync(Context);
        }

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
            Answers.Problem(Context, StatusCodes.Status403Forbidden, "access.denied", NotYours).ExecuteAsync(Context);
    }
}
