using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using SocialWork.Core.Auditing;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Tests.Auditing;

public sealed class AuditChainTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_says_who_when_from_where_what_before_after_and_why()
    {
        var origin = new Origin { Address = "10.0.0.7" };
        await using var store = await TestStore.OpenAsync(_folder.File, origin, sectors: false);
        await store.SendAsync("K4", "SYT", Answers.Values(("su_kien", 3)));
        origin.Address = "2001:db8::1";
        (await store.ReturnAsync("K4", "SYT", "Số buổi chưa khớp.")).Value();
        origin.Address = null;
        (await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 4)))).Value();

        var log = (await store.Audit.PageAsync(new AuditQuery { Entity = "submission/" }, CancellationToken.None)).Reverse().ToArray();
        log.Select(l => (l.By, l.Action, l.Address, l.Reason)).ShouldBe(
        [
            ("nhập", "Save", "10.0.0.7", null),
            ("nhập", "Submit", "10.0.0.7", null),
            ("duyệt", "Approve", "10.0.0.7", null),
            ("nhận", "Return", "2001:db8::1", "Số buổi chưa khớp."),
            ("nhập", "Save", null, null),
        ]);
        log.ShouldAllBe(l => l.Before != l.After && l.At > DateTimeOffset.UnixEpoch && l.Hash!.Length == 64);
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_write_comes_from_is_asked_when_it_is_handed_over_and_not_when_it_is_written()
    {
        var origin = new Origin { Address = "10.0.0.1" };
        await using var store = await TestStore.OpenAsync(_folder.File, origin, sectors: false);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var first = store.Trail.RecordAsync(new AuditEvent("a", AuditActions.SignIn, "account/a"), CancellationToken.None);
        origin.Address = "10.0.0.2";
        var second = store.Trail.RecordAsync(new AuditEvent("b", AuditActions.SignIn, "account/b"), CancellationToken.None);
        origin.Address = "10.0.0.3";
        release.SetResult();
        await Task.WhenAll(held, first, second);
        (await store.Audit.PageAsync(new AuditQuery { Action = AuditActions.SignIn }, CancellationToken.None)).Select(l => (l.By, l.Address)).ShouldBe([("b", "10.0.0.2"), ("a", "10.0.0.1")]);
    }

    [Fact]
    public async Task A_changed_unit_has_the_legal_act_for_its_reason_and_a_replaced_plan_has_its_row()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.RegisterAsync();
        var head = new Core.Access.Actor("tổng hợp", [Core.Access.Role.StandingAgency], null);
        var edit = new UnitEdit { Name = "Trường mới", LegalAct = "12/QĐ-UBND", Given = [UnitFields.Name, UnitFields.LegalAct] };
        (await store.Register.ChangeAsync(head, "GD-0", new DateOnly(2026, 6, 1), edit, null, CancellationToken.None)).Value();
        (await store.Register.CloseAsync(head, "GD-0", new DateOnly(2026, 9, 1), "15/QĐ-UBND", [], null, CancellationToken.None)).Value();
        (await store.Register.UndoAsync(head, "GD-0", null, CancellationToken.None)).Value();
        (await store.Audit.PageAsync(new AuditQuery { Entity = "unit/GD-0" }, CancellationToken.None)).Select(l => (l.Action, l.Reason)).ShouldBe(
            [("Undo", null), ("Close", "12/QĐ-UBND; 15/QĐ-UBND"), ("Change", "12/QĐ-UBND")]);
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    public async Task Many_writers_of_whom_some_fail_leave_a_chain_without_a_gap(int groupLimit)
    {
        await using var store = await TestStore.OpenAsync(_folder.File, o => o with { GroupLimit = groupLimit }, sectors: false);
        var before = store.Count("audit");
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(store, new Random(writer), 80))));
        var rows = new AuditFile(_folder.File).Rows();
        rows.Count.ShouldBe((int)before + kept.Sum(k => k.Rows));
        kept.Sum(k => k.Failed).ShouldBePositive();
        rows.Select(r => r.Id).ShouldBe(Enumerable.Range(1, rows.Count).Select(i => (long)i));
        Chained(rows);
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_is_not_committed_leaves_nothing_and_the_chain_goes_on()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1)));
        var head = await store.Trail.HeadAsync(CancellationToken.None);
        var (release, held) = await TestStore.HoldAsync(store.Gate);
        var good = store.Trail.RecordAsync(new AuditEvent("a", AuditActions.SignIn, "account/a"), CancellationToken.None);
        var bad = store.Gate.RunAsync<bool>(_ => throw new SqliteException("disk", 13), CancellationToken.None);
        release.SetResult();
        await Should.ThrowAsync<SqliteException>(bad);
        await Should.ThrowAsync<SqliteException>(good);
        await held;
        (await store.Trail.HeadAsync(CancellationToken.None)).ShouldBe(head);
        await store.Trail.RecordAsync(new AuditEvent("a", AuditActions.SignIn, "account/a"), CancellationToken.None);
        (await store.Trail.HeadAsync(CancellationToken.None)).Seq.ShouldBe(head.Seq + 1);
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_runs_alone_may_have_added_rows_and_the_chain_goes_on_behind_them()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1)));
        await store.Gate.RunAloneAsync(
            connection =>
            {
                using var session = new WriteSession(connection);
                session.Begin();
                session.Log(store.Clock.Now, "sao lưu", "backup", "Restore", null, null);
                session.Commit();
                return true;
            },
            CancellationToken.None);
        await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 2)));
        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_is_a_row_and_no_change_of_the_data()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1)));
        var version = await store.Reader.DataVersionAsync(CancellationToken.None);
        for (var i = 0; i < 3; i++) await store.Trail.RecordAsync(new AuditEvent("auditor", AuditActions.Download, "audit") { Details = "nhat-ky.csv" }, CancellationToken.None);
        (await store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBe(version);
        var line = (await store.Audit.PageAsync(new AuditQuery(), CancellationToken.None))[0];
        (line.By, line.Action, line.Entity, line.Before, line.After).ShouldBe(("auditor", "Download", "audit", null, "nhat-ky.csv"));
        await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 2)));
        (await store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBe(version + 4);
    }

    [Fact]
    public async Task The_file_itself_refuses_to_change_or_remove_a_row()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        foreach (var sql in new[] { "UPDATE audit SET By='x' WHERE Id=1", "DELETE FROM audit", "REPLACE INTO audit SELECT * FROM audit WHERE Id=1" })
        {
            if (sql.StartsWith("REPLACE", StringComparison.Ordinal)) await store.Gate.RunAsync(session => session.Execute("PRAGMA recursive_triggers=ON"), CancellationToken.None);
            (await Should.ThrowAsync<SqliteException>(store.Gate.RunAsync(session => session.Execute(sql), CancellationToken.None))).Message.ShouldContain("The audit log is not");
        }

        store.VerifyAudit().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_words_of_a_row_come_back_as_they_were_hashed_whatever_they_are() => Prop.ForAll(
        Arb.From(Gen.ListOf(Gen.Elements<string?>(null, "", "a", "ạ", "\0", "\ud800", "😀", "'\"", "\r\n", "0", "\u0301", "x\0y")).Select(parts => parts.ToArray())),
        parts =>
        {
            using var folder = new TempFolder();
            Task.Run(async () =>
            {
                await using var store = await TestStore.OpenAsync(folder.File, sectors: false);
                var words = string.Concat(parts);
                await store.Gate.RunAsync(
                    session =>
                    {
                        session.Log(store.Clock.Now, words, words + "e", words + "a", parts.FirstOrDefault(), parts.LastOrDefault(), words);
                        return true;
                    },
                    CancellationToken.None);
                store.VerifyAudit().Faults.ShouldBeEmpty();
            }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public async Task A_row_that_was_slipped_in_is_passed_over_and_stays_a_fault()
    {
        await using (var store = await TestStore.OpenAsync(_folder.File, sectors: false)) await store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1)));
        var file = new AuditFile(_folder.File);
        var last = file.Rows()[^1].Id;
        file.Execute("INSERT INTO audit(At, By, Entity, Action) VALUES(1, 'x', 'x', 'x')");
        await using var again = await TestStore.OpenAsync(_folder.File, sectors: false);
        var version = await again.Reader.DataVersionAsync(CancellationToken.None);
        await again.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 2)));
        (await again.Reader.DataVersionAsync(CancellationToken.None)).ShouldBeGreaterThan(version);
        var fault = again.VerifyAudit().Faults.ShouldHaveSingleItem();
        (fault.Seq, fault.Kind).ShouldBe((last + 1, AuditFaultKind.Unsealed));
    }

    // One in four fails after it has added to the log.
    private static async Task<(int Rows, int Failed)> WriteAsync(TestStore store, Random random, int times)
    {
        var (kept, failed) = (0, 0);
        for (var i = 0; i < times; i++)
        {
            var (choice, number) = (random.Next(4), i);
            if (random.Next(20) == 0) await store.Gate.RunAloneAsync(_ => true, CancellationToken.None);
            try
            {
                kept += await store.Gate.RunAsync(
                    session =>
                    {
                        session.Log(store.Clock.Now, "nhập", $"thing/{number}", "Change", null, "x");
                        if (choice > 1) session.WithDb(db =>
                        {
                            db.Log(store.Clock.Now, "nhập", $"thing/{number}", "Change", "x", "y", "vì thế");
                            return true;
                        });
                        return choice == 0 ? throw new InvalidOperationException("on purpose") : choice > 1 ? 2 : 1;
                    },
                    CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                failed++;
            }
        }

        return (kept, failed);
    }

    // The same by other means: what an auditor would write who has only the description.
    private static void Chained(List<AuditRow> rows)
    {
        var previous = new byte[32];
        foreach (var row in rows)
        {
            using var written = new MemoryStream();
            void Number(long number)
            {
                var bytes = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(bytes, number);
                written.Write(bytes);
            }

            void Words(string? words)
            {
                var (bytes, length) = (words is null ? [] : Encoding.UTF8.GetBytes(words), new byte[4]);
                BinaryPrimitives.WriteInt32BigEndian(length, words is null ? -1 : bytes.Length);
                written.Write(length);
                written.Write(bytes);
            }

            written.WriteByte(1);
            written.Write(previous);
            Number(row.Id);
            Number(row.At);
            Number(row.DataVersion!.Value);
            foreach (var words in new[] { row.By, row.Address, row.Entity, row.Action, row.Before, row.After, row.Reason }) Words(words);
            row.PreviousHash.ShouldBe(previous);
            row.Hash.ShouldBe(SHA256.HashData(written.ToArray()));
            previous = row.Hash!;
        }
    }

    private sealed class Origin : IRequestOrigin
    {
        public string? Address { get; set; }
    }
}
