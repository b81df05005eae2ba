using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Totals;
using SocialWork.Persistence.Reading;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Persistence.Tests;

public sealed class RandomSeasonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 200)]
    public async Task After_a_season_of_many_senders_totals_are_what_the_versions_add_up_to(int seed, int groupLimit)
    {
        await using var store = await TestStore.OpenAsync(_folder.File, o => o with { GroupLimit = groupLimit });
        var places = Places(store.Model, seed);
        var steps = await Task.WhenAll(Enumerable.Range(0, 12).Select(sender => Task.Run(() => SendAsync(store, places, new Random((seed * 100) + sender)))));

        store.Count("history").ShouldBe(steps.Sum());
        store.Count("audit WHERE Entity LIKE 'submission/%'").ShouldBe(steps.Sum());
        store.Count("submissions WHERE CountingVersion IS NOT NULL").ShouldBeGreaterThan(5);
        Agree(store);
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
        CountingAsTheHistorySays(store);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Every_past_moment_of_a_season_is_read_back_as_it_stood_then(int seed)
    {
        await using var store = await TestStore.OpenAsync(_folder.File);
        var places = Places(store.Model, seed);
        var moments = new List<(DateTimeOffset At, string[] Standings, string[] Totals)>();
        for (var part = 0; part < 6; part++)
        {
            await SendAsync(store, places, new Random(seed + part));
            moments.Add((store.Clock.Now, await StandingsAsync(store.Model, store.Reader), await TotalsAsync(store.Model, store.Reader)));
        }

        var pasts = new PastReports(new PastReader(store.Readers, store.Archive));
        foreach (var (at, standings, totals) in moments)
        {
            var past = await pasts.AtAsync(store.Model, at, CancellationToken.None);
            (await StandingsAsync(past.Model, past.Basis.Submissions)).ShouldBe(standings, ignoreOrder: true);
            (await TotalsAsync(past.Model, past.Basis.Submissions)).ShouldBe(totals, ignoreOrder: true);
        }

        moments.Select(m => string.Join('|', m.Totals.Order(StringComparer.Ordinal))).Distinct().Count().ShouldBe(moments.Count, "a season in which nothing changes shows nothing");
    }

    private static async Task<string[]> StandingsAsync(PlanModel model, ICountedSubmissions submissions) =>
        [.. (await submissions.StandingsAsync("2026", "2026", [.. model.Forms.Select(f => f.Code)], CancellationToken.None)).Select(s => s.ToString())];

    // A row that is emptied stays where it is kept and is none where it is counted.
    private static async Task<string[]> TotalsAsync(PlanModel model, ICountedSubmissions submissions) =>
    [
        .. (await submissions.TotalsAsync(model, "2026", TotalsKey.City, CancellationToken.None)).Concat(await submissions.AreaTotalsAsync(model, "2026", CancellationToken.None))
            .Where(row => row.Submissions > 0)
            .Select(row => $"{row.Key} {row.Submissions} {row.Accepted} {string.Join(',', row.Vector)}"),
    ];

    [Fact]
    public async Task A_rebuild_gives_the_same_totals_and_mends_what_was_damaged()
    {
        await using var store = await TestStore.OpenAsync(_folder.File);
        var places = Places(store.Model, 9);
        await SendAsync(store, places, new Random(9));
        await SendAsync(store, places, new Random(10));
        await store.Gate.RunAsync(session => session.Execute("UPDATE totals SET Submissions = Submissions + 1 WHERE rowid = (SELECT MIN(rowid) FROM totals)"), CancellationToken.None);
        await store.Gate.RunAsync(session => session.Execute("DELETE FROM totals WHERE rowid = (SELECT MAX(rowid) FROM totals)"), CancellationToken.None);
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).Length.ShouldBe(2);
        var before = await store.Reader.DataVersionAsync(CancellationToken.None);
        await store.Recount.RebuildAsync(store.Model, CancellationToken.None);
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
        Agree(store);
        (await store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBeGreaterThan(before, "figures changed, so that what was rendered before is no longer theirs");
    }

    [Fact]
    public void Steps_in_any_order_on_one_submission_keep_totals_exact() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Elements(Enum.GetValues<SubmissionAction>()), 25)),
        actions =>
        {
            using var folder = new TempFolder();
            Task.Run(async () =>
            {
                await using var store = await TestStore.OpenAsync(folder.File, sectors: false);
                var number = 0L;
                foreach (var action in actions) await TakeAsync(store, "K4", "SYT", "2026", action, Answers.Values(("su_kien", ++number)));
                Agree(store);
            }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static async Task<int> SendAsync(TestStore store, ImmutableArray<Place> places, Random random)
    {
        var done = 0;
        for (var i = 0; i < 90; i++)
        {
            var place = places[random.Next(places.Length)];
            // Sending is likelier than taking back, so that much counts in the end.
            var action = random.Next(11) switch
            {
                10 => SubmissionAction.Paper,
                0 => SubmissionAction.Return,
                1 => SubmissionAction.Reopen,
                2 or 3 => SubmissionAction.Save,
                4 or 5 or 6 => SubmissionAction.Submit,
                7 or 8 => SubmissionAction.Approve,
                _ => SubmissionAction.Accept,
            };
            if (await TakeAsync(store, place.Form, place.Unit, place.Period, action, place.Values[random.Next(place.Values.Length)]) is Result<Submission>.Ok) done++;
        }

        return done;
    }

    private static Task<Result<Submission>> TakeAsync(TestStore store, string form, string unit, string period, SubmissionAction action, FormValues values) =>
        store.StepAsync(
            form,
            unit,
            (s, latest) => action switch
            {
                SubmissionAction.Save => SubmissionWorkflow.Save(s, values, TestStore.AsOf, "a", store.Clock.Now),
                SubmissionAction.Submit => SubmissionWorkflow.Submit(s, store.Model.Form(form)!.Compiled.Hash, "a", store.Clock.Now),
                SubmissionAction.Approve => SubmissionWorkflow.Approve(s, "b", store.Clock.Now),
                SubmissionAction.Accept => SubmissionWorkflow.Accept(s, "c", store.Clock.Now),
                SubmissionAction.Paper => SubmissionWorkflow.Paper(s, untouched: s.Draft is null, Paper(store, form, unit, period, values), "bản giấy"),
                _ when latest is null => new Refusal(RefusalKind.Conflict, "x", "x", "x"),
                SubmissionAction.Return => SubmissionWorkflow.Return(s, latest, "sai", [], "c", store.Clock.Now),
                _ => SubmissionWorkflow.Reopen(s, latest, "sai", "c", store.Clock.Now),
            },
            period);

    private static SubmissionVersion Paper(TestStore store, string form, string unit, string period, FormValues values) =>
        new(new SubmissionKey("2026", form, unit, period), 0, store.Model.Form(form)!.Compiled.Hash, values, TestStore.AsOf, "c", store.Clock.Now) { Paper = new PaperReceipt(new string('0', 64), TestStore.AsOf) };

    // Every form that units fill, each with a few units of different communes, and a quarter beside the year where the form keeps them.
    private static ImmutableArray<Place> Places(PlanModel model, int seed) =>
    [
        .. from form in model.Forms
           where form.Definition.Period != ReportingPeriod.AdHoc
           let units = model.Fillers(form.Definition).ToArray()
           from unit in units.Where((_, i) => units.Length <= 8 || i % (units.Length / 6) == 0)
           from period in form.Definition.Period == ReportingPeriod.YearWithOptionalQuarters ? new[] { "2026", "2026-Q2" } : ["2026"]
           select new Place(form.Code, unit.Code, period, Values(model, form, unit, seed)),
    ];

    private static ImmutableArray<FormValues> Values(PlanModel model, PlanForm form, Unit unit, int seed) =>
        [.. RandomValues.Allowed(form.Compiled, model.Submitting(unit)).Generator.Sample(4, 10 + seed)];

    private static void Agree(TestStore store)
    {
        var (stored, counted) = (PlainRecount.Stored(store), PlainRecount.Counted(store));
        var wrong = stored.Except(counted).Select(s => "stored  " + s).Concat(counted.Except(stored).Select(c => "counted " + c)).Order(StringComparer.Ordinal).Take(20);
        wrong.ShouldBeEmpty();
    }

    private static void CountingAsTheHistorySays(TestStore store)
    {
        var told = store.Rows("SELECT Form, Unit, Period, CountingAfter, MAX(Id) FROM history GROUP BY Form, Unit, Period").Select(r => string.Join(' ', r[..4]));
        var stands = store.Rows("SELECT Form, Unit, Period, CountingVersion FROM submissions").Select(r => string.Join(' ', r));
        stands.ShouldBe(told, ignoreOrder: true);
        var numbers = store.Rows("SELECT MAX(Number) - COUNT(*) FROM versions GROUP BY Form, Unit, Period");
        numbers.ShouldAllBe(n => (long)n[0]! == 0);
    }

    private sealed record Place(string Form, string Unit, string Period, ImmutableArray<FormValues> Values);
}
