using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class ValueWordsTests
{
    private static readonly IntField Number = new("T1", "so") { Section = "s", Label = new("Số", "Number") };
    private static readonly ChoiceField Choice = new("T1", "chon")
    {
        Section = "s",
        Label = new("Chọn", "Choose"),
        Options = new Dimension("d", new("Danh mục", "List"), [new DimensionOption("MOT", new("Một", "One")), new DimensionOption("HAI", new("Hai", "Two"))]),
    };

    public static TheoryData<FormField, CellValue?, string, string> Words => new()
    {
        { Number, null, "chưa báo cáo", "not reported" },
        { Number, new CellValue.Number(1234567), "1.234.567", "1,234,567" },
        { Number, new CellValue.Number(0), "0", "0" },
        { Number, CellValue.NotArising, "không phát sinh", "nothing arose" },
        { Number, new CellValue.Flag(true), "có", "yes" },
        { Number, new CellValue.Date(new DateOnly(2026, 11, 3)), "03/11/2026", "2026-11-03" },
        { Number, new CellValue.Words("15/KH-UBND"), "“15/KH-UBND”", "“15/KH-UBND”" },
        { Choice, new CellValue.Choice("HAI"), "Hai", "Two" },
        { Choice, new CellValue.Choices(["MOT", "XX"]), "Một; XX", "One; XX" },
        { Number, new CellValue.Rows([ImmutableSortedDictionary<string, CellValue>.Empty]), "1 dòng", "1 row" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_value_reads_as_people_write_it(FormField field, CellValue? value, string vi, string en) => ValueWords.Of(field, value).ShouldBe(new Text(vi, en));

    [Fact]
    public void A_long_text_is_cut_and_never_within_a_character()
    {
        ValueWords.Of(new string('a', ValueWords.MaxQuoted)).Vi.ShouldBe($"“{new string('a', ValueWords.MaxQuoted)}”");
        ValueWords.Of(new string('a', ValueWords.MaxQuoted - 1) + "😀").Vi.ShouldBe($"“{new string('a', ValueWords.MaxQuoted - 1)}…”");
    }
}
