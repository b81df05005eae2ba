using System.Collections.Immutable;

namespace SocialWork.Host.Demo;

/// <summary>What is particular about the demonstration year, for tests and for those who show it.</summary>
public static class DemoFacts
{
    /// <summary>The plan that the year is about.</summary>
    public const string Plan = "2026";

    /// <summary>The year that is shown.</summary>
    public const int Year = 2026;

    /// <summary>A stream of chance as it runs in a year: its own in the year that is shown, near it in another.</summary>
    internal static DemoRandom In(int year, DemoRandom chance) => year == Year ? chance : chance.In(year);

    /// <summary>The moment at which the season is shown: 1 December 2026, 09:00 in the city.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The commune that issued its plan and has not sent its report: some forms are drafts, the others not begun. Nor did it send one for the year before.</summary>
    public const string MissingUnit = "20044";

    /// <summary>The commune whose last forms were sent on the deadline's date, 30 November.</summary>
    public const string LateUnit = "20050";

    /// <summary>The commune whose last forms were sent on 1 December at 08:15; they are not yet accepted.</summary>
    public const string VeryLateUnit = "20161";

    /// <summary>The commune that never registered its implementation plan (K1); its report was sent.</summary>
    public const string UnitWithoutPlan = "20179";

    /// <summary>Communes whose implementation plan is dated on or after 15 April.</summary>
    public static ImmutableArray<string> LatePlans { get; } = ["20071", "20101", "20122"];

    /// <summary>Returned by the standing agency with a reason on cells, corrected, sent again and accepted: two versions.</summary>
    public static (string Form, string Unit) ReturnedAndCorrected { get; } = ("VH1", "SVHTT");

    /// <summary>Returned by the standing agency and not yet corrected: nothing of it counts.</summary>
    public static (string Form, string Unit) ReturnedAndOpen { get; } = ("YT1", "BV-19858-1");

    /// <summary>Accepted, reopened by the standing agency, corrected, sent and accepted again.</summary>
    public static (string Form, string Unit) Reopened { get; } = ("XP5", "19789");

    /// <summary>Sent by agencies and not yet accepted, beside the last forms of <see cref="VeryLateUnit"/>.</summary>
    public static ImmutableArray<(string Form, string Unit)> SentNotAccepted { get; } =
        [("CA3", "CATP"), ("MT2", "MTTQ"), ("K5", "20101"), ("XP5", "20137")];

    /// <summary>Health stations that have not reported.</summary>
    public static ImmutableArray<string> SilentStations { get; } = ["TYT-20044", "TYT-20182"];

    /// <summary>Schools that were merged into another before the cut-off date, with their successors.</summary>
    public static ImmutableArray<(string Predecessor, string Successor)> Mergers { get; } =
        [("TH-19900-3", "TH-19900-2"), ("THCS-20122-3", "THCS-20122-2")];

    /// <summary>The provider that entered the planned network on 1 July 2026.</summary>
    public const string EnteredPlan = "DVXH-19996-1";
}
