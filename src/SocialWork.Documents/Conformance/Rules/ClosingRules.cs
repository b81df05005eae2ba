using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>Who signs, and who receives it.</summary>
internal static partial class ClosingRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document) => Signature(document).Concat(Recipients(document));

    private static IEnumerable<LayoutFinding> Signature(CheckedDocument document)
    {
        var from = document.RecipientsHead?.Number ?? document.Lines.Count / 2;
        var capacity = document.Lines.FirstOrDefault(line => line.Number > from && CapacityPattern().IsMatch(line.Words));
        if (capacity is null)
        {
            yield return Missing("signature", "quyền hạn, chức vụ người ký");
            yield break;
        }

        foreach (var finding in CheckedDocument.Shape("signature", capacity, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        if (document.Lines.FirstOrDefault(line => line.InTable && line.Number > capacity.Number && line.Number < capacity.Number + 8 && line.Words.Length > 0 && !CapacityPattern().IsMatch(line.Words)) is { } name)
        {
            foreach (var finding in CheckedDocument.Shape("signature.name", name, Decree30.TextSize, bold: true, italic: false)) yield return finding;
            if (!name.Words.Any(char.IsLower) && name.Words.Any(char.IsLetter)) yield return new LayoutFinding("signature.name.caps", name.Place, new Text("chữ in hoa", "capitals"), new Text("họ tên chữ thường: Nguyễn Văn A", "small letters: Nguyễn Văn A"));
            if (DegreePattern().IsMatch(name.Words)) yield return new LayoutFinding("signature.degree", name.Place, Both(name.Words), new Text("không ghi học hàm, học vị", "no academic title"));
        }
    }

    private static IEnumerable<LayoutFinding> Recipients(CheckedDocument document)
    {
        if (document.RecipientsHead is not { } head)
        {
            yield return Missing("recipients", "Nơi nhận:");
            yield break;
        }

        foreach (var finding in CheckedDocument.Shape("recipients", head, Decree30.RecipientsHeadSize, bold: true, italic: true)) yield return finding;
        var list = document.Lines.Where(line => line.Number > head.Number).TakeWhile(line => line.Words.StartsWith('-')).ToArray();
        foreach (var line in list)
        {
            foreach (var finding in CheckedDocument.Shape("recipients.line", line, Decree30.RecipientsSize, bold: false, italic: false)) yield return finding;
            var end = line == list[^1] ? '.' : ';';
            if (!line.Words.EndsWith(end)) yield return new LayoutFinding("recipients.end", line.Place, Both(line.Words), new Text($"kết thúc bằng “{end}”", $"ends with “{end}”"));
        }

        if (list is not [.., var last] || !last.Words.StartsWith("- Lưu:", StringComparison.Ordinal))
            yield return new LayoutFinding("recipients.last", head.Place, Both(list is [.., var other] ? other.Words : "–"), Both("- Lưu: VT, …."));
    }

    [GeneratedRegex(@"^((TM|KT|TL|TUQ|Q)\. |GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG|PHÓ|«…»)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CapacityPattern();

    [GeneratedRegex(@"\b(ThS|TS|PGS|GS|BS|CKI|CKII|Thạc sĩ|Tiến sĩ|Bác sĩ)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DegreePattern();
}
