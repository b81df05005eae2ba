using System.Collections.Immutable;

namespace SocialWork.Core.Typing;

/// <summary>A column of a workbook that people fill row by row.</summary>
/// <param name="Field">What it is about.</param>
/// <param name="Header">What stands above it, by which it is found again wherever it stands.</param>
/// <param name="IsRequired">Whether a sheet without it is refused.</param>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Field, string Header, bool IsRequired, int Width);

/// <summary>A cell as it was typed.</summary>
/// <param name="Address">Where it stands: <c>B7</c>.</param>
/// <param name="Text">Its text, without white space at its ends; a date as dd/MM/yyyy. Empty for a blank cell.</param>
public sealed record SheetCell(string Address, string Text);

/// <summary>A row of the sheet: a cell for every column that the sheet has.</summary>
public sealed record SheetRow(int Number, ImmutableDictionary<string, SheetCell> Cells);
