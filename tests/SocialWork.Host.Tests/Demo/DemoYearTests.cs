using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Host.Demo;
using SocialWork.Persistence;
using Xunit.Abstractions;

namespace SocialWork.Host.Tests.Demo;

public sealed class DemoYearTests(SeededYearFixture fixture, ITestOutputHelper output) : IClassFixture<SeededYearFixture>
{
    private readonly SeededYear _year = fixture.Year;

    [Fact]
    public void The_city_and_its_season_have_the_expected_size()
    {
        output.WriteLine($"{_year.Summary}; {_year.SeedingTime.TotalSeconds:F1} s");
        _year.Model.Plan.Duties.First(d => d.Id == "2026/V.1#2").Who.ShouldNotBeEmpty();
        _year.Model.Fillers(_year.Model.Form("K2")!.Definition).Count().ShouldBe(48);
        _year.Model.Units.All.Length.ShouldBeInRange(1000, 1100);
        _year.Summary.Submissions.ShouldBeInRange(2700, 3400);
        _year.Summary.LeftAlone.ShouldBe(0);
        _year.Summary.Obstacles.ShouldBeInRange(6, 10);
    }

    [Fact]
    public async Task No_frozen_version_has_an_error_and_every_warning_is_explained()
    {
        var faults = new List<string>();
        var unexplained = new List<string>();
        var warnings = new List<(string Form, string Id)>();
        await using var lease = _year.Lease();
        foreach (var version in await VersionsAsync())
        {
            var said = version.Warnings.Where(w => w.Explanation is not null).Select(w => (w.Id, string.Join(' ', w.Cells))).ToHashSet();
            foreach (var finding in await _year.FindingsAsync(lease, version))
            {
                var place = $"{version.Key} v{version.Number}: {finding.Id} {string.Join(' ', finding.Cells)}";
                if (finding.Severity == Severity.Error) faults.Add(place);
                else if (said.Contains((finding.Id, string.Join(' ', finding.Cells)))) warnings.Add((version.Key.Form, finding.Id));
                else unexplained.Add(place);
            }
        }

        output.WriteLine($"{warnings.Count} warnings: " + string.Join(", ", warnings.GroupBy(w => w).Select(g => $"{g.Key} {g.Count()}")));
        faults.ShouldBeEmpty();
        unexplained.ShouldBeEmpty();
        warnings.Select(w => w.Id).Distinct().ShouldContain("CM3");
        warnings.Count.ShouldBeLessThan(_year.Summary.Submissions / 5);
    }

    [Fact]
    public async Task Last_year_was_taken_over_from_paper_without_an_error()
    {
        var faults = new List<string>();
        var scans = new HashSet<string>();
        await using var lease = _year.Lease();
        foreach (var version in await VersionsAsync(DemoFacts.Year - 1))
        {
            faults.AddRange((await _year.FindingsAsync(lease, version)).Where(f => f.Severity == Severity.Error).Select(f => $"{version.Key}: {f.Id}"));
            scans.Add(version.Paper!.Scan);
        }

        faults.ShouldBeEmpty();
        scans.Count.ShouldBe(48);
        _year.Summary.LastYear.ShouldBeInRange(2200, 2500);
        (await VersionsAsync(DemoFacts.Year - 1)).Length.ShouldBe(_year.Summary.LastYear);
    }

