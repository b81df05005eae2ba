using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using SocialWork.Core;
using SocialWork.Documents.Conformance;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;

namespace SocialWork.Documents.Tests.Word;

/// <summary>Documents that are none, that are damaged, and that were made to do harm: checked or refused, and nothing worse.</summary>
public sealed class HostileDocumentTests
{
    private const string Main = "word/document.xml";
    private static readonly byte[] Good = WordFile.Write(CombinedReportDocument.Of(new ReportPaper(SampleReport.Report, SampleReport.Frame, WordFileTests.Facts)), CancellationToken.None);

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "nothing", [], "document.notWord" },
        { "text", "Báo cáo"u8.ToArray(), "document.notWord" },
        { "old Word, or a password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "document.oldWord" },
        { "no main part", Changed(Main, (byte[]?)null), "document.notWord" },
        { "no XML", Changed(Main, "no XML"u8.ToArray()), "document.notWord" },
        { "entities", Changed(Main, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"u8.ToArray()), "document.notWord" },
        { "too deep", Changed(Main, Nested(DecreeChecker.MaxDepth + 2)), "document.tooMuchInside" },
        { "very deep", Changed(Main, Nested(1_000_000)), "document.tooMuchInside" },
        { "too many elements", Changed(Main, Encoding.UTF8.GetBytes($"<x>{string.Concat(Enumerable.Repeat("<y/>", DecreeChecker.MaxElements))}</x>")), "document.tooMuchInside" },
        { "a part of XML that swells", Changed(Main, Encoding.UTF8.GetBytes($"<x>{new string(' ', (int)DecreeChecker.MaxXmlBytes)}</x>")), "document.tooMuchInside" },
        { "a picture that swells", Changed("word/media/image1.png", new byte[DecreeChecker.MaxUnpacked + 1]), "document.tooMuchInside" },
        { "too many parts", Parts(DecreeChecker.MaxParts + 1), "document.tooMuchInside" },
        { "text by another name", Renamed(), "document.notWord" },
        { "a margin that is no number", Changed(Main, Text(Good, Main).Replace("w:top=\"1134\"", "w:top=\"wide\"", StringComparison.Ordinal)), "document.notWord" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_refused_with_what_to_do(string name, byte[] file, string code)
    {
        var refusal = Check(file).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.No>(name).Refusal;
        refusal.Code.ShouldBe(code, name);
        refusal.Message.Vi.ShouldContain("; ", customMessage: name);
    }

    [Fact]
    public void Every_style_may_be_based_on_another_in_a_circle()
    {
        var file = Changed("word/styles.xml", Text(Good, "word/styles.xml").Replace("<w:name w:val=\"Normal\" />", "<w:name w:val=\"Normal\" /><w:basedOn w:val=\"BodyText\" />", StringComparison.Ordinal));
        Check(file).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.Ok>();
    }

    [Fact]
    public void A_file_cut_off_or_changed_anywhere_is_checked_or_refused_and_nothing_worse()
    {
        var dice = new Random(30);
        for (var times = 0; times < 120; times++)
        {
            Check(Good[..dice.Next(Good.Length)]).ShouldBeOfType<Result<ImmutableArray<LayoutFinding>>.No>();
            var changed = (byte[])Good.Clone();
            changed[dice.Next(changed.Length)] ^= (byte)dice.Next(1, 256);
            Check(changed).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Values_that_make_no_sense_are_checked_or_refused_and_nothing_worse()
    {
        var (main, dice) = (Text(Good, Main), new Random(30));
        var values = System.Text.RegularExpressions.Regex.Matches(main, "\"[^\"]*\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10));
        for (var times = 0; times < 60; times++)
        {
            var place = values[dice.Next(values.Count)];
            var other = new[] { "\"\"", "\"-1\"", "\"99999999999\"", "\"wide\"", "\"rId99\"" }[times % 5];
            Check(Changed(Main, main[..place.Index] + other + main[(place.Index + place.Length)..])).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Giving_up_ends_the_checking() =>
        Should.Throw<OperationCanceledException>(() => DecreeChecker.Check(new MemoryStream(Good), new CancellationToken(canceled: true)));

    private static Result<ImmutableArray<LayoutFinding>> Check(byte[] file) => DecreeChecker.Check(new MemoryStream(file), CancellationToken.None);

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, "<a>", depth).Insert(3 * depth, "</a>", depth).ToString());

    private static byte[] Changed(string part, string content) => Changed(part, Encoding.UTF8.GetBytes(content));

    private static byte[] Changed(string part, byte[]? content) => Rewritten(zip =>
    {
        zip.GetEntry(part)?.Delete();
        if (content is null) return;
        using var entry = zip.CreateEntry(part).Open();
        entry.Write(content);
    });

    private static byte[] Parts(int count) => Rewritten(zip =>
    {
        for (var i = 0; i < count; i++) zip.CreateEntry($"word/media/{i}.png");
    });

    private static byte[] Renamed()
    {
        var text = Text(Good, Main);
        return Rewritten(zip =>
        {
            zip.GetEntry(Main)!.Delete();
            Write(zip, "word/document.bin", text);
            foreach (var name in new[] { "[Content_Types].xml", "_rels/.rels" })
            {
                var content = Text(Good, name).Replace("document.xml", "document.bin", StringComparison.Ordinal);
                zip.GetEntry(name)!.Delete();
                Write(zip, name, content);
            }

            var relations = Text(Good, "word/_rels/document.xml.rels");
            Write(zip, "word/_rels/document.bin.rels", relations);
        });
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private static byte[] Rewritten(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Good);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return stream.ToArray();
    }

    private static string Text(byte[] file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
