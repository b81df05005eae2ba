using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Host.Api.Tables;

namespace SocialWork.Host.Pages.Admin;

/// <summary>The modules: state, reason, what each contributes, last faults.</summary>
public sealed class ModulesModel(ModuleListing modules, IReferenceStore reference) : FormPage(reference)
{
    /// <inheritdoc/>
    public override string Title => Say("Mô-đun", "Modules");

    /// <summary>Every module, by id.</summary>
    public ImmutableArray<ListedModule> Modules { get; private set; } = [];

    /// <summary>Shows the modules.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeCity(Actor!)) return LocalRedirect("/denied");
        await FollowPlanAsync(cancellationToken);
        Modules = await modules.ReadAsync(cancellationToken);
        return Page();
    }
}
