using System.Globalization;
using System.IO.Compression;
using System.Text;
using SocialWork.Core.Reports;
using SocialWork.Documents.Official;
using SocialWork.Documents.Pdf;
using SocialWork.Documents.Tests.Word;
using SocialWork.Documents.Word;
using SocialWork.Tests.Shared;

namespace SocialWork.Documents.Tests.Pdf;

/// <summary>Which fonts a PDF uses, read from the file itself.</summary>
public sealed class PdfFontsTests
{
    private static readonly InstalledProgram PopplerFonts = new("pdffonts", "poppler-utils", ["pdffonts"]);

    [Fact]
    public async Task The_printed_report_uses_the_decrees_typeface_alone_and_poppler_says_the_same()
    {
        var docx = WordFile.Write(CombinedReportDocument.Of(new ReportPaper(SampleReport.Report, SampleReport.Frame, WordFileTests.Facts)), CancellationToken.None);
        var pdf = await LibreOffice.ConvertAsync(docx, "docx", "pdf", CancellationToken.None);
        PdfFonts.IsPdf(pdf).ShouldBeTrue();
        var read = PdfFonts.Read(pdf);
        read.ShouldAllBe(font => font.IsEmbedded && PdfFonts.IsDecreed(font.Name), string.Join(", ", read));
        read.Select(font => $"{font.Name} {font.IsEmbedded}").ShouldBe(await PopplersAsync(pdf));
    }

    [Fact]
    public async Task Another_typeface_is_seen_as_poppler_sees_it()
    {
        var text = @"{\rtf1{\fonttbl{\f0 Liberation Sans;}{\f1 Liberation Serif;}}\f0 Co so \f1 tro giup}"u8.ToArray();
        var pdf = await LibreOffice.ConvertAsync(text, "rtf", "pdf", CancellationToken.None);
        var read = PdfFonts.Read(pdf);
        read.ShouldContain(font => !PdfFonts.IsDecreed(font.Name));
        read.Select(font => $"{font.Name} {font.IsEmbedded}").ShouldBe(await PopplersAsync(pdf));
    }

    [Fact]
    public void Fonts_in_packed_objects_are_read_and_what_streams_hold_is_not()
    {
        var pdf = File(
            Packed("1 0 2 60 <</Type/Font/BaseFont/ABCDEF+TimesNewRomanPS-BoldMT/FontDescriptor 2 0 R>> <</Type/FontDescriptor/FontName/ABCDEF+TimesNewRomanPS-BoldMT/FontFile2 9 0 R>>"),
            "3 0 obj\n<</Length 20>>\nstream\n/BaseFont/Comic#20Sans\nendstream\nendobj\n",
            "4 0 obj\n<< /Type /Font /BaseFont /Comic#20Sans >>\nendobj\n");
        PdfFonts.Read(pdf).ShouldBe([new PdfFont("Comic Sans", IsEmbedded: false), new PdfFont("TimesNewRomanPS-BoldMT", IsEmbedded: true)]);
    }

    [Theory]
    [InlineData("LiberationSerif", true)]
    [InlineData("LiberationSerif-BoldItalic", true)]
    [InlineData("TimesNewRomanPSMT", true)]
    [InlineData("TimesNewRomanPS-ItalicMT", true)]
    [InlineData("TimesNewRoman,Bold", true)]
    [InlineData("LiberationSans", false)]
    [InlineData("Times-Roman", false)]
    [InlineData("DejaVuSerif", false)]
    public void The_decrees_typeface_is_told_from_others(string name, bool isDecreed) => PdfFonts.IsDecreed(name).ShouldBe(isDecreed);

    [Fact]
    public void Packed_objects_that_swell_or_break_are_refused()
    {
        Should.Throw<InvalidDataException>(() => PdfFonts.Read(File(Packed(new string(' ', PdfFonts.MaxUnpacked + 1)))));
        Should.Throw<InvalidDataException>(() => PdfFonts.Read(File("1 0 obj\n<</Type/ObjStm>>\nstream\nno zip at all\nendstream\nendobj\n")));
    }

    // The lines under its two lines of head: name, type, encoding, emb …, the type and the encoding may hold spaces.
    private static async Task<IEnumerable<string>> PopplersAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await System.IO.File.WriteAllBytesAsync(file, pdf);
            var said = await InstalledProgram.RunAsync(await PopplerFonts.FindAsync(CancellationToken.None), [file], CancellationToken.None);
            var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var embedded = lines[0].IndexOf("emb", StringComparison.Ordinal);
            return lines[2..].Select(line => $"{line.Split(' ')[0].Split('+')[^1]} {line[embedded..].StartsWith("yes", StringComparison.Ordinal)}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        }
        finally
        {
            System.IO.File.Delete(file);
        }
    }

    private static byte[] File(params string[] objects) => Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(objects) + "trailer\n<</Size 5>>\n%%EOF\n");

    private static string Packed(string objects)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.Latin1.GetBytes(objects));
        return string.Create(CultureInfo.InvariantCulture, $"5 0 obj\n<</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length {packed.Length}>>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\n");
    }
}
