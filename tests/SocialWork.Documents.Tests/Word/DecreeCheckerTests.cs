using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Core;
using SocialWork.Core.Reports;
using SocialWork.Documents.Conformance;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Word;

/// <summary>The checker finds what was broken on purpose, names it, and finds nothing in what the product writes.</summary>
public sealed class DecreeCheckerTests
{
    /// <summary>Documents that were spoilt: the rule that must be named, and how it was broken.</summary>
    private static readonly ImmutableArray<(string Rule, Action<MainDocumentPart> Spoil)> Broken =
    [
        ("paper", main => Section(main).GetFirstChild<PageSize>()!.Height = 15840),
        ("paper.orientation", main => { var paper = Section(main).GetFirstChild<PageSize>()!; (paper.Width, paper.Height) = (paper.Height, paper.Width); }),
        ("margin.top", main => Section(main).GetFirstChild<PageMargin>()!.Top = 720),
        ("margin.bottom", main => Section(main).GetFirstChild<PageMargin>()!.Bottom = 1701),
        ("margin.left", main => Section(main).GetFirstChild<PageMargin>()!.Left = 1134),
        ("margin.right", main => Section(main).GetFirstChild<PageMargin>()!.Right = 1701),
        ("page-number", main => Section(main).Elements<HeaderReference>().First().Remove()),
        ("page-number.first", main => Section(main).GetFirstChild<TitlePage>()!.Remove()),
        ("page-number.align", main => Header(main).ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right })),
        ("page-number.size", main => { foreach (var run in Header(main).Descendants<Run>()) Look(run).Append(new FontSize { Val = "20" }); }),
        ("font", main => Look(First(main, "Trên đây là báo cáo")).PrependChild(new RunFonts { Ascii = "Arial", HighAnsi = "Arial" })),
        ("colour", main => Look(First(main, "Trên đây là báo cáo")).Append(new Color { Val = "C00000" })),
        ("nation.missing", main => Paragraph(main, Decree30.Nation).Remove()),
        ("nation.size", main => Resize(main, Decree30.Nation, 15)),
        ("nation.bold", main => Plain(main, Decree30.Nation)),
        ("motto.words", main => Say(main, Decree30.Motto, "Độc lập – Tự do – Hạnh phúc")),
        ("motto.size", main => Resize(main, Decree30.Motto, 11)),
        ("motto.rule", main => Paragraph(main, Decree30.Motto).NextSibling<Paragraph>()!.ParagraphProperties!.ParagraphBorders!.Remove()),
        ("motto.rule.length", main => Shorten(Paragraph(main, Decree30.Motto).NextSibling<Paragraph>()!, 40)),
        ("issuer.bold", main => Plain(main, "SỞ Y TẾ")),
        ("issuer.caps", main => Say(main, "SỞ Y TẾ", "Sở Y tế")),
        ("issuer.rule", main => Paragraph(main, "SỞ Y TẾ").NextSibling<Paragraph>()!.ParagraphProperties!.ParagraphBorders!.Remove()),
        ("issuer.rule.length", main => Shorten(Paragraph(main, "SỞ Y TẾ").NextSibling<Paragraph>()!, -20)),
        ("number.form", main => Say(main, "Số: 05/BC-SYT", "Số: 5 / BC - SYT")),
        ("number.size", main => Resize(main, "Số: 05/BC-SYT", 11)),
        ("date.form", main => Say(main, "Huế, ngày 05 tháng 12 năm 2026", "Huế, ngày 5 tháng 12 năm 2026")),
        ("date.italic", main => Look(First(main, "Huế, ngày")).GetFirstChild<Italic>()!.Remove()),
        ("kind.missing", main => Say(main, "BÁO CÁO", "BẢN TIN")),
        ("kind.bold", main => Look(First(main, "BÁO CÁO")).Append(new Bold { Val = false })),
        ("subject.rule", main => Paragraph(main, "Kính gửi").PreviousSibling<Paragraph>()!.ParagraphProperties!.ParagraphBorders!.Remove()),
        ("subject.rule.length", main => Shorten(Paragraph(main, "Kính gửi").PreviousSibling<Paragraph>()!, -100)),
        ("body.align", main => Paragraph(main, "Trên đây là báo cáo").ParagraphProperties!.Append(new Justification { Val = JustificationValues.Left })),
        ("body.indent", main => Paragraph(main, "Trên đây là báo cáo").ParagraphProperties!.Append(new Indentation { FirstLine = "0" })),
        ("body.spacing", main => Paragraph(main, "Trên đây là báo cáo").ParagraphProperties!.Append(new SpacingBetweenLines { Before = "20", After = "0" })),
        ("body.lines", main => Paragraph(main, "Trên đây là báo cáo").ParagraphProperties!.Append(new SpacingBetweenLines { Before = "120", Line = "480" })),
        ("body.size", main => Resize(main, "Trên đây là báo cáo", 12)),
        ("heading.bold", main => Look(First(main, "Kết quả thực hiện", heading: true)).Append(new Bold { Val = false })),
        ("heading.caps", main => Look(First(main, "Kết quả thực hiện", heading: true)).Append(new Caps { Val = false })),
        ("signature.missing", main => { Say(main, "KT. GIÁM ĐỐC", "Người ký"); Say(main, "PHÓ GIÁM ĐỐC", "Thay mặt"); }),
        ("signature.degree", main => Say(main, "Người Ký Ví Dụ", "TS. Người Ký Ví Dụ")),
        ("signature.name.caps", main => Say(main, "Người Ký Ví Dụ", "NGƯỜI KÝ VÍ DỤ")),
        ("signature.name.bold", main => Look(First(main, "Người Ký Ví Dụ")).Append(new Bold { Val = false })),
        ("recipients.missing", main => Paragraph(main, "Nơi nhận:").Remove()),
        ("recipients.italic", main => Look(First(main, "Nơi nhận:")).Append(new Italic { Val = false })),
        ("recipients.end", main => Say(main, "- Như trên;", "- Như trên,")),
        ("recipients.last", main => Say(main, "- Lưu: VT, BTXH.", "- Văn phòng.")),
        ("recipients.line.size", main => Resize(main, "- Như trên;", 14)),
        ("annex.bold", main => Look(First(main, "Phụ lục I")).Append(new Bold { Val = false })),
        ("annex.attached", main => { foreach (var line in main.Document.Body!.Descendants<Paragraph>().Where(p => p.InnerText.StartsWith("(Kèm theo", StringComparison.Ordinal)).ToArray()) line.Remove(); }),
        ("annex.attached.italic", main => Look(First(main, "(Kèm theo")).Append(new Italic { Val = false })),
        ("annex.number", main => Say(main, "Phụ lục VIII", "Phụ lục")),
        ("annex.title.align", main => After(main, "Phụ lục I").ParagraphProperties!.Append(new Justification { Val = JustificationValues.Left })),
        ("annex.caps", main => Look(After(main, "Phụ lục I").Descendants<Run>().First()).Append(new Caps { Val = false })),
        ("annex.pages", main => Section(main, 1).GetFirstChild<PageNumberType>()!.Remove()),
        ("table.head", main => main.Document.Body!.Descendants<TableHeader>().First().Remove()),
    ];

    public static TheoryData<string> Rules() => [.. Broken.Select(broken => broken.Rule)];

    [Fact]
    public void What_the_product_writes_conforms()
    {
        Findings(Written(WordFileTests.Facts)).ShouldBeEmpty();
        Findings(Written(new DocumentFacts { Issuer = ["SỞ Y TẾ"], Sign = "BC-SYT" })).Select(finding => finding.Rule).ShouldAllBe(rule => rule == "recipients.last" || rule == "recipients.end", "only what the office has not set");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_was_broken_is_found_with_its_place_and_what_is_required(string rule)
    {
        var found = Findings(Spoilt(Broken.Single(broken => broken.Rule == rule).Spoil));
        var named = found.Where(finding => finding.Rule == rule).ToArray();
        named.ShouldNotBeEmpty(string.Join("; ", found.Select(finding => finding.Rule)));
        named.ShouldAllBe(finding => finding.Place.Vi.Length > 0 && finding.Measured.Vi.Length > 0 && finding.Required.Vi.Length > 0 && finding.Required.En.Length > 0);
    }

    [Fact]
    public void What_is_no_word_document_or_too_large_is_refused()
    {
        DecreeChecker.Check(new MemoryStream("%PDF-"u8.ToArray()), CancellationToken.None).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.No>().Refusal.Code.ShouldBe("document.notWord");
        using var large = new MemoryStream();
        large.SetLength(DecreeChecker.MaxBytes + 1);
        DecreeChecker.Check(large, CancellationToken.None).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.No>().Refusal.Code.ShouldBe("document.tooLarge");
    }

    [Theory]
    [InlineData(21, true)]
    [InlineData(12, false)]
    [InlineData(90, false)]
    public void A_line_that_somebody_drew_is_measured_too(int points, bool isRight)
    {
        foreach (var drawn in new[]
                 {
                     $"<w:drawing xmlns:w=\"{W}\"><wp:anchor xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:extent cx=\"{points * 12700}\" cy=\"0\"/></wp:anchor></w:drawing>",
                     $"<w:pict xmlns:w=\"{W}\"><v:line xmlns:v=\"urn:schemas-microsoft-com:vml\" from=\"10pt,2pt\" to=\"{points + 10}pt,2pt\"/></w:pict>",
                     $"<w:pict xmlns:w=\"{W}\"><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" style=\"position:absolute;width:{points}pt;height:0\"/></w:pict>",
                 })
        {
            var found = Findings(Spoilt(main =>
            {
                var rule = Paragraph(main, "SỞ Y TẾ").NextSibling<Paragraph>()!;
                rule.ParagraphProperties!.ParagraphBorders!.Remove();
                rule.Append(new Run { InnerXml = drawn });
            })).Select(finding => finding.Rule).ToArray();
            if (isRight) found.ShouldBeEmpty(drawn);
            else found.ShouldBe(["issuer.rule.length"], drawn);
        }
    }

    [Fact]
    public async Task What_libre_office_saved_again_is_read_like_before()
    {
        var again = await LibreOffice.ConvertAsync(Written(WordFileTests.Facts), "docx", "docx", CancellationToken.None);
        // An annex of one page loses the header of those that it would have after it.
        Findings(again).Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).ShouldBe(["page-number"]);
    }

    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static LayoutFinding[] Findings(byte[] file) => [.. DecreeChecker.Check(new MemoryStream(file), CancellationToken.None).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.Ok>().Value];

    private static byte[] Written(DocumentFacts facts) => WordFile.Write(CombinedReportDocument.Of(new ReportPaper(SampleReport.Report with { Demo = false }, SampleReport.Frame, facts)), CancellationToken.None);

    private static byte[] Spoilt(Action<MainDocumentPart> spoil)
    {
        using var stream = new MemoryStream();
        stream.Write(Written(WordFileTests.Facts));
        using (var file = WordprocessingDocument.Open(stream, isEditable: true)) spoil(file.MainDocumentPart!);
        return stream.ToArray();
    }

    private static SectionProperties Section(MainDocumentPart main, int index = 0) => main.Document.Body!.Descendants<SectionProperties>().ElementAt(index);

    private static Paragraph After(MainDocumentPart main, string words) => main.Document.Body!.Descendants<Paragraph>().First(paragraph => paragraph.InnerText == words).NextSibling<Paragraph>()!;

    // Takes points from both ends of a rule.
    private static void Shorten(Paragraph rule, double points)
    {
        var sides = rule.ParagraphProperties!.Indentation!;
        var aside = int.Parse(sides.Left!.Value!, System.Globalization.CultureInfo.InvariantCulture) + (int)(points * 20);
        sides.Left = sides.Right = aside.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Paragraph Header(MainDocumentPart main) => main.HeaderParts.SelectMany(part => part.Header.Descendants<Paragraph>()).First(paragraph => paragraph.Descendants<FieldCode>().Any());

    private static Paragraph Paragraph(MainDocumentPart main, string begin) => main.Document.Body!.Descendants<Paragraph>().First(paragraph => paragraph.InnerText.StartsWith(begin, StringComparison.Ordinal));

    private static Run First(MainDocumentPart main, string begin, bool heading = false) =>
        main.Document.Body!.Descendants<Paragraph>().First(paragraph => paragraph.InnerText.StartsWith(begin, StringComparison.Ordinal) && (!heading || paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!.StartsWith("Heading", StringComparison.Ordinal))).Descendants<Run>().First();

    private static RunProperties Look(Run run) => run.RunProperties ??= new RunProperties();

    private static void Resize(MainDocumentPart main, string begin, int points)
    {
        var look = Look(First(main, begin));
        look.RemoveAllChildren<FontSize>();
        look.Append(new FontSize { Val = (points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    private static void Plain(MainDocumentPart main, string begin) => Look(First(main, begin)).GetFirstChild<Bold>()!.Remove();

    private static void Say(MainDocumentPart main, string begin, string words) => First(main, begin).GetFirstChild<Text>()!.Text = words;
}
