using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using Xunit;

namespace SocialWork.Core.Tests.Submissions;

/// <summary>CM1 to CM3 against the year before.</summary>
public sealed class CommonChecksTests
{
    private static readonly IntField People = new("T1", "nguoi") { Section = "s", Label = new("Người", "People") };
    private static readonly IntField Visits = new("T1", "luot") { Section = "s", Label = new("Lượt", "Visits") };
    private static readonly TextField Words = new("T1", "loi") { Section = "s", Label = new("Lời", "Words") };
    private static readonly CompiledForm Form = CompiledForm.Compile(new FormDefinition("T1", 1)
    {
        Title = new("Thử", "Test"),
        FilledBy = FilledBy.EveryCommune,
        Sections = [new("s", new("Phần", "Section"))],
        Fields = [People, Visits, Words],
    });

    [Theory]
    [InlineData("5 7", "5 7", "CM1")]
    [InlineData("5 7", "5 8", "")]
    [InlineData("0 0", "0 0", "")]
    [InlineData("5 -", "5 -", "CM1")]
    [InlineData("5 -", "5 0", "")]
    [InlineData("5 n", "5 0", "CM1")]
    [InlineData("0 7", "5 6", "CM2:nguoi")]
    [InlineData("n 7", "5 6", "CM2:nguoi")]
    [InlineData("- 7", "5 6", "")]
    [InlineData("0 7", "n 6", "")]
    [InlineData("60 7", "20 6", "")]
    [InlineData("61 7", "20 6", "CM3:nguoi")]
    [InlineData("20 7", "60 6", "")]
    [InlineData("19 7", "60 6", "CM3:nguoi")]
    [InlineData("19 7", "6 6", "")]
    [InlineData("20 7", "6 6", "CM3:nguoi")]
    [InlineData("20 7", "0 6", "CM3:nguoi")]
    [InlineData("0 70", "90 6", "CM2:nguoi CM3:luot")]
    [InlineData("50 70", "- -", "")]
    public void What_stands_out_is_asked_about(string now, string before, string expected) =>
        string.Join(' ', CommonChecks.Run(Form, Values(now), Values(before), new SubmittingUnit(UnitTypes.Commune)).Select(f => f.Cells.IsEmpty ? f.Id : $"{f.Id}:{string.Join(',', f.Cells)}")).ShouldBe(expected);

    [Fact]
    public void The_bounds_are_those_of_the_catalogue_whatever_the_numbers()
    {
        var numbers = Gen.Frequency((1, Gen.Constant(0L)), (6, Gen.Choose(0, 200).Select(n => (long)n)), (1, Gen.Choose(0, int.MaxValue).Select(n => n * 400_000L)));
        Prop.ForAll(numbers.Zip(numbers).ToArbitrary(), pair =>
        {
            var (now, before) = pair;
            var found = CommonChecks.Run(Form, Values($"{now} 1"), Values($"{before} 2"), new SubmittingUnit(UnitTypes.Commune)).Select(f => f.Id).ToArray();
            found.Contains("CM2").ShouldBe(now == 0 && before > 0);
            found.Contains("CM3").ShouldBe(now > 0 && (now >= 20 || before >= 20) && ((decimal)now > 3m * before || 3m * now < before));
            found.ShouldNotContain("CM1");
        }).QuickCheckThrowOnFailure();
    }

    // A number, n for không phát sinh, - for not reported.
    private static FormValues Values(string text)
    {
        var parts = text.Split(' ');
        var cells = ImmutableDictionary.CreateBuilder<CellKey, CellValue>();
        cells[new CellKey(Words.Id)] = new CellValue.Words("như nhau");
        foreach (var (field, part) in new FormField[] { People, Visits }.Zip(parts))
        {
            if (part == "n") cells[new CellKey(field.Id)] = CellValue.NotArising;
            else if (part != "-") cells[new CellKey(field.Id)] = new CellValue.Number(long.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        }

        return new FormValues(cells.ToImmutable());
    }
}
