using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Core.Planning;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>The accounts that the reader manages.</summary>
[NotByToken]
public sealed class IndexModel(AccountService accounts, IReferenceStore reference) : FormPage(reference)
{
    /// <summary>Accounts on one page.</summary>
    public const int PageSize = 100;

    /// <inheritdoc/>
    public override string Title => Say("Tài khoản", "Accounts");

    /// <summary>Words of user name and name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The code of a unit.</summary>
    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? Unit { get; set; }

    /// <summary>The last user name of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>The accounts of this page.</summary>
    public ImmutableArray<Account> Found { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Agencies to choose from.</summary>
    public ImmutableArray<Unit> Agencies { get; private set; } = [];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrWhiteSpace(Unit);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await FollowPlanAsync(cancellationToken);
        if (await accounts.ScopeAsync(Actor!, cancellationToken) is not Result<AccountScope>.Ok { Value: var scope }) return LocalRedirect("/denied");
        Agencies = RoleFields.Agencies(scope);
        if (Search?.Length > WordSearch.MaxLength && WordSearch.Of(Search) is Result<WordSearch>.No no)
        {
            Wrong("q", no.Refusal.Message);
            return Page();
        }

        var unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim();
        if (unit is not null && scope.Units.Find(unit) is null) Wrong("unit", new($"Không có đơn vị mã “{unit}”: chọn trong danh sách gợi ý.", $"There is no unit with code '{unit}': choose from the list."));
        else if (await accounts.PageAsync(Actor!, unit, string.IsNullOrWhiteSpace(Search) ? null : Search, After, PageSize + 1, cancellationToken) is Result<ImmutableArray<Account>>.Ok { Value: var page })
        {
            Found = [.. page.Take(PageSize)];
            Next = page.Length > PageSize ? Found[^1].Handle : null;
        }

        return Page();
    }
}
