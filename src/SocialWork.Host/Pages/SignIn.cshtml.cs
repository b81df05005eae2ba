using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Sign-in, in one step or, with a second factor, in two.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInDoor door, SignInService service, IDataProtectionProvider protection, IReferenceStore reference, FormCarrier carrier) : SitePage
{
    // Time enough to find the telephone.
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override string Title => Say("Đăng nhập", "Sign in");

    /// <summary>The account's name.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>The password; never written back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The code of the second step.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the first step proved, sealed; null in the first.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>Where to go afterwards; only an address of this host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was being posted when the session had ended, sealed; null for nothing.</summary>
    [BindProperty]
    public string? Carried { get; set; }

    /// <summary>What was carried over the sign-in, to be sent on by its owner; null for nothing.</summary>
    public CarriedForm? Unsent { get; private set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>What went right before; null for nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>The units that have demonstration accounts; empty outside a demonstration.</summary>
    public IReadOnlyList<Unit> DemoUnits { get; private set; } = [];

    /// <summary>The demonstration's published password.</summary>
    public static string DemoPassword => DemoAccounts.Password;

    /// <summary>Shows the form, with a name where the address gives one.</summary>
    public async Task<IActionResult> OnGetAsync(string? user, string? after, CancellationToken cancellationToken)
    {
        if (Actor is not null) return LocalRedirect(Destination);
        UserName = user;
        Carried = CarriedForms.Of(HttpContext);
        Notice = after switch
        {
            "out" => Say("Bạn đã đăng xuất.", "You are signed out."),
            "password" => Say("Đã đặt mật khẩu. Hãy đăng nhập.", "The password is set. Sign in."),
            "erased" => Say("Tài khoản và dữ liệu cá nhân đã được xóa.", "The account and its personal data are erased."),
            _ => null,
        };
        return await FormAsync(cancellationToken);
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (RequestOf() is not { } request) return await FormAsync(cancellationToken);
        var result = await door.SignInAsync(HttpContext, request, cancellationToken);
        if (result is Result<SignedIn>.Ok { Value: var signedIn }) return After(signedIn);
        var refusal = ((Result<SignedIn>.No)result).Refusal;
        if (refusal.Code == "session.passwordExpired") return RedirectToPage("/Own/Activate", new { code = Password });
        Response.StatusCode = refusal.Kind == RefusalKind.Busy ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        if (refusal.RetryAfter is { } wait) Response.Headers.RetryAfter = Answers.SecondsOf(wait);
        if (refusal.Code == "session.codeNeeded" && Step is null) Step = await SealedAsync(request.UserName, cancellationToken);
        else Error = Say(refusal.Message);
        if (refusal.Code is not ("session.codeNeeded" or "session.codeWrong")) Step = null;
        Code = null;
        return await FormAsync(cancellationToken);
    }

    // What was posted without a session is not sent on unasked: its owner sees it and sends it.
    private IActionResult After(SignedIn signedIn)
    {
        if (carrier.Open(Carried) is not { } form) return LocalRedirect(Destination);
        // The form is tied to its sender, who is signed in from this answer on.
        HttpContext.User = ActorClaims.Cookie(signedIn.Session, CookieAuthenticationDefaults.AuthenticationScheme);
        Unsent = form;
        return Page();
    }

    private string Destination => ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : "/";

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("sign-in step").ToTimeLimitedDataProtector();

    private SignInRequest? RequestOf()
    {
        if (Step is not null)
        {
            if (Opened(Step) is { } proved) return new SignInRequest(proved.UserName, string.Empty) { Stamp = proved.Stamp, Code = Code };
            (Step, Error) = (null, Say("Đã quá thời gian nhập mã: hãy đăng nhập lại.", "The time for the code is over: sign in again."));
            return null;
        }

        if (!string.IsNullOrWhiteSpace(UserName) && !string.IsNullOrEmpty(Password)) return new SignInRequest(UserName.Trim(), Password);
        Error = Say("Hãy nhập tên đăng nhập và mật khẩu.", "Enter a user name and a password.");
        return null;
    }

    private async Task<string?> SealedAsync(string userName, CancellationToken cancellationToken) =>
        await service.StampAsync(userName, cancellationToken) is { } stamp ? Seal.Protect($"{stamp} {userName}", StepTime) : null;

    private (string UserName, string Stamp)? Opened(string step)
    {
        try
        {
            var parts = Seal.Unprotect(step).Split(' ', 2);
            return (parts[1], parts[0]);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        if (Demo && (await reference.PlansAsync(cancellationToken)).FirstOrDefault() is { } plan)
        {
            var units = (await reference.RegisterAsync(cancellationToken)).On(plan.CutOff);
            DemoUnits = [.. plan.Duties.SelectMany(d => plan.Owing(d, units)).DistinctBy(u => u.Code)];
        }

        return Page();
    }
}
