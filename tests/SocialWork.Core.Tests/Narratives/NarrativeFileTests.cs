using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Narratives;
using Xunit;

namespace SocialWork.Core.Tests.Narratives;

/// <summary>Drafts as data: what they may say, and how what is wrong is named.</summary>
public sealed class NarrativeFileTests
{
    private static readonly NarrativeFigures Figures = new(
        [
            Figure("CT1.rate", "75,1%", 75.1m), Figure("CT1.verdict", "đạt"), Figure("CT2.rate", "90%", 90m), Figure("CT2.verdict", "đạt"), Figure("CT2.best.name", "Y tế"), Figure("coverage.missing.count", "0", 0),
        ],
        [
            new("targets.met", [NarrativeItem.Of("CT1"), NarrativeItem.Of("CT2")]),
            new("obstacles.open", [new NarrativeItem(Prefix: null, ImmutableDictionary<string, string>.Empty.Add("proposal", "Bố trí 3 người {{CT1.rate}}."))]),
        ]);

    [Fact]
    public void The_drafts_that_ship_are_right_and_name_nothing_that_the_plan_does_not_have()
    {
        var (templates, problems) = NarrativeFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "report", "narrative.json")));
        problems.ShouldBeEmpty();
        templates!.Problems(TestPlan.Plan).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"Đạt {{CT1.rate}}.\"", "Đạt {{CT1.rate}}.")]
    [InlineData("{\"when\":\"CT1.rate > 75\",\"text\":\"Hơn.\"}", "Hơn.")]
    [InlineData("{\"when\":\"CT1.rate >= 75.2\",\"text\":\"Hơn.\"}", "")]
    [InlineData("{\"when\":\"CT1.verdict = đạt and coverage.missing.count = 0\",\"text\":\"Cả hai.\"}", "Cả hai.")]
    [InlineData("{\"when\":\"CT1.verdict != đạt\",\"text\":\"Không.\"}", "")]
    [InlineData("{\"when\":\"has CT1.best.name\",\"text\":\"Có.\"}", "")]
    [InlineData("{\"when\":\"CT9.rate != 0\",\"text\":\"Không có thì không nói.\"}", "")]
    [InlineData("\"Cao nhất là {{CT1.best.name}}.\"", "")]
    public void A_sentence_is_said_where_its_condition_holds_and_its_figures_are_there(string sentence, string draft) =>
        Templates($$"""[{"sentences":[{{sentence}}]}]""").Draft("2026", "III.1", Figures).ShouldBe(draft);

    [Fact]
    public void A_paragraph_is_written_for_each_thing_of_a_list_with_that_things_figures()
    {
        Templates("""[{"each":"targets.met","item":true,"sentences":["Đạt {{it.rate}}.",{"when":"has it.best.name","text":"Cao nhất {{it.best.name}}."}]}]""").Draft("2026", "III.1", Figures)
            .ShouldBe("- Đạt {{CT1.rate}}.\n- Đạt {{CT2.rate}}. Cao nhất {{CT2.best.name}}.");
    }

    [Fact]
    public void Peoples_words_stand_in_a_draft_as_they_are() =>
        Templates("""[{"each":"obstacles.open","sentences":["Đề xuất: {{it.proposal}}"]}]""").Draft("2026", "III.1", Figures).ShouldBe("Đề xuất: Bố trí 3 người {{CT1.rate}}.");

    [Fact]
    public void Another_plan_has_no_drafts() => Templates("""[{"sentences":["Đạt."]}]""").Draft("2027", "III.1", Figures).ShouldBeEmpty();

    [Theory]
    [InlineData("{\"plan\":\"2026\"}", "'sections', a list")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"VI\"}]}", "section 'VI': the outline has no such place")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"V\",\"paragraphs\":[{\"each\":\"targets.bad\",\"sentences\":[]}]}]}", "section V, paragraph 1: there is no list named 'targets.bad'")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"V\",\"paragraphs\":[{\"sentences\":[\"Đạt.\",\"Đạt 75%.\"]}]}]}", "section V, paragraph 1, sentence 2, character 5: the figure '75%' is typed")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"V\",\"paragraphs\":[{\"sentences\":[\"Đạt {{CT1.rate}.\"]}]}]}", "section V, paragraph 1, sentence 1, character 5: braces")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"V\",\"paragraphs\":[{\"sentences\":[{\"when\":\"CT1.rate ~ 3\",\"text\":\"x\"}]}]}]}", "section V, paragraph 1, sentence 1: the condition 'CT1.rate ~ 3' cannot be read")]
    [InlineData("{\"plan\":\"2026\",\"sections\":[{\"section\":\"V\",\"paragraphs\":[{\"sentence\":[]}]}]}", "section V, paragraph 1: 'sentence' is none of each, item, sentences.")]
    [InlineData("{\"plan\":", "The JSON cannot be read at line 1")]
    public void What_is_wrong_is_named_with_its_section_and_sentence(string json, string problem) => NarrativeFile.Read(json).Problems.ShouldContain(p => p.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("CT9.rate")]
    [InlineData("CT1.rat")]
    [InlineData("coverage.wrong")]
    [InlineData("IV.9.z.done")]
    [InlineData("SYT.wrong")]
    [InlineData("it.rate")]
    public void A_name_that_the_plan_cannot_have_is_named(string name) =>
        Templates($$$"""[{"sentences":["Đạt {{{{{name}}}}}."]}]""").Problems(TestPlan.Plan).ShouldBe([$"section III.1, paragraph 1, sentence 1: there is no figure named '{name}'."]);

    private static NarrativeTemplates Templates(string paragraphs)
    {
        var (templates, problems) = NarrativeFile.Read($$"""{"plan":"2026","sections":[{"section":"III.1","paragraphs":{{paragraphs}}}]}""");
        problems.ShouldBeEmpty();
        return templates!;
    }

    private static NarrativeFigure Figure(string name, string text, decimal? number = null) => new(name, text, new Text(name, name), number);
}