    [Fact]
    public async Task Running_totals_equal_a_recount()
    {
        var recount = new TotalsRecount(_year.Gate, _year.Readers, _year.Archive, _year.Clock);
        (await recount.CompareAsync(_year.Model, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_are_only_those_of_the_story()
    {
        var standings = await StandingsAsync();
        standings.Where(s => s.State == SubmissionState.Draft && _year.Model.Units.Find(s.Unit)!.Type != UnitTypes.School).Select(s => (s.Form, s.Unit)).Order().ShouldBe(
            [("K2", DemoFacts.MissingUnit), ("XP1", DemoFacts.MissingUnit), ("XP2", DemoFacts.MissingUnit), ("XP3", DemoFacts.MissingUnit)]);
        standings.Where(s => s.State == SubmissionState.Draft).Count(s => s.Form != "GD1").ShouldBe(4);
    }

    [Fact]
    public async Task One_unit_is_missing_and_two_were_late()
    {
        var report = await _year.ReportAsync();
        report.Coverage.Expected.ShouldBe(48);
        report.Coverage.Sent.ShouldBe(47);
        report.Coverage.Accepted.ShouldBe(42);
        report.Coverage.Missing.Select(m => (m.Unit, m.DaysLate)).ShouldBe([(DemoFacts.MissingUnit, 2)]);
        var board = await BoardAsync();
        board.Statuses.Where(s => s.Duty == "2026/V.1#2" && s.State == DutyState.SentLate).Select(s => (s.Unit, s.DaysLate)).Order().ShouldBe(
            [(DemoFacts.LateUnit, 1), (DemoFacts.VeryLateUnit, 2)]);
    }

    [Fact]
    public async Task All_plans_but_one_were_issued_and_three_are_late()
    {
        var statuses = (await BoardAsync()).Statuses.Where(s => s.Duty == "2026/V.1#1").ToArray();
        statuses.Where(s => s.State == DutyState.Overdue).Select(s => s.Unit).ShouldBe([DemoFacts.UnitWithoutPlan]);
        statuses.Where(s => s.State == DutyState.SentLate).Select(s => s.Unit).Order().ShouldBe(DemoFacts.LatePlans);
        statuses.Count(s => s.State == DutyState.Sent).ShouldBe(44);
        (await _year.ReportAsync()).Indicators.Single(i => i.Indicator == "BS1").Numerator.ShouldBe(44);
    }

    [Fact]
    public async Task Returned_and_reopened_forms_have_their_history()
    {
        var (versions, history) = await _year.Reader.HistoryAsync(Key(DemoFacts.ReturnedAndCorrected), CancellationToken.None);
        versions.Length.ShouldBe(2);
        history.ShouldContain(h => h.Action == SubmissionAction.Return && h.Reason!.Length > 20 && !h.Cells.IsEmpty);
        var corrected = await _year.Reader.FindAsync(Key(DemoFacts.ReturnedAndCorrected), null, CancellationToken.None);
        (corrected.State, corrected.AcceptedVersion).ShouldBe((SubmissionState.Accepted, 2));

        var open = await _year.Reader.FindAsync(Key(DemoFacts.ReturnedAndOpen), null, CancellationToken.None);
        (open.State, open.CountingVersion).ShouldBe((SubmissionState.Returned, null));
        open.Returned!.Cells.ShouldNotBeEmpty();

        var reopened = await _year.Reader.HistoryAsync(Key(DemoFacts.Reopened), CancellationToken.None);
        reopened.History.Select(h => h.Action).ShouldContain(SubmissionAction.Reopen);
        reopened.Versions.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_handful_of_forms_wait_for_acceptance_and_most_are_accepted()
    {
        var standings = await StandingsAsync();
        foreach (var (form, unit) in DemoFacts.SentNotAccepted)
            standings.Single(s => s.Form == form && s.Unit == unit).State.ShouldBe(SubmissionState.Approved);
        standings.Count(s => s.State == SubmissionState.Approved).ShouldBeInRange(8, 40);
        standings.Count(s => s.State == SubmissionState.Accepted).ShouldBeGreaterThan(standings.Length * 95 / 100);
    }

    [Fact]
    public async Task The_five_targets_are_believable()
    {
        var report = await _year.ReportAsync();
        foreach (var t in report.Targets) output.WriteLine($"{t.Indicator}: {t.Numerator}/{t.Denominator} u={t.Unreported} {t.RateText} {t.Verdict} withheld={t.Withheld}");
        Rate(report, "CT1").ShouldBeInRange(72, 78);
        Target(report, "CT1").Verdict.ShouldBe(Verdict.Met);
        Rate(report, "CT2").ShouldBeInRange(99.5, 99.999);
        Target(report, "CT2").Verdict.ShouldBe(Verdict.NotMet);
        Rate(report, "CT3").ShouldBeInRange(78, 82);
        Rate(report, "CT4").ShouldBeInRange(98, 99.999);
        Rate(report, "CT5").ShouldBeInRange(55, 63);
        report.Targets.ShouldAllBe(t => t.Contributions.All(c => c.State == SocialWork.Core.Sectors.SectorOutcome.Ok));
        Target(report, "CT3").Verdict.ShouldBe(Verdict.Undetermined);
        // The procuracy's cell leaves both sides of the rate and is one cell.
        Target(report, "CT1").Withheld.ShouldBe(1);
    }

    [Fact]
    public async Task Every_task_stands_somewhere_and_most_are_done()
    {
        var report = await _year.ReportAsync();
        report.Tasks.Where(t => t.State is TaskState.NotReported or TaskState.Gated).Select(t => t.Clause).ShouldBeEmpty();
        report.Tasks.Single(t => t.Clause == "2026/IV.1.c").State.ShouldBe(TaskState.Done);
        report.Tasks.Single(t => t.Clause == "2026/IV.4.c").State.ShouldBe(TaskState.InProgress);
        report.Tasks.Sum(t => t.Instances.Done).ShouldBeGreaterThan(report.Tasks.Sum(t => t.Instances.Total) * 85 / 100);
    }

    [Fact]
    public async Task Every_step_was_taken_by_an_account_that_may_take_it()
    {
        var strangers = new List<string>();
        foreach (var standing in await StandingsAsync())
        {
            var (unit, form) = (_year.Model.Units.Find(standing.Unit)!, _year.Model.Form(standing.Form)!.Definition);
            var (_, history) = await _year.Reader.HistoryAsync(Key((standing.Form, standing.Unit)), CancellationToken.None);
            strangers.AddRange(history
                .Where(h => !AccessPolicy.May(Account(h.By), h.Action, SubmissionState.Approved, _year.Model.Plan, unit, form))
                .Select(h => $"{standing.Form} {standing.Unit} {h.Action} {h.By}"));
        }

        strangers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_reads_in_the_order_of_time()
    {
        var log = await new AuditLog(_year.Readers).PageAsync(new AuditQuery { Entity = "submission/" }, CancellationToken.None);
        log.Length.ShouldBe(AuditLog.MaxPage);
        log.Select(l => l.At).ShouldBeInOrder(SortDirection.Descending);
        log[0].At.ShouldBeLessThanOrEqualTo(DemoFacts.Now);
    }

    [Fact]
    public async Task Texts_are_in_composed_form() =>
        (await DumpAsync(_year)).IsNormalized(System.Text.NormalizationForm.FormC).ShouldBeTrue();

    [Fact]
    public async Task A_communes_task_results_agree_with_its_other_forms()
    {
        var communes = await _year.Reader.CountingAsync(DemoFacts.Plan, "K2", "2026", null, CancellationToken.None);
        var fosterCare = (await _year.Reader.CountingAsync(DemoFacts.Plan, "XP4", "2026", null, CancellationToken.None)).ToDictionary(c => c.Version.Key.Unit, c => c.Version.Values);
        foreach (var results in communes.Where(c => fosterCare.ContainsKey(c.Version.Key.Unit)))
        {
            var families = fosterCare[results.Version.Key.Unit].Cells.Where(c => c.Key.Field == "gd").Sum(c => c.Value is CellValue.Number number ? number.Value : 0);
            var stated = results.Version.Values[new CellKey("so_luong", "2026/IV.9.d#1")] is CellValue.Number quantity ? quantity.Value : 0;
            stated.ShouldBe(families, results.Version.Key.Unit);
        }
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        (await _year.Year.IsSeededAsync(_year.Model, CancellationToken.None)).ShouldBeTrue();
        var before = await DumpAsync(_year);
        await _year.Year.SeedAsync(_year.Model, CancellationToken.None);
        (await DumpAsync(_year)).ShouldBe(before);
    }

    [Fact]
    public async Task A_later_start_leaves_alone_what_people_have_changed()
    {
        await using var autumn = await SeededYear.CreateAsync(new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.FromHours(7)));
        var standings = await autumn.Reader.StandingsAsync(DemoFacts.Plan, "2026", ["K4"], CancellationToken.None);
        var key = Key(("K4", standings.First(s => s.State == SubmissionState.Draft).Unit));
        var draft = (await autumn.Reader.FindAsync(key, null, CancellationToken.None)).Draft!;
        var form = autumn.Model.Form("K4")!;
        var change = new SubmissionChange(
            key, form.Compiled.Hash, (now, _) => SubmissionWorkflow.Save(now, draft.Values, draft.DataAsOf, "somebody", DemoFacts.Now), autumn.Model.Plan.CutOff, (_, _) => new([], []), null, null);
        await autumn.Writer.ChangeAsync(change, CancellationToken.None);

        var summary = await autumn.Year.SeedAsync(autumn.Model, CancellationToken.None);

        summary.LeftAlone.ShouldBeGreaterThan(0);
        var after = await autumn.Reader.FindAsync(key, null, CancellationToken.None);
        (after.State, after.Draft!.By).ShouldBe((SubmissionState.Draft, "somebody"));
    }

    [Fact]
    public async Task Another_empty_database_gets_the_same_year()
    {
        await using var other = await SeededYear.CreateAsync();
        (await DumpAsync(other)).ShouldBe(await DumpAsync(_year));
    }

    [Fact]
    public async Task An_earlier_day_shows_the_season_under_way()
    {
        await using var spring = await SeededYear.CreateAsync(new DateTimeOffset(2026, 4, 20, 9, 0, 0, TimeSpan.FromHours(7)));
        (await spring.Year.IsSeededAsync(spring.Model, CancellationToken.None)).ShouldBeFalse();
        spring.Summary.Submissions.ShouldBeInRange(40, 48);
        await spring.Year.SeedAsync(spring.Model, CancellationToken.None);
        (await DumpAsync(spring)).ShouldBe(await DumpAsync(_year));
    }

    private static Actor Account(string name) => name.Split('.') switch
    {
        [var unit, "reporter"] => new Actor(name, [Role.Reporter], unit),
        [var unit, "approver"] => new Actor(name, [Role.Approver], unit),
        ["standing"] => new Actor(name, [Role.StandingAgency], null),
        _ => new Actor(name, [], null),
    };

    private static double Rate(CombinedReport report, string indicator) => 100.0 * Target(report, indicator).Numerator / Target(report, indicator).Denominator;

    private static TargetLine Target(CombinedReport report, string indicator) => report.Targets.Single(t => t.Indicator == indicator);

    private static SubmissionKey Key((string Form, string Unit) at) => new(DemoFacts.Plan, at.Form, at.Unit, "2026");

    private static Task<string> DumpAsync(SeededYear year) => DatabaseText.OfAsync(year.DatabaseFile);

    private async Task<DutyBoard> BoardAsync()
    {
        await using var file = File.OpenRead(HostOutput.Data("holidays.json"));
        return await DutyBoard.ReadAsync(_year.Model, _year.Reader, _year.Clock.Today, HolidayCalendar.Read(file), CancellationToken.None);
    }

    private async Task<SubmissionStanding[]> StandingsAsync(int year = DemoFacts.Year) =>
        [.. await _year.Reader.StandingsAsync(DemoFacts.Plan, Periods.Annual(year), [.. _year.Model.Forms.Select(f => f.Code)], CancellationToken.None)];

    private async Task<SubmissionVersion[]> VersionsAsync(int year = DemoFacts.Year)
    {
        var all = new List<SubmissionVersion>();
        foreach (var standing in await StandingsAsync(year))
            all.AddRange((await _year.Reader.HistoryAsync(Key((standing.Form, standing.Unit)) with { Period = Periods.Annual(year) }, CancellationToken.None)).Versions);
        return [.. all];
    }
}
