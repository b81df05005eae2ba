using System.Collections.Immutable;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Documents.Annexes;
using SocialWork.Documents.Word;

namespace SocialWork.Documents.Official;

/// <summary>The annexes as parts of the document that is signed, in Vietnamese. Pure.</summary>
internal static class AnnexBlocks
{
    private const string Language = "vi";

    // A table of more columns than these lies.
    private const int MostUpright = 4;

    /// <summary>The annexes, each on pages of its own.</summary>
    public static IEnumerable<Annex> Of(CombinedReport report, string attached) => AnnexPages.Of(report).Select(annex => new Annex(
        annex.Number, annex.Title.Vi, attached, annex.Tables.Any(table => Columns(table).Length > MostUpright + 1), [.. annex.Tables.SelectMany(Blocks)]));

    private static IEnumerable<Block> Blocks(AnnexTable table)
    {
        if (table.Rows.IsEmpty) yield return new Block.Remark($"{table.Caption.Vi}: không có số liệu.");
        else yield return new Block.Table(table.Caption.Vi, Columns(table), [.. table.Rows.Select(row => Row(table, row))]);
        foreach (var note in AnnexWords.Legend(table).Concat(table.Notes)) yield return new Block.Remark(note.Vi);
    }

    // A column is as wide as what stands in it: figures are not broken, and of its head no word is.
    private static ImmutableArray<Column> Columns(AnnexTable table)
    {
        var columns = table.Columns.Select((column, i) =>
        {
            var words = table.Rows.Select(row => AnnexWords.Print(row.Cells[i], Language)).ToArray();
            var widest = column.Kind == AnnexColumnKind.Words ? Math.Min(24, words.Max(text => (int?)text.Length) ?? 0) : words.Max(text => (int?)text.Length) ?? 0;
            return new Column(AnnexWords.Head(column).Vi, Math.Clamp(Math.Max(widest, AnnexWords.Head(column).Vi.Split(' ').Max(word => word.Length)) + 4, 10, 30), column.Kind != AnnexColumnKind.Words);
        });
        var label = Math.Clamp(table.Rows.Max(row => (int?)row.Label.Vi.Length) ?? 0, 16, 32);
        return [new Column(table.Rowed.Vi, label), .. columns, .. AnnexWords.IsCovered(table) ? [new Column(AnnexWords.CoveredHead.Vi, 10, IsNumber: true)] : Array.Empty<Column>()];
    }

    private static Row Row(AnnexTable table, AnnexRow row)
    {
        var covered = AnnexWords.IsCovered(table)
            ? [new Cell(AnnexWords.Covered(row), row.Kind == AnnexRowKind.Total && row.Coverage is { } coverage && row.Cells.All(cell => cell.Note is null) ? AnnexWords.Incomplete(coverage)?.Vi : null)]
            : Array.Empty<Cell>();
        return new Row([AnnexWords.Label(row).Vi, .. row.Cells.Select(cell => new Cell(AnnexWords.Print(cell, Language), cell.Note?.Vi)), .. covered], AnnexWords.IsStrong(row));
    }
}
