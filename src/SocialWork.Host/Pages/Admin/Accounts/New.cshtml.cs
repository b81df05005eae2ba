using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>Makes one account; its link is shown once.</summary>
[NotByToken]
public sealed class NewModel(AccountService accounts, IReferenceStore reference, CityClock clock) : FormPage(reference)
{
    /// <inheritdoc/>
    public override string Title => Say("Tạo tài khoản", "Make an account");

    /// <summary>What was typed of the person.</summary>
    public PersonFields Person { get; private set; } = new();

    /// <summary>What was typed of the role.</summary>
    public RoleFields Role { get; private set; } = new();

    /// <summary>The roles that the reader gives.</summary>
    public ImmutableArray<Role> Roles { get; private set; } = [];

    /// <summary>Agencies to choose from.</summary>
    public ImmutableArray<Unit> Agencies { get; private set; } = [];

    /// <summary>The account that was made; null before.</summary>
    public Invitation? Made { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    /// <summary>Makes the account.</summary>
    // Named unlike any field, for the fields have no prefix.
    public async Task<IActionResult> OnPostAsync([FromForm] PersonFields person, [FromForm] RoleFields typed, CancellationToken cancellationToken)
    {
        (Person, Role) = (person, typed);
        var shown = await ShowAsync(cancellationToken);
        if (Roles.IsEmpty || typed.Read(clock.Today, Wrong) is not { } membership) return shown;
        switch (await accounts.AddAsync(Actor!, person.Edit([membership]), cancellationToken))
        {
            case Result<Invitation>.Ok { Value: var made }:
                Made = made;
                break;
            case Result<Invitation>.No { Refusal: var refusal }:
                Wrong(refusal, PersonFields.FieldOf);
                break;
        }

        return shown;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        await FollowPlanAsync(cancellationToken);
        if (await accounts.ScopeAsync(Actor!, cancellationToken) is not Result<AccountScope>.Ok { Value: var scope }) return LocalRedirect("/denied");
        Roles = RoleFields.GivenBy(Actor!);
        Agencies = RoleFields.Agencies(scope);
        return Page();
    }
}
