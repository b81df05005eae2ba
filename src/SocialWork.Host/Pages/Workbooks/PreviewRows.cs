using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Workbooks;

/// <summary>What one sheet of a workbook would change.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Title">The form's title.</param>
/// <param name="Units">Units whose form would change.</param>
/// <param name="Cells">Cells that would change, of all units.</param>
/// <param name="Cleared">Those of them that would become not reported.</param>
/// <param name="Problems">What keeps the file from being saved.</param>
/// <param name="Errors">What would keep the form from being sent.</param>
/// <param name="Warnings">What is to be looked at or explained.</param>
public sealed record SheetSummary(string Sheet, Text Title, int Units, int Cells, int Cleared, int Problems, int Errors, int Warnings)
{
    /// <summary>The sheets of a preview, in their order.</summary>
    public static ImmutableArray<SheetSummary> Of(WorkbookPreview preview) =>
    [
        .. from parts in preview.Parts.GroupBy(part => part.Sheet.Name, StringComparer.Ordinal)
           let found = preview.Findings.Where(finding => finding.Sheet == parts.Key).CountBy(finding => finding.Level).ToDictionary()
           select new SheetSummary(
               parts.Key,
               parts.First().Line.Target.Form.Definition.Title,
               parts.Count(part => part.Line.IsChange),
               parts.Sum(part => part.Line.Changes.Length),
               parts.Sum(part => part.Line.Changes.Count(change => change.After is null)),
               found.GetValueOrDefault(FindingLevel.Problem),
               found.GetValueOrDefault(FindingLevel.Error),
               found.GetValueOrDefault(FindingLevel.Warning)),
    ];
}

/// <summary>One cell that a workbook would change, in words.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell's address on it; null where it does not stand there.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Label">What the cell is called.</param>
/// <param name="Before">What is stored.</param>
/// <param name="After">What would be.</param>
public sealed record ChangeRow(string Sheet, string? Address, string Unit, Text Label, Text Before, Text After)
{
    /// <summary>Everything that a preview would change: cells, dates and explanations, in the order of the file.</summary>
    public static IEnumerable<ChangeRow> Of(WorkbookPreview preview) => preview.Parts.SelectMany(Of);

    private static IEnumerable<ChangeRow> Of(PreviewPart part)
    {
        var (line, form) = (part.Line, part.Line.Target.Form.Compiled);
        if (line.DataAsOf != line.StoredAsOf) yield return Row(part.Unit.DataAsOfAddress, new Text("Số liệu tính đến ngày", "Figures as of"), Day(line.StoredAsOf), Day(line.DataAsOf));
        foreach (var change in line.Changes)
            yield return Row(part.Unit.AddressOf(change.Cell.ToString()), form.LabelOf(change.Cell), ValueOf(change, change.Before), ValueOf(change, change.After));
        foreach (var id in line.ChangedExplanations)
            yield return Row(AddressOf(part.Unit, id), new Text($"Giải trình cảnh báo {id}", $"Explanation of {id}"), Words(line.StoredExplanations.GetValueOrDefault(id)), Words(line.Explanations.GetValueOrDefault(id)));

        ChangeRow Row(string? address, Text label, Text before, Text after) => new(part.Sheet.Name, address, line.Target.Unit.Name, label, before, after);
        Text ValueOf(CellChange change, CellValue? value) => ValueWords.Of(form.Field(change.Cell.Field), value);
    }

    private static string? AddressOf(UnitContent unit, string id) => unit.ExplanationOf(id) is { } place ? unit.AddressOf(place) : null;

    private static Text Day(DateOnly? day) => day is { } known ? ValueWords.Of(known) : new Text("chưa ghi", "not stated");

    private static Text Words(string? words) => words is null ? new Text("không có", "none") : ValueWords.Of(words);
}
