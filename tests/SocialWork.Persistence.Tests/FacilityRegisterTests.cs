using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Tests;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Persistence.Tests;

/// <summary>Register R1 is kept: what a change makes of it, and what is refused. The school GD-0 and the station TYT-0 are in 19753, on its own.</summary>
public sealed class FacilityRegisterTests : IAsyncLifetime
{
    private static readonly Actor Education = new("SGDDT.reporter", [Role.Reporter], "SGDDT");
    private static readonly Actor Standing = new("standing", [Role.StandingAgency], null);
    private static readonly DateOnly September = new(2026, 9, 1);
    private readonly TempFolder _folder = new();
    private TestStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File);
        await _store.RegisterAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_school_is_entered_under_the_next_free_code_of_its_kind_and_commune()
    {
        var first = (await AddAsync(School())).Value();
        (await AddAsync(School() with { Name = "Trường Tiểu học Thứ Hai" })).Value().Code.ShouldBe("TH-19753-2");
        first.Code.ShouldBe("TH-19753-1");
        first.Revision.ShouldBe(1);
        var row = (await _store.Reference.RegisterAsync(CancellationToken.None)).On(September).Find("TH-19753-1")!;
        (row.Name, row.SchoolLevel, row.ManagingSector, row.InPlan, row.ValidFrom, row.ValidTo).ShouldBe(("Trường Tiểu học Mới", "TIEU_HOC", "education", true, September, null));
        var line = (await _store.Audit.PageAsync(new AuditQuery { Entity = "unit/TH-19753-1" }, CancellationToken.None)).ShouldHaveSingleItem();
        (line.By, line.Action, line.Before).ShouldBe(("SGDDT.reporter", "Add", null));
        line.After!.ShouldContain("Trường Tiểu học Mới");
    }

    [Fact]
    public async Task A_code_is_given_once_for_ever()
    {
        (await AddAsync(School())).Value();
        (await _store.Register.UndoAsync(Education, "TH-19753-1", null, CancellationToken.None)).Value().Rows.ShouldBeEmpty();
        (await _store.Register.GetAsync("TH-19753-1", CancellationToken.None)).Refusal().Code.ShouldBe("unit.unknown");
        (await AddAsync(School())).Value().Code.ShouldBe("TH-19753-2", "what was proposed once is not proposed again");
        (await AddAsync(School(), "TH-19753-1")).Refusal().Code.ShouldBe("unit.codeUsed");
        (await AddAsync(School(), "GD-0")).Refusal().Code.ShouldBe("unit.codeUsed");
    }

    [Fact]
    public async Task A_change_from_a_date_is_a_new_row_and_history_stays()
    {
        var changed = (await _store.Register.ChangeAsync(Education, "GD-0", September, Edit(UnitFields.Name) with { Name = "Trường đổi tên" }, 0, CancellationToken.None)).Value();
        changed.Rows.Select(r => (r.Name, r.ValidFrom, r.ValidTo)).ShouldBe([("Cơ sở GD-0", new DateOnly(2025, 7, 1), September), ("Trường đổi tên", September, null)]);
        changed.Revision.ShouldBe(1);
        var history = (await _store.Register.HistoryAsync(Education, "GD-0", CancellationToken.None)).Value();
        history.Entry.Rows.Length.ShouldBe(2);
        var change = history.Changes!.Value.ShouldHaveSingleItem();
        (change.Kind, change.By, change.Before.Rows.Length, change.After.Rows.Length).ShouldBe((UnitChangeKind.Change, "SGDDT.reporter", 1, 2));
        change.After.Rows.ShouldBe(changed.Rows);
    }

    [Fact]
    public async Task Said_twice_it_is_done_once()
    {
        var edit = Edit(UnitFields.Name, UnitFields.LegalAct) with { Name = "Trường đổi tên", LegalAct = "12/QĐ-UBND" };
        (await _store.Register.ChangeAsync(Education, "GD-0", September, edit, null, CancellationToken.None)).Value();
        (await _store.Register.ChangeAsync(Education, "GD-0", September, edit, null, CancellationToken.None)).Value().Revision.ShouldBe(1);
        (await _store.Register.CloseAsync(Education, "GD-0", September.AddDays(30), null, [], null, CancellationToken.None)).Value();
        (await _store.Register.CloseAsync(Education, "GD-0", September.AddDays(30), null, [], null, CancellationToken.None)).Value().Revision.ShouldBe(2);
        _store.Count("audit WHERE Entity='unit/GD-0'").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_on_what_somebody_else_has_changed_is_refused()
    {
        (await _store.Register.ChangeAsync(Education, "GD-0", September, Edit(UnitFields.Name) with { Name = "Một" }, 0, CancellationToken.None)).Value();
        var refusal = (await _store.Register.CloseAsync(Education, "GD-0", September.AddDays(9), null, [], 0, CancellationToken.None)).Refusal();
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Stale, "unit.changed"));
        (await _store.Register.CloseAsync(Education, "GD-0", September.AddDays(9), null, [], 1, CancellationToken.None)).Value().Revision.ShouldBe(2);
    }

    [Fact]
    public async Task A_merger_is_dated_edges_with_the_legal_act_and_undone_with_it()
    {
        ImmutableArray<string> into = ["GD-1"];
        (await _store.Register.CloseAsync(Education, "GD-0", September, null, into, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.legalActMissing");
        var closed = (await _store.Register.CloseAsync(Education, "GD-0", September, "15/QĐ-UBND", into, null, CancellationToken.None)).Value();
        closed.Successions.ShouldBe([new Succession("GD-0", "GD-1", September, "15/QĐ-UBND")]);
        closed.Rows[^1].ValidTo.ShouldBe(September);
        (await _store.Register.GetAsync("GD-1", CancellationToken.None)).Value().Successions.Length.ShouldBe(1);
        var undone = (await _store.Register.UndoAsync(Education, "GD-0", null, CancellationToken.None)).Value();
        (undone.Rows[^1].ValidTo, undone.Rows[^1].LegalAct, undone.Successions.Length, undone.Revision).ShouldBe((null, null, 0, 2));
        (await _store.Register.GetAsync("GD-1", CancellationToken.None)).Value().Successions.ShouldBeEmpty();
        (await AddAsync(School(), "TH-MOI", "GD-9")).Refusal().Code.ShouldBe("unit.predecessor");
        var split = (await _store.Register.AddAsync(Education, "TH-MOI", School() with { LegalAct = "16/QĐ-UBND", Given = School().Given.Add(UnitFields.LegalAct) }, ["GD-2"], CancellationToken.None)).Value();
        split.Successions.ShouldBe([new Succession("GD-2", "TH-MOI", September, "16/QĐ-UBND")]);
    }

    [Fact]
    public async Task Undoing_twice_does_it_again_and_what_was_delivered_has_nothing_to_undo()
    {
        (await _store.Register.UndoAsync(Education, "GD-0", null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.nothingToUndo");
        (await _store.Register.CloseAsync(Education, "GD-0", September, null, [], null, CancellationToken.None)).Value();
        (await _store.Register.UndoAsync(Education, "GD-0", null, CancellationToken.None)).Value().Rows.ShouldHaveSingleItem().ValidTo.ShouldBeNull();
        (await _store.Register.UndoAsync(Education, "GD-0", null, CancellationToken.None)).Value().Rows.ShouldHaveSingleItem().ValidTo.ShouldBe(September);
    }

    [Fact]
    public async Task A_mistake_is_put_right_in_place_until_a_report_stands_on_the_row()
    {
        (await AddAsync(School())).Value();
        var edit = Edit(UnitFields.Name, UnitFields.ValidFrom) with { Name = "Trường Tiểu học Đúng", ValidFrom = new DateOnly(2026, 8, 5) };
        var right = (await _store.Register.CorrectAsync(Education, "TH-19753-1", September, edit, null, CancellationToken.None)).Value();
        (right.Rows.ShouldHaveSingleItem().Name, right.Rows[0].ValidFrom).ShouldBe(("Trường Tiểu học Đúng", new DateOnly(2026, 8, 5)));

        await _store.FollowAsync();
        (await _store.SaveAsync("GD1", "TH-19753-1", Answers.Values(("co_ns", true)))).Value();
        (await _store.Register.CorrectAsync(Education, "TH-19753-1", new DateOnly(2026, 8, 5), edit with { Name = "Khác" }, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.rowInUse");
        (await _store.Register.CorrectAsync(Education, "TH-19753-1", September, edit, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.rowUnknown");
        (await _store.Register.UndoAsync(Education, "TH-19753-1", null, CancellationToken.None)).Value();
        (await _store.Register.ChangeAsync(Education, "TH-19753-1", September.AddDays(1), Edit(UnitFields.Name) with { Name = "Tên khác" }, null, CancellationToken.None)).Value();
    }

    [Fact]
    public async Task A_correction_of_a_first_day_moves_the_end_of_the_row_before()
    {
        (await _store.Register.ChangeAsync(Education, "GD-0", September, Edit(UnitFields.InPlan) with { InPlan = false }, null, CancellationToken.None)).Value();
        var rows = (await _store.Register.CorrectAsync(Education, "GD-0", September, Edit(UnitFields.ValidFrom) with { ValidFrom = new DateOnly(2026, 9, 15) }, null, CancellationToken.None)).Value().Rows;
        rows.Select(r => (r.ValidFrom, r.ValidTo)).ShouldBe([(new DateOnly(2025, 7, 1), new DateOnly(2026, 9, 15)), (new DateOnly(2026, 9, 15), null)]);
        (await _store.Register.CorrectAsync(Education, "GD-0", new DateOnly(2025, 7, 1), Edit(UnitFields.ValidTo) with { ValidTo = null }, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.overlap");
    }

    [Fact]
    public async Task A_unit_that_reported_does_not_leave_the_register()
    {
        (await AddAsync(School())).Value();
        await _store.FollowAsync();
        (await _store.SaveAsync("GD1", "TH-19753-1", Answers.Values(("co_ns", true)))).Value();
        (await _store.Register.UndoAsync(Education, "TH-19753-1", null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.hasReports");
    }

    [Theory]
    [InlineData("2026-09-01", "2026-08-01", "unit.laterChange")]
    [InlineData("2026-09-01", "2026-09-01", "unit.sameDate")]
    [InlineData(null, "2025-06-30", "unit.notYet")]
    [InlineData(null, "2027-12-31", "unit.tooFarAhead")]
    public async Task A_date_that_does_not_fit_is_refused_with_the_remedy(string? changedBefore, string from, string code)
    {
        if (changedBefore is not null) (await _store.Register.ChangeAsync(Education, "GD-0", Day(changedBefore), Edit(UnitFields.Name) with { Name = "Trước" }, null, CancellationToken.None)).Value();
        var refusal = (await _store.Register.ChangeAsync(Education, "GD-0", Day(from), Edit(UnitFields.Name) with { Name = "Sau" }, null, CancellationToken.None)).Refusal();
        refusal.Code.ShouldBe(code);
        refusal.Message.Vi.ShouldNotBe(refusal.Message.En);
    }

    [Fact]
    public async Task What_has_ended_does_not_change_and_does_not_end_twice()
    {
        (await _store.Register.CloseAsync(Education, "GD-0", September, null, [], null, CancellationToken.None)).Value();
        (await _store.Register.ChangeAsync(Education, "GD-0", September.AddDays(1), Edit(UnitFields.Name) with { Name = "Sau" }, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.closed");
        (await _store.Register.CloseAsync(Education, "GD-0", September.AddDays(1), null, [], null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.closed");
        (await _store.Register.CloseAsync(Education, "GD-1", new DateOnly(2025, 7, 1), null, [], null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.notYet");
        (await AddAsync(School(), "GD-0")).Refusal().Code.ShouldBe("unit.codeUsed");
    }

    [Theory]
    [InlineData("PRISON", "unit.neverEntered")]
    [InlineData("COMPULSORY_EDUCATION", "unit.neverEntered")]
    [InlineData("REFORMATORY", "unit.neverEntered")]
    [InlineData("SHELTER", "unit.neverEntered")]
    [InlineData("DETOX_CENTRE", "unit.neverEntered")]
    [InlineData("CINEMA", "unit.type")]
    public async Task Some_types_are_never_entered_and_the_refusal_says_why(string type, string code)
    {
        var refusal = (await AddAsync(School() with { Type = type, SchoolLevel = null }, "X-1")).Refusal();
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Unprocessable, code));
        refusal.Cells.ShouldHaveSingleItem().Cell.ShouldBe(UnitFields.Type);
        (await _store.Register.GetAsync("X-1", CancellationToken.None)).Refusal().Code.ShouldBe("unit.unknown");
    }

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var refusal = (await _store.Register.AddAsync(
            Standing,
            "trường 1",
            School() with { Name = " ", SchoolLevel = "DAI_HOC", Tier = "district", ManagingSector = "army", Commune = "99999", Operator = "ABC" },
            [],
            CancellationToken.None)).Refusal();
        refusal.Code.ShouldBe("unit.fieldMissing");
        refusal = (await _store.Register.AddAsync(
            Standing,
            "trường 1",
            School() with { SchoolLevel = "DAI_HOC", Tier = "district", ManagingSector = "army", Commune = "99999", Operator = "ABC" },
            [],
            CancellationToken.None)).Refusal();
        refusal.Cells.Select(c => c.Cell).ShouldBe([UnitFields.Code, UnitFields.ManagingSector, UnitFields.Tier, UnitFields.SchoolLevel, UnitFields.Commune, UnitFields.Operator], ignoreOrder: true);
        refusal.Cells.ShouldAllBe(c => c.Message.Vi.Length > 10 && c.Message.En.Length > 10);
    }

    [Fact]
    public async Task A_required_field_that_is_left_out_is_named()
    {
        var refusal = (await _store.Register.AddAsync(Standing, null, Edit(UnitFields.Name) with { Name = "Trường" }, [], CancellationToken.None)).Refusal();
        refusal.Cells.Select(c => c.Cell).ShouldBe([UnitFields.Type, UnitFields.ManagingSector, UnitFields.InPlan, UnitFields.Tier, UnitFields.Public, UnitFields.ValidFrom], ignoreOrder: true);
        (await AddAsync(School() with { Commune = null }, "X-1")).Refusal().Code.ShouldBe("unit.communeMissing");
        (await AddAsync(School() with { SchoolLevel = null }, "X-1")).Refusal().Code.ShouldBe("unit.schoolLevelMissing");
    }

    [Fact]
    public async Task A_facility_needs_a_commune_that_holds_over_its_whole_row()
    {
        // The commune of before the merger, and the day before its successor began.
        var ended = _store.Model.Register.Units.First(u => u is { Type: UnitTypes.Commune, ValidTo: not null } && _store.Model.Units.Find(u.Code) is null);
        (await AddAsync(School() with { Commune = ended.Code, ValidFrom = ended.ValidFrom }, "X-1")).Refusal().Code.ShouldBe("unit.communeNotValid");
        (await AddAsync(School() with { Commune = ended.Code, ValidFrom = ended.ValidFrom, ValidTo = ended.ValidTo, Given = School().Given.Add(UnitFields.ValidTo) }, "X-1")).Value();
        (await AddAsync(School() with { Commune = "SYT" }, "X-2")).Refusal().Code.ShouldBe("unit.communeUnknown");
    }

    [Fact]
    public async Task A_commune_has_one_health_station_at_a_date()
    {
        var station = _store.Unit("TYT-0");
        var second = School() with { Type = UnitTypes.HealthStation, SchoolLevel = null, ManagingSector = "health", Commune = station.Commune };
        var refusal = (await _store.Register.AddAsync(Standing, null, second, [], CancellationToken.None)).Refusal();
        refusal.Code.ShouldBe("unit.stationExists");
        refusal.Message.Vi.ShouldContain("TYT-0");
        (await _store.Register.ChangeAsync(Standing, "TYT-1", September, Edit(UnitFields.Commune) with { Commune = station.Commune }, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.stationExists");
        (await _store.Register.CloseAsync(Standing, "TYT-0", September, null, [], null, CancellationToken.None)).Value();
        (await _store.Register.AddAsync(Standing, null, second, [], CancellationToken.None)).Value().Code.ShouldBe($"TYT-{station.Commune}-1");
        (await _store.Register.UndoAsync(Standing, "TYT-0", null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.stationExists", "taking the end back would make two stations of one commune");
    }

    [Fact]
    public async Task An_agency_that_others_rest_on_or_that_a_plan_names_does_not_end()
    {
        var refusal = (await _store.Register.CloseAsync(Standing, "19753", September, null, [], null, CancellationToken.None)).Refusal();
        refusal.Code.ShouldBe("unit.othersRestOnIt");
        (await _store.Register.CloseAsync(Standing, "SYT", September, null, [], null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.namedByPlan");
        (await _store.Register.ChangeAsync(Standing, "SYT", September, Edit(UnitFields.Type) with { Type = UnitTypes.Hospital }, null, CancellationToken.None)).Refusal().Cells.ShouldContain(c => c.Code == "unit.kindChanges");
        (await _store.Register.ChangeAsync(Standing, "TAND", September, Edit(UnitFields.Name) with { Name = "Tòa án nhân dân thành phố Huế (mới)" }, null, CancellationToken.None)).Value().Rows[^1].Custodian.ShouldBe("STP");
        var admin = new Actor("admin", [Role.Administrator], null);
        (await _store.Register.ChangeAsync(admin, "VKSND", September, Edit(UnitFields.Name) with { Name = "Viện kiểm sát" }, null, CancellationToken.None)).Value();
        (await _store.Register.ChangeAsync(admin, "GD-0", September, Edit(UnitFields.Name) with { Name = "Trường" }, null, CancellationToken.None)).Refusal().Code.ShouldBe("access.denied");
    }

    [Fact]
    public async Task A_facility_is_handed_to_another_sector_by_the_standing_agency_alone()
    {
        var edit = Edit(UnitFields.ManagingSector) with { ManagingSector = "health" };
        (await _store.Register.ChangeAsync(Education, "GD-0", September, edit, null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.handOver");
        (await _store.Register.ChangeAsync(new Actor("SYT.reporter", [Role.Reporter], "SYT"), "GD-0", September, edit, null, CancellationToken.None)).Refusal().Code.ShouldBe("access.denied");
        (await _store.Register.ChangeAsync(Standing, "GD-0", September, edit, null, CancellationToken.None)).Value();
        (await _store.Register.UndoAsync(Education, "GD-0", null, CancellationToken.None)).Refusal().Code.ShouldBe("access.denied");
        (await _store.Register.UndoAsync(new Actor("SYT.reporter", [Role.Reporter], "SYT"), "GD-0", null, CancellationToken.None)).Refusal().Code.ShouldBe("unit.handOver");
    }

    [Fact]
    public async Task Who_changed_what_is_shown_to_those_who_keep_it_and_to_those_who_follow_the_city()
    {
        (await _store.Register.ChangeAsync(Education, "GD-0", September, Edit(UnitFields.Name) with { Name = "Một" }, null, CancellationToken.None)).Value();
        (await _store.Register.HistoryAsync(new Actor("auditor", [Role.Auditor], null), "GD-0", CancellationToken.None)).Value().Changes.ShouldNotBeNull();
        var stranger = (await _store.Register.HistoryAsync(new Actor("19753.reporter", [Role.Reporter], "19753"), "GD-0", CancellationToken.None)).Value();
        stranger.Changes.ShouldBeNull();
        stranger.Entry.Rows.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_later_delivery_of_the_same_units_leaves_alone_what_was_changed()
    {
        (await _store.Register.CorrectAsync(Education, "GD-0", new DateOnly(2025, 7, 1), Edit(UnitFields.ValidFrom) with { ValidFrom = new DateOnly(2025, 8, 1) }, null, CancellationToken.None)).Value();
        (await _store.Reference.ImportUnitsAsync(TestPlan.Register.With(TestStore.Facilities), "quản trị", CancellationToken.None)).ShouldBe(0);
        (await _store.Register.GetAsync("GD-0", CancellationToken.None)).Value().Rows.ShouldHaveSingleItem().ValidFrom.ShouldBe(new DateOnly(2025, 8, 1));
    }

    private static UnitEdit Edit(params ImmutableHashSet<string> fields) => new() { Given = fields };

    private static UnitEdit School() => Edit([.. UnitFields.Required, UnitFields.Commune, UnitFields.SchoolLevel, UnitFields.Operator]) with
    {
        Name = "Trường Tiểu học Mới",
        Type = UnitTypes.School,
        SchoolLevel = "TIEU_HOC",
        Tier = "city",
        Public = true,
        Commune = "19753",
        ManagingSector = "education",
        InPlan = true,
        ValidFrom = September,
    };

    private Task<Result<UnitEntry>> AddAsync(UnitEdit edit, string? code = null, params ImmutableArray<string> predecessors) =>
        _store.Register.AddAsync(Education, code, edit, predecessors, CancellationToken.None);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
