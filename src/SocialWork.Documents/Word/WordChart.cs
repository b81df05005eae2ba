using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>A chart of Word's own.</summary>
internal static class WordChart
{
    private const long EmuPerPoint = 12700;
    private const double Height = 190;

    public static Paragraph Make(MainDocumentPart main, Block.Chart chart, int number, double width)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new C.ChartSpace(
            new C.EditingLanguage { Val = "vi-VN" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                new C.AutoTitleDeleted { Val = true },
                new C.PlotArea(new C.Layout(), Bars(chart), Marks(chart), Categories(), Percent()),
                new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }),
                new C.PlotVisibleOnly { Val = true }),
            new C.TextProperties(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties(new A.LatinFont { Typeface = Decree30.Font }) { FontSize = 1100 }), new A.EndParagraphRunProperties { Language = "vi-VN" })));
        var drawing = new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = (long)(width * EmuPerPoint), Cy = (long)(Height * EmuPerPoint) },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = (uint)number, Name = "Biểu đồ " + number.ToString(CultureInfo.InvariantCulture), Description = Described(chart) },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = main.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
        return new Paragraph(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = WordStyles.Twips(6) }, new Justification { Val = JustificationValues.Center }), new Run(drawing));
    }

    private static C.BarChart Bars(Block.Chart chart) => new(
        new C.BarDirection { Val = C.BarDirectionValues.Column },
        new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
        new C.VaryColors { Val = false },
        new C.BarChartSeries(
            new C.Index { Val = 0 }, new C.Order { Val = 0 }, Name(chart.Value),
            Filled("9DBBE0"),
            new C.InvertIfNegative { Val = false },
            Words(chart),
            Labels<C.CategoryAxisData>(chart), Values(chart.Bars.Select(bar => bar.Value))),
        new C.GapWidth { Val = 80 },
        new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });

    // Each bar bears its figure as the text prints it: a format of the chart's own would round it, and in another language's way.
    private static C.DataLabels Words(Block.Chart chart)
    {
        var labels = new C.DataLabels();
        foreach (var (index, bar) in chart.Bars.Index())
        {
            labels.Append(bar.Value is null
                ? new C.DataLabel(new C.Index { Val = (uint)index }, new C.Delete { Val = true })
                : new C.DataLabel(
                    new C.Index { Val = (uint)index },
                    new C.ChartText(new C.RichText(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.Run(new A.RunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "000000" }), new A.LatinFont { Typeface = Decree30.Font }) { Language = "vi-VN", FontSize = 1100, Bold = true }, new A.Text(bar.Words))))),
                    new C.DataLabelPosition { Val = C.DataLabelPositionValues.Center },
                    new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }));
        }

        labels.Append(new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });
        return labels;
    }

    private static C.LineChart Marks(Block.Chart chart) => new(
        new C.Grouping { Val = C.GroupingValues.Standard },
        new C.VaryColors { Val = false },
        new C.LineChartSeries(
            new C.Index { Val = 1 }, new C.Order { Val = 1 }, Name(chart.Mark),
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.Dash }, new C.Size { Val = 20 }, Filled("A3262A")),
            Labels<C.CategoryAxisData>(chart), Values(chart.Bars.Select(bar => (double?)bar.Mark)),
            new C.Smooth { Val = false }),
        new C.ShowMarker { Val = true },
        new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });

    private static C.SeriesText Name(string name) => new(new C.NumericValue(name));

    private static C.ChartShapeProperties Filled(string colour) => new(new A.SolidFill(new A.RgbColorModelHex { Val = colour }));

    private static TElement Labels<TElement>(Block.Chart chart)
        where TElement : OpenXmlCompositeElement, new()
    {
        var labels = new C.StringLiteral(new C.PointCount { Val = (uint)chart.Bars.Length });
        foreach (var (index, bar) in chart.Bars.Index()) labels.Append(new C.StringPoint(new C.NumericValue(bar.Label)) { Index = (uint)index });
        var element = new TElement();
        element.Append(labels);
        return element;
    }

    private static C.Values Values(IEnumerable<double?> values)
    {
        var all = values.ToArray();
        var numbers = new C.NumberLiteral(new C.FormatCode("0.##"), new C.PointCount { Val = (uint)all.Length });
        foreach (var (index, value) in all.Index())
            if (value is { } known) numbers.Append(new C.NumericPoint(new C.NumericValue(known.ToString(CultureInfo.InvariantCulture))) { Index = (uint)index });
        return new C.Values(numbers);
    }

    private static C.CategoryAxis Categories() => new(
        new C.AxisId { Val = 1 }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }), new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom }, new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low }, new C.CrossingAxis { Val = 2 }, new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.ValueAxis Percent() => new(
        new C.AxisId { Val = 2 }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MaxAxisValue { Val = 100 }, new C.MinAxisValue { Val = 0 }), new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left }, new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "C9D1DC" })))),
        new C.NumberingFormat { FormatCode = "0\"%\"", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = 1 }, new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static string Described(Block.Chart chart) =>
        $"{chart.Caption}: " + string.Join("; ", chart.Bars.Select(bar => $"{bar.Label} {bar.Words}"));
}
