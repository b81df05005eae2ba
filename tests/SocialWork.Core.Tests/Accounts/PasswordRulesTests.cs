using System.Text;
using Shouldly;
using SocialWork.Core.Accounts;
using Xunit;

namespace SocialWork.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("mot cau de nho nhat")]
    [InlineData("Sông Hương chảy chậm 4")]
    [InlineData("аккумулятор-лампа")]
    [InlineData("a  b  z  d  q  r")]
    [InlineData("🐘🐘🐘🐘🐘🐘🐘🐘🐘🦆🦆🦆")]
    [InlineData("739184625017")]
    public void Any_characters_are_taken_when_they_are_long_enough(string password) => PasswordRules.Check(password, "19960.reporter", "Phường Phú Bài").ShouldBeNull();

    [Theory]
    [InlineData("mười một ký", "password.tooShort")]
    [InlineData("🐘🐘🐘🐘🐘🐘🐘🐘🐘🦆🦆", "password.tooShort")]
    [InlineData("", "password.tooShort")]
    [InlineData("matkhau123456", "password.obvious")]
    [InlineData("MatKhau2026!!!", "password.obvious")]
    [InlineData("Mật khẩu 123456", "password.obvious")]
    [InlineData("matkhaumatkhau", "password.obvious")]
    [InlineData("matkhaumatkhau2026", "password.obvious")]
    [InlineData("password2026!", "password.obvious")]
    [InlineData("QWERTYUIOP123", "password.obvious")]
    [InlineData("123456789012", "password.obvious")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.obvious")]
    [InlineData("abababababab", "password.obvious")]
    [InlineData("Công tác xã hội 2026", "password.obvious")]
    [InlineData("demo-2026demo-2026", "password.obvious")]
    [InlineData("Thừa Thiên Huế 123", "password.obvious")]
    [InlineData("xx19960.REPORTERxx", "password.hasHandle")]
    [InlineData("phường phú bài số 1", "password.hasUnit")]
    [InlineData("PHUBAI yêu thương", "password.hasUnit")]
    public void What_is_short_obvious_or_names_its_owner_is_refused_with_the_reason(string password, string code)
    {
        var refusal = PasswordRules.Check(password, "19960.reporter", "Phường Phú Bài").ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Message.Vi.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void The_limits_are_12_and_128_characters()
    {
        var text = string.Concat(Enumerable.Repeat("ữ nọ kia đây ấy thì là mà ", 6));
        PasswordRules.Check(text[..11], "admin", null)!.Code.ShouldBe("password.tooShort");
        PasswordRules.Check(text[..12], "admin", null).ShouldBeNull();
        PasswordRules.Check(text[..128], "admin", null).ShouldBeNull();
        PasswordRules.Check(text[..129], "admin", null)!.Code.ShouldBe("password.tooLong");
    }

    [Fact]
    public void A_password_is_the_same_however_its_letters_are_composed()
    {
        const string Typed = "Ngự Bình trước tròn sau méo";
        PasswordRules.Normalise(Typed.Normalize(NormalizationForm.FormD)).ShouldBe(Typed.Normalize(NormalizationForm.FormC));
    }
}
