using Microsoft.Data.Sqlite;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Totals;

namespace SocialWork.Persistence.Tests;

public sealed class SubmissionWriterTests : IAsyncLifetime
{
    private const string Form = Communication.Code;

    private readonly TempFolder _folder = new();
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.OpenAsync(_folder.File, sectors: false);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_two_officers_who_saw_the_same_revision_exactly_one_wins_and_the_other_is_told()
    {
        var begun = (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 1)))).Value();
        for (var round = 0; round < 20; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(officer => Task.Run(() =>
                _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", (100 * round) + officer)), ifRevision: begun.Revision))));
            var won = results.OfType<Result<Submission>.Ok>().ShouldHaveSingleItem().Value;
            results.OfType<Result<Submission>.No>().ShouldHaveSingleItem().Refusal.Kind.ShouldBe(RefusalKind.Stale);
            (await _store.FindAsync(Form, "SYT")).Draft!.Values[Communication.Events].ShouldBe(won.Draft!.Values[Communication.Events]);
            begun = won;
        }

        begun.Revision.ShouldBe(21);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_answers_the_same_and_counts_once()
    {
        (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 3)))).Value();
        (await _store.SubmitAsync(Form, "SYT", retry: "submit-1")).Value();
        var sent = (await _store.ApproveAsync(Form, "SYT", retry: "approve-1")).Value();
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.ApproveAsync(Form, "SYT", ifRevision: 2, retry: "approve-1"))));
        foreach (var answer in again) answer.Value().ShouldBeEquivalentTo(sent);
        (await _store.FindAsync(Form, "SYT")).Revision.ShouldBe(3);
        _store.Count("history").ShouldBe(3);
        _store.Count("versions").ShouldBe(1);
        Total().ShouldBe((1, 3));
    }

    [Fact]
    public async Task Of_many_parallel_retries_of_one_step_exactly_one_is_carried_out()
    {
        (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 3)))).Value();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _store.SubmitAsync(Form, "SYT", retry: "k"))));
        foreach (var answer in answers) answer.Value().LatestVersion.ShouldBe(1);
        _store.Count("versions").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_form_is_a_conflict_and_nothing_is_written()
    {
        (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 3)), retry: "k")).Value();
        var refusal = (await _store.SaveAsync(Form, "STC", Answers.Values(("su_kien", 3)), retry: "k")).Refusal();
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Conflict, "idempotency.reused"));
        (await _store.FindAsync(Form, "STC")).State.ShouldBe(SubmissionState.NotStarted);
    }

    [Fact]
    public async Task A_step_that_was_refused_leaves_its_key_unused()
    {
        (await _store.SubmitAsync(Form, "SYT", retry: "k")).Refusal().Kind.ShouldBe(RefusalKind.Conflict);
        _store.Count("idempotency").ShouldBe(0);
        (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 3)))).Value();
        (await _store.SubmitAsync(Form, "SYT", retry: "k")).Value().State.ShouldBe(SubmissionState.Submitted);
    }

    [Fact]
    public async Task Many_drafts_are_saved_together_and_the_last_that_is_refused_takes_all_back()
    {
        (await _store.SaveAsync(Form, "STP", Answers.Values(("su_kien", 9)))).Value();
        var before = Everything();
        var refused = (await _store.SaveAllAsync(new BatchKey("k", "file-1"), (Form, "SYT", Answers.Values(("su_kien", 1)), 0), (Form, "STC", Answers.Values(("su_kien", 2)), 0), (Form, "STP", Answers.Values(("su_kien", 3)), 0))).Refusal();
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Stale, "submission.changed"));
        refused.Message.Vi.ShouldContain("STP");
        Everything().ShouldBe(before, "history, audit and the key included");

        var saved = (await _store.SaveAllAsync(new BatchKey("k", "file-1"), (Form, "SYT", Answers.Values(("su_kien", 1)), 0), (Form, "STC", Answers.Values(("su_kien", 2)), 0), (Form, "STP", Answers.Values(("su_kien", 3)), 1))).Value();
        saved.Select(s => (s.Key.Unit, s.Revision)).ShouldBe([("SYT", 1), ("STC", 1), ("STP", 2)]);
        (await _store.FindAsync(Form, "STP")).Draft!.Values[Communication.Events].ShouldBe(new CellValue.Number(3));
    }

    [Fact]
    public async Task A_batch_that_is_repeated_with_its_key_counts_once_and_the_key_belongs_to_one_content()
    {
        var key = new BatchKey("k", "file-1");
        (await _store.SaveAllAsync(key, (Form, "SYT", Answers.Values(("su_kien", 1)), 0))).Value();
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.SaveAllAsync(key, (Form, "SYT", Answers.Values(("su_kien", 1)), 0)))));
        foreach (var answer in again) answer.Value().ShouldHaveSingleItem().Revision.ShouldBe(1);
        _store.Count("history").ShouldBe(1);
        (await _store.Reader.KeyUsedForAsync("k", CancellationToken.None)).ShouldBe("file-1");
        (await _store.Reader.KeyUsedForAsync("l", CancellationToken.None)).ShouldBeNull();
        (await _store.SaveAllAsync(key with { Content = "file-2" }, (Form, "STC", Answers.Values(("su_kien", 1)), 0))).Refusal().Code.ShouldBe("idempotency.reused");
        (await _store.FindAsync(Form, "STC")).State.ShouldBe(SubmissionState.NotStarted);
    }

    [Fact]
    public async Task A_version_of_a_number_that_exists_cannot_be_inserted()
    {
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 3)));
        var again = _store.Gate.RunAsync(
            session => session.Execute("INSERT INTO versions SELECT * FROM versions"),
            CancellationToken.None);
        (await Should.ThrowAsync<SqliteException>(again)).SqliteErrorCode.ShouldBe(19);
        _store.Count("versions").ShouldBe(1);
    }

    [Fact]
    public async Task A_sent_version_is_never_changed_by_what_follows()
    {
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 3), ("luot_nguoi", CellValue.NotArising)));
        var first = _store.Rows("SELECT * FROM versions WHERE Number=1").Single();
        (await _store.ReturnAsync(Form, "SYT")).Value();
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 4)));
        (await _store.AcceptAsync(Form, "SYT")).Value();
        (await _store.ReopenAsync(Form, "SYT")).Value();
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 5)));
        _store.Rows("SELECT * FROM versions WHERE Number=1").Single().ShouldBe(first);
        _store.Count("versions").ShouldBe(3);
        Total().ShouldBe((1, 5));
    }

    [Fact]
    public async Task A_return_falls_back_to_the_accepted_version_or_to_none_and_totals_follow()
    {
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 3)));
        (await _store.ReturnAsync(Form, "SYT")).Value().CountingVersion.ShouldBeNull();
        _store.Count("totals").ShouldBe(0);
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 4)));
        (await _store.AcceptAsync(Form, "SYT")).Value();
        (await _store.ReopenAsync(Form, "SYT")).Value().CountingVersion.ShouldBe(2);
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 9)));
        Total().ShouldBe((1, 9));
        (await _store.ReturnAsync(Form, "SYT")).Value().CountingVersion.ShouldBe(2);
        Total().ShouldBe((1, 4));
    }

    [Fact]
    public async Task Every_step_stands_in_the_history_and_in_the_log_with_who_when_before_and_after()
    {
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 3)));
        var cell = new CellKey("su_kien");
        (await _store.ReturnAsync(Form, "SYT", "Số buổi chưa khớp.", cell)).Value().Returned!.Cells.ShouldBe([cell]);
        var (versions, history) = await _store.Reader.HistoryAsync(new SubmissionKey("2026", Form, "SYT", "2026"), CancellationToken.None);
        versions.Length.ShouldBe(1);
        history.Select(h => h.Action).ShouldBe([SubmissionAction.Save, SubmissionAction.Submit, SubmissionAction.Approve, SubmissionAction.Return]);
        history.Select(h => h.CountingAfter).ShouldBe([null, null, 1, null]);
        history[^1].Reason.ShouldBe("Số buổi chưa khớp.");
        history[^1].Cells.ShouldBe([cell]);
        var log = await _store.Audit.PageAsync(new AuditQuery { Entity = "submission/2026/K4/SYT" }, CancellationToken.None);
        log.Select(l => l.Action).ShouldBe(["Return", "Approve", "Submit", "Save"]);
        log.Select(l => l.By).ShouldBe(["nhận", "duyệt", "nhập", "nhập"]);
        log.ShouldAllBe(l => l.Before != null && l.After != null && l.Before != l.After);
        log.Zip(log.Skip(1)).ShouldAllBe(pair => pair.First.Before == pair.Second.After);
        log[^1].After!.ShouldContain("su_kien");
        log.Select(l => l.Reason).ShouldBe(["Số buổi chưa khớp.", null, null, null]);
    }

    [Fact]
    public async Task A_step_that_fails_late_leaves_no_trace_anywhere()
    {
        (await _store.SaveAsync(Form, "SYT", Answers.Values(("su_kien", 3)))).Value();
        (await _store.SubmitAsync(Form, "SYT")).Value();
        var before = Everything();
        await Should.ThrowAsync<InvalidOperationException>(() => _store.StepAsync(
            Form, "SYT", (s, _) => SubmissionWorkflow.Approve(s, "duyệt", _store.Clock.Now), retry: "k", contribution: Fail));
        Everything().ShouldBe(before);
        (await _store.ApproveAsync(Form, "SYT", retry: "k")).Value().State.ShouldBe(SubmissionState.Approved);
    }

    [Fact]
    public async Task Values_come_back_as_they_were_sent_kinds_of_empty_included()
    {
        var values = Answers.Values(("su_kien", 0), ("luot_nguoi", CellValue.NotArising), ("san_pham[BAO_CHI]", 12), ("doi_tac", CellValue.NotArising));
        await _store.SendAsync(Form, "SYT", values);
        var version = await _store.Reader.VersionAsync(new SubmissionKey("2026", Form, "SYT", "2026"), 1, CancellationToken.None);
        version!.Values.Cells.ShouldBe(values.Cells, ignoreOrder: true);
        version.DataAsOf.ShouldBe(TestStore.AsOf);
        (await _store.Reader.VersionAsync(new SubmissionKey("2026", Form, "SYT", "2026"), 2, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Explanations_are_kept_with_the_draft_and_frozen_with_the_version()
    {
        var words = Explanations.None.Add("K4.r2", "Hai đợt truyền thông trong tháng 10.");
        await _store.StepAsync(Form, "SYT", (s, _) => SubmissionWorkflow.Save(s, Answers.Values(("su_kien", 3)), TestStore.AsOf, "nhập", _store.Clock.Now, words));
        (await _store.FindAsync(Form, "SYT")).Draft!.Explanations.ShouldBe(words);
        ExplainedWarning warning = new("K4.r2", new Text("Cao bất thường.", "Unusually high."), [new CellKey("su_kien")], words["K4.r2"]);
        (await _store.StepAsync(Form, "SYT", (s, _) => SubmissionWorkflow.Submit(s, _store.Model.Form(Form)!.Compiled.Hash, "nhập", _store.Clock.Now, [warning]))).Value();
        var version = await _store.Reader.VersionAsync(new SubmissionKey("2026", Form, "SYT", "2026"), 1, CancellationToken.None);
        (version!.Warnings.ShouldHaveSingleItem() with { Cells = warning.Cells }).ShouldBe(warning);
        version.Paper.ShouldBeNull();
        (await _store.ReturnAsync(Form, "SYT")).Value().Draft!.Explanations.ShouldBe(words);
        (await _store.FindAsync(Form, "SYT")).Draft!.Explanations.ShouldBe(words);
    }

    [Fact]
    public async Task What_came_on_paper_counts_at_once_and_says_so()
    {
        var paper = new PaperReceipt(new string('a', 64), new DateOnly(2026, 11, 1));
        var key = new SubmissionKey("2026", Form, "SYT", "2026");
        (await _store.StepAsync(Form, "SYT", (s, _) => SubmissionWorkflow.Paper(
            s, untouched: true, new SubmissionVersion(key, 0, _store.Model.Form(Form)!.Compiled.Hash, Answers.Values(("su_kien", 8)), TestStore.AsOf, "standing", _store.Clock.Now) { Paper = paper }, "Gửi bản giấy."))).Value().CountingVersion.ShouldBe(1);
        Total().ShouldBe((1, 8));
        var counting = (await _store.Reader.CountingAsync("2026", Form, "2026", "SYT", CancellationToken.None)).ShouldHaveSingleItem();
        counting.Version.Paper.ShouldBe(paper);
        counting.SentBy.ShouldBe("standing");
        var (_, history) = await _store.Reader.HistoryAsync(key, CancellationToken.None);
        (history.ShouldHaveSingleItem() with { Cells = [], At = default }).ShouldBe(new HistoryEntry(SubmissionAction.Paper, 1, "standing", default, "Gửi bản giấy.", [], 1));
    }

    [Fact]
    public async Task After_a_restart_everything_is_as_it_was()
    {
        await _store.SendAsync(Form, "SYT", Answers.Values(("su_kien", 3)));
        (await _store.AcceptAsync(Form, "SYT")).Value();
        await _store.SendAsync(Form, "STC", Answers.Values(("su_kien", 4)));
        (await _store.ReturnAsync(Form, "STC", "Sai.", new CellKey("su_kien"))).Value();
        (await _store.SaveAsync(Training.Code, "SNV", Answers.Values(("da_th[CAN_BO,NU]", CellValue.NotArising)))).Value();
        var (before, submissions) = (Everything(), await SubmissionsAsync());
        await _store.DisposeAsync();
        _store = await TestStore.OpenAsync(_folder.File, sectors: false);
        Everything().ShouldBe(before);
        (await SubmissionsAsync()).ShouldBe(submissions);
        (await _store.Recount.CompareAsync(_store.Model, CancellationToken.None)).ShouldBeEmpty();
        await _store.SendAsync(Form, "STC", Answers.Values(("su_kien", 6)));
        // One row per sector: the first is that of STC.
        Total().ShouldBe((1, 6));
    }

    private async Task<string[]> SubmissionsAsync() =>
        [Told(await _store.FindAsync(Form, "SYT")), Told(await _store.FindAsync(Form, "STC")), Told(await _store.FindAsync(Training.Code, "SNV"))];

    private string Told(Submission s) =>
        (s with { Draft = null, Returned = null }) + " "
        + (s.Draft is { } draft ? (draft with { Values = FormValues.None }) + FormValuesJson.Write(_store.Model.Form(s.Key.Form)!.Compiled, draft.Values) : "no draft") + " "
        + (s.Returned is { } note ? (note with { Cells = [] }) + string.Join(' ', note.Cells) : "not returned");

    private string[] Everything() =>
    [
        .. from table in new[] { "submissions", "versions", "history", "totals", "audit", "idempotency", "forms" }
           from row in _store.Rows($"SELECT * FROM {table}")
           select table + ": " + string.Join(" | ", row.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v)),
    ];

    private (long Submissions, long Sum) Total()
    {
        var row = _store.Rows("SELECT Submissions, Vector, FormHash FROM totals WHERE Area='' ORDER BY Sector").First();
        var layout = _store.Model.Layout((string)row[2]!)!;
        return ((long)row[0]!, layout.Of(TotalsVector.Read((byte[])row[1]!, layout.Zero().Length), "su_kien")!.Value.Sum);
    }

    private static TotalsContribution Fail(Core.Units.Unit? unit, SubmissionVersion version) => throw new InvalidOperationException("on purpose");
}
