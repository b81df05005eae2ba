using System.Text.RegularExpressions;
using SocialWork.Abstractions;

namespace SocialWork.Core.Typing;

/// <summary>
/// Finds numbers in a text that point at one person: a citizen's number, and a mobile telephone. What may as well be money, a
/// code, a document's number or an office's line is let through. Pure; safe for concurrent use.
/// </summary>
public static partial class PersonalNumbers
{
    // A text is at most 4,000 characters long, and no pattern goes back further than a line.
    private const int MatchMilliseconds = 1000;

    /// <summary>What the first such number in a text is, and what to do; null where there is none.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="mayHoldTelephone">Whether the text is there to hold a telephone number of staff.</param>
    public static Text? Find(string text, bool mayHoldTelephone = false)
    {
        // Most texts hold too few digits to look any further.
        if (text.Count(char.IsDigit) < FewestDigits) return null;
        if (Citizen().IsMatch(text) || NamedCitizen().IsMatch(text)) return CitizenNumber;
        return !mayHoldTelephone && Mobiles().Matches(text).Any(m => !IsTaxCode(text, m.Index)) ? Telephone : null;
    }

    /// <summary>The same as a refusal of the whole text; null where there is no such number.</summary>
    /// <param name="what">What the text is, at the start of a sentence.</param>
    /// <param name="text">As it was typed.</param>
    public static Refusal? Refuse(Text what, string text) =>
        Find(text) is { } found ? new Refusal(RefusalKind.Unprocessable, Code, $"{what.Vi}: {found.Vi}", $"{what.En}: {found.En}") : null;

    /// <summary>The code of what is refused for such a number.</summary>
    public const string Code = "text.personalNumber";

    private const int FewestDigits = 9;

    private static Text CitizenNumber { get; } = new(
        "có dãy số giống số căn cước công dân hoặc chứng minh nhân dân; hệ thống không lưu giấy tờ của cá nhân, hãy bỏ dãy số này.",
        "holds what looks like a citizen's identity number; identity papers are not kept here, leave the number out.");

    private static Text Telephone { get; } = new(
        "có dãy số giống số điện thoại di động; hệ thống không lưu số điện thoại của cá nhân, hãy bỏ dãy số này (số của cơ quan thì ghi số cố định hoặc đường dây nóng).",
        "holds what looks like a mobile telephone number; people's numbers are not kept here, leave it out (of an office give the landline or hotline).");

    // Enterprises of some provinces have tax codes that begin as mobile numbers do.
    private static bool IsTaxCode(string text, int at) => TaxCodeBefore().IsMatch(text[Math.Max(0, at - 30)..at]);

    // Twelve digits: province 001 to 096, century and sex 0 to 3, then year and number; alone, or in groups of three. No amount of
    // money begins with a nought.
    [GeneratedRegex(@"(?<![\d.,/-])0(?:0[1-9]|[1-8]\d|9[0-6])(?<gap>[ .]?)[0-3]\d{2}\k<gap>\d{3}\k<gap>\d{3}(?!\d|[.,/-]\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Citizen();

    // Nine digits, or twelve, where the words before say what they are.
    [GeneratedRegex(@"(?:\b(?:cccd|cmnd|cmtnd|cmt)\b|căn cước|chứng minh (?:nhân dân|thư)|số định danh|identity (?:card|number|no))[^\d\n]{0,40}(?:\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{3})?)(?!\d|[.,/-]\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex NamedCitizen();

    // 03, 05, 07, 08, 09 or the same behind +84, in one piece or in the groups in which people write them; landlines begin with 02.
    [GeneratedRegex(@"(?<![\d.,/-])(?:0|\+84[ .]?|\(\+84\) ?)[35789](?:\d{8}|\d{2}[ .-]\d{3}[ .-]\d{3}|\d[ .-]\d{3}[ .-]\d{4}|\d{2}[ .-]\d{6}|\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2})(?!\d|[.,/-]\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Mobiles();

    [GeneratedRegex(@"(?:mã số thuế|\bmst|mã số doanh nghiệp|\bmsdn|tax code)[^\d\n]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex TaxCodeBefore();
}
