namespace SocialWork.Abstractions;

/// <summary>Words that people read, in both languages of the product. Neither may be blank.</summary>
/// <param name="Vi">Vietnamese, the default, in Unicode NFC.</param>
/// <param name="En">English, shown on request.</param>
public sealed record Text(string Vi, string En)
{
    /// <summary>The wording for a two-letter language code; anything but <c>en</c> reads Vietnamese.</summary>
    public string In(string language) =>
        string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? En : Vi;

    /// <summary>The Vietnamese wording.</summary>
    public override string ToString() => Vi;
}
