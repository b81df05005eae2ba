using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using Xunit;

namespace SocialWork.Core.Tests.Submissions;

/// <summary>One text for every warning of a form, held against what is stored.</summary>
public sealed class WrittenExplanationsTests
{
    private const string A = "Lời giải trình A.";
    private const string B = "Lời giải trình B.";
    private const string New = "Lời giải trình mới.";

    [Theory]
    // What is stored, what stands in the cell (null for blank), what is found, and what comes out.
    [InlineData("", A, "r1 r2", "r1=A r2=A")]
    [InlineData("", A, "", "")]
    [InlineData("", null, "r1", "")]
    [InlineData("r1=A", A, "r1", "r1=A")]
    [InlineData("r1=A", A, "r1 r2", "r1=A r2=A")]
    [InlineData("r1=A", A, "", "r1=A")]
    [InlineData("r1=A", null, "r1", "")]
    [InlineData("r1=A", New, "r2", "r1=N r2=N")]
    [InlineData("r1=A r2=B", A + "\n" + B, "r1 r2", "r1=A r2=B")]
    [InlineData("r1=A r2=B", A + "\r\n" + B + " ", "r1 r2 r3", "r1=A r2=B")]
    [InlineData("r1=A r2=B", New, "r3", "r1=N r2=N r3=N")]
    [InlineData("", A, "r1 check.unavailable", "r1=A")]
    public void A_text_for_all_is_kept_by_what_is_found(string stored, string? cell, string found, string expected)
    {
        var known = Map(stored);
        var written = Read(known, new Dictionary<string, string?> { ["*"] = cell }).ShouldBeOfType<Result<WrittenExplanations>.Ok>().Value;
        ImmutableArray<Finding> findings = [.. found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Finding(id, Severity.Warning, new Text(id, id), [])), new Finding("r9", Severity.Error, new Text("Sai", "Wrong"), [])];
        var after = written.Over(findings);
        after.ShouldBe(Map(expected));
        written.IsUnused(findings).ShouldBe(cell is not null && expected.Length == 0);
        written.IsOtherThanShown.ShouldBe((cell ?? "").ReplaceLineEndings("\n").Trim() != Explanations.Together(known));
        written.ById.ShouldBe(known);
    }

    [Fact]
    public void What_is_shown_together_may_be_longer_than_one_and_what_is_written_may_not()
    {
        var known = Explanations.None.Add("r1", new string('a', Explanations.MaxLength)).Add("r2", new string('b', Explanations.MaxLength));
        var untouched = Read(known, new Dictionary<string, string?> { ["*"] = Explanations.Together(known) }).ShouldBeOfType<Result<WrittenExplanations>.Ok>().Value;
        (untouched.IsOtherThanShown, untouched.Over([])).ShouldBe((false, known));
        foreach (var words in new[] { Explanations.Together(known) + "c", new string('x', Explanations.MaxLength + 1), new string('x', Explanations.MinLength - 1), "chuông \u0007 chuông" })
        {
            var problem = Read(known, new Dictionary<string, string?> { ["*"] = words }).ShouldBeOfType<Result<WrittenExplanations>.No>().Refusal.Cells.ShouldHaveSingleItem();
            problem.Cell.ShouldBe("explanations[*]");
            problem.Message.Vi.ShouldStartWith("Giải trình cho mọi cảnh báo ");
        }

        Read(known, new Dictionary<string, string?> { ["*"] = new string('x', Explanations.MaxLength) }).ShouldBeOfType<Result<WrittenExplanations>.Ok>();
    }

    [Fact]
    public void Words_by_id_are_applied_as_the_api_does_whatever_is_found()
    {
        var written = Read(Map("r1=A r2=B"), new Dictionary<string, string?> { ["r1"] = null, ["r3"] = New }).ShouldBeOfType<Result<WrittenExplanations>.Ok>().Value;
        written.Over([]).ShouldBe(Map("r2=B r3=N"));
        (written.IsOtherThanShown, written.IsUnused([])).ShouldBe((false, false));
        WrittenExplanations.Read(Map("r1=A"), null).ShouldBeOfType<Result<WrittenExplanations>.Ok>().Value.Over([]).ShouldBe(Map("r1=A"));
        Explanations.Apply(Explanations.None, JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["*"] = A })).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.No>("the API takes ids alone");
    }

    private static Result<WrittenExplanations> Read(ImmutableSortedDictionary<string, string> stored, Dictionary<string, string?> written) =>
        WrittenExplanations.Read(stored, JsonSerializer.SerializeToElement(written));

    private static ImmutableSortedDictionary<string, string> Map(string words) => Explanations.None.AddRange(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1] switch { "A" => A, "B" => B, _ => New })));
}
