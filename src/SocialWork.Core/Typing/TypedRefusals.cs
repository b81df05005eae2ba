using SocialWork.Abstractions;

namespace SocialWork.Core.Typing;

/// <summary>Why something that was typed is not understood.</summary>
internal static class TypedRefusals
{
    private const int MostShown = 100;

    public static Refusal ZeroOrNone(string shown) => Make("typed.zeroOrNone",
        $"“{Short(shown)}” có thể là số 0 hoặc là không phát sinh; hãy ghi 0 nếu đã đếm và bằng 0, ghi “không phát sinh” nếu không có việc này.",
        $"“{Short(shown)}” may mean 0 or nothing arose; write 0 if it was counted and is 0, or “không phát sinh” if nothing arose.");

    public static Refusal NotYesOrNo(string shown) => Make("typed.notYesOrNo",
        $"“{Short(shown)}” không rõ là có hay không; hãy ghi Có hoặc Không.",
        $"“{Short(shown)}” is neither yes nor no; write Có or Không.");

    public static Refusal NotAnOption(string shown, Dimension list)
    {
        var options = list.Options.Take(12).Select(option => option.Label).ToArray();
        var more = list.Options.Length > options.Length ? ", …" : string.Empty;
        return Make("typed.notAnOption",
            $"“{Short(shown)}” không khớp với một mục nào, hoặc khớp với nhiều mục của danh sách; hãy chọn trong danh sách: {string.Join("; ", options.Select(o => o.Vi))}{more}.",
            $"“{Short(shown)}” is none, or more than one, of the list; choose from: {string.Join("; ", options.Select(o => o.En))}{more}.");
    }

    public static Refusal NotAKindOfEmpty(string shown) => Make("typed.unknownEmpty",
        $"“{Short(shown)}” không phải cách ghi ô trống; hãy chọn không phát sinh, không áp dụng hoặc không cung cấp.",
        $"“{Short(shown)}” is no kind of empty; choose không phát sinh, không áp dụng or không cung cấp.");

    public static Refusal TooLong(int length, int most) => Make("typed.tooLong",
        $"nội dung dài {length} ký tự, tối đa là {most}; hãy viết gọn lại, phần dài gửi kèm bằng tệp đính kèm.",
        $"there are {length} characters, {most} at most; shorten it and attach the long part as a file.");

    // An answer may hold pages; its beginning says which one is meant.
    private static string Short(string shown) => shown.Length <= MostShown ? shown : string.Concat(shown.AsSpan(0, MostShown), "…");

    private static Refusal Make(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}
