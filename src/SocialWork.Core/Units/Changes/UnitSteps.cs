using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Units.Changes;

/// <summary>
/// What a change makes of an entry: a new dated row, a row that ends, a row put right, the entry as it was. Pure; whether the
/// outcome may stand is for <see cref="UnitRules"/> to say.
/// </summary>
internal static class UnitSteps
{
    /// <summary>Something is different from a date on: the row of before ends that day and a new one begins.</summary>
    public static Result<UnitEntry> Change(UnitEntry entry, DateOnly from, UnitEdit edit)
    {
        var last = entry.Rows[^1];
        var next = edit.ApplyTo(last) with { LegalAct = edit.LegalAct, ValidFrom = from, ValidTo = last.ValidTo };
        // Nothing new, or said once more after a lost answer.
        if (SameBut(next, last) && (!edit.Has(UnitFields.LegalAct) || from != last.ValidFrom || edit.LegalAct == last.LegalAct) && from >= last.ValidFrom) return entry;
        if (from == last.ValidFrom)
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.sameDate",
                $"{last.Name} ({entry.Code}) đã có dòng bắt đầu đúng ngày {Day(from)}: chọn ngày thay đổi sau ngày đó, hoặc sửa chính dòng đó nếu là nhập sai.",
                $"{last.Name} ({entry.Code}) already has a row that begins on {Day(from)}: choose a later date, or correct that row where it was a mistake.");
        }

        if (Impossible(entry, from) is { } refusal) return refusal;
        return entry.With([.. entry.Rows[..^1], last with { ValidTo = from }, next]);
    }

    /// <summary>The unit ends on a date, perhaps in others.</summary>
    public static Result<UnitEntry> Close(UnitEntry entry, DateOnly from, string? legalAct, ImmutableArray<string> successors)
    {
        var last = entry.Rows[^1];
        var edges = successors.Select(s => new Succession(entry.Code, s, from, legalAct ?? string.Empty)).ToArray();
        if (last.ValidTo == from && edges.All(e => entry.Successions.Any(s => (s.Predecessor, s.Successor, s.On) == (e.Predecessor, e.Successor, e.On)))) return entry;
        if (last.ValidTo is { } end)
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.closed",
                $"{last.Name} ({entry.Code}) đã được ghi kết thúc từ ngày {Day(end)}: hoàn tác hoặc sửa dòng đó trước.",
                $"{last.Name} ({entry.Code}) is recorded as ending on {Day(end)}: undo that or correct the row first.");
        }

        if (Impossible(entry, from) is { } refusal) return refusal;
        var act = string.Join("; ", new[] { last.LegalAct, legalAct }.Where(a => !string.IsNullOrEmpty(a)).Distinct(StringComparer.Ordinal));
        return entry.With([.. entry.Rows[..^1], last with { ValidTo = from, LegalAct = act.Length == 0 ? null : act }]) with { Successions = [.. entry.Successions.Union(edges)] };
    }

    /// <summary>Puts a row right in place, where no report stands on it.</summary>
    public static Result<UnitEntry> Correct(UnitEntry entry, DateOnly rowFrom, UnitEdit edit, UnitState state, ImmutableArray<Plan> plans)
    {
        if (entry.Rows.FirstOrDefault(r => r.ValidFrom == rowFrom) is not { } row)
        {
            return new Refusal(
                RefusalKind.NotFound,
                "unit.rowUnknown",
                $"Đơn vị {entry.Code} không có dòng bắt đầu ngày {Day(rowFrom)}: xem lịch sử của đơn vị.",
                $"Unit {entry.Code} has no row that begins on {Day(rowFrom)}: see the unit's history.");
        }

        var corrected = edit.ApplyTo(row);
        if (corrected == row) return entry;
        foreach (var plan in plans.Where(p => state.HasReported(p.Id, entry.Code) && (row.ValidOn(p.CutOff) || corrected.ValidOn(p.CutOff))))
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.rowInUse",
                $"{row.Name} ({entry.Code}) đã có báo cáo của kế hoạch {plan.Id} gắn với dòng này, không sửa đè được: ghi thay đổi từ một ngày cụ thể.",
                $"{row.Name} ({entry.Code}) has reports of plan {plan.Id} that stand on this row, which cannot be overwritten: record a change from a date instead.");
        }

        // What ended because this row began goes with it.
        return entry.With(entry.Rows.Select(r => r == row ? corrected : r.ValidTo == row.ValidFrom ? r with { ValidTo = corrected.ValidFrom } : r));
    }

    /// <summary>Takes back the last recorded change.</summary>
    public static Result<UnitEntry> Undo(UnitEntry entry, UnitState state, ImmutableArray<Plan> plans)
    {
        if (state.Last is not { } last)
            return new Refusal(RefusalKind.Conflict, "unit.nothingToUndo", $"Đơn vị {entry.Code} chưa có thay đổi nào để hoàn tác.", $"Unit {entry.Code} has no change to undo.");
        if (last.After.Revision != entry.Revision)
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.changedSince",
                $"Đơn vị {entry.Code} không còn như sau lần thay đổi cuối, không hoàn tác được: ghi thay đổi mới.",
                $"Unit {entry.Code} is no longer as the last change left it and cannot be undone: record a new change.");
        }

        if (last.Before.Rows.IsEmpty && plans.FirstOrDefault(p => state.HasReported(p.Id, entry.Code)) is { } reported)
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.hasReports",
                $"{entry.Rows[^1].Name} ({entry.Code}) đã có báo cáo của kế hoạch {reported.Id}, không xóa khỏi danh mục được: ghi ngày kết thúc.",
                $"{entry.Rows[^1].Name} ({entry.Code}) has reports of plan {reported.Id} and cannot leave the register: close it from a date.");
        }

        if (last.Before.Rows.IsEmpty && state.KeepsEntries(entry.Code))
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.keepsEntries",
                $"{entry.Rows[^1].Name} ({entry.Code}) đang giữ mục trong các sổ khác, không xóa khỏi danh mục được: ghi ngày kết thúc.",
                $"{entry.Rows[^1].Name} ({entry.Code}) keeps entries of other registers and cannot leave this one: close it from a date.");
        }

        var edges = entry.Successions.Except(last.After.Successions.Except(last.Before.Successions)).Union(last.Before.Successions.Except(last.After.Successions));
        return entry.With(last.Before.Rows) with { Successions = [.. edges] };
    }

    /// <summary>Whether two rows differ in nothing but their dates, their act and their revision.</summary>
    public static bool SameBut(Unit one, Unit other) =>
        one == other with { ValidFrom = one.ValidFrom, ValidTo = one.ValidTo, LegalAct = one.LegalAct, Revision = one.Revision };

    private static Refusal? Impossible(UnitEntry entry, DateOnly from)
    {
        var last = entry.Rows[^1];
        if (last.ValidTo is { } end && end <= from)
        {
            return new Refusal(
                RefusalKind.Conflict,
                "unit.closed",
                $"{last.Name} ({entry.Code}) đã kết thúc từ ngày {Day(end)}, không thay đổi từ ngày {Day(from)} được: nếu hoạt động lại, nhập đơn vị mới với mã mới.",
                $"{last.Name} ({entry.Code}) ended on {Day(end)} and cannot change from {Day(from)}: where it works again, enter a new unit under a new code.");
        }

        if (from > last.ValidFrom) return null;
        return entry.Rows.Length > 1
            ? new Refusal(
                RefusalKind.Conflict,
                "unit.laterChange",
                $"{last.Name} ({entry.Code}) đã có thay đổi từ ngày {Day(last.ValidFrom)}: hoàn tác thay đổi đó trước, hoặc chọn ngày sau đó.",
                $"{last.Name} ({entry.Code}) already changes on {Day(last.ValidFrom)}: undo that first, or choose a later date.")
            : new Refusal(
                RefusalKind.Conflict,
                "unit.notYet",
                $"{last.Name} ({entry.Code}) chỉ có trong danh mục từ ngày {Day(last.ValidFrom)}: chọn ngày sau đó, hoặc sửa ngày bắt đầu nếu nhập sai.",
                $"{last.Name} ({entry.Code}) is in the register only from {Day(last.ValidFrom)}: choose a later date, or correct its first day where it was a mistake.");
    }

    internal static string Day(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
