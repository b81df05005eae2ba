using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Reading;

/// <summary>Reads the part of the register that a decision needs, in a fixed number of queries however many units there are.</summary>
internal static class UnitReading
{
    public static UnitState State(SocialWorkDb db, UnitNeeds needs)
    {
        var rows = needs.Everything ? [.. db.Units.AsNoTracking().AsEnumerable().Select(UnitMapper.Read)] : Rows(db, needs);
        var codes = needs.Everything ? null : needs.Codes.ToArray();
        var edges = db.Successions.AsNoTracking().Where(s => codes == null || codes.Contains(s.Predecessor) || codes.Contains(s.Successor)).AsEnumerable().Select(UnitMapper.Read);
        var last = needs.Codes is [var only] ? Lines(db, only).FirstOrDefault() : null;
        return new UnitState(rows, edges, Reported(db, needs), Keeping(db, needs), Used(db, needs), last is null ? null : Read(needs.Codes[0], last));
    }

    /// <summary>The lines of the log about one unit, newest first.</summary>
    public static IQueryable<AuditRow> Lines(SocialWorkDb db, string code)
    {
        var entity = RecordedChange.EntityOf(code);
        return db.Audit.AsNoTracking().Where(a => a.Entity == entity).OrderByDescending(a => a.Id);
    }

    /// <summary>Reads such a line.</summary>
    public static RecordedChange Read(string code, AuditRow line) =>
        new(Instant.Read(line.At), line.By, Enum.Parse<UnitChangeKind>(line.Action), RecordedChange.Read(code, line.Before), RecordedChange.Read(code, line.After));

    // The rows that are changed, then what they and the change refer to, with whatever refers to them.
    private static List<Unit> Rows(SocialWorkDb db, UnitNeeds needs)
    {
        var codes = needs.Codes.ToArray();
        var own = db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).AsEnumerable().Select(UnitMapper.Read).ToList();
        var related = own.SelectMany(u => new[] { u.Commune, u.Operator }).OfType<string>().Concat(needs.Related).Except(codes).Distinct(StringComparer.Ordinal).ToArray();
        var station = Abstractions.UnitTypes.HealthStation;
        var agencies = own.Where(u => UnitKinds.IsAgency(u.Type)).Select(u => u.Code).Distinct(StringComparer.Ordinal).ToArray();
        own.AddRange(db.Units.AsNoTracking()
            .Where(u => !codes.Contains(u.Code))
            .Where(u => related.Contains(u.Code)
                || (u.Type == station && u.Commune != null && related.Contains(u.Commune))
                || (u.Commune != null && agencies.Contains(u.Commune))
                || (u.Operator != null && agencies.Contains(u.Operator)))
            .AsEnumerable()
            .Select(UnitMapper.Read));
        return own;
    }

    // Form by form, for that is how submissions are found by their key.
    private static ImmutableHashSet<(string Plan, string Unit)> Reported(SocialWorkDb db, UnitNeeds needs)
    {
        var reported = ImmutableHashSet.CreateBuilder<(string Plan, string Unit)>();
        var forms = FormsByPlan(db);
        foreach (var codes in needs.Codes.Chunk(500))
        {
            foreach (var (plan, asked) in forms)
            {
                var found = db.Submissions.Where(s => s.Plan == plan && asked.Contains(s.Form) && codes.Contains(s.Unit)).Select(s => s.Unit).Distinct();
                foreach (var unit in found) reported.Add((plan, unit));
            }
        }

        return reported.ToImmutable();
    }

    // Asked of a unit that was entered by mistake, which is never one of many.
    private static ImmutableHashSet<string> Keeping(SocialWorkDb db, UnitNeeds needs) =>
        needs.Codes is [var only] && db.RegisterEntries.Any(e => e.Keeper == only && e.Key != null) ? [only] : [];

    /// <summary>The codes of all forms that were ever used for each plan.</summary>
    public static Dictionary<string, string[]> FormsByPlan(SocialWorkDb db) =>
        db.Forms.Select(f => new { f.Plan, f.Code }).Distinct().AsEnumerable().GroupBy(f => f.Plan, f => f.Code, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.ToArray(), StringComparer.Ordinal);

    private static ImmutableHashSet<string> Used(SocialWorkDb db, UnitNeeds needs)
    {
        var like = needs.Everything ? string.Empty : needs.CodesLike;
        if (like is null) return [];
        var (from, to) = (RecordedChange.EntityOf(like), RecordedChange.EntityOf(like) + char.MaxValue);
        var (first, after) = (like, like + char.MaxValue);
        var held = db.Units.Where(u => u.Code.CompareTo(first) >= 0 && u.Code.CompareTo(after) < 0).Select(u => u.Code);
        var known = db.Audit.Where(a => a.Entity.CompareTo(from) >= 0 && a.Entity.CompareTo(to) < 0).Select(a => a.Entity).Distinct();
        var prefix = RecordedChange.EntityOf(string.Empty).Length;
        return [.. held, .. known.AsEnumerable().Select(entity => entity[prefix..])];
    }
}
