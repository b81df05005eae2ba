using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance;

/// <summary>
/// The rules that the decree has drawn under lines: found as the border of a paragraph, as a line that somebody drew, or as a
/// shape of older Word, and measured against the words above. Words are as wide as in Times New Roman.
/// </summary>
internal static partial class DrawnRule
{
    // Letters are kerned, and people draw by hand.
    private const double Leeway = 0.12;
    private const double EmusPerPoint = 12700;

    /// <summary>What is wrong with the rule under the last of some lines; its length may be measured by any of them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="above">The lines above it, at least one.</param>
    /// <param name="share">How long it must be, of the line above.</param>
    public static IEnumerable<LayoutFinding> Under(CheckedDocument document, string rule, IReadOnlyList<DocumentLine> above, Between share)
    {
        var last = above[^1];
        var required = share.Least > 0.5 ? new Text("đường kẻ dài bằng dòng chữ", "a rule as long as the line") : new Text("đường kẻ dài bằng 1/3 đến 1/2 dòng chữ", "a rule of a third to a half of the line");
        var lengths = Lengths(document, last).ToArray();
        if (lengths.Length == 0)
        {
            yield return new LayoutFinding(rule + ".rule", last.Place, new Text("không có đường kẻ bên dưới", "no rule below"), required);
            yield break;
        }

        var widths = above.Select(line => Width(line, document)).Where(width => width > 0).ToArray();
        var isRight = lengths.Any(length => length is null || widths.Any(width => length >= width * share.Least * (1 - Leeway) && length <= width * share.Most * (1 + Leeway)));
        if (isRight || widths.Length == 0) yield break;
        var measured = Print(100 * lengths[0]!.Value / widths.Max());
        yield return new LayoutFinding(rule + ".rule.length", last.Place, new Text($"đường kẻ dài {measured}% dòng chữ", $"a rule of {measured}% of the line"), required);
    }

    /// <summary>The width that a paragraph has to stand in, in points: of its cell, or of its page without margins.</summary>
    public static double Room(Paragraph paragraph, CheckedDocument document)
    {
        if (paragraph.Ancestors<TableCell>().FirstOrDefault() is { } cell)
        {
            var sides = cell.Ancestors<Table>().First().GetFirstChild<TableProperties>()?.TableCellMarginDefault;
            return CellWidth(cell) - (((sides?.TableCellLeftMargin?.Width?.Value ?? 108) + (sides?.TableCellRightMargin?.Width?.Value ?? 108)) / 20.0);
        }

        var section = Section(paragraph, document);
        var (paper, margin) = (section?.GetFirstChild<PageSize>(), section?.GetFirstChild<PageMargin>());
        return ((paper?.Width?.Value ?? 0) - (margin?.Left?.Value ?? 0.0) - (margin?.Right?.Value ?? 0.0)) / 20;
    }

    /// <summary>The properties of the section that a paragraph stands in: those that come next.</summary>
    public static SectionProperties? Section(Paragraph paragraph, CheckedDocument document)
    {
        OpenXmlElement top = paragraph;
        while (top.Parent is { } parent and not Body) top = parent;
        return top.Descendants<SectionProperties>().FirstOrDefault()
            ?? top.ElementsAfter().Select(element => element as SectionProperties ?? element.Descendants<SectionProperties>().FirstOrDefault()).FirstOrDefault(found => found is not null)
            ?? document.Main.Document?.Body?.Elements<SectionProperties>().LastOrDefault();
    }

    // Null for one whose length the file does not say: it is there.
    private static IEnumerable<double?> Lengths(CheckedDocument document, DocumentLine line)
    {
        foreach (var near in document.Lines.Skip(line.Number - 1).Take(2))
        {
            if (near.Look.HasRule) yield return Room(near.Paragraph, document) - near.Look.Left - near.Look.Right;
            foreach (var drawn in near.Paragraph.Descendants().Where(element => element is Drawing or Picture or EmbeddedObject)) yield return Length(drawn);
        }
    }

    private static double? Length(OpenXmlElement drawn)
    {
        if (drawn is Drawing) return drawn.Descendants().FirstOrDefault(element => element.LocalName == "extent") is { } extent && Attribute(extent, "cx") is { } emus && double.TryParse(emus, CultureInfo.InvariantCulture, out var width) ? width / EmusPerPoint : null;
        foreach (var shape in drawn.Descendants())
        {
            if (shape.LocalName == "line" && Abscissa(Attribute(shape, "from")) is { } from && Abscissa(Attribute(shape, "to")) is { } to) return Math.Abs(to - from);
            if (Attribute(shape, "style") is { } style && StyleWidth().Match(style) is { Success: true } stated && Points(stated.Groups["length"].Value) is { } points) return points;
        }

        return null;
    }

    private static string? Attribute(OpenXmlElement element, string name) => element.GetAttributes().Where(attribute => attribute.LocalName == name).Select(attribute => attribute.Value).FirstOrDefault();

    // “12.5pt,0”
    private static double? Abscissa(string? point) => point is null ? null : Points(point.Split(',')[0]);

    private static double? Points(string length)
    {
        var match = Measure().Match(length.Trim());
        if (!match.Success || !double.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)) return null;
        return match.Groups["unit"].Value switch
        {
            "in" => number * 72,
            "cm" => number * 72 / 2.54,
            "mm" => number * 72 / 25.4,
            "px" => number * 0.75,
            _ => number,
        };
    }

    // As it stands on paper: one that is longer than its room goes over several lines.
    private static double Width(DocumentLine line, CheckedDocument document)
    {
        var width = line.Runs.Sum(run => LineWidth.Of(run.Look.IsCaps ? run.Words.ToUpper(CultureInfo.GetCultureInfo("vi-VN")) : run.Words, run.Look.Size, run.Look.IsBold));
        return Room(line.Paragraph, document) is var room and > 0 ? Math.Min(width, room) : width;
    }

    private static double CellWidth(TableCell cell)
    {
        var own = cell.TableCellProperties?.TableCellWidth;
        if (own?.Type?.Value == TableWidthUnitValues.Dxa && double.TryParse(own.Width?.Value, CultureInfo.InvariantCulture, out var twips) && twips > 0) return twips / 20;
        var columns = cell.Ancestors<Table>().First().GetFirstChild<TableGrid>()?.Elements<GridColumn>().ToArray() ?? [];
        var at = cell.ElementsBefore().OfType<TableCell>().Sum(Span);
        return columns.Skip(at).Take(Span(cell)).Sum(column => double.TryParse(column.Width?.Value, CultureInfo.InvariantCulture, out var width) ? width : 0) / 20;
    }

    private static int Span(TableCell cell) => cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;

    [GeneratedRegex(@"(^|;)\s*width:\s*(?<length>[0-9.]+[a-z]*)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StyleWidth();

    [GeneratedRegex("^(?<number>-?[0-9.]+)(?<unit>pt|in|cm|mm|px)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Measure();
}
