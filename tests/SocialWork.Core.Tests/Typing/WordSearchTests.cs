using FsCheck.Fluent;
using FsCheck;
using Shouldly;
using SocialWork.Core.Typing;
using Xunit;

namespace SocialWork.Core.Tests.Typing;

/// <summary>Searching in texts without accents, and what is marked of them.</summary>
public sealed class WordSearchTests
{
    [Theory]
    [InlineData("quang dien", "Xã Quảng Điền", "Xã [Quảng] [Điền]")]
    [InlineData("QUẢNG", "xã quảng điền", "xã [quảng] điền")]
    [InlineData("dieu", "Điều 32.5, điều tra", "[Điều] 32.5, [điều] tra")]
    [InlineData("tre", "trẻ em, xã Bến Tre, sắt-tre, astre", "[trẻ] em, xã Bến [Tre], sắt-[tre], astre")]
    [InlineData("tru", "trường trung học", "[trư]ờng [tru]ng học")]
    [InlineData("tram y te", "trạm y tế", "[trạm] [y] [tế]")]
    [InlineData("an", "không có", "không có")]
    [InlineData("<b>", "a < b", "a < [b]")]
    public void What_is_searched_for_is_marked_where_a_word_begins_with_it(string typed, string text, string marked) =>
        string.Concat(Search(typed).Cut(text).Select(p => p.IsHit ? $"[{p.Text}]" : p.Text)).ShouldBe(marked);

    [Theory]
    [InlineData("hoc tre", true)]
    [InlineData("hoc benh", false)]
    [InlineData("IV.4.a", true)]
    [InlineData("  ", false)]
    [InlineData(null, false)]
    public void Every_word_must_stand_in_one_text_or_another(string? typed, bool isFound) =>
        Search(typed).IsIn(["Trẻ em", "Trường học", "2026/IV.4.a"]).ShouldBe(isFound);

    [Fact]
    public void A_search_of_the_greatest_length_is_taken_and_a_longer_one_is_not()
    {
        Search(new string('a', WordSearch.MaxLength)).IsEmpty.ShouldBeFalse();
        WordSearch.Of(new string('a', WordSearch.MaxLength + 1)).ShouldBeOfType<Result<WordSearch>.No>().Refusal.Code.ShouldBe("search.tooLong");
    }

    [Fact]
    public void The_pieces_make_up_the_text_again() => Prop.ForAll<string, string>((typed, text) =>
        typed is null || text is null || typed.Length > WordSearch.MaxLength || !IsText(typed) || !IsText(text)
            || string.Concat(Search(typed).Cut(text).Select(p => p.Text)) == text.Normalize()).QuickCheckThrowOnFailure();

    // Half a character is refused before anything is searched.
    private static bool IsText(string text) => !text.Any(char.IsSurrogate);

    private static WordSearch Search(string? typed) => WordSearch.Of(typed).ShouldBeOfType<Result<WordSearch>.Ok>().Value;
}
