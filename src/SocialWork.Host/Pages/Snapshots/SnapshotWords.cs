using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;
using SocialWork.Core.Snapshots;
using SocialWork.Documents.Annexes;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;

namespace SocialWork.Host.Pages.Snapshots;

/// <summary>What pages say of snapshots.</summary>
internal static class SnapshotWords
{
    /// <summary>Where a snapshot stands: frozen, issued, or replaced by another.</summary>
    public static Text StateOf(Snapshot snapshot, ImmutableArray<Snapshot> all) => SnapshotView.ReplacedBy(snapshot, all) is { } later
        ? new Text($"Đã được bản {later} thay thế", $"Replaced by {later}")
        : snapshot.Issue is { } issue
            ? new Text($"Đã phát hành {When.Date(issue.At)}", $"Issued {When.Date(issue.At)}")
            : new Text("Chưa phát hành", "Not issued");

    /// <summary>What a file is.</summary>
    public static Text FileOf(string name) => name switch
    {
        SnapshotFiles.Word => new Text("Văn bản Word để ký", "Word document to sign"),
        SnapshotFiles.Workbook => new Text("Bảng phụ lục Excel", "Annexes as a workbook"),
        SnapshotFiles.Page => new Text("Báo cáo để xem trên trình duyệt", "Report for a browser"),
        SnapshotFiles.Json => new Text("Số liệu cho phần mềm khác (JSON)", "Figures for other programs (JSON)"),
        SnapshotFiles.Print => new Text("Bản in PDF", "PDF print"),
        SnapshotFiles.Signed => new Text("Bản đã ký", "Signed copy"),
        _ => new Text(name, name),
    };

    /// <summary>The address of a file.</summary>
    public static string AddressOf(Snapshot snapshot, string name) =>
        $"/api/v1/plans/{Uri.EscapeDataString(snapshot.Plan)}/snapshots/{snapshot.Number}" + (name == SnapshotFiles.Signed ? "/signed.pdf" : Path.GetExtension(name));

    /// <summary>Whether a figure's address leads to its lineage: not that of a module's part, a task or a sum of the season or of money.</summary>
    public static bool HasLineage(string figure) =>
        figure != ReportFigures.Season && !figure.StartsWith(ReportFigures.Total + ".", StringComparison.Ordinal) && !figure.Contains('/', StringComparison.Ordinal)
        && (figure.Contains('.', StringComparison.Ordinal) || !figure.Contains('[', StringComparison.Ordinal));

    /// <summary>What a figure said: the numbers it is made of, and what is printed.</summary>
    public static string Said(FigureReading? reading)
    {
        if (reading is null) return "–";
        var numbers = reading switch
        {
            { Value: { } n, Denominator: { } d } => $"{Rate.Print(n)}/{Rate.Print(d)}",
            { Value: { } n } => Rate.Print(n),
            _ => "–",
        };
        var unreported = reading.Unreported is > 0 and { } u ? $", u = {Rate.Print(u)}" : string.Empty;
        return numbers + unreported;
    }

    /// <summary>What is printed beside the numbers, where it is more than they are; empty otherwise.</summary>
    public static Text Beside(FigureReading? reading)
    {
        if (reading is null) return new Text(string.Empty, string.Empty);
        var words = reading.Value is { } value && reading.Words == Rate.Print(value) ? string.Empty : reading.Words;
        Text[] parts =
        [
            StateWords.Value(words),
            reading.State is { } state ? OfState(state) : new Text(string.Empty, string.Empty),
            reading.Coverage is { Expected: > 0 } c
                ? new Text($"{Rate.Print(c.Reported)}/{Rate.Print(c.Expected)} đơn vị, tiếp nhận {Rate.Print(c.Accepted)}", $"{Rate.Print(c.Reported)}/{Rate.Print(c.Expected)} units, {Rate.Print(c.Accepted)} accepted")
                : new Text(string.Empty, string.Empty),
        ];
        return new Text(Joined(parts.Select(part => part.Vi)), Joined(parts.Select(part => part.En)));
    }

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));

    private static Text OfState(string state) =>
        Enum.TryParse<Verdict>(state, ignoreCase: true, out var verdict) ? StateWords.Of(verdict)
        : Enum.TryParse<TaskState>(state, ignoreCase: true, out var task) ? StateWords.Of(task)
        : Enum.TryParse<SectorOutcome>(state, ignoreCase: true, out var outcome) && outcome != SectorOutcome.Ok ? StateWords.Of(outcome)
        : Enum.TryParse<AnnexCellState>(state, ignoreCase: true, out var cell) && AnnexWords.Meaning(cell) is { } meaning ? meaning
        : new Text(string.Empty, string.Empty);
}
