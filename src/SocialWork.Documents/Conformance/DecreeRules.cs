using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance;

/// <summary>The rules of Appendix I over one document. Not safe for concurrent use.</summary>
internal sealed partial class DecreeRules
{
    private static readonly string[] Kinds = ["BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "QUYẾT ĐỊNH", "THÔNG BÁO", "CHƯƠNG TRÌNH", "HƯỚNG DẪN", "PHƯƠNG ÁN", "ĐỀ ÁN", "BIÊN BẢN"];

    private readonly MainDocumentPart _main;
    private readonly Looks _looks;
    private readonly IReadOnlyList<DocumentLine> _lines;
    private readonly CancellationToken _cancellationToken;

    public DecreeRules(MainDocumentPart main, CancellationToken cancellationToken)
    {
        _main = main;
        _looks = new Looks(main);
        _lines = DocumentLine.Of(main, _looks);
        _cancellationToken = cancellationToken;
    }

    /// <summary>What is not as it must be, from the paper to the annexes.</summary>
    public IEnumerable<LayoutFinding> Findings() =>
        new Func<IEnumerable<LayoutFinding>>[] { Paper, PageNumber, Letters, Nation, Agencies, NumberAndDate, KindAndSubject, Body, Headings, Signature, Recipients, Annexes, Tables }.SelectMany(rule => rule());

    private IEnumerable<LayoutFinding> Paper()
    {
        foreach (var (index, section) in _main.Document.Body!.Descendants<SectionProperties>().Index())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var place = new Text($"Phần trang {index + 1}", $"Section {index + 1}");
            if (section.GetFirstChild<PageSize>() is not { } paper || section.GetFirstChild<PageMargin>() is not { } margin)
            {
                yield return new LayoutFinding("paper", place, new Text("không khai khổ giấy hoặc lề", "no paper or margins"), new Text("A4, lề theo Nghị định", "A4 with its margins"));
                continue;
            }

            var (width, height) = (Millimetres(paper.Width?.Value ?? 0), Millimetres(paper.Height?.Value ?? 0));
            var isWide = width > height;
            if (!Near(Math.Min(width, height), Decree30.PaperWidth) || !Near(Math.Max(width, height), Decree30.PaperHeight))
                yield return new LayoutFinding("paper", place, Both($"{Print(width)} × {Print(height)} mm"), Both("210 × 297 mm (A4)"));
            // Wide tables of annexes may lie; the document itself stands.
            if (isWide && index == 0) yield return new LayoutFinding("paper.orientation", place, new Text("giấy ngang", "landscape"), new Text("giấy đứng", "portrait"));
            foreach (var (rule, measured, between) in new[]
                     {
                         ("margin.top", margin.Top?.Value ?? 0, Decree30.Top), ("margin.bottom", margin.Bottom?.Value ?? 0, Decree30.Bottom),
                         ("margin.left", (int)(margin.Left?.Value ?? 0), Decree30.Left), ("margin.right", (int)(margin.Right?.Value ?? 0), Decree30.Right),
                     })
            {
                if (!between.Holds(Millimetres((uint)Math.Abs(measured)))) yield return new LayoutFinding(rule, place, Both(Print(Millimetres((uint)Math.Abs(measured))) + " mm"), Required(between, "mm"));
            }
        }
    }

