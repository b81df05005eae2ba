using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Plans;
using SocialWork.Core.Typing;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Core.Units.Import;

/// <summary>What a row of a workbook does.</summary>
public enum UnitRowOutcome
{
    /// <summary>It says what the register says.</summary>
    Unchanged,
    /// <summary>A unit that was not there.</summary>
    New,
    /// <summary>Something is different from a date on.</summary>
    Changed,
    /// <summary>A mistake in a row is put right.</summary>
    Corrected,
    /// <summary>The unit ends.</summary>
    Closed,
    /// <summary>It cannot be taken over.</summary>
    Refused,
}

/// <summary>What a row does, and to which unit.</summary>
public sealed record UnitRowResult(int Row, string? Code, string? Name, UnitRowOutcome Outcome);

/// <summary>A cell that keeps the workbook from being taken over.</summary>
public sealed record UnitCellProblem(int Row, string Column, string Cell, string Code, Text Message);

/// <summary>A new unit that may be one already there, or one of another row.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Cell">Where its name stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="LikeCode">The code of the one it is like.</param>
/// <param name="LikeName">Its name.</param>
public sealed record UnitLikeness(int Row, string Cell, string Name, string LikeCode, string LikeName);

/// <summary>What taking a workbook over would do. Nothing is done while there are problems.</summary>
public sealed record UnitImportPreview(
    ImmutableArray<UnitRowResult> Rows, ImmutableArray<UnitCellProblem> Problems, ImmutableArray<UnitLikeness> Duplicates, ImmutableArray<UnitEntry> Entries);

/// <summary>
/// Works out what a workbook does to the register: rows that are new, changed from their first day on, put right, ended or as
/// they were. Units that the sheet does not hold stay as they are. Pure; safe for concurrent use.
/// </summary>
public sealed class UnitImport
{
    private readonly Actor _actor;
    private readonly ImmutableArray<Plan> _plans;
    private readonly DateOnly _today;
    private readonly ImmutableArray<UnitCellProblem> _unreadable;
    private readonly ImmutableArray<StatedUnit> _stated;

    /// <summary>Reads the rows, so that what follows need not.</summary>
    public UnitImport(Actor actor, ImmutableArray<Plan> plans, DateOnly today, UnitVocabulary words, ImmutableArray<SheetRow> rows)
    {
        (_actor, _plans, _today) = (actor, plans, today);
        var problems = ImmutableArray.CreateBuilder<UnitCellProblem>();
        _stated = [.. rows.Select(row => UnitRowReader.Read(row, words, (cell, code, vi, en) => problems.Add(Problem(row, cell, code, new Text(vi, en)))))];
        _unreadable = problems.ToImmutable();
    }

    /// <summary>The most rows of a workbook.</summary>
    public const int MaxRows = 5_000;

    /// <summary>Works it out, every fault at once.</summary>
    public UnitImportPreview Preview(UnitState state) => new Run(_actor, _plans, _today, _unreadable, state).Over(_stated);

    private static UnitCellProblem Problem(SheetRow row, SheetCell cell, string code, Text message) =>
        new(row.Number, row.Cells.First(c => c.Value.Address == cell.Address).Key, cell.Address, code, message);

    private sealed class Run(Actor actor, ImmutableArray<Plan> plans, DateOnly today, ImmutableArray<UnitCellProblem> unreadable, UnitState state)
    {
        private readonly ImmutableArray<UnitCellProblem>.Builder _problems = unreadable.ToBuilder();
        private readonly ImmutableArray<UnitLikeness>.Builder _likenesses = ImmutableArray.CreateBuilder<UnitLikeness>();
        private readonly List<UnitRowResult> _results = [];
        private readonly Dictionary<string, (UnitEntry Entry, SheetRow Row)> _changed = new(StringComparer.Ordinal);
        private readonly HashSet<string> _used = state.Used.ToHashSet(StringComparer.Ordinal);
        private readonly Dictionary<(string Commune, string Likeness), List<Unit>> _alike = state.All.Where(u => u.Commune is not null && UnitKinds.IsFacility(u.Type))
            .GroupBy(u => (u.Commune!, UnitNames.Likeness(u.Name))).ToDictionary(g => g.Key, g => g.ToList());

