using Shouldly;
using SocialWork.Core.Typing;
using Xunit;

namespace SocialWork.Core.Tests.Typing;


public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("046095001234")]
    [InlineData("Đã hỗ trợ người có số 046195001234.")]
    [InlineData("số 046 095 001 234, phường")]
    [InlineData("(046.095.001.234)")]
    [InlineData("CMND 191234567")]
    [InlineData("cmnd số: 191 234 567")]
    [InlineData("Số căn cước công dân là 191234567890")]
    [InlineData("chứng minh nhân dân số 191234567")]
    [InlineData("identity card no. 191234567")]
    public void A_citizens_number_is_found(string text) => PersonalNumbers.Find(text).ShouldNotBeNull().En.ShouldContain("identity number");

    [Theory]
    [InlineData("0912345678")]
    [InlineData("Liên hệ chị ở số 0912 345 678 để biết thêm")]
    [InlineData("ĐT: 0912.345.678")]
    [InlineData("091-234-5678")]
    [InlineData("0912 34 56 78")]
    [InlineData("+84 912345678")]
    [InlineData("(+84)912 345 678")]
    [InlineData("gọi 0352345678, 0234 3822 456")]
    [InlineData("Mã số thuế 3300100200, điện thoại 0912345678")]
    public void A_mobile_number_is_found(string text) => PersonalNumbers.Find(text).ShouldNotBeNull().En.ShouldContain("mobile");

    [Theory]
    [InlineData("Kinh phí 100000000000 đồng")]
    [InlineData("Kinh phí 100.000.000.000 đồng, chi 046.095.001 lần")]
    [InlineData("1.046.095.001.234 đồng")]
    [InlineData("số 1893/QĐ-UBND ngày 14/7/2026, kế hoạch 71/KH-UBND")]
    [InlineData("Luật số 91/2025/QH15")]
    [InlineData("từ 01/01/2026 đến 31/12/2026, 03-05-2026")]
    [InlineData("mã hồ sơ 191234567")]
    [InlineData("mã định danh cơ quan H57.123.456.789")]
    [InlineData("đường dây nóng 1900 1234, tổng đài 111, cố định 0234 3822456 hoặc 02343822456")]
    [InlineData("Mã số thuế: 0301234567")]
    [InlineData("MST 0312345678 của doanh nghiệp")]
    [InlineData("TK 0912345678901234")]
    [InlineData("046795001234")]
    [InlineData("099095001234")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13")]
    [InlineData("")]
    public void Money_codes_documents_dates_and_office_lines_are_let_through(string text) => PersonalNumbers.Find(text).ShouldBeNull();

    [Fact]
    public void Where_a_telephone_is_asked_for_only_identity_numbers_are_found()
    {
        PersonalNumbers.Find("0912345678", mayHoldTelephone: true).ShouldBeNull();
        PersonalNumbers.Find("0912345678, CCCD 046095001234", mayHoldTelephone: true).ShouldNotBeNull();
    }

    [Fact]
    public void The_longest_text_of_nothing_but_digits_is_judged_at_once() =>
        Should.NotThrow(() => PersonalNumbers.Find(string.Concat(Enumerable.Repeat("03 ", 1400))));
}