    private IEnumerable<LayoutFinding> PageNumber()
    {
        var place = new Text("Đầu trang", "Header");
        foreach (var (index, section) in _main.Document.Body!.Descendants<SectionProperties>().Index())
        {
            var headers = section.Elements<HeaderReference>().ToArray();
            var header = headers.FirstOrDefault(reference => (reference.Type?.Value ?? HeaderFooterValues.Default) == HeaderFooterValues.Default);
            // A section without a header of its own shows that of the one before.
            if (header is null && index > 0) continue;
            var paragraph = header?.Id?.Value is { } id && _main.GetPartById(id) is HeaderPart part
                ? part.Header.Descendants<Paragraph>().FirstOrDefault(p => p.Descendants<FieldCode>().Any(code => code.Text.Contains("PAGE", StringComparison.Ordinal)) || p.Descendants<SimpleField>().Any(field => field.Instruction?.Value?.Contains("PAGE", StringComparison.Ordinal) == true))
                : null;
            if (paragraph is null)
            {
                yield return new LayoutFinding("page-number", place, new Text("không có số trang ở đầu trang", "no page number in the header"), new Text("số trang ở giữa, trong lề trên", "a page number in the middle of the top margin"));
                continue;
            }

            if (_looks.Of(paragraph).Align != JustificationValues.Center)
                yield return new LayoutFinding("page-number.align", place, new Text("không ở giữa", "not in the middle"), new Text("ở giữa", "in the middle"));
            var run = paragraph.Descendants<Run>().LastOrDefault(r => r.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Text>() is not null);
            if (run is not null && _looks.Of(run, paragraph).Size is var size && !Decree30.PageNumberSize.Holds(size))
                yield return new LayoutFinding("page-number.size", place, Both(Print(size) + " pt"), Required(Decree30.PageNumberSize, "pt"));
            if (section.GetFirstChild<TitlePage>() is null)
                yield return new LayoutFinding("page-number.first", place, new Text("số trang hiện ở trang đầu", "the first page shows its number"), new Text("không hiện ở trang đầu", "hidden on the first page"));
        }
    }

    // Every run is looked at; what is wrong with many is said of the first and counted.
    private IEnumerable<LayoutFinding> Letters()
    {
        var runs = _lines.SelectMany(line => line.Runs, (line, run) => (Line: line, run.Look)).ToArray();
        foreach (var group in runs.Where(run => !string.Equals(run.Look.Font, Decree30.Font, StringComparison.OrdinalIgnoreCase)).GroupBy(run => run.Look.Font, StringComparer.OrdinalIgnoreCase))
            yield return new LayoutFinding("font", Counted(group.First().Line, group.Count()), Both(group.Key.Length == 0 ? "–" : group.Key), Both(Decree30.Font));
        foreach (var group in runs.Where(run => run.Look.Colour is { } colour && colour is not ("auto" or "000000")).GroupBy(run => run.Look.Colour!, StringComparer.OrdinalIgnoreCase))
            yield return new LayoutFinding("colour", Counted(group.First().Line, group.Count()), Both("#" + group.Key), new Text("màu đen", "black"));
    }

