using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Host.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Own;

/// <summary>Choosing a password by a one-time code.</summary>
[AllowAnonymous]
public sealed class ActivateModel(SignInService service) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Đặt mật khẩu", "Choose a password");

    /// <summary>The code of the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Whose password it is; null where the code is of no use.</summary>
    public string? Handle { get; private set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Invited(await service.InvitedAsync(Code ?? string.Empty, SignInDoor.AddressOf(HttpContext), cancellationToken));
        return Page();
    }

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync(string? password, string? again, CancellationToken cancellationToken)
    {
        var address = SignInDoor.AddressOf(HttpContext);
        var invited = await service.InvitedAsync(Code ?? string.Empty, address, cancellationToken);
        if (invited is Result<Account>.No || password != again)
        {
            Invited(invited);
            Error ??= Say("Hai lần nhập mật khẩu không giống nhau.", "The two passwords are not the same.");
            return Page();
        }

        var chosen = await service.ChooseAsync(Code ?? string.Empty, password ?? string.Empty, address, cancellationToken);
        if (chosen is Result<Account>.Ok { Value.Handle: var handle }) return RedirectToPage("/SignIn", new { user = handle, after = "password" });
        Invited(invited);
        Refused(((Result<Account>.No)chosen).Refusal);
        return Page();
    }

    private void Invited(Result<Account> invited)
    {
        Response.Headers.CacheControl = "no-store";
        if (invited is Result<Account>.Ok ok) Handle = ok.Value.Handle;
        else Refused(((Result<Account>.No)invited).Refusal);
    }

    private void Refused(Refusal refusal)
    {
        Error = Say(refusal.Message);
        if (refusal.Kind != RefusalKind.Busy) return;
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (refusal.RetryAfter is { } wait) Response.Headers.RetryAfter = Answers.SecondsOf(wait);
    }
}
