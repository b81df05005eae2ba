using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Season;

/// <summary>When a unit saved, submitted, sent a form, and when it was accepted.</summary>
/// <param name="Saved">The draft was saved.</param>
/// <param name="Submitted">It went to the head.</param>
/// <param name="Sent">The head approved it.</param>
/// <param name="Accepted">The standing agency accepted it.</param>
/// <param name="FiguresAt">The date at which the figures stand.</param>
internal sealed record Moments(DateTimeOffset Saved, DateTimeOffset Submitted, DateTimeOffset Sent, DateTimeOffset Accepted, DateOnly FiguresAt)
{
    private static readonly ImmutableArray<string> LateForms = ["K5", "XP3", "XP7"];

    /// <summary>The forms that the late communes sent last.</summary>
    public static bool IsLateForm(string form) => LateForms.Contains(form);

    public static Moments Of(PlanForm form, Unit unit)
    {
        var chance = DemoRandom.For("moments", form.Code, unit.Code);
        if (form.Code == "K1") return OfPlan(unit, chance);
        if (unit.Code == DemoFacts.LateUnit && IsLateForm(form.Code))
            return new(On(27, 15, 40), On(30, 10, 5), On(30, 14, 20 + chance.Int(0, 25)), new DateTimeOffset(2026, 12, 1, 8, 10 + chance.Int(0, 15), 0, TimeSpan.FromHours(7)), Calendar.FiguresStandAt);
        if (unit.Code == DemoFacts.VeryLateUnit && IsLateForm(form.Code))
            return new(On(30, 9, 30), On(30, 16, 45), new DateTimeOffset(2026, 12, 1, 8, 15, 0, TimeSpan.FromHours(7)), default, Calendar.FiguresStandAt);
        return Annual(form, chance);
    }

    private static Moments OfPlan(Unit unit, DemoRandom chance)
    {
        var issued = Calendar.PlanIssued(unit.Code);
        var sent = Calendar.WorkingDay(issued.AddDays(1));
        return new(
            Calendar.OfficeHours(issued, chance, 14), Calendar.OfficeHours(sent, chance, 8, 9), Calendar.OfficeHours(sent, chance, 10, 11),
            Calendar.OfficeHours(Calendar.WorkingDay(sent.AddDays(chance.Int(1, 3))), chance), issued);
    }

    private static Moments Annual(PlanForm form, DemoRandom chance)
    {
        var facility = form.Definition.FilledBy is FilledBy.FacilitiesOf;
        var sent = facility ? chance.Int(2, Calendar.LastInTime - 2) : chance.Int(Calendar.LastInTime - 9, Calendar.LastInTime);
        var days = Calendar.ReportingDays;
        // What arrives on the last days is accepted on the morning of 1 December at the latest.
        var accepted = Math.Min(sent + chance.Int(1, 2), days.Length - 1);
        return new(
            Calendar.OfficeHours(days[sent - 2], chance), Calendar.OfficeHours(days[sent - 1], chance), Calendar.OfficeHours(days[sent], chance),
            accepted == days.Length - 1 ? Calendar.At(days[accepted], 8, chance.Int(0, 30), chance.Int(0, 59)) : Calendar.OfficeHours(days[accepted], chance),
            days[sent - 2] < Calendar.FiguresStandAt ? days[sent - 2] : Calendar.FiguresStandAt);
    }

    private static DateTimeOffset On(int day, int hour, int minute) => Calendar.At(new DateOnly(2026, 11, day), hour, minute);
}
