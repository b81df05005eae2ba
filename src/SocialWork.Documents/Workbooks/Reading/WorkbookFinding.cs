using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>How grave a finding is.</summary>
public enum FindingLevel
{
    /// <summary>The file cannot be taken as it is: nothing of it is saved.</summary>
    Problem,
    /// <summary>A draft can be saved so, but not sent: a rule of the form is broken.</summary>
    Error,
    /// <summary>It can be saved and sent; somebody should look at it.</summary>
    Warning,
    /// <summary>How something was understood.</summary>
    Notice,
}

/// <summary>Something found in a workbook. Immutable.</summary>
/// <param name="Sheet">The sheet's name; null where no sheet is meant.</param>
/// <param name="Address">The cell's address on it (F12); null where no cell is meant.</param>
/// <param name="Form">The form's code; null where no form is meant.</param>
/// <param name="Unit">The unit's code; null where no unit is meant.</param>
/// <param name="Cell">The form's cell, in a table <c>field/row/column</c>; null where none is meant.</param>
/// <param name="Code">A stable code for programs, or the id of the rule or check.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">For people.</param>
public sealed record WorkbookFinding(string? Sheet, string? Address, string? Form, string? Unit, string? Cell, string Code, FindingLevel Level, Text Message)
{
    /// <summary>Further cells that the finding is about, on the same sheet.</summary>
    public ImmutableArray<FoundCell> Others { get; init; } = [];

    /// <summary>Whether it is a warning that the unit must explain before it submits.</summary>
    public bool AsksForExplanation { get; init; }

    /// <summary>What the unit says to it; null for nothing.</summary>
    public string? Explanation { get; init; }
}

/// <summary>A cell that a finding is about.</summary>
/// <param name="Cell">The form's cell.</param>
/// <param name="Address">Its address; null where it does not stand on the sheet.</param>
public sealed record FoundCell(string Cell, string? Address);
