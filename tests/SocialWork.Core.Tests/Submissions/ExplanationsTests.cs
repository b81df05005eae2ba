using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using Xunit;

namespace SocialWork.Core.Tests.Submissions;

public sealed class ExplanationsTests
{
    private static readonly Finding Warning = new("XP2.r2", Severity.Warning, new Text("Cần giải trình.", "Explain."), [new CellKey("thon_ctv"), new CellKey("ctv", "A")]);
    private static readonly Finding Error = new("XP2.r1", Severity.Error, new Text("Sai.", "Wrong."), []);
    private static readonly Finding NotAnswered = new("check.unavailable", Severity.Warning, new Text("Chưa kiểm tra được.", "Not checked."), []);

    [Fact]
    public void Words_are_kept_in_NFC_null_clears_and_what_is_left_out_stays()
    {
        var first = Apply("""{"XP2.r2":"  Mo\u0302\u0323t người phụ trách hai thôn.  ","XP2.r3":"Đã đối chiếu sổ."}""").ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.Ok>().Value;
        first["XP2.r2"].ShouldBe("Một người phụ trách hai thôn.");
        var second = Apply("""{"XP2.r2":null}""", first).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.Ok>().Value;
        second.ShouldBe(Explanations.None.Add("XP2.r3", "Đã đối chiếu sổ."));
        Explanations.Apply(second, null).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.Ok>().Value.ShouldBe(second);
    }

    [Theory]
    [InlineData(Explanations.MinLength - 1, false)]
    [InlineData(Explanations.MinLength, true)]
    [InlineData(Explanations.MaxLength, true)]
    [InlineData(Explanations.MaxLength + 1, false)]
    public void Words_have_a_least_and_a_most_length(int length, bool allowed) =>
        (Apply($$"""{"XP2.r2":"{{new string('x', length)}}"}""") is Result<ImmutableSortedDictionary<string, string>>.Ok).ShouldBe(allowed);

    [Theory]
    [InlineData(Explanations.MaxIdLength, true)]
    [InlineData(Explanations.MaxIdLength + 1, false)]
    public void An_id_has_a_most_length(int length, bool allowed) =>
        (Apply($$"""{"{{new string('r', length)}}":"Đã đối chiếu sổ."}""") is Result<ImmutableSortedDictionary<string, string>>.Ok).ShouldBe(allowed);

    [Theory]
    [InlineData("""{"XP2.r2":5}""", "explanation.notAText")]
    [InlineData("""{"XP2 r2":"Đã đối chiếu sổ."}""", "explanation.badId")]
    [InlineData("""{"":"Đã đối chiếu sổ."}""", "explanation.badId")]
    [InlineData("""{"XP2.r2":"Đã đối chiếu sổ.","XP2.r2":"Đã đối chiếu sổ."}""", "explanation.duplicate")]
    [InlineData("""{"XP2.r2":"Đã đối \u0007 chiếu sổ."}""", "explanation.badCharacters")]
    public void What_is_no_explanation_is_named(string json, string code)
    {
        var refusal = Apply(json).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.No>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Unprocessable, "explanation.refused"));
        refusal.Cells.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_list_is_no_map_and_a_draft_keeps_no_more_than_the_limit()
    {
        Apply("[1]").ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.No>().Refusal.Code.ShouldBe("explanation.notAnObject");
        string Many(int count) => "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"r{i}\":\"Đã đối chiếu sổ.\"")) + "}";
        Apply(Many(Explanations.MaxCount)).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.Ok>();
        Apply(Many(Explanations.MaxCount + 1)).ShouldBeOfType<Result<ImmutableSortedDictionary<string, string>>.No>().Refusal.Code.ShouldBe("explanation.tooMany");
    }

    [Fact]
    public void A_warning_without_an_explanation_is_named_with_its_cells()
    {
        var refusal = Explanations.Freeze("XP2", [Error, Warning, NotAnswered], Explanations.None).ShouldBeOfType<Result<ImmutableArray<ExplainedWarning>>.No>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Unprocessable, "submission.warningsUnexplained"));
        refusal.Cells.Select(c => (c.Cell, c.Code, c.Message)).ShouldBe([("thon_ctv", "XP2.r2", Warning.Message), ("ctv[A]", "XP2.r2", Warning.Message)]);
    }

    [Fact]
    public void Warnings_are_frozen_as_they_were_found_and_the_hosts_own_remarks_ask_for_no_words()
    {
        var said = Explanations.None.Add("XP2.r2", "Một người phụ trách hai thôn.").Add("XP2.r7", "Không còn cảnh báo này.").Add("check.unavailable", "Không phải việc của xã.");
        var frozen = Explanations.Freeze("XP2", [Warning, NotAnswered], said).ShouldBeOfType<Result<ImmutableArray<ExplainedWarning>>.Ok>().Value;
        frozen.Select(w => (w.Id, w.Message, w.Explanation)).ShouldBe([("XP2.r2", Warning.Message, said["XP2.r2"]), ("check.unavailable", NotAnswered.Message, null)]);
        frozen[0].Cells.ShouldBe(Warning.Cells);
    }

    [Fact]
    public void What_is_stored_is_read_back_and_nothing_is_stored_for_nothing()
    {
        var said = Explanations.None.Add("b", "“Đã” đối chiếu\nsổ <b>.").Add("a", "Một người phụ trách.");
        WarningsJson.ReadExplanations(WarningsJson.Write(said)).ShouldBe(said);
        ImmutableArray<ExplainedWarning> warnings = [new("b", Warning.Message, Warning.Cells, said["b"]), new("check.unavailable", NotAnswered.Message, [], null)];
        var read = WarningsJson.ReadWarnings(WarningsJson.Write(warnings));
        read.Select(w => w with { Cells = [] }).ShouldBe(warnings.Select(w => w with { Cells = [] }));
        read[0].Cells.ShouldBe(Warning.Cells);
        WarningsJson.Write(Explanations.None).ShouldBeNull();
        WarningsJson.Write(ImmutableArray<ExplainedWarning>.Empty).ShouldBeNull();
        WarningsJson.ReadExplanations(null).ShouldBeEmpty();
        WarningsJson.ReadWarnings(null).ShouldBeEmpty();
    }

    private static Result<ImmutableSortedDictionary<string, string>> Apply(string json, ImmutableSortedDictionary<string, string>? current = null) =>
        Explanations.Apply(current ?? Explanations.None, JsonElement.Parse(json));
}
