using Microsoft.AspNetCore.Mvc;
using SocialWork.Host.Accounts;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>Sign-out: only by a form, so that no link of another site can do it.</summary>
[OwnAccount]
public sealed class SignOutModel(SignInDoor door) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Đăng xuất", "Sign out");

    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await door.SignOutAsync(HttpContext, cancellationToken);
        return LocalRedirect("/sign-in?after=out");
    }
}
