using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Pages.Review;

/// <summary>How values and periods read on the pages that decide about them.</summary>
internal static class ReviewWords
{
    /// <summary>A value in full: words are neither quoted nor cut. Null is not reported.</summary>
    public static Text Of(FormField field, CellValue? value) => value switch
    {
        CellValue.Number number => new Text(When.Number(number.Value), When.Number(number.Value)),
        CellValue.Words words => new Text(words.Value, words.Value),
        CellValue.Date date => new Text(When.Date(date.Value), When.Date(date.Value)),
        _ => ValueWords.Of(field, value),
    };

    /// <summary>2026, or a quarter of it.</summary>
    public static Text Period(string period) => period.Split("-Q") is [var year, var quarter]
        ? new Text($"quý {quarter} năm {year}", $"quarter {quarter} of {year}")
        : new Text($"năm {period}", period);

    /// <summary>Whether a period is a plan's year, which need not be said.</summary>
    public static bool IsYear(string period, int year) => period == Periods.Annual(year);

    /// <summary>An anchor for a cell.</summary>
    public static string Anchor(CellKey cell) => string.Create(CultureInfo.InvariantCulture, $"c-{cell.Field}{(cell.Option1 is { } one ? "-" + one : string.Empty)}{(cell.Option2 is { } two ? "-" + two : string.Empty)}").Replace('/', '_');
}
