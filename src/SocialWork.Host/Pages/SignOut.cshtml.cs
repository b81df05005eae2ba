using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Sign-out: only by a form, so that no link of another site can do it.</summary>
public sealed class SignOutModel : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Đăng xuất", "Sign out");

    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/sign-in");
    }
}
