using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Time;

namespace SocialWork.Core.Units.Changes;

/// <summary>A unit's dated rows with what was done to them; <see cref="Changes"/> is null for a reader to whom that is not shown.</summary>
public sealed record UnitHistory(UnitEntry Entry, ImmutableArray<RecordedChange>? Changes);

/// <summary>
/// Keeping register R1: the one way in, for pages, API and workbooks. Every change asks <see cref="AccessPolicy"/> and
/// <see cref="UnitRules"/> inside the write, on the register as it then stands. Safe for concurrent use.
/// </summary>
public sealed class FacilityRegisterService(IReferenceStore reference, IUnitStore store, CityClock clock)
{
    /// <summary>The most recorded changes that a history shows.</summary>
    public const int MaxChanges = 200;

    /// <summary>A page of units.</summary>
    public async Task<Result<ImmutableArray<Unit>>> ListAsync(UnitQuery query, CancellationToken cancellationToken) =>
        query.Page(await reference.RegisterAsync(cancellationToken));

    /// <summary>Every dated row of a code, with who changed it for those who may see that.</summary>
    public async Task<Result<UnitHistory>> HistoryAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        var entry = await EntryAsync(code, cancellationToken);
        if (entry.Rows.IsEmpty) return Unknown(code);
        var plans = await reference.PlansAsync(cancellationToken);
        var shown = plans.Length > 0 && AccessPolicy.MaySeeChanges(actor, plans[0], entry.Rows[^1]);
        return new UnitHistory(entry, shown ? await store.ChangesAsync(code, MaxChanges, cancellationToken) : null);
    }

    /// <summary>What the register holds of a code.</summary>
    public async Task<Result<UnitEntry>> GetAsync(string code, CancellationToken cancellationToken) =>
        await EntryAsync(code, cancellationToken) is { Rows.IsEmpty: false } entry ? entry : Unknown(code);

    /// <summary>Enters a unit. Where no code is given, the next free one of its kind and commune is taken; a code that was ever used is refused.</summary>
    public Task<Result<UnitEntry>> AddAsync(Actor actor, string? code, UnitEdit edit, ImmutableArray<string> predecessors, CancellationToken cancellationToken)
    {
        var missing = edit.Missing().Concat(edit.ValidFrom is null ? [UnitFields.ValidFrom] : Array.Empty<string>()).ToArray();
        if (missing.Length > 0) return Task.FromResult<Result<UnitEntry>>(Incomplete(missing));
        var prefix = code is null ? UnitCodes.PrefixFor(edit.Type!, edit.SchoolLevel, edit.Commune) : null;
        if (code is null && prefix is null) return Task.FromResult<Result<UnitEntry>>(Incomplete([UnitFields.Code]));
        var needs = new UnitNeeds { Codes = code is null ? [] : [code], Related = [.. predecessors, .. Named(edit)], CodesLike = code ?? prefix };
        return RunAsync(
            actor,
            UnitChangeKind.Add,
            needs,
            state =>
            {
                var given = code ?? UnitCodes.Next(prefix!, state.Used);
                if (state.WasUsed(given))
                {
                    return new Refusal(
                        RefusalKind.Conflict,
                        "unit.codeUsed",
                        $"Mã “{given}” đã dùng{(state.Entry(given).Rows is [.., var last] ? $" cho {last.Name}" : string.Empty)}; mã không dùng lại: để trống để hệ thống cấp mã.",
                        $"Code '{given}' has been used{(state.Entry(given).Rows is [.., var known] ? $" for {known.Name}" : string.Empty)} and is not used again: leave it out and one is proposed.");
                }

                var row = edit.ApplyTo(Blank(given));
                var edges = predecessors.Select(p => new Succession(p, given, row.ValidFrom, row.LegalAct ?? string.Empty));
                return UnitEntry.None(given).With([row]) with { Successions = [.. edges] };
            },
            cancellationToken);
    }

    /// <summary>
    /// Changes a unit from a date on: the row of before ends that day and a new one begins. What changes nothing is answered
    /// with the unit as it is.
    /// </summary>
    public Task<Result<UnitEntry>> ChangeAsync(Actor actor, string code, DateOnly from, UnitEdit edit, long? ifRevision, CancellationToken cancellationToken) =>
        OnAsync(actor, UnitChangeKind.Change, code, edit, ifRevision, (entry, _, _) => UnitSteps.Change(entry, from, edit), cancellationToken);

    /// <summary>The same, with the unit stated whole: what is left out is cleared, and a required field must be there.</summary>
    public Task<Result<UnitEntry>> ReplaceAsync(Actor actor, string code, DateOnly from, UnitEdit edit, long? ifRevision, CancellationToken cancellationToken) =>
        edit.Missing().ToArray() is { Length: > 0 } missing
            ? Task.FromResult<Result<UnitEntry>>(Incomplete(missing))
            : ChangeAsync(actor, code, from, edit.Whole(), ifRevision, cancellationToken);

    /// <summary>Puts a mistake in a dated row right, where no report stands on the row.</summary>
    public Task<Result<UnitEntry>> CorrectAsync(Actor actor, string code, DateOnly rowFrom, UnitEdit edit, long? ifRevision, CancellationToken cancellationToken) =>
        OnAsync(actor, UnitChangeKind.Correct, code, edit, ifRevision, (entry, state, plans) => UnitSteps.Correct(entry, rowFrom, edit, state, plans), cancellationToken);

    /// <summary>Ends a unit: <paramref name="from"/> is the first day on which it is no more. Its reports stay; from that day they are neither expected nor counted.</summary>
    public Task<Result<UnitEntry>> CloseAsync(Actor actor, string code, DateOnly from, string? legalAct, ImmutableArray<string> successors, long? ifRevision, CancellationToken cancellationToken) =>
        OnAsync(
            actor,
            UnitChangeKind.Close,
            code,
            new UnitEdit { Given = [] },
            ifRevision,
            (entry, _, _) => UnitSteps.Close(entry, from, legalAct, successors),
            cancellationToken,
            successors);

    /// <summary>Takes back the last recorded change of a unit; taking that back does it again.</summary>
    public Task<Result<UnitEntry>> UndoAsync(Actor actor, string code, long? ifRevision, CancellationToken cancellationToken) =>
        OnAsync(actor, UnitChangeKind.Undo, code, new UnitEdit { Given = [] }, ifRevision, UnitSteps.Undo, cancellationToken);

    /// <summary>A row of which nothing is known but the code.</summary>
    internal static Unit Blank(string code) => new() { Code = code, Name = string.Empty, Type = string.Empty, ManagingSector = string.Empty, ValidFrom = default };

    /// <summary>What stands in the way of entries as somebody wants them; null where nothing does.</summary>
    internal static Refusal? Judge(Actor actor, UnitState state, IReadOnlyCollection<UnitEntry> entries, ImmutableArray<Plan> plans, DateOnly today)
    {
        var rules = new UnitRules(plans, today);
        var after = state.With(entries);
        foreach (var entry in entries)
        {
            var before = state.Entry(entry.Code);
            if (Faulty(rules.Check(before, entry, after)) is { } faulty) return faulty;
            if (Forbidden(actor, plans, before, entry) is { } forbidden) return forbidden;
        }

        return null;
    }

    /// <summary>Why somebody may not make of an entry what they want; null where they may.</summary>
    internal static Refusal? Forbidden(Actor actor, ImmutableArray<Plan> plans, UnitEntry before, UnitEntry after)
    {
        if (plans.IsEmpty) return NoPlan();
        var differing = UnitEntry.Differences(before, after).Where(r => !AccessPolicy.MayMaintain(actor, plans[0], r)).ToArray();
        if (differing.Length == 0) return null;
        return before.Rows is [.., var last] && AccessPolicy.MayMaintain(actor, plans[0], last)
            ? new Refusal(
                RefusalKind.Forbidden,
                "unit.handOver",
                $"Chuyển {last.Name} ({last.Code}) sang ngành hoặc địa bàn khác do cơ quan tổng hợp thực hiện: gửi đề nghị kèm văn bản.",
                $"Handing {last.Name} ({last.Code}) to another sector or place is for the standing agency: send it the request with the legal act.")
            : NotYours(differing[0]);
    }

    private static Refusal NotYours(Unit unit) => new(
        RefusalKind.Forbidden,
        "access.denied",
        $"Tài khoản này không quản lý danh mục {unit.ManagingSector}, nên không được sửa {unit.Name} ({unit.Code}).",
        $"This account does not maintain the units of {unit.ManagingSector} and may not change {unit.Name} ({unit.Code}).");

    private static Refusal? Faulty(ImmutableArray<CellProblem> problems) => problems switch
    {
        [] => null,
        [var only] => new Refusal(RefusalKind.Unprocessable, only.Code, only.Message, problems),
        _ => new Refusal(
            RefusalKind.Unprocessable,
            problems[0].Code,
            new Text($"Có {problems.Length} lỗi: {string.Join(" ", problems.Select(p => p.Message.Vi))}", $"{problems.Length} faults: {string.Join(" ", problems.Select(p => p.Message.En))}"),
            problems),
    };

    private static Refusal Incomplete(IReadOnlyCollection<string> fields) => new(
        RefusalKind.Unprocessable,
        "unit.fieldMissing",
        new Text($"Thiếu: {string.Join(", ", fields)}.", $"Missing: {string.Join(", ", fields)}."),
        [.. fields.Select(f => new CellProblem(f, "unit.fieldMissing", new Text($"Phải ghi “{f}”.", $"'{f}' must be given.")))]);

    private static Refusal Unknown(string code) => new(
        RefusalKind.NotFound, "unit.unknown", $"Danh mục không có đơn vị mã “{code}”.", $"The register has no unit with code '{code}'.");

    private static Refusal NoPlan() => new(
        RefusalKind.Conflict, "plan.none", "Chưa có kế hoạch nào nên chưa biết ngành nào do cơ quan nào quản lý.", "There is no plan yet, and so no sector that an agency would manage.");

    private static ImmutableArray<string> Named(UnitEdit edit) => [.. new[] { edit.Commune, edit.Operator }.OfType<string>()];

    private async Task<UnitEntry> EntryAsync(string code, CancellationToken cancellationToken)
    {
        var register = await reference.RegisterAsync(cancellationToken);
        return new UnitEntry(code, [.. register.Units.Where(u => u.Code == code)], [.. register.Successions.Where(s => s.Predecessor == code || s.Successor == code)]);
    }

    private Task<Result<UnitEntry>> OnAsync(
        Actor actor, UnitChangeKind kind, string code, UnitEdit edit, long? ifRevision,
        Func<UnitEntry, UnitState, ImmutableArray<Plan>, Result<UnitEntry>> step, CancellationToken cancellationToken, ImmutableArray<string> related = default)
    {
        var needs = new UnitNeeds { Codes = [code], Related = [.. Named(edit), .. related.IsDefault ? [] : related] };
        return RunAsync(actor, kind, needs, (state, plans) =>
        {
            var entry = state.Entry(code);
            if (entry.Rows.IsEmpty) return Unknown(code);
            if (plans.IsEmpty) return NoPlan();
            if (!AccessPolicy.MayMaintain(actor, plans[0], entry.Rows[^1])) return NotYours(entry.Rows[^1]);
            if (ifRevision is { } seen && seen != entry.Revision)
            {
                return new Refusal(
                    RefusalKind.Stale,
                    "unit.changed",
                    $"{entry.Rows[^1].Name} ({code}) đã thay đổi từ lúc bạn mở: tải lại để xem thay đổi rồi làm tiếp.",
                    $"{entry.Rows[^1].Name} ({code}) changed after you read it: read it again, then repeat your change.");
            }

            return step(entry, state, plans);
        }, cancellationToken);
    }

    private Task<Result<UnitEntry>> RunAsync(Actor actor, UnitChangeKind kind, UnitNeeds needs, Func<UnitState, Result<UnitEntry>> step, CancellationToken cancellationToken) =>
        RunAsync(actor, kind, needs, (state, _) => step(state), cancellationToken);

    private async Task<Result<UnitEntry>> RunAsync(
        Actor actor, UnitChangeKind kind, UnitNeeds needs, Func<UnitState, ImmutableArray<Plan>, Result<UnitEntry>> step, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        var today = clock.Today;
        UnitEntry? outcome = null;
        var change = new UnitChange(actor.UserName, kind, needs, state => step(state, plans).Then<UnitEntry, ImmutableArray<UnitEntry>>(entry =>
        {
            outcome = entry;
            if (entry.SaysTheSameAs(state.Entry(entry.Code))) return ImmutableArray<UnitEntry>.Empty;
            return Judge(actor, state, [entry], plans, today) is { } refusal ? refusal : ImmutableArray.Create(entry);
        }));
        return (await store.ChangeAsync(change, cancellationToken)).Then<ImmutableArray<UnitEntry>, UnitEntry>(changed => changed.IsEmpty ? outcome! : changed[0]);
    }
}
