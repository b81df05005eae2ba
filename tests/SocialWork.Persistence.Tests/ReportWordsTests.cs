using System.Collections.Immutable;
using SocialWork.Core.Narratives;
using SocialWork.Core.Reports;

namespace SocialWork.Persistence.Tests;

/// <summary>The report's words and its document's facts over a real file.</summary>
public sealed class ReportWordsTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;
    private NarrativeStore _words = null!;
    private ReportFactsStore _facts = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File, sectors: false);
        (_words, _facts) = (new NarrativeStore(_store.Gate, _store.Readers), new ReportFactsStore(_store.Gate, _store.Readers));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_version_comes_back_as_it_was_written_and_the_log_holds_it()
    {
        var version = Version("III.1", 1, 10, "Đạt {{CT1.rate}}.") with { Figures = ImmutableSortedDictionary<string, string>.Empty.Add("CT1.rate", "75,1%") };
        (await _words.AddAsync(version, CancellationToken.None)).ShouldBeTrue();

        var read = await _words.FindAsync("2026", "III.1", 1, CancellationToken.None);

        read!.Figures.ShouldBe(version.Figures);
        (read with { Figures = version.Figures }).ShouldBe(version);
        var line = (await _store.Audit.PageAsync(new AuditQuery { Entity = "narrative/2026/III.1" }, CancellationToken.None)).ShouldHaveSingleItem();
        (line.By, line.Action, line.Before, line.After).ShouldBe(("standing", "Add", null, "1 Edited Đạt {{CT1.rate}}."));
    }

    [Fact]
    public async Task A_version_follows_the_newest_alone_whoever_writes_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _words.AddAsync(Version("V", 1, 10, $"Bản {i}"), CancellationToken.None)));
        answers.Count(added => added).ShouldBe(1);
        (await _words.AddAsync(Version("V", 3, 11, "x"), CancellationToken.None)).ShouldBeFalse();
        (await _words.AddAsync(Version("V", 2, 11, "x"), CancellationToken.None)).ShouldBeTrue();
        (await _words.AddAsync(Version("IV", 1, 12, "x"), CancellationToken.None)).ShouldBeTrue("another section counts for itself");
    }

    [Fact]
    public async Task The_words_of_a_moment_are_the_newest_of_then()
    {
        for (var number = 1; number <= 3; number++) await _words.AddAsync(Version("V", number, number * 10, $"Bản {number}"), CancellationToken.None);
        await _words.AddAsync(Version("IV", 1, 25, "Khác"), CancellationToken.None);
        await _words.AddAsync(Version("V", 1, 5, "Kế hoạch khác") with { Plan = "2027" }, CancellationToken.None);

        (await TextsAsync(9)).ShouldBeEmpty();
        (await TextsAsync(10)).ShouldBe(["V Bản 1"]);
        (await TextsAsync(29)).ShouldBe(["IV Khác", "V Bản 2"]);
        (await TextsAsync(99)).ShouldBe(["IV Khác", "V Bản 3"]);
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_page_by_page()
    {
        for (var number = 1; number <= 5; number++) await _words.AddAsync(Version("V", number, number, $"Bản {number}"), CancellationToken.None);
        (await _words.VersionsAsync("2026", "V", before: null, 2, CancellationToken.None)).Select(v => v.Number).ShouldBe([5, 4]);
        (await _words.VersionsAsync("2026", "V", before: 4, 2, CancellationToken.None)).Select(v => v.Number).ShouldBe([3, 2]);
        (await _words.VersionsAsync("2026", "V", before: 1, 2, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Facts_come_back_as_they_were_set_and_the_log_says_what_was_before()
    {
        (await _facts.FindAsync("2026", CancellationToken.None)).ShouldBeNull();
        var first = new ReportFacts(new DocumentFacts { Number = 5, Sign = "BC-SYT", Date = new DateOnly(2026, 12, 5), Recipients = ["Như trên", "Lưu: VT"] }, 1, "standing", At(10));
        var second = first with { Facts = first.Facts with { Number = 6 }, Revision = 2, By = "other", At = At(20) };
        (await _facts.SaveAsync("2026", first, CancellationToken.None)).ShouldBeTrue();
        (await _facts.SaveAsync("2026", first, CancellationToken.None)).ShouldBeFalse("somebody was faster");
        (await _facts.SaveAsync("2026", second, CancellationToken.None)).ShouldBeTrue();

        var read = await _facts.FindAsync("2026", CancellationToken.None);

        (read!.Revision, read.By, read.At, read.Facts.Number, read.Facts.Date).ShouldBe((2, "other", At(20), 6, new DateOnly(2026, 12, 5)));
        read.Facts.Recipients.ShouldBe(["Như trên", "Lưu: VT"]);
        var lines = await _store.Audit.PageAsync(new AuditQuery { Entity = "report-facts/2026" }, CancellationToken.None);
        lines.Select(l => (l.By, l.Action)).ShouldBe([("other", "Change"), ("standing", "Add")]);
        lines[0].Before!.ShouldContain("\"Number\":5");
        lines[0].After!.ShouldContain("\"Number\":6");
    }

    private async Task<string[]> TextsAsync(int second) => [.. (await _words.AtAsync("2026", At(second), CancellationToken.None)).Select(v => $"{v.Section} {v.Text}")];

    private static NarrativeVersion Version(string section, int number, int second, string text) =>
        new("2026", section, number, NarrativeStep.Edited, text, ImmutableSortedDictionary<string, string>.Empty, Of: null, "standing", At(second));

    private static DateTimeOffset At(int second) => new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second);
}