    private IEnumerable<LayoutFinding> Nation()
    {
        var nation = _lines.FirstOrDefault(line => Squeezed(line.Words).Equals(Decree30.Nation, StringComparison.OrdinalIgnoreCase));
        if (nation is null)
        {
            yield return Missing("nation", Decree30.Nation);
            yield break;
        }

        if (!IsUpper(nation)) yield return new LayoutFinding("nation.caps", nation.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        foreach (var finding in Shape("nation", nation, Decree30.HeadSize, bold: true, italic: false)) yield return finding;
        var motto = _lines.FirstOrDefault(line => line.Number > nation.Number && line.Words.Contains("Độc lập", StringComparison.OrdinalIgnoreCase));
        if (motto is null)
        {
            yield return Missing("motto", Decree30.Motto);
            yield break;
        }

        if (motto.Words != Decree30.Motto) yield return new LayoutFinding("motto.words", motto.Place, Both(motto.Words), Both(Decree30.Motto));
        foreach (var finding in Shape("motto", motto, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        foreach (var finding in RuleUnder("motto", motto, new Between(0.9, 1.1))) yield return finding;
    }

    // The lines above the number, on the left: the agency above, and the issuing one, which is the last of them and bold.
    private IEnumerable<LayoutFinding> Agencies()
    {
        var number = Number();
        var above = _lines.Where(line => line.InTable && (number is null || line.Number < number.Number) && line.Words.Length > 0).TakeWhile(line => !line.Words.Equals(Decree30.Nation, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (above is not [.., var issuer])
        {
            yield return Missing("issuer", "TÊN CƠ QUAN BAN HÀNH");
            yield break;
        }

        if (!IsUpper(issuer)) yield return new LayoutFinding("issuer.caps", issuer.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        foreach (var finding in Shape("issuer", issuer, Decree30.HeadSize, bold: true, italic: false)) yield return finding;
        foreach (var finding in RuleUnder("issuer", issuer, Decree30.ShortRule)) yield return finding;
        foreach (var superior in above[..^1].Where(line => line.Runs.All(run => !run.Look.IsBold)))
        {
            foreach (var finding in Shape("superior", superior, Decree30.HeadSize, bold: false, italic: false)) yield return finding;
        }
    }

    private IEnumerable<LayoutFinding> NumberAndDate()
    {
        if (Number() is { } number)
        {
            if (!NumberPattern().IsMatch(number.Words))
                yield return new LayoutFinding("number.form", number.Place, Both(number.Words), new Text("Số: 05/BC-SYT (số dưới 10 có số 0, không có dấu cách)", "Số: 05/BC-SYT (two digits below ten, no spaces)"));
            foreach (var finding in Shape("number", number, Decree30.NumberSize, bold: false, italic: false)) yield return finding;
        }
        else
        {
            yield return Missing("number", "Số: …");
        }

        if (_lines.FirstOrDefault(line => line.Words.Contains(", ngày", StringComparison.Ordinal) && line.Words.Length < 80) is { } dated)
        {
            if (!DatedPattern().IsMatch(dated.Words))
                yield return new LayoutFinding("date.form", dated.Place, Both(dated.Words), new Text("Huế, ngày 05 tháng 12 năm 2026 (ngày dưới 10 và tháng 1, 2 có số 0)", "Huế, ngày 05 tháng 12 năm 2026 (two digits for days below ten and the months 1 and 2)"));
            foreach (var finding in Shape("date", dated, Decree30.TextSize, bold: false, italic: true)) yield return finding;
        }
        else
        {
            yield return Missing("date", "Huế, ngày … tháng … năm …");
        }
    }

    private IEnumerable<LayoutFinding> KindAndSubject()
    {
        if (Kind() is not { } kind)
        {
            yield return Missing("kind", "BÁO CÁO");
            yield break;
        }

        foreach (var finding in Shape("kind", kind, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        if (kind.Look.Align != JustificationValues.Center) yield return NotCentred("kind", kind);
        var subject = _lines.Where(line => line.Number > kind.Number && line.Words.Length > 0).TakeWhile(line => !line.Words.StartsWith("Kính gửi", StringComparison.Ordinal)).TakeWhile(line => line.Look.Align == JustificationValues.Center || line.Number == kind.Number + 1).ToArray();
        if (subject.Length == 0)
        {
            yield return Missing("subject", "trích yếu nội dung");
            yield break;
        }

        foreach (var line in subject)
        {
            foreach (var finding in Shape("subject", line, Decree30.TextSize, bold: true, italic: false)) yield return finding;
            if (line.Look.Align != JustificationValues.Center) yield return NotCentred("subject", line);
        }

        foreach (var finding in RuleUnder("subject", subject[^1], Decree30.ShortRule)) yield return finding;
    }

    // Whole paragraphs of the text: those that are long, outside of tables, and no headings.
    private IEnumerable<LayoutFinding> Body()
    {
        var from = Kind()?.Number ?? 0;
        var to = RecipientsHead()?.Number ?? int.MaxValue;
        foreach (var line in _lines.Where(line => line.Number > from + 1 && line.Number < to && !line.InTable && line.Words.Length > 80 && !IsHeading(line)))
        {
            _cancellationToken.ThrowIfCancellationRequested();
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

    private IEnumerable<LayoutFinding> Headings()
    {
        foreach (var line in _lines.Where(IsHeading).Where(line => line.Words.Length > 0))
        {
            if (line.Runs.Any(run => !run.Look.IsBold)) yield return new LayoutFinding("heading.bold", line.Place, new Text("không đậm", "not bold"), new Text("chữ đậm", "bold"));
            if (line.Runs.Where(run => !Decree30.TextSize.Holds(run.Look.Size)).Select(run => run.Look.Size).FirstOrDefault() is var size and > 0) yield return new LayoutFinding("heading.size", line.Place, Both(Print(size) + " pt"), Required(Decree30.TextSize, "pt"));
            if (line.Style == "heading 1" && !IsUpper(line)) yield return new LayoutFinding("heading.caps", line.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
        }
    }

    private IEnumerable<LayoutFinding> Signature()
    {
        var from = RecipientsHead()?.Number ?? _lines.Count / 2;
        var capacity = _lines.FirstOrDefault(line => line.Number > from && CapacityPattern().IsMatch(line.Words));
        if (capacity is null)
        {
            yield return Missing("signature", "quyền hạn, chức vụ người ký");
            yield break;
        }

        foreach (var finding in Shape("signature", capacity, Decree30.TextSize, bold: true, italic: false)) yield return finding;
        if (_lines.FirstOrDefault(line => line.InTable && line.Number > capacity.Number && line.Number < capacity.Number + 8 && line.Words.Length > 0 && !CapacityPattern().IsMatch(line.Words)) is { } name)
        {
            foreach (var finding in Shape("signature.name", name, Decree30.TextSize, bold: true, italic: false)) yield return finding;
            if (DegreePattern().IsMatch(name.Words)) yield return new LayoutFinding("signature.degree", name.Place, Both(name.Words), new Text("không ghi học hàm, học vị", "no academic title"));
        }
    }

    private IEnumerable<LayoutFinding> Recipients()
    {
        if (RecipientsHead() is not { } head)
        {
            yield return Missing("recipients", "Nơi nhận:");
            yield break;
        }

        foreach (var finding in Shape("recipients", head, Decree30.RecipientsHeadSize, bold: true, italic: true)) yield return finding;
        var list = _lines.Where(line => line.Number > head.Number).TakeWhile(line => line.Words.StartsWith('-')).ToArray();
        foreach (var line in list)
        {
            foreach (var finding in Shape("recipients.line", line, Decree30.RecipientsSize, bold: false, italic: false)) yield return finding;
            var end = line == list[^1] ? '.' : ';';
            if (!line.Words.EndsWith(end)) yield return new LayoutFinding("recipients.end", line.Place, Both(line.Words), new Text($"kết thúc bằng “{end}”", $"ends with “{end}”"));
        }

        if (list is not [.., var last] || !last.Words.StartsWith("- Lưu:", StringComparison.Ordinal))
            yield return new LayoutFinding("recipients.last", head.Place, Both(list is [.., var other] ? other.Words : "–"), Both("- Lưu: VT, …."));
    }

    private IEnumerable<LayoutFinding> Annexes()
    {
        foreach (var line in _lines.Where(line => AnnexPattern().IsMatch(line.Words)))
        {
            foreach (var finding in Shape("annex", line, Decree30.AnnexSize, bold: true, italic: false)) yield return finding;
            if (line.Look.Align != JustificationValues.Center) yield return NotCentred("annex", line);
            if (_lines.FirstOrDefault(next => next.Number > line.Number && next.Words.Length > 0) is { } title)
            {
                if (!IsUpper(title)) yield return new LayoutFinding("annex.caps", title.Place, new Text("chữ thường", "small letters"), new Text("chữ in hoa", "capitals"));
                foreach (var finding in Shape("annex.title", title, Decree30.TextSize, bold: true, italic: false)) yield return finding;
                if (_lines.FirstOrDefault(next => next.Number > title.Number && next.Words.StartsWith("(Kèm theo", StringComparison.Ordinal)) is not { } attached || attached.Number > title.Number + 2)
                    yield return new LayoutFinding("annex.attached", title.Place, new Text("thiếu dòng “(Kèm theo …)”", "“(Kèm theo …)” is missing"), Both("(Kèm theo Báo cáo số … ngày … của …)"));
            }
        }
    }

    private IEnumerable<LayoutFinding> Tables()
    {
        foreach (var (index, table) in _main.Document.Body!.Elements<Table>().Where(table => table.Descendants<TableBorders>().Any()).Index())
        {
            var place = new Text($"Bảng thứ {index + 1}", $"Table {index + 1}");
            if (table.Elements<TableRow>().Count() > 1 && table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>() is null)
                yield return new LayoutFinding("table.head", place, new Text("dòng đầu không lặp lại ở trang sau", "its head is not repeated"), new Text("lặp lại dòng đầu", "repeated on every page"));
        }
    }

    private static IEnumerable<LayoutFinding> Shape(string rule, DocumentLine line, Between sizes, bool bold, bool italic)
    {
        if (line.Runs.Select(run => run.Look.Size).Where(size => !sizes.Holds(size)).Select(size => (double?)size).FirstOrDefault() is { } wrong)
            yield return new LayoutFinding(rule + ".size", line.Place, Both(Print(wrong) + " pt"), Required(sizes, "pt"));
        if (line.Runs.Any(run => run.Look.IsBold != bold))
            yield return new LayoutFinding(rule + ".bold", line.Place, bold ? new Text("không đậm", "not bold") : new Text("đậm", "bold"), bold ? new Text("chữ đậm", "bold") : new Text("không đậm", "not bold"));
        if (line.Runs.Any(run => run.Look.IsItalic != italic))
            yield return new LayoutFinding(rule + ".italic", line.Place, italic ? new Text("chữ đứng", "upright") : new Text("chữ nghiêng", "italic"), italic ? new Text("chữ nghiêng", "italic") : new Text("chữ đứng", "upright"));
    }

    // A rule is the border of the paragraph below, or of the line itself. A line that was drawn is not measured: it is there, no more.
    private IEnumerable<LayoutFinding> RuleUnder(string rule, DocumentLine line, Between share)
    {
        var below = line.Look.HasRule ? line : _lines.FirstOrDefault(next => next.Number == line.Number + 1);
        var isDrawn = _main.Document.Body!.Descendants<Paragraph>().Skip(line.Number - 1).Take(2).Any(paragraph => paragraph.Descendants<Drawing>().Any() || paragraph.Descendants<Picture>().Any());
        if (below?.Look.HasRule != true && !isDrawn)
        {
            yield return new LayoutFinding(rule + ".rule", line.Place, new Text("không có đường kẻ bên dưới", "no rule below"), share.Least > 0.5 ? new Text("đường kẻ bằng độ dài dòng chữ", "a rule as long as the line") : new Text("đường kẻ bằng 1/3 đến 1/2 dòng chữ", "a rule of a third to a half of the line"));
        }
    }

    private DocumentLine? Number() => _lines.FirstOrDefault(line => line.Words.StartsWith("Số:", StringComparison.Ordinal) || line.Words.StartsWith("Số ", StringComparison.Ordinal) && line.Words.Contains('/'));

    private DocumentLine? Kind() => _lines.FirstOrDefault(line => !line.InTable && Kinds.Contains(line.Words, StringComparer.OrdinalIgnoreCase));

    private DocumentLine? RecipientsHead() => _lines.LastOrDefault(line => line.Words.StartsWith("Nơi nhận", StringComparison.Ordinal));

    private static bool IsHeading(DocumentLine line) => line.Style.StartsWith("heading", StringComparison.Ordinal);

    private static bool IsUpper(DocumentLine line) => line.Runs.All(run => run.Look.IsCaps || !run.Words.Any(char.IsLower));

    [GeneratedRegex(@"^Số: ([0-9]{2,}|«…»)/\p{Lu}[\p{Lu}Đ]*(-[\p{L}0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[^,]+, ngày (0[1-9]|[12][0-9]|3[01]|«…») tháng (0[12]|[3-9]|1[0-2]|«…») năm ([0-9]{4}|«…»)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatedPattern();

    [GeneratedRegex(@"^((TM|KT|TL|TUQ|Q)\. |GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG|PHÓ|«…»)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CapacityPattern();

    [GeneratedRegex(@"\b(ThS|TS|PGS|GS|BS|CKI|CKII|Thạc sĩ|Tiến sĩ|Bác sĩ)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DegreePattern();

    [GeneratedRegex("^Phụ lục( [IVXLC]+)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AnnexPattern();
}
