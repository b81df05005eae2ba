using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Reports;

/// <summary>What the facts of a document must be like (Decree 30/2020/NĐ-CP, Appendix I). A missing fact is no mistake. Pure; safe for concurrent use.</summary>
public static partial class FactRules
{
    /// <summary>The largest running number of a year.</summary>
    public const int MaxNumber = 9999;

    /// <summary>The most characters of a sign, and of the number of a plan.</summary>
    public const int MaxSign = 30;

    /// <summary>The most characters of a place and of a person's name.</summary>
    public const int MaxName = 60;

    /// <summary>The most lines of an agency's name and of a capacity.</summary>
    public const int MaxLines = 3;

    /// <summary>The most characters of such a line.</summary>
    public const int MaxLine = 100;

    /// <summary>The most recipients.</summary>
    public const int MaxRecipients = 20;

    /// <summary>The most characters of a recipient.</summary>
    public const int MaxRecipient = 200;

    private const string Kept = "Lưu:";
    private const int MatchMilliseconds = 1000;

    /// <summary>Texts without white space at their ends, lists without blank lines, recipients without dash and semicolon, which the document sets by itself.</summary>
    public static DocumentFacts Tidy(DocumentFacts facts) => facts with
    {
        Superior = Lines(facts.Superior),
        Issuer = Lines(facts.Issuer),
        Sign = One(facts.Sign),
        Place = One(facts.Place),
        PlanNumber = One(facts.PlanNumber),
        Capacity = Lines(facts.Capacity),
        Signer = One(facts.Signer),
        Recipients = [.. Lines(facts.Recipients).Select(line => line.TrimStart('-', '–', ' ').TrimEnd(';', '.', ' ')).Where(line => line.Length > 0)],
    };

    /// <summary>Everything that is wrong, each with the field that states it.</summary>
    public static ImmutableArray<CellProblem> Check(DocumentFacts facts)
    {
        var problems = ImmutableArray.CreateBuilder<CellProblem>();
        if (facts.Number is < 1 or > MaxNumber) Add("number", "number", $"Số của báo cáo phải từ 1 đến {MaxNumber}.", $"The report's number must be 1 to {MaxNumber}.");
        if (facts.Sign is { } sign && (sign.Length > MaxSign || !Sign().IsMatch(sign))) Add("sign", "sign", "Ký hiệu viết hoa, nối bằng gạch ngang, không có dấu cách, như BC-SYT.", "The sign is capitals joined by hyphens, without spaces, as BC-SYT.");
        if (facts.PlanNumber is { } plan && (plan.Length > MaxSign || !PlanNumber().IsMatch(plan))) Add("planNumber", "planNumber", "Số, ký hiệu của kế hoạch viết như 12/KH-UBND, không có dấu cách.", "The plan's number and sign are written as 12/KH-UBND, without spaces.");
        if (facts is { Date: { } date, PlanDate: { } planDate } && date < planDate) Add("date", "dateBeforePlan", $"Ngày của báo cáo không thể trước ngày của kế hoạch ({planDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}).", "The report cannot be dated before the plan.");
        if (facts.Place is { Length: > MaxName }) Add("place", "tooLong", $"Địa danh dài quá {MaxName} ký tự.", $"The place is longer than {MaxName} characters.");
        if (facts.Signer is { Length: > MaxName }) Add("signer", "tooLong", $"Tên người ký dài quá {MaxName} ký tự.", $"The signer's name is longer than {MaxName} characters.");
        if (facts.Signer is { } signer && Degree().Match(signer) is { Success: true } degree) Add("signer", "degree", $"Trước tên người ký không ghi học hàm, học vị, danh hiệu: bỏ “{degree.Value.Trim()}”.", $"No degree stands before the signer's name: leave out '{degree.Value.Trim()}'.");
        Listed("superior", facts.Superior, MaxLines, MaxLine, "Cơ quan cấp trên", "The agency above");
        Listed("issuer", facts.Issuer, MaxLines, MaxLine, "Cơ quan ban hành", "The issuing agency");
        Listed("capacity", facts.Capacity, MaxLines, MaxLine, "Quyền hạn, chức vụ", "The capacity");
        Listed("recipients", facts.Recipients, MaxRecipients, MaxRecipient, "Nơi nhận", "Recipients");
        if (!facts.Recipients.IsEmpty && !facts.Recipients[^1].StartsWith(Kept, StringComparison.Ordinal)) Add("recipients", "recipientsLast", "Dòng cuối của nơi nhận phải bắt đầu bằng “Lưu:”, như “Lưu: VT, BTXH”.", "The last recipient begins with “Lưu:”, as “Lưu: VT, BTXH”.");
        if (facts.Recipients.SkipLast(1).Any(line => line.StartsWith(Kept, StringComparison.Ordinal))) Add("recipients", "recipientsLast", "Chỉ dòng cuối của nơi nhận bắt đầu bằng “Lưu:”.", "Only the last recipient begins with “Lưu:”.");
        foreach (var (field, text) in Texts(facts))
        {
            if (!CellText.TryNormalise(text, out _)) Add(field, "notPrintable", "Có ký tự không in được.", "Holds characters that cannot be printed.");
            else if (PersonalNumbers.Find(text) is { } number) problems.Add(new CellProblem(field, PersonalNumbers.Code, number));
        }

        return problems.ToImmutable();

        void Add(string field, string code, string vi, string en) => problems.Add(new CellProblem(field, "facts." + code, new Text(vi, en)));

        void Listed(string field, ImmutableArray<string> lines, int most, int longest, string vi, string en)
        {
            if (lines.Length > most) Add(field, "tooMany", $"{vi}: không quá {most} dòng.", $"{en}: at most {most} lines.");
            if (lines.Any(line => line.Length > longest)) Add(field, "tooLong", $"{vi}: mỗi dòng không quá {longest} ký tự.", $"{en}: a line has at most {longest} characters.");
        }
    }

    private static IEnumerable<(string Field, string Text)> Texts(DocumentFacts facts)
    {
        if (facts.Place is { } place) yield return ("place", place);
        if (facts.Signer is { } signer) yield return ("signer", signer);
        yield return ("superior", string.Join('\n', facts.Superior));
        yield return ("issuer", string.Join('\n', facts.Issuer));
        yield return ("capacity", string.Join('\n', facts.Capacity));
        yield return ("recipients", string.Join('\n', facts.Recipients));
    }

    private static ImmutableArray<string> Lines(ImmutableArray<string> lines) => [.. lines.Select(One).OfType<string>()];

    // What cannot be printed stays as it is, to be refused.
    private static string? One(string? text) => text is null || !CellText.TryNormalise(text, out var words) ? text : words.Length == 0 ? null : words;

    [GeneratedRegex(@"^[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+$", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^[1-9]\d{0,4}(?:/(?:19|20)\d{2})?/[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+$|^0[1-9]/[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+$", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex PlanNumber();

    [GeneratedRegex(@"^(?:(?:GS|PGS|TSKH|TS|ThS|BSCKII|BSCKI|BSCK2|BSCK1|BS|DS|CN|KS|LS)(?:\.[\s.]*|\s+)|(?:Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Dược sĩ|Dược sỹ|Cử nhân|Kỹ sư|Luật sư)\s+)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchMilliseconds)]
    private static partial Regex Degree();
}
