using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Planning;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Pages.Admin;

namespace SocialWork.Host.Pages.Work;

/// <summary>All long work of the reader.</summary>
public sealed class IndexModel(JobService jobs, IReferenceStore reference) : FormPage(reference)
{
    /// <inheritdoc/>
    public override string Title => Say("Việc đang chạy", "Running work");

    /// <summary>The work, newest first.</summary>
    public ImmutableArray<Job> Jobs { get; private set; } = [];

    /// <summary>Where work stands, in words.</summary>
    public string StateOf(Job job) => Say(JobWords.Of(job));

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await FollowPlanAsync(cancellationToken);
        Jobs = jobs.Of(Actor!.UserName);
        return Page();
    }
}