        public UnitImportPreview Over(ImmutableArray<StatedUnit> units)
        {
            var unread = unreadable.Select(p => p.Row).ToHashSet();
            foreach (var stated in units)
                _results.Add(unread.Contains(stated.Row.Number) ? new UnitRowResult(stated.Row.Number, stated.Code, stated.Edit.Name, UnitRowOutcome.Refused) : Take(stated));

            Judge();
            var refused = _problems.Select(p => p.Row).ToHashSet();
            return new UnitImportPreview(
                [.. _results.Select(r => refused.Contains(r.Row) ? r with { Outcome = UnitRowOutcome.Refused } : r)],
                [.. _problems.OrderBy(p => p.Row)],
                _likenesses.ToImmutable(),
                [.. _changed.Values.Select(c => c.Entry)]);
        }

        private UnitRowResult Take(StatedUnit stated)
        {
            var (row, edit) = (stated.Row, stated.Edit);
            var code = stated.Code ?? TheSame(edit);
            var entry = code is null ? null : EntryOf(code);
            var (outcome, after) = entry is { Rows.IsEmpty: false } ? Existing(stated, entry) : New(stated);
            if (after is null) return new UnitRowResult(row.Number, code, edit.Name, outcome);
            if (outcome != UnitRowOutcome.Unchanged) _changed[after.Code] = (after, row);
            return new UnitRowResult(row.Number, after.Code, edit.Name, outcome);
        }

        private UnitEntry EntryOf(string code) => _changed.TryGetValue(code, out var changed) ? changed.Entry : state.Entry(code);

        private (UnitRowOutcome Outcome, UnitEntry? After) New(StatedUnit stated)
        {
            var (row, edit) = (stated.Row, stated.Edit);
            if (stated.Code is { } given && _used.Contains(given)) return Refuse(row, UnitFields.Code, "unit.codeUsed", $"Mã “{given}” đã dùng và không dùng lại: để trống để hệ thống cấp mã.", $"Code '{given}' has been used and is not used again: leave it empty and one is proposed.");
            var prefix = UnitCodes.PrefixFor(edit.Type!, edit.SchoolLevel, edit.Commune);
            if (stated.Code is null && prefix is null) return Refuse(row, UnitFields.Commune, "unit.communeMissing", "Cơ sở phải ghi xã, phường nơi đặt trụ sở.", "A facility needs the commune of its seat.");
            var code = stated.Code ?? UnitCodes.Next(prefix!, _used);
            _used.Add(code);
            var unit = edit.ApplyTo(FacilityRegisterService.Blank(code));
            Compare(row, unit);
            return (UnitRowOutcome.New, UnitEntry.None(code).With([unit]));
        }

        private (UnitRowOutcome Outcome, UnitEntry? After) Existing(StatedUnit stated, UnitEntry entry)
        {
            var (row, edit) = (stated.Row, stated.Edit);
            var last = entry.Rows[^1];
            if (!UnitKinds.IsFacility(last.Type)) return Refuse(row, UnitFields.Code, "unit.agencyInSheet", $"{last.Name} ({entry.Code}) là cơ quan, không cập nhật bằng tệp danh mục cơ sở.", $"{last.Name} ({entry.Code}) is an agency and is not kept by this workbook.");
            var same = entry.Rows.FirstOrDefault(r => r.ValidFrom == edit.ValidFrom);
            if (same is not null && edit.ApplyTo(same) == same) return (UnitRowOutcome.Unchanged, entry);
            if (stated.Revision is { } seen && seen != state.Entry(entry.Code).Revision)
                return Refuse(row, UnitFields.Code, "unit.changed", $"{last.Name} ({entry.Code}) đã được cập nhật sau khi tải tệp này: tải lại tệp để lấy dữ liệu mới.", $"{last.Name} ({entry.Code}) changed after this file was downloaded: download it again.");
            if (same is null) return Later(row, edit, entry);
            var ended = edit.ApplyTo(same);
            if (same == last && same.ValidTo is null && ended.ValidTo is not null && UnitSteps.SameBut(ended, same))
                return (UnitRowOutcome.Closed, entry.With([.. entry.Rows[..^1], ended]));
            return Of(row, UnitFields.ValidFrom, UnitRowOutcome.Corrected, UnitSteps.Correct(entry, same.ValidFrom, edit, state, plans));
        }

