using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>What a workbook says, before it is held against what is stored. Immutable.</summary>
/// <param name="Identity">What it was made for.</param>
/// <param name="Sheets">Its forms' sheets, in their order.</param>
/// <param name="Findings">What was found while reading; nothing may be saved while a <see cref="FindingLevel.Problem"/> is among them.</param>
public sealed record WorkbookContent(WorkbookIdentity Identity, ImmutableArray<SheetContent> Sheets, ImmutableArray<WorkbookFinding> Findings);

/// <summary>What one sheet says. Immutable.</summary>
/// <param name="Identity">What it was made for.</param>
/// <param name="Name">The sheet's name now.</param>
/// <param name="Units">Its units that stand on it, in their order.</param>
public sealed record SheetContent(SheetIdentity Identity, string Name, ImmutableArray<UnitContent> Units);

/// <summary>What a sheet says of one unit's form. Not to be changed.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Revision">The revision of the submission that the sheet was made from.</param>
/// <param name="Changes">Every cell of the form that stands on the sheet, in the JSON of the API; null for a blank one. What was not understood is left out.</param>
/// <param name="DataAsOf">The date at which the figures stand; null where it is not stated.</param>
/// <param name="Cells">Where each cell stands, by the cell as programs write it; in a table <c>field/row/column</c>; explanations as the API names their place.</param>
/// <param name="DataAsOfAddress">Where that date stands; null where the sheet has no place for it.</param>
public sealed record UnitContent(
    string Unit, long Revision, JsonObject Changes, DateOnly? DataAsOf, ImmutableDictionary<string, ReadCell> Cells, string? DataAsOfAddress)
{
    /// <summary>
    /// The explanations that stand on the sheet, by finding id or <see cref="Core.Submissions.Explanations.Every"/>, in the JSON of the API; null
    /// for a blank one. Empty where the sheet has no place for them.
    /// </summary>
    public required JsonObject Explanations { get; init; }

    /// <summary>The place of the explanation of a finding, as <see cref="Cells"/> names it; null where the sheet has none.</summary>
    public string? ExplanationOf(string id) =>
        new[] { id, Core.Submissions.Explanations.Every }.Select(Core.Submissions.Explanations.Place).FirstOrDefault(Cells.ContainsKey);

    /// <summary>The address of a cell, or of the first row of a table; null when it does not stand on the sheet.</summary>
    public string? AddressOf(string cell) => Cells.GetValueOrDefault(cell)?.Address ?? Cells.GetValueOrDefault(cell.Split('/')[0])?.Address;
}

/// <summary>A cell of a form on a sheet.</summary>
/// <param name="Address">Its address (F12).</param>
/// <param name="Written">What stands there, as people see it; null for nothing.</param>
public sealed record ReadCell(string Address, string? Written);
