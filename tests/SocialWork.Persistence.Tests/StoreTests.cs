using System.Text.Json.Nodes;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Tests;
using SocialWork.Core.Units;
using Obstacle = SocialWork.Core.Obstacles.Obstacle;

namespace SocialWork.Persistence.Tests;

public sealed class StoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.OpenAsync(_folder.File, sectors: false);

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_plan_is_kept_as_it_was_delivered_and_a_new_delivery_replaces_it()
    {
        var version = _store.Reference.Version;
        (await _store.Reference.ImportPlanAsync(TestPlan.PlanJson(), "quản trị", CancellationToken.None)).Plan.ShouldNotBeNull();
        _store.Reference.Version.ShouldNotBe(version);
        (await _store.Reference.PlansAsync(CancellationToken.None)).Single().Tasks.Length.ShouldBe(42);
        var renamed = JsonNode.Parse(TestPlan.PlanJson())!;
        renamed["number"] = "12/KH-UBND";
        await _store.Reference.ImportPlanAsync(renamed.ToJsonString(), "quản trị", CancellationToken.None);
        (await _store.Reference.PlansAsync(CancellationToken.None)).Single().Number.ShouldBe("12/KH-UBND");
        var log = await _store.Audit.PageAsync(new AuditQuery { Entity = "plan/2026" }, CancellationToken.None);
        log.Select(l => l.Action).ShouldBe(["Replace", "Add"]);
        log[0].Before.ShouldBe(TestPlan.PlanJson());
    }

    [Fact]
    public async Task A_plan_with_a_fault_changes_nothing()
    {
        var (plan, problems) = await _store.Reference.ImportPlanAsync("{\"schema\":\"socialwork-plan/1\"}", "quản trị", CancellationToken.None);
        plan.ShouldBeNull();
        problems.ShouldNotBeEmpty();
        (await _store.Reference.PlansAsync(CancellationToken.None)).ShouldBeEmpty();
        _store.Count("audit WHERE Entity LIKE 'plan/%'").ShouldBe(0);
    }

    [Fact]
    public async Task Units_come_back_as_they_were_imported_and_a_second_import_adds_nothing()
    {
        (await _store.Reference.ImportUnitsAsync(TestPlan.Register, "quản trị", CancellationToken.None)).ShouldBe(TestPlan.Register.Units.Length);
        var register = await _store.Reference.RegisterAsync(CancellationToken.None);
        register.Units.ShouldBe(TestPlan.Register.Units);
        register.Successions.ShouldBe(TestPlan.Register.Successions, ignoreOrder: true);
        (await _store.Reference.ImportUnitsAsync(TestPlan.Register, "quản trị", CancellationToken.None)).ShouldBe(0);
        _store.Count("units").ShouldBe(TestPlan.Register.Units.Length);
    }

    [Fact]
    public async Task An_edge_between_known_units_is_seen_and_logged_although_no_unit_is_new()
    {
        await _store.Reference.ImportUnitsAsync(new UnitRegister(TestPlan.Register.Units, []), "quản trị", CancellationToken.None);
        (await _store.Reference.RegisterAsync(CancellationToken.None)).Successions.ShouldBeEmpty();
        await _store.Reference.ImportUnitsAsync(TestPlan.Register, "quản trị", CancellationToken.None);
        (await _store.Reference.RegisterAsync(CancellationToken.None)).Successions.Length.ShouldBe(133);
        _store.Count("audit WHERE Entity='units'").ShouldBe(2);
    }

    [Fact]
    public async Task Every_form_version_is_kept_and_one_of_each_code_is_current()
    {
        var next = CompiledForm.Compile(Training.Form with { Version = 2 });
        await _store.Forms.KeepAsync("2026", "core", next, CancellationToken.None);
        var kept = (await _store.Forms.FormsAsync("2026", CancellationToken.None)).Where(f => f.Form.Definition.Code == Training.Code).ToArray();
        kept.Length.ShouldBe(2);
        kept.Single(f => f.IsCurrent).Form.Hash.ShouldBe(next.Hash);
        await _store.Forms.KeepAsync("2026", "core", CompiledForm.Compile(Training.Form), CancellationToken.None);
        (await _store.Forms.FormsAsync("2026", CancellationToken.None)).Where(f => f.Form.Definition.Code == Training.Code && f.IsCurrent)
            .ShouldHaveSingleItem().Form.Definition.Version.ShouldBe(1);
        (await _store.Forms.FormsAsync("2099", CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stored_forms_have_the_hash_they_were_stored_under()
    {
        await _store.UseAsync(TestStore.Sectors);
        // An archive that has met nothing reads every definition from the file.
        var fresh = new FormStore(_store.Gate, _store.Readers, new FormArchive(), _store.Clock);
        var read = await fresh.FormsAsync("2026", CancellationToken.None);
        read.Select(f => f.Form.Hash).ShouldBe(_store.Rows("SELECT Hash FROM forms").Select(r => (string)r[0]!), ignoreOrder: true);
        read.Length.ShouldBe(_store.Model.Forms.Length);
    }

    [Fact]
    public async Task An_obstacle_is_kept_answered_and_logged()
    {
        var obstacle = new Obstacle(
            Guid.Parse("7d1c1b7e-8a0e-4f5e-9c53-1f0f8b0e7a11"), "2026", "SYT", "Chưa có thông tư hướng dẫn thực hành.", "2026/II.3.a", "BO", "Đề nghị Bộ Y tế sớm ban hành.",
            ObstacleState.Received, null, "nhập", _store.Clock.Now, _store.Clock.Now);
        await _store.Obstacles.SaveAsync(obstacle, "nhập", CancellationToken.None);
        (await _store.Obstacles.FindAsync(obstacle.Id, CancellationToken.None)).ShouldBe(obstacle);
        var answered = obstacle with { State = ObstacleState.Answered, Answer = "Đã có hiệu lực.", ChangedAt = _store.Clock.Now };
        await _store.Obstacles.SaveAsync(answered, "trả lời", CancellationToken.None);
        (await _store.Obstacles.ListAsync("2026", CancellationToken.None)).ShouldHaveSingleItem().ShouldBe(answered);
        (await _store.Obstacles.ListAsync("2023", CancellationToken.None)).ShouldBeEmpty();
        var log = await _store.Audit.PageAsync(new AuditQuery { Entity = "obstacle/" }, CancellationToken.None);
        log.Select(l => (l.By, l.Action)).ShouldBe([("trả lời", "Change"), ("nhập", "Add")]);
        log[0].After!.ShouldContain("Đã có hiệu lực.");
    }

    [Fact]
    public async Task The_log_is_read_by_thing_person_time_and_page()
    {
        for (var i = 0; i < AuditLog.MaxPage + 30; i++) (await _store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", i)))).Value();
        var first = await _store.Audit.PageAsync(new AuditQuery { Entity = "submission/" }, CancellationToken.None);
        first.Length.ShouldBe(AuditLog.MaxPage);
        var second = await _store.Audit.PageAsync(new AuditQuery { Entity = "submission/", Before = first[^1].Id }, CancellationToken.None);
        second.Length.ShouldBe(30);
        first.Concat(second).Select(l => l.Id).ShouldBeInOrder(SortDirection.Descending);
        (await _store.Audit.PageAsync(new AuditQuery { Entity = "submission/", Actor = "ai đó" }, CancellationToken.None)).ShouldBeEmpty();
        (await _store.Audit.PageAsync(new AuditQuery { Entity = "submission_" }, CancellationToken.None)).ShouldBeEmpty();
        var (from, to) = (first[9].At, first[4].At);
        (await _store.Audit.PageAsync(new AuditQuery { Entity = "submission/", Actor = "nhập", From = from, To = to }, CancellationToken.None)).Select(l => l.Id).ShouldBe(first[5..10].Select(l => l.Id));
    }

    [Fact]
    public async Task Whatever_changes_the_number_of_the_data_grows()
    {
        async Task Grows(Func<Task> change)
        {
            var before = await _store.Reader.DataVersionAsync(CancellationToken.None);
            await change();
            (await _store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBeGreaterThan(before);
        }

        await Grows(() => _store.Reference.ImportPlanAsync(TestPlan.PlanJson(), "a", CancellationToken.None));
        await Grows(() => _store.Reference.ImportUnitsAsync(TestPlan.Register, "a", CancellationToken.None));
        await Grows(() => _store.Forms.KeepAsync("2026", "core", CompiledForm.Compile(Training.Form with { Version = 2 }), CancellationToken.None));
        await Grows(() => _store.SaveAsync("K4", "SYT", Answers.Values(("su_kien", 1))));
        await Grows(() => _store.Recount.RebuildAsync(_store.Model, CancellationToken.None));
    }
}
