using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Host.Workbooks;

/// <summary>What a workbook would change, and everything that was found in it. Immutable.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Parts">Its forms, each held against what is stored.</param>
/// <param name="Findings">All findings, of the reading and of the forms' rules.</param>
public sealed record WorkbookPreview(WorkbookContent Content, ImmutableArray<PreviewPart> Parts, ImmutableArray<WorkbookFinding> Findings)
{
    /// <summary>Whether something stands in the way of saving.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.Level == FindingLevel.Problem);

    /// <summary>Whether saving would change anything.</summary>
    public bool IsChange => Parts.Any(part => part.Line.IsChange);
}

/// <summary>One unit's form on one sheet, and what it would change.</summary>
public sealed record PreviewPart(SheetContent Sheet, UnitContent Unit, BatchLine Line);

/// <summary>
/// Holds workbooks against what is stored and saves them as drafts, all forms or none. Nobody's later work is overwritten
/// unless the sender says so. Safe for concurrent use.
/// </summary>
public sealed class WorkbookImport(SubmissionBatches batches)
{
    /// <summary>What a workbook would change. Refused when it is for units or forms that the account may not fill.</summary>
    /// <param name="actor">Who sends it.</param>
    /// <param name="model">The plan that it is for.</param>
    /// <param name="lease">The modules that check it.</param>
    /// <param name="content">What it says.</param>
    /// <param name="overwrite">Whether what others saved since it was downloaded may be overwritten.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<WorkbookPreview>> PreviewAsync(Actor actor, PlanModel model, ISectorLease lease, WorkbookContent content, bool overwrite, CancellationToken cancellationToken)
    {
        var units = content.Sheets.SelectMany(sheet => sheet.Units.Select(unit => (Sheet: sheet, Unit: unit))).ToImmutableArray();
        return PreviewAsync(actor, model, lease, content, units, overwrite, cancellationToken);
    }

    /// <summary>Saves what a preview would change. Refused as stale when anything moved meanwhile. The submissions that changed.</summary>
    public Task<Result<ImmutableArray<Submission>>> SaveAsync(Actor actor, PlanModel model, WorkbookPreview preview, BatchKey? key, CancellationToken cancellationToken) =>
        batches.SaveAsync(actor, model, [.. preview.Parts.Select(part => part.Line)], key, cancellationToken);

    private async Task<Result<WorkbookPreview>> PreviewAsync(
        Actor actor, PlanModel model, ISectorLease lease, WorkbookContent content, ImmutableArray<(SheetContent Sheet, UnitContent Unit)> units, bool overwrite, CancellationToken cancellationToken)
    {
        ImmutableArray<BatchEntry> entries =
        [
            .. units.Select(u => new BatchEntry(
                new SubmissionAddress(u.Sheet.Identity.Form, u.Unit.Unit, u.Sheet.Identity.Period), u.Unit.Revision, JsonSerializer.SerializeToElement(u.Unit.Changes), u.Unit.DataAsOf)
            {
                Explanations = JsonSerializer.SerializeToElement(u.Unit.Explanations),
            }),
        ];
        return (await batches.PreviewAsync(actor, model, lease, entries, cancellationToken)).Then<ImmutableArray<BatchLine>, WorkbookPreview>(lines =>
        {
            ImmutableArray<PreviewPart> parts = [.. units.Zip(lines, (u, line) => new PreviewPart(u.Sheet, u.Unit, line))];
            return new WorkbookPreview(content, parts, [.. content.Findings.Concat(parts.SelectMany(part => PartFindings.Of(part, actor, overwrite))).OrderBy(finding => finding.Level)]);
        });
    }
}