        // Another first day: what is stated holds from then on, and perhaps ends.
        private (UnitRowOutcome Outcome, UnitEntry? After) Later(SheetRow row, UnitEdit edit, UnitEntry entry)
        {
            var changed = Of(row, UnitFields.ValidFrom, UnitRowOutcome.Changed, UnitSteps.Change(entry, edit.ValidFrom!.Value, edit));
            if (changed.After == entry)
                return Refuse(row, UnitFields.ValidFrom, "unit.nothingChanges", $"Từ ngày {UnitSteps.Day(edit.ValidFrom.Value)} không có gì khác dòng hiện tại: ghi lại ngày hiệu lực cũ {UnitSteps.Day(entry.Rows[^1].ValidFrom)}, hoặc ghi nội dung thay đổi.", $"Nothing is different from {UnitSteps.Day(edit.ValidFrom.Value)} on: write the first day {UnitSteps.Day(entry.Rows[^1].ValidFrom)} again, or state what changes.");
            if (changed.After is not { } after || edit.ValidTo is not { } end || after.Rows[^1].ValidTo == end) return changed;
            return (changed.Outcome, entry.With([.. after.Rows[..^1], after.Rows[^1] with { ValidTo = end }]));
        }

        private (UnitRowOutcome Outcome, UnitEntry? After) Of(SheetRow row, string field, UnitRowOutcome outcome, Result<UnitEntry> result)
        {
            if (result is Result<UnitEntry>.Ok ok) return (outcome, ok.Value);
            var refusal = ((Result<UnitEntry>.No)result).Refusal;
            Report(row, Cell(row, field), refusal.Code, refusal.Message);
            return (UnitRowOutcome.Refused, null);
        }

        private (UnitRowOutcome Outcome, UnitEntry? After) Refuse(SheetRow row, string field, string code, string vi, string en) =>
            Of(row, field, UnitRowOutcome.Refused, new Refusal(RefusalKind.Unprocessable, code, vi, en));

        // A row without a code that was taken over before says of one unit exactly what that one is.
        private string? TheSame(UnitEdit edit) => Alike(edit.Commune, edit.Name)
            .FirstOrDefault(u => edit.ApplyTo(u) with { ValidFrom = u.ValidFrom } == u && edit.ValidFrom == u.ValidFrom)?.Code;

        private void Compare(SheetRow row, Unit unit)
        {
            foreach (var like in Alike(unit.Commune, unit.Name).Where(u => u.Code != unit.Code && (u.ValidTo is null || u.ValidTo > unit.ValidFrom)).Take(3))
                _likenesses.Add(new UnitLikeness(row.Number, Cell(row, UnitFields.Name).Address, unit.Name, like.Code, like.Name));
            if (unit.Commune is null) return;
            var key = (unit.Commune, UnitNames.Likeness(unit.Name));
            if (_alike.TryGetValue(key, out var known)) known.Add(unit);
            else _alike.Add(key, [unit]);
        }

        private List<Unit> Alike(string? commune, string? name) =>
            commune is not null && name is not null && _alike.TryGetValue((commune, UnitNames.Likeness(name)), out var known) ? known : [];

        // Only now is it known what the register shall be: two new stations of one commune are a fault of neither row alone.
        private void Judge()
        {
            var entries = _changed.Values.Select(c => c.Entry).ToArray();
            var after = state.With(entries);
            var rules = new UnitRules(plans, today);
            foreach (var (entry, row) in _changed.Values)
            {
                var before = state.Entry(entry.Code);
                foreach (var problem in rules.Check(before, entry, after)) Report(row, Cell(row, problem.Cell), problem.Code, problem.Message);
                if (FacilityRegisterService.Forbidden(actor, plans, before, entry) is { } forbidden) Report(row, Cell(row, UnitFields.Code), forbidden.Code, forbidden.Message);
            }
        }

        private static SheetCell Cell(SheetRow row, string field) => row.Cells.GetValueOrDefault(field) ?? row.Cells[UnitFields.Code];

        private void Report(SheetRow row, SheetCell cell, string code, Text message) => _problems.Add(Problem(row, cell, code, message));
    }
}
