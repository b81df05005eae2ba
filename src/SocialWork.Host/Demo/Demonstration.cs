using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Host.Composition;
using SocialWork.Modules;
using SocialWork.Persistence;

namespace SocialWork.Host.Demo;

/// <summary>Fills the demonstration's database at the first start, up to the moment at which its clock stands.</summary>
internal sealed class Demonstration(
    ReferenceStore reference, SectorCatalog catalog, PlanModels models, ISubmissionReader submissions, TotalsRecount recount, DemoYear year, CityClock clock, ILogger<Demonstration> log) : IDemonstration
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await reference.ImportUnitsAsync(DemoUnits.For(await reference.RegisterAsync(cancellationToken)), "demo", cancellationToken);
        await using var lease = catalog.Lease();
        if (await models.GetAsync(DemoFacts.Plan, lease, cancellationToken) is not { } model) return;
        await recount.EnsureAsync(model, cancellationToken);
        if (await year.IsSeededAsync(model, cancellationToken) && await HasEveryFormAsync(model, cancellationToken)) return;
        foreach (var sector in model.Sectors.Where(s => s.Outcome != Core.Sectors.SectorOutcome.Ok))
            log.LogWarning("The demonstration year is made without module {Module}; its forms follow at a start that has it", sector.Id);
        var summary = await year.SeedAsync(model, clock.Now, cancellationToken);
        log.LogInformation("Made the demonstration year: {Submissions} submissions and {LastYear} of the year before in {Steps} steps, {Entries} register entries, {Obstacles} obstacles", summary.Submissions, summary.LastYear, summary.Steps, summary.Entries, summary.Obstacles);
    }

    // A year that was made while a module was missing lacks its forms; one that an earlier release made, the year before.
    private async Task<bool> HasEveryFormAsync(PlanModel model, CancellationToken cancellationToken)
    {
        var asked = model.Forms.Where(f => f.Definition.Duty is not null).Select(f => f.Code).ToImmutableArray();
        var begun = await submissions.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year), asked, cancellationToken);
        var lastYear = await submissions.StandingsAsync(model.Plan.Id, Periods.Annual(model.Plan.Year - 1), asked, cancellationToken);
        return !lastYear.IsEmpty && asked.All(begun.Select(s => s.Form).ToHashSet(StringComparer.Ordinal).Contains);
    }
}
