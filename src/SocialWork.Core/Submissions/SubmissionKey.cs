using System.Globalization;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;

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
public static partial class Periods
{
    /// <summary>The plan's year, which is authoritative.</summary>
    public static string Annual(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a form has that period in a plan's year: the year itself, or a quarter where the form keeps them.</summary>
    public static bool Has(FormDefinition form, int year, string period) =>
        period == Annual(year)
        || (form.Period == ReportingPeriod.YearWithOptionalQuarters && Quarter().Match(period) is { Success: true } match && match.Groups["year"].Value == Annual(year));

    [GeneratedRegex(@"^(?<year>\d{4})-Q[1-4]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();
}
