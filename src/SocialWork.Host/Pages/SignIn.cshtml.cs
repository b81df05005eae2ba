using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Sign-in.</summary>
[AllowAnonymous]
public sealed class SignInModel(IAccounts accounts, IReferenceStore reference) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Đăng nhập", "Sign in");

    /// <summary>The account's name.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>The password; never written back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only an address of this host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>The units that have demonstration accounts; empty outside a demonstration.</summary>
    public IReadOnlyList<Unit> DemoUnits { get; private set; } = [];

    /// <summary>The demonstration's published password.</summary>
    public static string DemoPassword => DemoAccounts.Password;

    /// <summary>Shows the form, with a name where the address gives one.</summary>
    public async Task<IActionResult> OnGetAsync(string? user, CancellationToken cancellationToken)
    {
        if (Actor is not null) return LocalRedirect(Destination);
        UserName = user;
        return await FormAsync(cancellationToken);
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password))
        {
            Error = Say("Hãy nhập tên đăng nhập và mật khẩu.", "Enter a user name and a password.");
            return await FormAsync(cancellationToken);
        }

        if (await accounts.SignInAsync(UserName.Trim(), Password, cancellationToken) is not { } actor)
        {
            Error = Say("Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is wrong.");
            return await FormAsync(cancellationToken);
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(ActorClaims.Write(actor, CookieAuthenticationDefaults.AuthenticationScheme)));
        return LocalRedirect(Destination);
    }

    private string Destination => ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : "/";

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
