using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Submissions;

/// <summary>Which form of which unit, for which plan and period.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="Period">The year, <c>2026</c>, or an optional quarter, <c>2026-Q2</c>.</param>
public sealed record SubmissionKey(string Plan, string Form, string Unit, string Period)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Plan}/{Form}/{Unit}/{Period}";
}

/// <summary>Reads the period of a submission.</summary>
public static class Periods
{
    /// <summary>The plan's year, which is authoritative.</summary>
    public static string Annual(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The days of a period: of the year until the plan's cut-off date.</summary>
    public static ReportedPeriod Days(Plan plan, string period)
    {
        var year = YearOf(period);
        var quarter = period.Length > 4 ? period[^1] - '0' : 0;
        var first = new DateOnly(year, quarter == 0 ? 1 : (quarter * 3) - 2, 1);
        return new ReportedPeriod(first, quarter == 0 && year == plan.Year ? plan.CutOff : first.AddMonths(quarter == 0 ? 12 : 3).AddDays(-1));
    }

    /// <summary>Whether a form has that period in a plan's year.</summary>
    public static bool Has(FormDefinition form, int year, string period) => Of(form, year).Contains(period, StringComparer.Ordinal);

    /// <summary>
    /// The periods a form has in a plan's year: the year, the quarters where the form keeps them, and the year before, whose
    /// figures may be taken over to compare with; none for records.
    /// </summary>
    public static ImmutableArray<string> Of(FormDefinition form, int year) => form.Period switch
    {
        ReportingPeriod.Year => [Annual(year), Annual(year - 1)],
        ReportingPeriod.YearWithOptionalQuarters => [Annual(year), .. Enumerable.Range(1, 4).Select(q => $"{Annual(year)}-Q{q}"), Annual(year - 1)],
        _ => [],
    };

    /// <summary>The calendar year a period lies in.</summary>
    public static int YearOf(string period) => int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);
}
