using System.Collections.Immutable;
using System.Text;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Typing;
using Xunit;

namespace SocialWork.Core.Tests.Typing;

public sealed class TypedWordsTests
{
    private static readonly ImmutableArray<DimensionOption> Options =
    [
        new("CO_SO", new("Cơ sở", "Facility")),
        new("CO_SO_2", new("Có số", "Has a number")),
        new("DANG_TH", new("Đang thực hiện", "Under way")),
        new("XONG", new("Hoàn thành", "Done")),
    ];

    [Theory]
    [InlineData("không phát sinh", EmptyKind.NotArising)]
    [InlineData("  Không   Phát  Sinh. ", EmptyKind.NotArising)]
    [InlineData("khong phat sinh", EmptyKind.NotArising)]
    [InlineData("KPS", EmptyKind.NotArising)]
    [InlineData("notArising", EmptyKind.NotArising)]
    [InlineData("không áp dụng", EmptyKind.NotApplicable)]
    [InlineData("KHONG AP DUNG", EmptyKind.NotApplicable)]
    [InlineData("Không cung cấp", EmptyKind.Withheld)]
    [InlineData("withheld", EmptyKind.Withheld)]
    public void Words_of_empty_are_known_with_and_without_accents(string text, EmptyKind kind)
    {
        TypedWords.Empty(text).ShouldBe(kind);
        TypedWords.Empty(text.Normalize(NormalizationForm.FormD)).ShouldBe(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("không")]
    [InlineData("không có")]
    [InlineData("chưa báo cáo")]
    public void Other_words_are_no_kind_of_empty(string text) => TypedWords.Empty(text).ShouldBeNull();

    [Theory]
    [InlineData("Có", true)]
    [InlineData("co", true)]
    [InlineData("X", true)]
    [InlineData("TRUE", true)]
    [InlineData("ĐÚNG", true)]
    [InlineData("Không", false)]
    [InlineData("khong", false)]
    [InlineData("sai", false)]
    [InlineData("chưa", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void Yes_and_no_are_read_as_people_write_them(string text, bool? answer) => TypedWords.YesOrNo(text).ShouldBe(answer);

    [Theory]
    [InlineData("XONG", "XONG")]
    [InlineData("xong", "XONG")]
    [InlineData("hoàn thành", "XONG")]
    [InlineData("hoan thanh", "XONG")]
    [InlineData("Done", "XONG")]
    [InlineData("dang  thuc hien", "DANG_TH")]
    [InlineData("Cơ sở", "CO_SO")]
    [InlineData("có số", "CO_SO_2")]
    [InlineData("co so", null)]
    [InlineData("co_so", "CO_SO")]
    [InlineData("gần xong", null)]
    public void An_option_is_found_by_label_or_code_and_without_accents_only_where_one_is_meant(string text, string? code) =>
        TypedWords.Option(Options, text).ShouldBe(code);
}
