using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Host.Api;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Admin;

/// <summary>What is wrong with what was sent.</summary>
/// <param name="Field">The id of the field at fault; null for the whole.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record FieldError(string? Field, string Message);

/// <summary>A page by which administrators, or heads of agencies, change something.</summary>
public abstract class FormPage(IReferenceStore reference) : SitePage
{
    /// <summary>What was wrong with what was sent; empty for nothing.</summary>
    public ImmutableArray<FieldError> Errors { get; private set; } = [];

    /// <summary>The page as the parts of its forms see it.</summary>
    public FormPage Form => this;

    /// <summary>The message beside a field; null for none.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Message;

    /// <summary>What was done; null for nothing.</summary>
    public string? Notice { get; protected set; }

    /// <summary>The newest plan's id for the navigation.</summary>
    protected async Task FollowPlanAsync(CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        PlanId = plans.IsEmpty ? null : plans[0].Id;
    }

    /// <summary>Shows what is wrong beside a field.</summary>
    protected void Wrong(string? field, Text message) => Errors = Errors.Add(new FieldError(field, Say(message)));

    /// <summary>Shows a refusal, each of its cells beside the field that states it.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="fieldOf">The field of a cell; null for none of the page's.</param>
    protected void Wrong(Refusal refusal, Func<string, string?>? fieldOf = null)
    {
        Response.StatusCode = Answers.StatusOf(refusal.Kind);
        if (refusal.Cells.IsDefaultOrEmpty) Wrong(field: null, refusal.Message);
        else foreach (var cell in refusal.Cells) Wrong(fieldOf?.Invoke(cell.Cell), cell.Message);
    }

    /// <summary>Where a refusal of the whole page leads: what is not one's to see is denied, what is not there is not found.</summary>
    protected IActionResult Refused(Refusal refusal) => refusal.Kind == RefusalKind.NotFound ? NotFound() : LocalRedirect("/denied");
}

/// <summary>A field of a form.</summary>
/// <param name="Page">The page, which knows what was wrong.</param>
/// <param name="Name">Its name and id.</param>
/// <param name="Label">What it asks.</param>
/// <param name="Value">What was typed.</param>
public sealed record FieldView(FormPage Page, string Name, string Label, string? Value)
{
    /// <summary>How to fill it in; null for nothing to say.</summary>
    public string? Hint { get; init; }
    /// <summary>Kind of input.</summary>
    public string Type { get; init; } = "text";
    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }
    /// <summary>Whether it may stay empty without saying so, as where it narrows a search.</summary>
    public bool IsFilter { get; init; }
    /// <summary>The longest text.</summary>
    public int? MaxLength { get; init; }
    /// <summary>The id of a list of suggestions; null for none.</summary>
    public string? Suggestions { get; init; }
    /// <summary>What browsers may fill in; off, for it is about somebody else.</summary>
    public string Autocomplete { get; init; } = "off";
    /// <summary>The ids of hint and message.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : Name + "-hint", Page.ErrorOf(Name) is null ? null : Name + "-error" }.Where(id => id is not null)) is { Length: > 0 } ids ? ids : null;
}
