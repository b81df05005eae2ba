using System.Collections.Frozen;
using System.Text;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;

namespace SocialWork.Core.Accounts;

/// <summary>
/// Which passwords are taken: long ones that are not obvious. Any character may stand in them, none must, and they never end.
/// Pure; safe for concurrent use.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 128;

    // Shorter names stand in many words by chance.
    private const int ShortestName = 5;
    private const string ListName = "obvious-passwords.txt";
    private static readonly FrozenSet<string> Obvious = ReadList();

    /// <summary>A password as it is hashed: the same however a keyboard composes its letters.</summary>
    public static string Normalise(string password) => password.Normalize(NormalizationForm.FormC);

    /// <summary>Why a password is not taken; null where it is.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="handle">The account's user name.</param>
    /// <param name="unitName">The name of its unit; null where it has none.</param>
    public static Refusal? Check(string password, string handle, string? unitName)
    {
        var length = Normalise(password).EnumerateRunes().Count();
        if (length < MinLength) return No("password.tooShort", $"Mật khẩu cần ít nhất {MinLength} ký tự; một câu ngắn dễ nhớ là đủ.", $"A password needs at least {MinLength} characters; a short sentence will do.");
        if (length > MaxLength) return No("password.tooLong", $"Mật khẩu dài tối đa {MaxLength} ký tự.", $"A password has at most {MaxLength} characters.");
        var plain = Plain(password);
        if (IsObvious(plain)) return No("password.obvious", "Mật khẩu này quá phổ biến, ai cũng đoán được: chọn một câu khác.", "This password is among the first that anybody would guess: choose another.");
        if (plain.Contains(Plain(handle), StringComparison.Ordinal)) return No("password.hasHandle", "Mật khẩu không được chứa tên đăng nhập.", "The password must not contain the user name.");
        if (unitName is not null && Names(unitName).Any(name => plain.Contains(name, StringComparison.Ordinal)))
            return No("password.hasUnit", "Mật khẩu không được chứa tên đơn vị.", "The password must not contain the name of the unit.");
        return null;
    }

    // On the list as it is, without the digits at its end, or as one of these written several times over.
    private static bool IsObvious(string plain)
    {
        var word = plain.TrimEnd("0123456789!@#$%^&*.?_-".ToCharArray());
        return Once(plain).Length <= 2 || new[] { plain, Once(plain), word, Once(word) }.Any(Obvious.Contains);
    }

    // “abcabcabc” is “abc”.
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length))) return text[..length];
        }

        return text;
    }

    private static IEnumerable<string> Names(string unitName) =>
        new[] { UnitNames.Fold(unitName), UnitNames.Likeness(unitName) }.Select(name => name.Replace(" ", string.Empty, StringComparison.Ordinal)).Where(name => name.Length >= ShortestName);

    private static string Plain(string text) => Folded.WithoutAccents(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static FrozenSet<string> ReadList()
    {
        using var list = typeof(PasswordRules).Assembly.GetManifestResourceStream(ListName) ?? throw new InvalidOperationException($"{ListName} is not part of the assembly.");
        using var reader = new StreamReader(list);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    private static Refusal No(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}
