using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Gathers the findings of one sheet, so many at most; what is beyond is counted as one. Not for concurrent use.</summary>
internal sealed class SheetFindings(string sheet, string? form, int most)
{
    private readonly ImmutableArray<WorkbookFinding>.Builder _found = ImmutableArray.CreateBuilder<WorkbookFinding>();

    /// <summary>What was found, in the order of the sheet.</summary>
    public ImmutableArray<WorkbookFinding> All => _found.ToImmutable();

    /// <summary>Adds a finding about a cell; its label goes before the message.</summary>
    public void Add(string? unit, string? cell, CellAddress at, Refusal why, Text? label, FindingLevel level = FindingLevel.Problem) => Add(unit, cell, at.ToString(), why, label, level);

    /// <inheritdoc cref="Add(string?, string?, CellAddress, Refusal, Text?, FindingLevel)"/>
    public void Add(string? unit, string? cell, string? at, Refusal why, Text? label, FindingLevel level = FindingLevel.Problem)
    {
        if (_found.Count < most) _found.Add(Make(unit, cell, at, why, label, level));
        else if (_found.Count == most) _found.Add(Make(null, null, null, CellRefusals.TooManyFindings, null, FindingLevel.Problem));
    }

    private WorkbookFinding Make(string? unit, string? cell, string? at, Refusal why, Text? label, FindingLevel level) =>
        new(sheet, at, form, unit, cell, why.Code, level, label is null ? Capital(why.Message) : new Text($"{label.Vi}: {why.Message.Vi}", $"{label.En}: {why.Message.En}"));

    private static Text Capital(Text text) => new(char.ToUpperInvariant(text.Vi[0]) + text.Vi[1..], char.ToUpperInvariant(text.En[0]) + text.En[1..]);
}
