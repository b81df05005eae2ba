using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>A table whose head is repeated on every page and whose rows are never split.</summary>
internal static class WordTable
{
    private const double Margin = 4;

    public static Table Make(Block.Table table, double width, WordNotes notes)
    {
        var all = table.Columns.Sum(column => column.Weight);
        var widths = table.Columns.Select(column => width * column.Weight / all).ToArray();
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = WordStyles.Twips(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = (short)(Margin * 20), Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = (short)(Margin * 20), Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(column => new GridColumn { Width = WordStyles.Twips(column) })));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(table.Columns.Select((column, i) => CellOf(new Cell(column.Head), widths[i], JustificationValues.Center, isBold: true, notes)));
        made.Append(head);
        foreach (var row in table.Rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            line.Append(row.Cells.Select((cell, i) => CellOf(cell, widths[i], table.Columns[i].IsNumber ? JustificationValues.Right : JustificationValues.Left, row.IsTotal, notes)));
            made.Append(line);
        }

        return made;
    }

    private static TableCell CellOf(Cell cell, double width, JustificationValues align, bool isBold, WordNotes notes)
    {
        var paragraph = WordText.Line(WordStyles.TableWords, cell.Words, isBold: isBold, align: align);
        if (cell.Note is { } note) paragraph.Append(notes.Mark(note));
        return new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = WordStyles.Twips(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            paragraph);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new RightBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" });
}
