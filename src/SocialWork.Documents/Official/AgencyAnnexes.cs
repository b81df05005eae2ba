using System.Collections.Immutable;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Documents.Word;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Official;

/// <summary>The annexes of an agency's report: the forms that every agency fills, and those of its own sector, as they were sent.</summary>
internal static class AgencyAnnexes
{
    public static ImmutableArray<Annex> Of(AgencyReport report, string attached)
    {
        var core = report.Forms.Where(form => form.IsCore && form.Code is not (ImplementationPlan.Code or TaskResults.Code)).ToArray();
        var own = report.Forms.Where(form => !form.IsCore).ToArray();
        var annexes = ImmutableArray.CreateBuilder<Annex>();
        annexes.Add(new Annex(own.Length > 0 ? "I" : null, "Số liệu theo các biểu chung", attached, IsWide: true, [.. core.SelectMany(Blocks)]));
        if (own.Length > 0) annexes.Add(new Annex("II", "Số liệu chuyên ngành", attached, IsWide: true, [.. own.SelectMany(Blocks)]));
        return annexes.ToImmutable();
    }

    private static IEnumerable<Block> Blocks(AgencyForm form)
    {
        var stand = form.DataAsOf is { } day ? $"số liệu tính đến ngày {When.Date(day)}{(form.Showing == FormShowing.Accepted ? ", đã được tiếp nhận" : ", chờ tiếp nhận")}" : AgencyReportDocument.Unshown(form);
        yield return new Block.Paragraph([new Inline.Words(AgencyReportDocument.Named(form), IsBold: true), new Inline.Words($": {stand}.")]);
        foreach (var table in form.Tables) yield return Laid(table);
    }

    private static Block.Table Laid(FormTable table)
    {
        var isNumber = Enumerable.Range(0, table.Heads.Length).Select(column => column > 0 && table.Rows.Any(row => row[column].IsNumber || row[column].IsHidden)).ToArray();
        return new Block.Table(
            table.Title,
            [.. table.Heads.Select((head, index) => new Column(head, Weight(table, index), isNumber[index]))],
            [.. table.Rows.Select(row => new Row([.. row.Select(cell => new Cell(AgencyReportDocument.Words(cell)))]))]);
    }

    // Labels need room; numbers share the rest.
    private static double Weight(FormTable table, int column) => column switch
    {
        0 when table.Heads[0] == FormTable.Counted => 0.4,
        0 => table.IsPlain ? 3 : 2,
        _ => table.IsPlain ? 2 : 1,
    };
}
