using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Submissions;

/// <summary>
/// The checks that hold for every yearly form against the year before: unchanged (CM1), zero after something (CM2), far off
/// (CM3). Each asks for an explanation; none refuses. Pure; safe for concurrent use.
/// </summary>
public static class CommonChecks
{
    /// <summary>Below this, in both years, a cell may move as it likes.</summary>
    public const long FarFrom = 20;

    /// <summary>How many times larger or smaller is far off.</summary>
    public const long FarTimes = 3;

    private static readonly PossibleWarning Unchanged = new("CM1", new Text("Số liệu giống hệt năm trước, xác nhận.", "All figures equal last year's: confirm."));
    private static readonly PossibleWarning ZeroNow = new("CM2", new Text("Năm trước có số liệu, năm nay bằng 0: giải thích.", "Above 0 last year, 0 this year: explain."));
    private static readonly PossibleWarning FarOff = new("CM3", new Text("Chênh lệch lớn so với năm trước: giải thích.", "Far from last year's figure: explain."));

    /// <summary>Those that a form may give rise to: none where it asks for no number.</summary>
    internal static ImmutableArray<PossibleWarning> PossibleOf(FormDefinition form) => form.Fields.Any(IsCompared) ? [Unchanged, ZeroNow, FarOff] : [];

    /// <summary>What stands out against the year before.</summary>
    public static IEnumerable<Finding> Run(CompiledForm form, FormValues values, FormValues previous, SubmittingUnit unit)
    {
        var cells = form.AskedCells(unit).Where(c => IsCompared(form.Field(c.Field)))
            .Select(c => (Cell: c, Now: EntryCounts.Number(values[c]), Before: EntryCounts.Number(previous[c])))
            .ToArray();
        var stated = cells.Where(c => c.Now is not null || c.Before is not null).ToArray();
        if (stated.Any(c => c.Now > 0) && stated.All(c => c.Now == c.Before)) yield return Found(Unchanged, []);

        var zero = cells.Where(c => c is { Now: 0, Before: > 0 }).Select(c => c.Cell).ToArray();
        if (zero.Length > 0) yield return Found(ZeroNow, zero);

        // A cell that is 0 now is asked about once.
        var far = cells.Where(c => c is { Now: > 0, Before: not null } && IsFar(c.Now.Value, c.Before.Value)).Select(c => c.Cell).ToArray();
        if (far.Length > 0) yield return Found(FarOff, far);
    }

    private static bool IsFar(long now, long before) => Math.Max(now, before) >= FarFrom && (now > before * FarTimes || now * FarTimes < before);

    private static bool IsCompared(FormField field) => field is IntField or MoneyField;

    private static Finding Found(PossibleWarning warning, CellKey[] cells) => new(warning.Id, Severity.Warning, warning.Message, [.. cells]);
}
