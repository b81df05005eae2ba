using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using SocialWork.Core.Indicators;
using SocialWork.Core.Narratives;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Tests;
using SocialWork.Documents.Html;
using SocialWork.Documents.Official;
using SocialWork.Documents.Tests.Word;
using SocialWork.Documents.Word;

namespace SocialWork.Documents.Tests.Narratives;

/// <summary>The drafts that ship, over reports whose figures change: words and tables never disagree.</summary>
public sealed class DraftTests
{
    private static readonly NarrativeTemplates Templates = NarrativeFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "report", "narrative.json"))).Templates!;

    /// <summary>Rates around thresholds and anywhere: met, not met, undetermined, nothing arose.</summary>
    public static TheoryData<long, long, long> Counts
    {
        get
        {
            var random = new Random(20_260);
            var counts = new TheoryData<long, long, long> { { 70, 100, 0 }, { 69, 100, 1 }, { 6_999, 10_000, 0 }, { 0, 0, 0 }, { 0, 7, 7 }, { 100_000, 100_000, 0 } };
            for (var i = 0; i < 60; i++)
            {
                var denominator = random.NextInt64(1, 2_000_000);
                var numerator = random.NextInt64(0, denominator + 1);
                counts.Add(numerator, denominator, random.NextInt64(0, denominator - numerator + 1));
            }

            return counts;
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Words_say_what_the_tables_say(long numerator, long denominator, long unreported)
    {
        var report = With(numerator, denominator, unreported);
        var target = report.Targets[0];
        var figures = NarrativeFigures.Of(report, TestPlan.Plan, Templates.ExternalWords);

        figures.Find("CT1.rate")?.Text.ShouldBe(target.RateText);
        if (denominator > 0)
        {
            figures.Find("CT1.n")!.Text.ShouldBe(Rate.Print(numerator));
            figures.Find("CT1.d")!.Text.ShouldBe(Rate.Print(denominator));
            if (figures.Find("CT1.short") is { } missing)
            {
                Rate.Passes(numerator + (long)missing.Number!, denominator, Comparator.AtLeast, 70).ShouldBeTrue("so many more meet the target");
                Rate.Passes(numerator + (long)missing.Number - 1, denominator, Comparator.AtLeast, 70).ShouldBeFalse("and not one fewer");
            }
        }

        // Every figure of every section is bound: with marks in their place no digit is left but years and clauses.
        foreach (var words in Words(report))
        {
            NarrativeText.TypedFigures(NarrativeText.Fill(words.Draft, _ => "@")).ShouldBeEmpty();
            words.Filled.ShouldNotContain(NarrativeText.Gap);
            words.Filled.ShouldNotContain("{{");
        }

        var about = target.Verdict switch { Verdict.Met => "III.1", Verdict.NotMet => "III.2", Verdict.Undetermined => "III.2", _ => null };
        if (about is not null) Words(report).Single(w => w.Place.Code == about).Filled.ShouldContain($"{target.RateText} ({Rate.Print(numerator)}/{Rate.Print(denominator)})");
    }

    [Fact]
    public void A_figure_that_changes_changes_the_words_and_the_figures_of_an_edit_are_pointed_at()
    {
        var (before, after) = (With(60, 100, 0), With(61, 100, 0));
        var written = new NarrativeVersion("2026", "III.2", 3, NarrativeStep.Edited, "Mới đạt {{CT1.rate}}, thiếu {{CT1.short}}/{{CT1.d}}.", Values(before, "CT1.rate", "CT1.short", "CT1.d"), Of: null, "standing", DateTimeOffset.UnixEpoch);

        var same = Words(before, written).Single(w => w.Place.Code == "III.2");
        (same.State, same.Filled).ShouldBe((NarrativeState.Edited, "Mới đạt 60%, thiếu 10/100."));
        same.Changed.ShouldBeEmpty();
        var changed = Words(after, written).Single(w => w.Place.Code == "III.2");
        (changed.State, changed.Filled).ShouldBe((NarrativeState.ToReview, "Mới đạt 61%, thiếu 9/100."));
        changed.Changed.ShouldBe([new ChangedFigure("CT1.rate", "60%", "61%"), new ChangedFigure("CT1.short", "10", "9")]);
        var gone = Words(With(71, 100, 0), written).Single(w => w.Place.Code == "III.2");
        gone.Filled.ShouldBe("Mới đạt 71%, thiếu «…»/100.");
        gone.Changed[1].ShouldBe(new ChangedFigure("CT1.short", "10", Now: null));
        var back = Words(after, written with { Number = 4, Step = NarrativeStep.Automatic, Text = string.Empty }).Single(w => w.Place.Code == "III.2");
        (back.State, back.Revision, back.Text == back.Draft).ShouldBe((NarrativeState.Automatic, 4, true));
    }

    [Fact]
    public void Causes_come_from_the_reasons_and_are_told_apart()
    {
        var report = SampleReport.Report with { Causes = [new CauseLine("Mưa lũ kéo dài", 3), new CauseLine("Chậm phân công {{CT1.rate}}", 1)] };
        Words(report).Single(w => w.Place.Code == "III.3").Filled
            .ShouldBe("a) Nguyên nhân khách quan\n- Mưa lũ kéo dài.\nb) Nguyên nhân chủ quan\n- Chậm phân công { {CT1.rate}}.");
    }

    [Fact]
    public void Words_stand_in_their_places_in_the_document_and_on_the_page_and_their_dashes_are_lists()
    {
        var report = SampleReport.Report with
        {
            Narrative = [.. NarrativeOutline.All.Select(place => new NarrativeSection(place.Code, [$"Lời của {place.Code} <b>", $"- Dòng của {place.Code}"]))],
        };
        using var file = WordprocessingDocument.Open(
            new MemoryStream(WordFile.Write(CombinedReportDocument.Of(new ReportPaper(report, SampleReport.Frame, WordFileTests.Facts)), CancellationToken.None)), isEditable: false);
        InOrder(file.MainDocumentPart!.Document.Body!.InnerText, " <b>");
        file.MainDocumentPart.Document.Body.InnerText.ShouldNotContain("«…»");
        var page = CombinedReportHtml.Article(report, SampleReport.Frame with { Language = "en" }).ToString();
        InOrder(page, " &lt;b&gt;");
        page.ShouldContain("<ul class=\"words\" lang=\"vi\"><li>Dòng của III.2</li>");
    }

    private static void InOrder(string text, string end)
    {
        var places = NarrativeOutline.All.Select(place => text.IndexOf($"Lời của {place.Code}{end}", StringComparison.Ordinal)).ToArray();
        places.ShouldAllBe(at => at >= 0);
        places.ShouldBe([.. places.Order()]);
    }

    private static ImmutableArray<NarrativeWords> Words(CombinedReport report, params ImmutableArray<NarrativeVersion> edits) =>
        Narrative.Words("2026", Templates, edits, NarrativeFigures.Of(report, TestPlan.Plan, Templates.ExternalWords));

    private static ImmutableSortedDictionary<string, string> Values(CombinedReport report, params string[] names) =>
        Narrative.Values(string.Concat(names.Select(name => $"{{{{{name}}}}}")), NarrativeFigures.Of(report, TestPlan.Plan, []));

    private static CombinedReport With(long numerator, long denominator, long unreported)
    {
        var verdict = Judgement.Of(numerator, denominator, unreported, anyReport: true, Comparator.AtLeast, 70);
        var target = SampleReport.Report.Targets[0] with
        {
            Numerator = numerator, Denominator = denominator, Unreported = unreported, Verdict = verdict, Contributions = [],
            RateText = denominator == 0 ? "không phát sinh" : Rate.Print(numerator, denominator, 70),
        };
        return SampleReport.Report with { Targets = [target, .. SampleReport.Report.Targets.Skip(1)] };
    }
}
