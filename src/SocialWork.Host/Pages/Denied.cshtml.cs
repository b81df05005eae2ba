using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages;

/// <summary>The account may not see what was asked for.</summary>
public sealed class DeniedModel : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Không có quyền xem", "Not for this account");

    /// <summary>Answers 403.</summary>
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
