using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Submissions;
using Xunit;

namespace SocialWork.Core.Tests.Submissions;

public sealed class SubmissionWorkflowTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 3, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly AsOf = new(2026, 10, 31);
    private static readonly SubmissionKey Key = new("2026", "K4", "SYT", "2026");

    public static TheoryData<SubmissionState, SubmissionAction, SubmissionState?> Table
    {
        get
        {
            var allowed = new Dictionary<(SubmissionState, SubmissionAction), SubmissionState>
            {
                [(SubmissionState.NotStarted, SubmissionAction.Save)] = SubmissionState.Draft,
                [(SubmissionState.Draft, SubmissionAction.Save)] = SubmissionState.Draft,
                [(SubmissionState.Returned, SubmissionAction.Save)] = SubmissionState.Returned,
                [(SubmissionState.Draft, SubmissionAction.Submit)] = SubmissionState.Submitted,
                [(SubmissionState.Returned, SubmissionAction.Submit)] = SubmissionState.Submitted,
                [(SubmissionState.Submitted, SubmissionAction.Approve)] = SubmissionState.Approved,
                [(SubmissionState.Submitted, SubmissionAction.Return)] = SubmissionState.Returned,
                [(SubmissionState.Approved, SubmissionAction.Return)] = SubmissionState.Returned,
                [(SubmissionState.Approved, SubmissionAction.Accept)] = SubmissionState.Accepted,
                [(SubmissionState.Approved, SubmissionAction.Reopen)] = SubmissionState.Draft,
                [(SubmissionState.Accepted, SubmissionAction.Reopen)] = SubmissionState.Draft,
                [(SubmissionState.NotStarted, SubmissionAction.Paper)] = SubmissionState.Approved,
                [(SubmissionState.Approved, SubmissionAction.Paper)] = SubmissionState.Approved,
                [(SubmissionState.Accepted, SubmissionAction.Paper)] = SubmissionState.Approved,
                [(SubmissionState.Returned, SubmissionAction.Paper)] = SubmissionState.Approved,
            };
            var table = new TheoryData<SubmissionState, SubmissionAction, SubmissionState?>();
            foreach (var state in Enum.GetValues<SubmissionState>())
            {
                foreach (var action in Enum.GetValues<SubmissionAction>())
                    table.Add(state, action, allowed.TryGetValue((state, action), out var next) ? next : null);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_action_in_every_state_leads_where_the_table_says_or_is_refused_as_a_conflict(SubmissionState state, SubmissionAction action, SubmissionState? next)
    {
        var (now, versions) = In(state);
        var result = Take(action, now, versions.LastOrDefault(), 77);
        if (next is { } expected)
        {
            var step = result.ShouldBeOfType<Result<SubmissionStep>.Ok>().Value;
            step.After.State.ShouldBe(expected);
            step.After.Revision.ShouldBe(now.Revision + 1);
            step.Entry.Action.ShouldBe(action);
            step.Entry.CountingAfter.ShouldBe(step.After.CountingVersion);
        }
        else
        {
            result.ShouldBeOfType<Result<SubmissionStep>.No>().Refusal.Kind.ShouldBe(RefusalKind.Conflict);
        }
    }

    [Fact]
    public void A_draft_that_does_not_say_when_its_figures_stand_cannot_be_submitted()
    {
        var draft = Ok(SubmissionWorkflow.Save(new Submission(Key), FormValues.None, null, "a", At)).After;
        SubmissionWorkflow.Submit(draft, "h", "a", At).ShouldBeOfType<Result<SubmissionStep>.No>().Refusal.Code.ShouldBe("submission.dataAsOfMissing");
    }

    [Theory]
    [InlineData("", "submission.reasonMissing")]
    [InlineData(" \t\n", "submission.reasonMissing")]
    public void A_return_and_a_reopening_need_a_reason(string reason, string code)
    {
        var (sent, versions) = In(SubmissionState.Approved);
        SubmissionWorkflow.Return(sent, versions[^1], reason, [], "b", At).ShouldBeOfType<Result<SubmissionStep>.No>().Refusal.Code.ShouldBe(code);
        SubmissionWorkflow.Reopen(sent, versions[^1], reason, "b", At).ShouldBeOfType<Result<SubmissionStep>.No>().Refusal.Code.ShouldBe(code);
    }

    [Fact]
    public void A_reason_has_a_limit()
    {
        var (sent, versions) = In(SubmissionState.Approved);
        SubmissionWorkflow.Return(sent, versions[^1], new string('x', SubmissionWorkflow.MaxReason), [], "b", At).ShouldBeOfType<Result<SubmissionStep>.Ok>();
        SubmissionWorkflow.Return(sent, versions[^1], new string('x', SubmissionWorkflow.MaxReason + 1), [], "b", At).ShouldBeOfType<Result<SubmissionStep>.No>();
    }

    [Fact]
    public void A_return_keeps_its_reason_and_cells_until_a_new_version_answers_it()
    {
        var (sent, versions) = In(SubmissionState.Approved);
        var returned = Ok(SubmissionWorkflow.Return(sent, versions[^1], "Sai ô này.", [new CellKey("a")], "b", At)).After;
        returned.Returned!.Cells.ShouldBe([new CellKey("a")]);
        returned.Draft!.Values.ShouldBe(versions[^1].Values);
        var saved = Ok(SubmissionWorkflow.Save(returned, Values(5), AsOf, "a", At)).After;
        saved.Returned.ShouldNotBeNull();
        Ok(SubmissionWorkflow.Submit(saved, "h", "a", At)).After.Returned.ShouldBeNull();
    }

    [Fact]
    public void Freezing_keeps_the_values_as_they_were_and_takes_the_draft_away()
    {
        var (draft, _) = In(SubmissionState.Draft);
        var step = Ok(SubmissionWorkflow.Submit(draft, "hash", "a", At));
        step.Frozen.ShouldBe(new SubmissionVersion(Key, 1, "hash", draft.Draft!.Values, AsOf, "a", At));
        step.After.Draft.ShouldBeNull();
    }

    [Fact]
    public void The_first_sending_decides_lateness_and_a_correction_does_not_change_it()
    {
        var (sent, versions) = In(SubmissionState.Approved);
        var again = Ok(SubmissionWorkflow.Reopen(sent, versions[^1], "sửa", "b", At.AddDays(9))).After;
        again = Ok(SubmissionWorkflow.Submit(again, "h", "a", At.AddDays(9))).After;
        Ok(SubmissionWorkflow.Approve(again, "b", At.AddDays(9))).After.FirstSentAt.ShouldBe(sent.FirstSentAt);
    }

    [Fact]
    public void A_head_who_returns_a_correction_leaves_the_version_that_was_sent_counting()
    {
        var (sent, versions) = In(SubmissionState.Approved);
        var corrected = Ok(SubmissionWorkflow.Submit(Ok(SubmissionWorkflow.Reopen(sent, versions[^1], "sửa", "b", At)).After, "h", "a", At));
        Ok(SubmissionWorkflow.Return(corrected.After, corrected.Frozen!, "chưa đúng", [], "b", At)).After.CountingVersion.ShouldBe(1);
    }

    [Fact]
    public void What_came_on_paper_is_sent_on_the_day_it_arrived()
    {
        var step = Ok(SubmissionWorkflow.Paper(new Submission(Key), untouched: true, OnPaper(new DateOnly(2026, 11, 29), Values(3)), "Xã gửi bản giấy."));
        step.After.ShouldBe(new Submission(Key)
        {
            State = SubmissionState.Approved,
            Revision = 1,
            LatestVersion = 1,
            CountingVersion = 1,
            // 29/11 00:00 in the city.
            FirstSentAt = new DateTimeOffset(2026, 11, 28, 17, 0, 0, TimeSpan.Zero),
        });
        step.Frozen!.Number.ShouldBe(1);
        (step.Entry.Action, step.Entry.By, step.Entry.Reason).ShouldBe((SubmissionAction.Paper, "standing", "Xã gửi bản giấy."));
    }

    [Fact]
    public void Paper_that_arrived_before_the_first_sending_moves_it_back_and_never_forward()
    {
        var (sent, _) = In(SubmissionState.Approved);
        Ok(SubmissionWorkflow.Paper(sent, untouched: true, OnPaper(new DateOnly(2026, 11, 1), Values(3)), "bản giấy")).After.FirstSentAt.ShouldBe(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero));
        Ok(SubmissionWorkflow.Paper(sent, untouched: true, OnPaper(new DateOnly(2026, 11, 20), Values(3)), "bản giấy")).After.FirstSentAt.ShouldBe(sent.FirstSentAt);
    }

    [Fact]
    public void Paper_never_takes_the_place_of_a_draft_in_work_and_says_whose_it_is()
    {
        var (draft, _) = In(SubmissionState.Draft);
        var refusal = SubmissionWorkflow.Paper(draft, untouched: false, OnPaper(AsOf, Values(3)), "bản giấy").ShouldBeOfType<Result<SubmissionStep>.No>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Conflict, "submission.draftInWork"));
        refusal.Message.Vi.ShouldContain("do a lưu lúc 09:01 ngày 03/11/2026");
    }

    [Fact]
    public void Paper_needs_a_reason()
    {
        SubmissionWorkflow.Paper(new Submission(Key), untouched: true, OnPaper(AsOf, Values(3)), " ").ShouldBeOfType<Result<SubmissionStep>.No>().Refusal.Code.ShouldBe("submission.reasonMissing");
    }

    [Fact]
    public void Explanations_travel_with_the_version_and_come_back_with_it()
    {
        var words = Explanations.None.Add("K4.r9", "Tháng 10 có hai đợt truyền thông.");
        var draft = Ok(SubmissionWorkflow.Save(new Submission(Key), Values(1), AsOf, "a", At, words)).After;
        Ok(SubmissionWorkflow.Save(draft, Values(2), AsOf, "a", At)).After.Draft!.Explanations.ShouldBe(words, "a save without explanations leaves them as they are");
        ExplainedWarning warning = new("K4.r9", new Text("Cao bất thường.", "Unusually high."), [new CellKey("su_kien")], words["K4.r9"]);
        var submitted = Ok(SubmissionWorkflow.Submit(draft, "h", "a", At, [warning]));
        submitted.Frozen!.Warnings.ShouldBe([warning]);
        Ok(SubmissionWorkflow.Return(submitted.After, submitted.Frozen, "chưa rõ", [], "b", At)).After.Draft!.Explanations.ShouldBe(words);
    }

    [Fact]
    public void Whatever_is_done_the_version_that_counts_is_the_one_the_rule_names() => Prop.ForAll(
        Arb.From(Gen.ListOf(Gen.Elements(Enum.GetValues<SubmissionAction>())).Select(actions => actions.ToArray())),
        Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    private static bool Holds(SubmissionAction[] actions)
    {
        var now = new Submission(Key);
        var versions = new List<SubmissionVersion>();
        var told = new List<HistoryEntry>();
        for (var i = 0; i < actions.Length; i++)
        {
            if (Take(actions[i], now, versions.LastOrDefault(), i) is not Result<SubmissionStep>.Ok { Value: var step })
                continue;
            var freezes = actions[i] is SubmissionAction.Submit or SubmissionAction.Paper;
            if (step.After.Revision != now.Revision + 1) return false;
            if (step.After.LatestVersion != now.LatestVersion + (freezes ? 1 : 0)) return false;
            if ((step.Frozen is not null) != freezes) return false;
            if ((step.After.AcceptedVersion ?? 0) < (now.AcceptedVersion ?? 0)) return false;
            // Only paper that arrived earlier moves the first sending, and never to a later day.
            if (now.FirstSentAt is { } first && (step.After.FirstSentAt > first || (step.After.FirstSentAt != first && actions[i] != SubmissionAction.Paper))) return false;
            if (step.Frozen is { } frozen) versions.Add(frozen);
            told.Add(step.Entry);
            now = step.After;
            if (now.CountingVersion != CountingOracle.Of(told.Select(e => (e.Action, e.Version)))) return false;
            if (now.AcceptedVersion is { } accepted && (now.CountingVersion is not { } counting || counting < accepted)) return false;
            if (versions.Select(v => v.Number).Distinct().Count() != versions.Count) return false;
            if ((now.Draft is null) != (now.State is SubmissionState.NotStarted or SubmissionState.Submitted or SubmissionState.Approved or SubmissionState.Accepted)) return false;
        }

        return true;
    }

    private static (Submission Now, List<SubmissionVersion> Versions) In(SubmissionState state)
    {
        SubmissionAction[] path = state switch
        {
            SubmissionState.NotStarted => [],
            SubmissionState.Draft => [SubmissionAction.Save],
            SubmissionState.Submitted => [SubmissionAction.Save, SubmissionAction.Submit],
            SubmissionState.Approved => [SubmissionAction.Save, SubmissionAction.Submit, SubmissionAction.Approve],
            SubmissionState.Accepted => [SubmissionAction.Save, SubmissionAction.Submit, SubmissionAction.Approve, SubmissionAction.Accept],
            _ => [SubmissionAction.Save, SubmissionAction.Submit, SubmissionAction.Approve, SubmissionAction.Return],
        };
        var now = new Submission(Key);
        var versions = new List<SubmissionVersion>();
        foreach (var action in path)
        {
            var step = Ok(Take(action, now, versions.LastOrDefault(), 1));
            if (step.Frozen is { } frozen) versions.Add(frozen);
            now = step.After;
        }

        return (now, versions);
    }

    // A version is always there once one was submitted; where none is, what would be handed over does not exist.
    private static Result<SubmissionStep> Take(SubmissionAction action, Submission now, SubmissionVersion? latest, int i) => action switch
    {
        SubmissionAction.Save => SubmissionWorkflow.Save(now, Values(i), AsOf, "a", At.AddMinutes(i)),
        SubmissionAction.Submit => SubmissionWorkflow.Submit(now, "h", "a", At.AddMinutes(i)),
        SubmissionAction.Approve => SubmissionWorkflow.Approve(now, "b", At.AddMinutes(i)),
        SubmissionAction.Accept => SubmissionWorkflow.Accept(now, "c", At.AddMinutes(i)),
        SubmissionAction.Return => SubmissionWorkflow.Return(now, latest ?? NoVersion, "vì sai", [], "c", At.AddMinutes(i)),
        SubmissionAction.Paper => SubmissionWorkflow.Paper(now, ReferenceEquals(now.Draft?.Values, latest?.Values), OnPaper(AsOf.AddDays(i % 3), Values(i)), "gửi bản giấy"),
        _ => SubmissionWorkflow.Reopen(now, latest ?? NoVersion, "vì sai", "c", At.AddMinutes(i)),
    };

    private static SubmissionVersion OnPaper(DateOnly receivedOn, FormValues values) =>
        new(Key, 0, "h", values, AsOf, "standing", At) { Paper = new PaperReceipt(new string('a', 64), receivedOn) };

    private static SubmissionVersion NoVersion => new(Key, 0, "h", FormValues.None, AsOf, "a", At);

    private static SubmissionStep Ok(Result<SubmissionStep> result) => result.ShouldBeOfType<Result<SubmissionStep>.Ok>().Value;

    private static FormValues Values(long number) => new(ImmutableDictionary<CellKey, CellValue>.Empty.Add(new CellKey("su_kien"), new CellValue.Number(number)));
}
