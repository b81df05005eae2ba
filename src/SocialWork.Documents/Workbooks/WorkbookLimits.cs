namespace SocialWork.Documents.Workbooks;

/// <summary>The most that one workbook holds; beyond it a unit's forms are downloaded one by one.</summary>
public static class WorkbookLimits
{
    /// <summary>Rows of facilities, all sheets together.</summary>
    public const int MaxFacilities = 10_000;

    /// <summary>Cells of forms, all sheets together.</summary>
    public const int MaxCells = 300_000;

    /// <summary>Blank rows that a table offers beyond those that are filled.</summary>
    public const int SpareTableRows = 15;
}
