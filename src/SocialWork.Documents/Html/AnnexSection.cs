using SocialWork.Core.Reports.Annexes;
using SocialWork.Documents.Annexes;

namespace SocialWork.Documents.Html;

/// <summary>Annexes II to VIII, folded away until they are wanted; Annex I is part II.1 of the text.</summary>
internal static class AnnexSection
{
    public static Markup Render(ReportContext c) => Markup.Of($"""
        <section aria-labelledby="annexes"><h2 id="annexes">{c.Say("Phụ lục số liệu", "Annexes")}</h2>
        {AnnexPages.Of(c.Report).Skip(1).Select(annex => One(c, annex))}</section>

        """);

    private static Markup One(ReportContext c, ReportAnnex annex) => Markup.Of($"""
        <details class="annex"><summary><h3>{c.Say("Phụ lục", "Annex")} {annex.Number}. {c.Say(annex.Title)}</h3></summary>
        {annex.Tables.Select(table => Table(c, table))}</details>

        """);

    private static Markup Table(ReportContext c, AnnexTable table)
    {
        var caption = $"{table.Id}. {c.Say(table.Caption)}";
        var notes = AnnexWords.Legend(table).Concat(table.Notes).Select(note => Markup.Of($"<p class=\"note\">{c.Say(note)}</p>"));
        if (table.Rows.IsEmpty) return Markup.Of($"<p>{caption}: {c.Say("không có số liệu.", "no figures.")}</p>{notes}");
        var covered = AnnexWords.IsCovered(table);
        var headings = table.Columns.Select(AnnexWords.Head).Prepend(table.Rowed).Concat(covered ? [AnnexWords.CoveredHead] : []).Select(c.Say);
        return Markup.Of($"""
            {ReportContext.Table(caption, headings, Markup.Of($"<tbody>{table.Rows.Select(row => Row(c, table, row, covered))}</tbody>"), "annex-table")}{notes}

            """);
    }

    private static Markup Row(ReportContext c, AnnexTable table, AnnexRow row, bool covered) => Markup.Of($"""
        <tr{(AnnexWords.IsStrong(row) ? Markup.Of($" class=\"total\"") : row.Kind == AnnexRowKind.Part ? Markup.Of($" class=\"part\"") : Markup.Empty)}><th scope="row">{c.Say(AnnexWords.Label(row))}</th>{row.Cells.Zip(table.Columns, (cell, column) => Cell(c, cell, column))}{(covered ? Markup.Of($"<td class=\"num\">{AnnexWords.Covered(row)}</td>") : Markup.Empty)}</tr>

        """);

    private static Markup Cell(ReportContext c, AnnexCell cell, AnnexColumn column)
    {
        var printed = AnnexWords.Print(cell, c.Frame.Language);
        if (column.Kind == AnnexColumnKind.Words) return Markup.Of($"<td data-name>{printed}</td>");
        var content = AnnexWords.Meaning(cell.State) is { } meaning
            ? Markup.Of($"<span aria-hidden=\"true\">{printed}</span><span class=\"unseen\">{c.Say(meaning)}</span>")
            : cell.Figure is { } figure ? c.Figure(figure, printed) : Markup.Text(printed);
        return Markup.Of($"<td class=\"num\">{content}</td>");
    }
}
