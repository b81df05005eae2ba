using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Annexes;

/// <summary>
/// How a cell of an annex reads. Cells are narrow: a kind of empty is a sign of its own, as in the statistical yearbooks, and
/// the table says what its signs mean. Pure; safe for concurrent use.
/// </summary>
public static class AnnexWords
{
    /// <summary>The cell as it is printed; empty for nothing.</summary>
    public static string Print(AnnexCell cell, string language) => cell.State switch
    {
        AnnexCellState.Number => When.Number(cell.Value ?? 0),
        AnnexCellState.Rate or AnnexCellState.Words => cell.Words?.In(language) ?? string.Empty,
        _ => Sign(cell.State),
    };

    /// <summary>What a sign stands for; null for what is no sign.</summary>
    public static Text? Meaning(AnnexCellState state) => state switch
    {
        AnnexCellState.NotReported => new("chưa báo cáo", "not reported"),
        AnnexCellState.NotArising => new("không phát sinh", "nothing arose"),
        AnnexCellState.NotApplicable => new("không thuộc diện báo cáo", "nobody is asked"),
        AnnexCellState.Withheld => new("không cung cấp", "withheld"),
        AnnexCellState.Restricted => new("biểu hạn chế, không nêu riêng", "restricted form, not shown by itself"),
        AnnexCellState.Absent => new("không có số liệu, vì mô-đun hoặc biểu không tham gia kỳ báo cáo", "no figure: the module or form takes no part"),
        AnnexCellState.Hidden => new("số được che", "hidden"),
        _ => null,
    };

    /// <summary>What the table's signs mean, and what is hidden in it.</summary>
    public static IEnumerable<Text> Legend(AnnexTable table)
    {
        var states = table.Rows.SelectMany(row => row.Cells).Select(cell => cell.State).ToHashSet();
        AnnexCellState[] signs = [.. Enum.GetValues<AnnexCellState>().Where(state => state != AnnexCellState.Hidden && states.Contains(state) && Meaning(state) is not null)];
        if (signs.Length > 0)
        {
            var words = new Text(string.Join("; ", signs.Select(state => $"“{Sign(state)}” {Meaning(state)!.Vi}")), string.Join("; ", signs.Select(state => $"“{Sign(state)}” {Meaning(state)!.En}")));
            yield return new Text($"Ký hiệu: {words.Vi}.", $"Signs: {words.En}.");
        }

        if (states.Contains(AnnexCellState.Hidden)) yield return MaskWords.Footnote;
    }

    /// <summary>A row's name; one of which nothing was reported says so.</summary>
    public static Text Label(AnnexRow row) => row switch
    {
        { Kind: AnnexRowKind.Part } => new Text("– " + row.Label.Vi, "– " + row.Label.En),
        { Kind: AnnexRowKind.Line, Unit: not null, Coverage: { Reported: 0, Expected: > 0 } } => new Text($"{row.Label.Vi} (chưa báo cáo)", $"{row.Label.En} (not reported)"),
        _ => row.Label,
    };

    /// <summary>A column's head, with what it counts.</summary>
    public static Text Head(AnnexColumn column) => column.Unit is { } unit ? new Text($"{column.Label.Vi} ({unit.Vi})", $"{column.Label.En} ({unit.En})") : column.Label;

    /// <summary>Whether rows say how complete they are.</summary>
    public static bool IsCovered(AnnexTable table) => table.Rows.Any(row => row.Coverage is not null);

    /// <summary>How complete a row is: 38/40.</summary>
    public static string Covered(AnnexRow row) => row.Coverage switch
    {
        null => string.Empty,
        { Expected: 0 } => string.Empty,
        { } coverage => $"{When.Number(coverage.Reported)}/{When.Number(coverage.Expected)}",
    };

    /// <summary>What the column is called that says how complete rows are.</summary>
    public static Text CoveredHead { get; } = new("Độ phủ", "Coverage");

    /// <summary>What a footnote says of an incomplete figure; null for a complete one.</summary>
    public static Text? Incomplete(Coverage coverage) => coverage.IsComplete
        ? null
        : new Text($"Tạm tính: {When.Number(coverage.Reported)}/{When.Number(coverage.Expected)} đơn vị đã báo cáo.", $"Provisional: {When.Number(coverage.Reported)} of {When.Number(coverage.Expected)} units have reported.");

    /// <summary>Whether a row stands out.</summary>
    public static bool IsStrong(AnnexRow row) => row.Kind is AnnexRowKind.Total or AnnexRowKind.Distinct;

    private static string Sign(AnnexCellState state) => state switch
    {
        AnnexCellState.NotReported => "…",
        AnnexCellState.NotArising => "–",
        AnnexCellState.NotApplicable => "x",
        AnnexCellState.Withheld => "KCC",
        AnnexCellState.Restricted => "HC",
        AnnexCellState.Absent => "KTG",
        AnnexCellState.Hidden => MaskWords.Sign,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "What is shown has no sign."),
    };
}
