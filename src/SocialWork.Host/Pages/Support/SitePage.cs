using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Composition.Jobs;

namespace SocialWork.Host.Pages.Support;

/// <summary>What every page has: its reader's language, who is signed in, and the names both need.</summary>
public abstract class SitePage : PageModel
{
    /// <summary>The page's own title, for the window and the reader of screens.</summary>
    public abstract string Title { get; }

    /// <summary>What the window is called: the title, with what changes while one looks elsewhere.</summary>
    public virtual string WindowTitle => Title;

    /// <summary>vi or en.</summary>
    public string Language { get; private set; } = PageLanguage.Vietnamese;

    /// <summary>Who is signed in; null for nobody.</summary>
    public Actor? Actor => User.Identity is { IsAuthenticated: true } ? User.Actor() : null;

    /// <summary>Whether the reader may open the combined report.</summary>
    public bool SeesCity => Actor is { } actor && AccessPolicy.MaySeeCity(actor);

    /// <summary>Whether this host runs on the demonstration year.</summary>
    public bool Demo => HttpContext.RequestServices.GetRequiredService<HostSettings>().Demo;

    /// <summary>Whether the server prints documents to PDF.</summary>
    public bool Prints => HttpContext.RequestServices.GetRequiredService<IPdfPrinter>().IsOn;

    /// <summary>How much long work of the reader is not done yet.</summary>
    public int UnfinishedWork => Actor is { } actor ? HttpContext.RequestServices.GetRequiredService<JobService>().CountUnfinished(actor.UserName) : 0;

    /// <summary>The plan that the navigation leads to; null before there is one.</summary>
    public string? PlanId { get; protected set; }

    /// <summary>The words for the reader's language.</summary>
    public string Say(string vi, string en) => Language == PageLanguage.English ? en : vi;

    /// <summary>The words for the reader's language.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>The address of this page in the other language.</summary>
    public string Switched(string language) => PageLanguage.Address(Request, language);

    /// <inheritdoc/>
    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        Language = PageLanguage.Choose(context.HttpContext);
        base.OnPageHandlerSelected(context);
    }

    /// <summary>The newest plan.</summary>
    protected async Task<PlanModel?> NewestPlanAsync(IReferenceStore reference, RequestModules modules, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        if (plans.IsEmpty) return null;
        PlanId = plans[0].Id;
        return await modules.ModelAsync(plans[0].Id, cancellationToken);
    }
}
