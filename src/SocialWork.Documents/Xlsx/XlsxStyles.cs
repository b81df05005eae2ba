using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialWork.Documents.Xlsx;

/// <summary>The style table: one cell format per <see cref="Look"/>, in its order.</summary>
internal static class XlsxStyles
{
    private const uint Whole = 3;
    private const uint WholePercent = 9;
    private const uint AsText = 49;
    private const uint DayMonthYear = 164;
    private const uint DayAndTime = 165;
    private const uint OneDecimal = 166;
    private const uint ThreeDecimals = 167;

    public static Stylesheet Make()
    {
        var fonts = new List<Font>();
        var fills = new List<Fill>();
        // The first two fills are the format's own, whatever a file says.
        Add(fills, new Fill(new PatternFill { PatternType = PatternValues.None }));
        Add(fills, new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        var formats = Enum.GetValues<Look>().Select(StyleOf).Select(style => Format(style, fonts, fills)).ToArray();
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayMonthYear, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = DayAndTime, FormatCode = "dd/mm/yyyy hh:mm:ss" },
                new NumberingFormat { NumberFormatId = OneDecimal, FormatCode = "0.0%" },
                new NumberingFormat { NumberFormatId = ThreeDecimals, FormatCode = "0.0##%" }),
            new Fonts(fonts),
            new Fills(fills),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lined()),
            new CellStyleFormats(new CellFormat { FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(formats),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private static Style StyleOf(Look look) => look switch
    {
        Look.Plain or Look.Key => new Style(),
        Look.Agency => new Style { Bold = true, Size = 12 },
        Look.FormCode => new Style { Bold = true, Size = 12, Align = HorizontalAlignmentValues.Right },
        Look.Title => new Style { Bold = true, Size = 14, Align = HorizontalAlignmentValues.Center },
        Look.Subtitle => new Style { Italic = true, Align = HorizontalAlignmentValues.Center },
        Look.Advice => new Style { Fill = "FFF2F2F2" },
        Look.Demonstration => new Style { Bold = true, Colour = "FF9C0006", Fill = "FFFFC7CE", Align = HorizontalAlignmentValues.Center },
        Look.Section => new Style { Bold = true, Colour = "FFFFFFFF", Fill = "FF1F4E78" },
        Look.Block => new Style { Bold = true },
        Look.Header => new Style { Bold = true, Fill = "FFDDEBF7", Lined = true, Align = HorizontalAlignmentValues.Center },
        Look.Label => new Style { Lined = true },
        Look.Centred => new Style { Lined = true, Align = HorizontalAlignmentValues.Center },
        Look.Hint => new Style { Italic = true, Size = 10, Colour = "FF404040" },
        Look.Total => new Style { Bold = true, Fill = "FFEDEDED", Lined = true, Format = Whole, Align = HorizontalAlignmentValues.Right },
        Look.TotalLabel => new Style { Bold = true, Fill = "FFEDEDED", Lined = true },
        Look.Previous => new Style { Italic = true, Colour = "FF404040", Lined = true, Format = Whole, Align = HorizontalAlignmentValues.Right },
        Look.NotAsked => new Style { Fill = "FFD9D9D9", Lined = true, Align = HorizontalAlignmentValues.Center },
        Look.Link => new Style { Colour = "FF0563C1", Underlined = true, Lined = true },
        Look.NumberInput => Input with { Format = Whole, Align = HorizontalAlignmentValues.Right },
        Look.TextInput => Input with { Format = AsText, Align = HorizontalAlignmentValues.Left },
        Look.DateInput => Input with { Format = DayMonthYear, Align = HorizontalAlignmentValues.Center },
        Look.ChoiceInput => Input with { Align = HorizontalAlignmentValues.Left },
        Look.Caption => new Style { Bold = true, Size = 14, Wrapped = false },
        Look.CaptionNote => new Style { Wrapped = false },
        Look.CaptionMark => new Style { Bold = true, Colour = "FF9C0006", Wrapped = false },
        Look.Words => new Style { Lined = true, Format = AsText },
        Look.Whole => new Style { Lined = true, Format = Whole, Align = HorizontalAlignmentValues.Right, Wrapped = false },
        Look.Percent => new Style { Lined = true, Format = WholePercent, Align = HorizontalAlignmentValues.Right, Wrapped = false },
        Look.Day => new Style { Lined = true, Format = DayMonthYear, Align = HorizontalAlignmentValues.Center, Wrapped = false },
        Look.Moment => new Style { Lined = true, Format = DayAndTime, Align = HorizontalAlignmentValues.Center, Wrapped = false },
        Look.Rate => new Style { Lined = true, Format = OneDecimal, Align = HorizontalAlignmentValues.Right, Wrapped = false },
        Look.TotalRate => StyleOf(Look.Total) with { Format = OneDecimal },
        Look.FineRate => StyleOf(Look.Rate) with { Format = ThreeDecimals },
        Look.FineTotalRate => StyleOf(Look.Total) with { Format = ThreeDecimals },
        _ => throw new ArgumentOutOfRangeException(nameof(look), look, "There is no such look."),
    };

    private static Style Input => new() { Fill = "FFFFF9DB", Lined = true, Unlocked = true };

    private static CellFormat Format(Style style, List<Font> fonts, List<Fill> fills)
    {
        var font = Add(fonts, FontOf(style));
        var fill = style.Fill is null ? 0 : Add(fills, new Fill(new PatternFill(new ForegroundColor { Rgb = style.Fill }) { PatternType = PatternValues.Solid }));
        return new CellFormat(
            new Alignment { Horizontal = style.Align, Vertical = VerticalAlignmentValues.Center, WrapText = style.Wrapped },
            new Protection { Locked = !style.Unlocked })
        {
            FontId = font,
            FillId = fill,
            BorderId = style.Lined ? 1u : 0u,
            NumberFormatId = style.Format,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };
    }

    private static Font FontOf(Style style)
    {
        var font = new Font();
        if (style.Bold) font.Append(new Bold());
        if (style.Italic) font.Append(new Italic());
        if (style.Underlined) font.Append(new Underline());
        font.Append(new FontSize { Val = style.Size }, new Color { Rgb = style.Colour }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Border Lined() => new(
        new LeftBorder(new Color { Rgb = "FF7F7F7F" }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Rgb = "FF7F7F7F" }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Rgb = "FF7F7F7F" }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Rgb = "FF7F7F7F" }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    // Gives the place of an equal element, adding it where there is none.
    private static uint Add<T>(List<T> known, T wanted) where T : OpenXmlElement
    {
        var at = known.FindIndex(element => string.Equals(element.OuterXml, wanted.OuterXml, StringComparison.Ordinal));
        if (at >= 0) return (uint)at;
        known.Add(wanted);
        return (uint)known.Count - 1;
    }

    private sealed record Style
    {
        public bool Bold { get; init; }
        public bool Italic { get; init; }
        public bool Underlined { get; init; }
        public double Size { get; init; } = 11;
        public string Colour { get; init; } = "FF000000";
        public string? Fill { get; init; }
        public bool Lined { get; init; }
        public bool Unlocked { get; init; }
        public bool Wrapped { get; init; } = true;
        public uint Format { get; init; }
        public HorizontalAlignmentValues Align { get; init; } = HorizontalAlignmentValues.Left;
    }
}
