using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>The kind, the subject, the text with its headings and tables.</summary>
internal static class TextRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document) => KindAndSubject(document).Concat(Body(document)).Concat(Headings(document)).Concat(Tables(document));

    private static IEnumerable<LayoutFinding> KindAndSubject(CheckedDocument document)
    {
        if (document.Kind is not { } kind)
        {
            yield return Missing("kind", "BÁO CÁO");
            yield break;
        }

        foreach (var finding in CheckedDocument.Shape("kind", kind, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        if (kind.Look.Align != JustificationValues.Center) yield return NotCentred("kind", kind);
        var subject = document.Lines.Where(line => line.Number > kind.Number && line.Words.Length > 0).TakeWhile(line => !line.Words.StartsWith("Kính gửi", StringComparison.Ordinal)).TakeWhile(line => line.Look.Align == JustificationValues.Center || line.Number == kind.Number + 1).ToArray();
        if (subject.Length == 0)
        {
            yield return Missing("subject", "trích yếu nội dung");
            yield break;
        }

        foreach (var line in subject)
        {
            foreach (var finding in CheckedDocument.Shape("subject", line, Decree30.TextSize, bold: true, italic: false)) yield return finding;
            if (line.Look.Align != JustificationValues.Center) yield return NotCentred("subject", line);
        }

        foreach (var finding in DrawnRule.Under(document, "subject", subject, Decree30.ShortRule)) yield return finding;
    }

    // Whole paragraphs of the text: those that are long, outside of tables, and no headings.
    private static IEnumerable<LayoutFinding> Body(CheckedDocument document)
    {
        var from = document.Kind?.Number ?? 0;
        var to = document.RecipientsHead?.Number ?? int.MaxValue;
        foreach (var line in document.Lines.Where(line => line.Number > from + 1 && line.Number < to && !line.InTable && line.Words.Length > 80 && !line.IsHeading))
        {
            document.Cancellation.ThrowIfCancellationRequested();
            if (line.Look.Align != JustificationValues.Both && line.Look.Align != JustificationValues.Center)
                yield return new LayoutFinding("body.align", line.Place, new Text("không dàn đều", "not justified"), new Text("dàn đều hai lề", "justified"));
            if (line.Look.Align == JustificationValues.Center) continue;
            var size = line.Runs.Where(run => !Decree30.TextSize.Holds(run.Look.Size)).Select(run => run.Look.Size).FirstOrDefault();
            if (size > 0) yield return new LayoutFinding("body.size", line.Place, Both(Print(size) + " pt"), Required(Decree30.TextSize, "pt"));
            var indent = (line.Look.FirstLine + line.Look.Left) * 25.4 / 72;
            if (!line.Style.Contains("list", StringComparison.Ordinal) && !Decree30.FirstLine.Holds(indent)) yield return new LayoutFinding("body.indent", line.Place, Both(Print(indent) + " mm"), Required(Decree30.FirstLine, "mm"));
            if (line.Look.Before + line.Look.After < Decree30.LeastSpacing - 0.1) yield return new LayoutFinding("body.spacing", line.Place, Both(Print(line.Look.Before + line.Look.After) + " pt"), new Text("ít nhất 6 pt", "at least 6 pt"));
            if (line.Look.Lines is { } lines && !Decree30.LineSpacing.Holds(lines)) yield return new LayoutFinding("body.lines", line.Place, Both(Print(lines)), Required(Decree30.LineSpacing, new Text("dòng", "lines")));
        }
    }

    private static IEnumerable<LayoutFinding> Headings(CheckedDocument document)
    {
        foreach (var line in document.Lines.Where(line => line.IsHeading).Where(line => line.Words.Length > 0))
        {
            if (line.Runs.Any(run => !run.Look.IsBold)) yield return new LayoutFinding("heading.bold", line.Place, new Text("không đậm", "not bold"), new Text("chữ đậm", "bold"));
            if (line.Runs.Where(run => !Decree30.TextSize.Holds(run.Look.Size)).Select(run => run.Look.Size).FirstOrDefault() is var size and > 0) yield return new LayoutFinding("heading.size", line.Place, Both(Print(size) + " pt"), Required(Decree30.TextSize, "pt"));
            if (line.Style == "heading 1" && !line.IsUpper) yield return new LayoutFinding("heading.caps", line.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        }
    }

    private static IEnumerable<LayoutFinding> Tables(CheckedDocument document)
    {
        foreach (var (index, table) in document.Main.Document.Body!.Elements<Table>().Where(table => table.Descendants<TableBorders>().Any()).Index())
        {
            var place = new Text($"Bảng thứ {index + 1}", $"Table {index + 1}");
            if (table.Elements<TableRow>().Count() > 1 && table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>() is null)
                yield return new LayoutFinding("table.head", place, new Text("dòng đầu không lặp lại ở trang sau", "its head is not repeated"), new Text("lặp lại dòng đầu", "repeated on every page"));
        }
    }
}
