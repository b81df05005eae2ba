namespace SocialWork.Core.Forms;

/// <summary>
/// The most that one submission may hold, whatever its form allows. May be raised, never lowered: stored versions must stay
/// readable.
/// </summary>
public static class FormLimits
{
    /// <summary>Cells in one submission or one patch.</summary>
    public const int MaxCells = 5_000;

    /// <summary>The largest number in a number cell: people, things or đồng.</summary>
    public const long MaxNumber = 1_000_000_000_000_000;

    /// <summary>UTF-16 characters in a text cell, after normalisation.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>Characters in the reference of an attached file.</summary>
    public const int MaxFileReferenceLength = 200;

    /// <summary>Rows of a table.</summary>
    public const int MaxTableRows = 1_000;

    /// <summary>The first year that a date may lie in.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that a date may lie in.</summary>
    public const int LastYear = 2200;
}
