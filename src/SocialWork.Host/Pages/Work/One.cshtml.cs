using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Planning;
using SocialWork.Host.Accounts;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Pages.Admin;

namespace SocialWork.Host.Pages.Work;

/// <summary>One piece of long work of the reader: how far it is, and what became of it. Files with secrets are handed out here.</summary>
[NotByToken]
public sealed class OneModel(JobService jobs, IReferenceStore reference) : FormPage(reference)
{
    /// <summary>Faulty cells that the page names.</summary>
    public const int MostCells = 100;

    /// <inheritdoc/>
    public override string Title => Say(Job.Title);

    /// <summary>The work.</summary>
    public Job Job { get; private set; } = null!;

    /// <summary>Where it stands, in words.</summary>
    public string State => Say(JobWords.Of(Job));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        await FollowPlanAsync(cancellationToken);
        if (jobs.Find(Actor!.UserName, id) is not { } job) return NotFound();
        Job = job;
        return Page();
    }

    /// <summary>Asks it to stop.</summary>
    public IActionResult OnPostCancel(string id)
    {
        jobs.Cancel(Actor!.UserName, id);
        return LocalRedirect("/work/" + Uri.EscapeDataString(id));
    }

    /// <summary>Hands out its file, once.</summary>
    public IActionResult OnPostFile(string id)
    {
        Response.Headers.CacheControl = "no-store";
        return jobs.TakeFile(Actor!.UserName, id) is { } file ? File(file.Content, file.ContentType, file.Name) : LocalRedirect("/work/" + Uri.EscapeDataString(id));
    }
}
