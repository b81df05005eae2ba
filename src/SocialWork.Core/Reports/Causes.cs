using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Submissions;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Reports;

/// <summary>Why tasks are not done, gathered from K2. Pure; safe for concurrent use.</summary>
internal static class Causes
{
    /// <summary>The most reasons that are gathered.</summary>
    public const int Max = 20;

    private static readonly string[] NoCause = ["HOAN_THANH", "KHONG_PHAT_SINH"];

    /// <summary>The reasons of tasks that are neither done nor without an occasion; the same words, whatever their case and accents, are one.</summary>
    public static ImmutableArray<CauseLine> Of(ImmutableArray<CountingSubmission> taskResults) =>
    [
        .. taskResults.SelectMany(Reasons)
            .OrderBy(r => r.Unit, StringComparer.Ordinal).ThenBy(r => r.Reason, StringComparer.Ordinal)
            .GroupBy(r => Folded.WithoutAccents(r.Reason), StringComparer.Ordinal)
            .Select(g => new CauseLine(g.First().Reason, g.Select(r => r.Unit).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(c => c.Units).ThenBy(c => c.Reason, StringComparer.Ordinal)
            .Take(Max),
    ];

    private static IEnumerable<(string Unit, string Reason)> Reasons(CountingSubmission submission)
    {
        var values = submission.Version.Values;
        foreach (var (cell, value) in values.Cells)
        {
            if (cell.Field != TaskResults.Reason.Id || value is not CellValue.Words { Value: { Length: > 0 } reason }) continue;
            if (values[cell with { Field = TaskResults.Status.Id }] is CellValue.Choice { Code: var state } && NoCause.Contains(state)) continue;
            yield return (submission.Version.Key.Unit, reason);
        }
    }
}
