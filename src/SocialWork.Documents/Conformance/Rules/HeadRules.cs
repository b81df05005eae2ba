using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>What stands above the title: nation and motto, agencies, number, place and date.</summary>
internal static partial class HeadRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document) => Nation(document).Concat(Agencies(document)).Concat(NumberAndDate(document));

    private static IEnumerable<LayoutFinding> Nation(CheckedDocument document)
    {
        var nation = document.Lines.FirstOrDefault(line => Squeezed(line.Words).Equals(Decree30.Nation, StringComparison.OrdinalIgnoreCase));
        if (nation is null)
        {
            yield return Missing("nation", Decree30.Nation);
            yield break;
        }

        if (!nation.IsUpper) yield return new LayoutFinding("nation.caps", nation.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        foreach (var finding in CheckedDocument.Shape("nation", nation, Decree30.HeadSize, bold: true, italic: false)) yield return finding;
        var motto = document.Lines.FirstOrDefault(line => line.Number > nation.Number && line.Words.Contains("Độc lập", StringComparison.OrdinalIgnoreCase));
        if (motto is null)
        {
            yield return Missing("motto", Decree30.Motto);
            yield break;
        }

        if (motto.Words != Decree30.Motto) yield return new LayoutFinding("motto.words", motto.Place, Both(motto.Words), Both(Decree30.Motto));
        foreach (var finding in CheckedDocument.Shape("motto", motto, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        foreach (var finding in DrawnRule.Under(document, "motto", [motto], new Between(1, 1))) yield return finding;
    }

    // The lines above the number, on the left: the agency above, and the issuing one, which is the last of them and bold.
    private static IEnumerable<LayoutFinding> Agencies(CheckedDocument document)
    {
        var number = document.Number;
        var above = document.Lines.Where(line => line.InTable && (number is null || line.Number < number.Number) && line.Words.Length > 0).TakeWhile(line => !line.Words.Equals(Decree30.Nation, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (above is not [.., var issuer])
        {
            yield return Missing("issuer", "TÊN CƠ QUAN BAN HÀNH");
            yield break;
        }

        if (!issuer.IsUpper) yield return new LayoutFinding("issuer.caps", issuer.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        foreach (var finding in CheckedDocument.Shape("issuer", issuer, Decree30.HeadSize, bold: true, italic: false)) yield return finding;
        foreach (var finding in DrawnRule.Under(document, "issuer", [.. above[..^1].SkipWhile(line => line.Runs.Any(run => !run.Look.IsBold)), issuer], Decree30.ShortRule)) yield return finding;
        foreach (var superior in above[..^1].Where(line => line.Runs.All(run => !run.Look.IsBold)))
        {
            foreach (var finding in CheckedDocument.Shape("superior", superior, Decree30.HeadSize, bold: false, italic: false)) yield return finding;
        }
    }

    private static IEnumerable<LayoutFinding> NumberAndDate(CheckedDocument document)
    {
        if (document.Number is { } number)
        {
            if (!NumberPattern().IsMatch(number.Words))
                yield return new LayoutFinding("number.form", number.Place, Both(number.Words), new Text("Số: 05/BC-SYT (số dưới 10 có số 0, không có dấu cách)", "Số: 05/BC-SYT (two digits below ten, no spaces)"));
            foreach (var finding in CheckedDocument.Shape("number", number, Decree30.NumberSize, bold: false, italic: false)) yield return finding;
        }
        else
        {
            yield return Missing("number", "Số: …");
        }

        if (document.Lines.FirstOrDefault(line => line.Words.Contains(", ngày", StringComparison.Ordinal) && line.Words.Length < 80) is { } dated)
        {
            if (!DatedPattern().IsMatch(dated.Words))
                yield return new LayoutFinding("date.form", dated.Place, Both(dated.Words), new Text("Huế, ngày 05 tháng 12 năm 2026 (ngày dưới 10 và tháng 1, 2 có số 0)", "Huế, ngày 05 tháng 12 năm 2026 (two digits for days below ten and the months 1 and 2)"));
            foreach (var finding in CheckedDocument.Shape("date", dated, Decree30.TextSize, bold: false, italic: true)) yield return finding;
        }
        else
        {
            yield return Missing("date", "Huế, ngày … tháng … năm …");
        }
    }

    [GeneratedRegex(@"^Số: ([0-9]{2,}|«…»)/\p{Lu}[\p{Lu}Đ]*(-[\p{L}0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[^,]+, ngày (0[1-9]|[12][0-9]|3[01]|«…») tháng (0[12]|[3-9]|1[0-2]|«…») năm ([0-9]{4}|«…»)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatedPattern();
}
