using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Gives each style of a workbook a twin with a coloured background, made when it is first asked for. Not for concurrent use.</summary>
internal sealed class MarkedStyles
{
    private readonly Stylesheet _styles;
    private readonly CellFormats _formats;
    private readonly Dictionary<(uint Style, FindingLevel Level), uint> _twins = [];
    private readonly Dictionary<FindingLevel, uint> _fills = [];
    private uint? _bold;

    public MarkedStyles(WorkbookPart book)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        _styles = part.Stylesheet ??= new Stylesheet();
        _styles.Fonts ??= _styles.PrependChild(new Fonts(new Font()));
        _styles.Fills ??= _styles.InsertAfter(new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), _styles.Fonts);
        _styles.Borders ??= _styles.InsertAfter(new Borders(new Border()), _styles.Fills);
        _styles.CellFormats ??= _styles.InsertAfter(new CellFormats(new CellFormat()), (OpenXmlElement?)_styles.CellStyleFormats ?? _styles.Borders);
        _formats = _styles.CellFormats;
    }

    /// <summary>The style that looks like another, on the colour of a level.</summary>
    public uint Marked(uint style, FindingLevel level)
    {
        if (_twins.TryGetValue((style, level), out var twin)) return twin;
        var format = _formats.Elements<CellFormat>().ElementAtOrDefault((int)style)?.CloneNode(deep: true) as CellFormat ?? new CellFormat();
        format.FillId = FillOf(level);
        format.ApplyFill = true;
        return _twins[(style, level)] = Add(format);
    }

    /// <summary>Bold words.</summary>
    public uint Bold
    {
        get
        {
            if (_bold is { } known) return known;
            _styles.Fonts!.Append(new Font(new Bold(), new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" }));
            _bold = Add(new CellFormat { FontId = Counted(_styles.Fonts), ApplyFont = true, FillId = 0, BorderId = 0 });
            return _bold.Value;
        }
    }

    /// <summary>Writes the styles.</summary>
    public void Save() => _styles.Save();

    private uint FillOf(FindingLevel level)
    {
        if (_fills.TryGetValue(level, out var fill)) return fill;
        _styles.Fills!.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = ColourOf(level) }) { PatternType = PatternValues.Solid }));
        return _fills[level] = Counted(_styles.Fills);
    }

    private uint Add(CellFormat format)
    {
        _formats.Append(format);
        return Counted(_formats);
    }

    // The attribute counts what was appended; the last one's number is one less.
    private static uint Counted(OpenXmlCompositeElement list)
    {
        var count = (uint)list.ChildElements.Count;
        list.SetAttribute(new OpenXmlAttribute("count", string.Empty, count.ToString(CultureInfo.InvariantCulture)));
        return count - 1;
    }

    private static string ColourOf(FindingLevel level) => level switch
    {
        FindingLevel.Problem => "FFFF9999",
        FindingLevel.Error => "FFFFC7A0",
        FindingLevel.Warning => "FFFFF2A8",
        _ => "FFDDEBF7",
    };
}
