using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Admin;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>What only the office knows of the document: typed in, checked, and what is missing by name.</summary>
public sealed class FactsModel(IReferenceStore reference, RequestModules modules, ReportCache reports, Readings readings, ReportFactsService facts) : WordsPage(reference, modules, reports, readings)
{
    /// <inheritdoc/>
    public override string Title => Say($"Thông tin văn bản của báo cáo {PlanId}", $"Facts of the report's document {PlanId}");

    /// <summary>What is kept.</summary>
    public ReportFacts Stored { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    public FactFields Typed { get; private set; } = new();

    /// <summary>What is missing.</summary>
    public ImmutableArray<string> Missing => [.. Stored.Facts.Missing()];

    /// <summary>Shows the facts.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string? done, CancellationToken cancellationToken)
    {
        if (await ShowAsync(plan, cancellationToken) is { } elsewhere) return elsewhere;
        Typed = FactFields.Of(Stored.Facts);
        if (done is not null) Notice = Say("Đã lưu.", "Saved.");
        return Page();
    }

    /// <summary>Sets the facts.</summary>
    public async Task<IActionResult> OnPostAsync(string plan, long? seen, [FromForm] FactFields typed, CancellationToken cancellationToken)
    {
        if (await ShowAsync(plan, cancellationToken) is { } elsewhere) return elsewhere;
        Typed = typed;
        if (typed.Read(Wrong) is not { } stated)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var model = (await Modules.ModelAsync(plan, cancellationToken))!;
        if (await facts.ChangeAsync(Actor!, model.Plan, stated, seen, cancellationToken) is not Result<ReportFacts>.No { Refusal: var refusal }) return LocalRedirect($"/reports/{Uri.EscapeDataString(PlanId!)}/facts?done=saved");
        Wrong(refusal, FactFields.FieldOf);
        Stored = await facts.OfAsync(model.Plan, cancellationToken);
        return Page();
    }

    /// <summary>A field of one line.</summary>
    public FieldView Field(string name, string? value, int length, string? hint = null) => new(this, name, Say(DocumentFacts.NameOf(name)), value) { MaxLength = length, Hint = hint, IsFilter = true };

    private async Task<IActionResult?> ShowAsync(string plan, CancellationToken cancellationToken)
    {
        if (!MayWrite) return LocalRedirect("/denied");
        if (await PlanAsync(plan, cancellationToken) is not { } model) return NotFound();
        Stored = await facts.OfAsync(model.Plan, cancellationToken);
        return null;
    }
}
