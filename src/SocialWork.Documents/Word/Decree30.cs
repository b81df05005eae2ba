namespace SocialWork.Documents.Word;

/// <summary>A range that a measure must lie in, both ends included.</summary>
public readonly record struct Between(double Least, double Most)
{
    /// <summary>Whether a measure lies in it, give or take what a unit of Word's rounds away.</summary>
    public bool Holds(double measure) => measure >= Least - Rounding && measure <= Most + Rounding;

    // A twentieth of a point is the smallest step of a length in Word.
    private const double Rounding = 0.06;
}

/// <summary>
/// What Appendix I of Decree 30/2020/NĐ-CP demands of an administrative document: lengths in millimetres, sizes of letters in
/// points. The one place where the numbers stand, for what writes documents and for what checks them.
/// </summary>
public static class Decree30
{
    /// <summary>The typeface of everything.</summary>
    public const string Font = "Times New Roman";
    /// <summary>A4, across.</summary>
    public const double PaperWidth = 210;
    /// <summary>A4, down.</summary>
    public const double PaperHeight = 297;
    /// <summary>Top margin.</summary>
    public static readonly Between Top = new(20, 25);
    /// <summary>Bottom margin.</summary>
    public static readonly Between Bottom = new(20, 25);
    /// <summary>Left margin.</summary>
    public static readonly Between Left = new(30, 35);
    /// <summary>Right margin.</summary>
    public static readonly Between Right = new(15, 20);
    /// <summary>Quốc hiệu, and the names of the agencies above the number.</summary>
    public static readonly Between HeadSize = new(12, 13);
    /// <summary>Tiêu ngữ, place and date, the kind, the subject, the body, the signatory.</summary>
    public static readonly Between TextSize = new(13, 14);
    /// <summary>The number and sign.</summary>
    public static readonly Between NumberSize = new(13, 13);
    /// <summary>The number of a page.</summary>
    public static readonly Between PageNumberSize = new(13, 14);
    /// <summary>The words “Nơi nhận:”.</summary>
    public static readonly Between RecipientsHeadSize = new(12, 12);
    /// <summary>Who receives it.</summary>
    public static readonly Between RecipientsSize = new(11, 11);
    /// <summary>“Phụ lục” with its number.</summary>
    public static readonly Between AnnexSize = new(14, 14);
    /// <summary>How far the first line of a paragraph is set in.</summary>
    public static readonly Between FirstLine = new(10, 12.7);
    /// <summary>Points between two paragraphs, at least.</summary>
    public const double LeastSpacing = 6;
    /// <summary>Lines, as a multiple of a single one.</summary>
    public static readonly Between LineSpacing = new(1, 1.5);
    /// <summary>How long the rule under an agency's name or the subject is, of the line above it.</summary>
    public static readonly Between ShortRule = new(1 / 3.0, 1 / 2.0);
    /// <summary>Quốc hiệu.</summary>
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    /// <summary>Tiêu ngữ.</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
}
