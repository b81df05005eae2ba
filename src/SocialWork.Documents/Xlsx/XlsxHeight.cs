namespace SocialWork.Documents.Xlsx;

/// <summary>How high a row must be for its words; programs fit rows of a file that they open for the first time only sometimes.</summary>
internal static class XlsxHeight
{
    /// <summary>A line of the usual size, in points.</summary>
    public const double Line = 15;

    // The format knows no higher row.
    private const double Most = 409;

    /// <summary>The height in points at which words fit a width in characters; 0 for no width.</summary>
    public static double Of(string words, double width, double lineHeight)
    {
        if (width == 0) return 0;
        // Widths count digits; the font's letters are a little narrower. Words are not broken, which costs some letters a line.
        var letters = width * 1.06 * Line / lineHeight;
        var lines = words.Split('\n').Sum(line => line.Length <= letters ? 1 : Math.Ceiling(line.Length / Math.Max(1, letters - 2.5)));
        return Math.Min(Most, (lines * lineHeight) + 3);
    }
}
