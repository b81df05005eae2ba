using System.Text;

namespace SocialWork.Core.Typing;

/// <summary>Why a text is not read as a number: what may be meant, and what to write instead.</summary>
internal static class NumberRefusals
{
    // Words and signs that say what is counted, or how much bigger the number is meant to be.
    private static readonly string[] Units =
        ["đồng", "dong", "vnđ", "vnd", "đ", "₫", "usd", "$", "€", "tỷ", "tỉ", "ty", "triệu", "trieu", "tr", "nghìn", "nghin", "ngàn", "ngan", "k", "%", "người", "nguoi"];

    public static Refusal Ambiguous(string shown, string thousands, string fraction) => Make("number.ambiguous",
        $"“{shown}” có thể là {thousands} hoặc là số lẻ {fraction}; hãy viết {thousands} nếu là hàng nghìn, {fraction} nếu là số lẻ.",
        $"“{shown}” may mean {thousands} or the decimal {fraction}; write {thousands} for thousands, {fraction} for a decimal.");

    public static Refusal Grouping(string shown) => Make("number.grouping",
        $"“{shown}”: dấu chấm, dấu phẩy đặt không theo nhóm ba chữ số nên không rõ là số nào; hãy viết liền các chữ số hoặc như 1.000.000, số lẻ như 70,5.",
        $"“{shown}”: the separators do not stand before groups of three digits, so the number is not clear; write digits only, or 1.000.000, and decimals as 70,5.");

    public static Refusal NotWhole(string shown) => Make("number.notWhole",
        $"“{shown}” không phải số nguyên; hãy nhập số nguyên, không có phần lẻ.",
        $"“{shown}” is not a whole number; enter a whole number, without decimals.");

    public static Refusal TooLong(string shown) => Make("number.tooLong",
        $"“{shown}” dài quá mức một con số; hãy kiểm tra lại.",
        $"“{shown}” is too long for a number; check it.");

    public static Refusal NotANumber(string shown) => Make("number.notANumber",
        $"“{shown}” không phải là số; hãy nhập chữ số, kể cả 0.",
        $"“{shown}” is not a number; enter digits, 0 included.");

    /// <summary>For a text with digits and something that no number has.</summary>
    public static Refusal Letters(string shown)
    {
        var words = new string([.. shown.Normalize(NormalizationForm.FormC).ToLowerInvariant().Where(c => !char.IsDigit(c) && c is not ('.' or ',' or '+' or '-'))])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => Units.Contains(word, StringComparer.Ordinal))
            ? Make("number.unit",
                $"“{shown}” có kèm đơn vị; hãy chỉ ghi con số theo đơn vị tính của biểu (1,5 triệu đồng ghi 1500000).",
                $"“{shown}” has a unit in it; enter the bare number in the unit of the form (1.5 million is 1500000).")
            : NotANumber(shown);
    }

    private static Refusal Make(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}
