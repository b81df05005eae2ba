using Shouldly;
using SocialWork.Core.Narratives;
using Xunit;

namespace SocialWork.Core.Tests.Narratives;

/// <summary>Words with figures bound into them.</summary>
public sealed class NarrativeTextTests
{
    [Fact]
    public void Figures_are_filled_in_where_their_names_stand_and_a_gap_where_there_is_none()
    {
        NarrativeText.Fill("Đạt {{CT1.rate}} ({{ CT1.n }}/{{CT1.d}}), {{IV.9.đ.done}} và {{YT3.du_dk[CS,TE1]}}.", name => name switch { "CT1.rate" => "75,1%", "CT1.n" => "732", "IV.9.đ.done" => "30", _ => null })
            .ShouldBe("Đạt 75,1% (732/«…»), 30 và «…».");
        NarrativeText.Names("{{a.b}} {{c.d}} {{a.b}}").ShouldBe(["a.b", "c.d"]);
    }

    [Fact]
    public void A_line_is_a_paragraph_and_a_dash_makes_an_item()
    {
        NarrativeText.Paragraphs("Mở đầu:\n\n- một\n  - hai").ShouldBe(["Mở đầu:", "- một", "- hai"]);
        NarrativeText.ItemOf("- một").ShouldBe("một");
        NarrativeText.ItemOf("-một").ShouldBeNull();
    }

    [Fact]
    public void What_is_not_known_and_what_is_not_closed_is_named_with_its_place()
    {
        var problems = NarrativeText.Check("Đạt {{CT1.rate}}.\nCòn {{CT9.rate}} và {{CT1.rate}\n}} {{}}", name => name == "CT1.rate");

        problems.Select(p => (p.Line, p.Column, p.What)).ShouldBe([(2, 5, "{{CT9.rate}}"), (2, 21, "{{"), (3, 1, "}}"), (3, 4, "{{"), (3, 6, "}}")]);
        problems[0].Message.Vi.ShouldBe("Dòng 2: Không có số liệu tên “CT9.rate”. Chọn một tên trong danh sách số liệu.");
        NarrativeText.Check("Không có gì { } } {", _ => false).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Đạt 75,1% kế hoạch", "75,1%")]
    [InlineData("Có 1.234 người và {{CT1.n}} trường", "1.234")]
    [InlineData("gồm 48 đơn vị", "48")]
    [InlineData("Năm 2026 có 2.026 người", "2.026")]
    [InlineData("tăng 2026%", "2026%")]
    public void A_figure_that_was_typed_is_pointed_at(string text, string what) => NarrativeText.TypedFigures(text).Select(p => p.What).ShouldBe([what]);

    [Theory]
    [InlineData("Năm 2026, theo Nghị định 110/2024/NĐ-CP ngày 30/8/2024 và Kế hoạch số 12/KH-UBND")]
    [InlineData("trước ngày 30/11, trong tháng 12/2026, Điều 5 khoản 2 điểm a mục 3, quý 4")]
    [InlineData("1. Một\n2) Hai\n2.1. Ba")]
    [InlineData("giai đoạn 2021-2030, {{CT1.rate}}")]
    [InlineData("Ngày Công tác xã hội 25/3")]
    public void Years_dates_documents_and_clauses_are_no_figures(string text) => NarrativeText.TypedFigures(text).Select(p => p.What).ShouldBeEmpty();

    [Fact]
    public void Somebodys_words_bind_nothing()
    {
        NarrativeText.Quote("Xem {{CT1.rate}}\nvà  {{{x}}}").ShouldBe("Xem { {CT1.rate}} và { {{x}}}");
        NarrativeText.Names(NarrativeText.Quote("{{{{CT1.rate}}")).ShouldBeEmpty();
    }

    [Fact]
    public void Two_texts_are_compared_by_paragraph()
    {
        var comparison = NarrativeComparison.Of("một\nhai", "hai\nba");
        (comparison.OnlyBefore.Single(), comparison.OnlyAfter.Single(), comparison.IsSame).ShouldBe(("một", "ba", false));
        NarrativeComparison.Of("một\n\nhai", "hai\nmột").IsSame.ShouldBeTrue();
    }
}
