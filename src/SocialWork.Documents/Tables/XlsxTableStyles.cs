using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialWork.Documents.Tables;

/// <summary>How a cell of a table looks. The order is that of the style table.</summary>
internal enum TableLook
{
    /// <summary>As the program does it.</summary>
    Plain,
    /// <summary>The title.</summary>
    Title,
    /// <summary>What the table was made from.</summary>
    Note,
    /// <summary>That the data are made up.</summary>
    Demonstration,
    /// <summary>A column's heading.</summary>
    Heading,
    /// <summary>Words.</summary>
    Words,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A percentage.</summary>
    Percent,
    /// <summary>A date.</summary>
    Day,
    /// <summary>A moment.</summary>
    Moment,
}

/// <summary>The style table: one cell format per <see cref="TableLook"/>, in its order.</summary>
internal static class XlsxTableStyles
{
    private const uint WholeFormat = 3;
    private const uint PercentFormat = 9;
    private const uint TextFormat = 49;
    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;

    public static Stylesheet Make() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "dd/mm/yyyy hh:mm:ss" }),
        new Fonts(FontOf(11), FontOf(14, bold: true), FontOf(11, bold: true), FontOf(11, bold: true, colour: "FF9C0006")),
        // The first two fills are the format's own, whatever a file says.
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDDEBF7" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lined()),
        new CellStyleFormats(new CellFormat { FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Enum.GetValues<TableLook>().Select(FormatOf)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat FormatOf(TableLook look) => look switch
    {
        TableLook.Plain => Format(font: 0, lined: false),
        TableLook.Title => Format(font: 1, lined: false),
        TableLook.Note => Format(font: 0, lined: false),
        TableLook.Demonstration => Format(font: 3, lined: false),
        TableLook.Heading => Format(font: 2, fill: 2, align: HorizontalAlignmentValues.Center, wrap: true),
        TableLook.Words => Format(number: TextFormat, align: HorizontalAlignmentValues.Left, wrap: true),
        TableLook.Whole => Format(number: WholeFormat, align: HorizontalAlignmentValues.Right),
        TableLook.Percent => Format(number: PercentFormat, align: HorizontalAlignmentValues.Right),
        TableLook.Day => Format(number: DayFormat, align: HorizontalAlignmentValues.Center),
        TableLook.Moment => Format(number: MomentFormat, align: HorizontalAlignmentValues.Center),
        _ => throw new ArgumentOutOfRangeException(nameof(look), look, "There is no such look."),
    };

    private static CellFormat Format(uint font = 0, uint fill = 0, uint number = 0, bool lined = true, bool wrap = false, HorizontalAlignmentValues align = HorizontalAlignmentValues.General) =>
        new(new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Top, WrapText = wrap })
        {
            FontId = font,
            FillId = fill,
            BorderId = lined ? 1u : 0u,
            NumberFormatId = number,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        };

    private static Font FontOf(double size, bool bold = false, string colour = "FF000000")
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Border Lined() => new(
        new LeftBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Rgb = "FFBFBFBF" }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
