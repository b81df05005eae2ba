using System.IO.Compression;
using System.Text;
using Shouldly;
using SocialWork.Core.Attachments;
using Xunit;

namespace SocialWork.Core.Tests.Attachments;

public sealed class ContentJudgeTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string WordWithMacros = "application/vnd.ms-word.document.macroEnabled.main+xml";

    public static TheoryData<byte[], string?> Contents => new()
    {
        { Encoding.ASCII.GetBytes("%PDF-1.7\n…"), "application/pdf" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "image/png" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "image/jpeg" },
        { Package(Word), AttachmentType.Docx.MediaType },
        { Package(Excel), AttachmentType.Xlsx.MediaType },
        { Package("text/xml"), null },
        { Package(null), null },
        { Package("<!DOCTYPE x [<!ENTITY a 'b'>]>", raw: true), null },
        { Package("<Types ", raw: true), null },
        { Encoding.ASCII.GetBytes("PK\x03\x04 and no archive behind it"), null },
        { Encoding.ASCII.GetBytes("MZ a program"), null },
        { Encoding.ASCII.GetBytes("<html><script>alert(1)</script>"), null },
        { Encoding.ASCII.GetBytes(" %PDF-1.7"), null },
        { [0x89], null },
        { [], null },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_file_is_what_its_content_says(byte[] content, string? expected)
    {
        using var stream = new MemoryStream(content);
        var judged = ContentJudge.Judge(stream);
        if (expected is null) judged.ShouldBeOfType<Result<AttachmentType>.No>().Refusal.Code.ShouldBe("attachment.typeUnknown");
        else judged.ShouldBeOfType<Result<AttachmentType>.Ok>().Value.MediaType.ShouldBe(expected);
    }

    [Fact]
    public void Macros_are_refused_by_what_is_declared_and_by_what_is_there()
    {
        foreach (var package in new[] { Package(WordWithMacros), Package(Word, part: "word/vbaProject.bin"), Package(Word, part: "VBAPROJECT.BIN"), Package("application/vnd.ms-excel.macrosheet+xml") })
        {
            using var stream = new MemoryStream(package);
            ContentJudge.Judge(stream).ShouldBeOfType<Result<AttachmentType>.No>().Refusal.Code.ShouldBe("attachment.macros");
        }
    }

    [Fact]
    public void A_second_list_of_types_under_the_same_name_hides_nothing()
    {
        foreach (var second in new[] { "[Content_Types].xml", "[content_types].XML" })
        {
            using var stream = new MemoryStream(Package(Word, part: second));
            ContentJudge.Judge(stream).ShouldBeOfType<Result<AttachmentType>.No>().Refusal.Code.ShouldBe("attachment.typeUnknown");
        }
    }

    [Fact]
    public void A_file_of_old_Office_or_with_a_password_is_told_what_it_is()
    {
        using var stream = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        var refusal = ContentJudge.Judge(stream).ShouldBeOfType<Result<AttachmentType>.No>().Refusal;
        refusal.Code.ShouldBe("attachment.oldOffice");
        refusal.Message.Vi.ShouldContain("mật khẩu");
    }

    [Fact]
    public void A_list_of_types_is_read_to_its_limit_however_well_it_is_packed()
    {
        using var stream = new MemoryStream(Package($"<Types>{new string(' ', ContentJudge.MaxContentTypes)}<Override ContentType=\"{Word}\"/></Types>", raw: true));
        stream.Length.ShouldBeLessThan(10_000);
        ContentJudge.Judge(stream).ShouldBeOfType<Result<AttachmentType>.No>();
    }

    [Theory]
    [InlineData(ContentJudge.MaxParts, true)]
    [InlineData(ContentJudge.MaxParts + 1, false)]
    public void An_Office_file_has_a_most_number_of_parts(int parts, bool allowed)
    {
        using var stream = new MemoryStream(Package(Word, parts: parts));
        (ContentJudge.Judge(stream) is Result<AttachmentType>.Ok).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("kế hoạch.pdf", "kế hoạch.pdf")]
    [InlineData("KE HOACH.PDF", "KE HOACH.PDF")]
    [InlineData("C:\\Users\\a\\kế hoạch.pdf", "kế hoạch.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("virus.exe", "virus.exe.pdf")]
    [InlineData("ke\u0302\u0301 hoạch", "kế hoạch.pdf")]
    [InlineData("", null)]
    [InlineData("..", null)]
    [InlineData("a/", null)]
    [InlineData("a\nb.pdf", null)]
    [InlineData("a\u0000.pdf", null)]
    [InlineData("a\u202Efdp.exe", null)]
    [InlineData("a\u2067b.pdf", null)]
    public void A_name_loses_its_path_and_gains_an_extension_that_is_true(string sent, string? kept)
    {
        var read = AttachmentName.Read(sent);
        (read is null ? null : AttachmentName.For(read, AttachmentType.Pdf)).ShouldBe(kept);
    }

    [Fact]
    public void A_name_has_a_limit()
    {
        AttachmentName.Read(new string('a', AttachmentLimits.MaxNameLength)).ShouldNotBeNull();
        AttachmentName.Read(new string('a', AttachmentLimits.MaxNameLength + 1)).ShouldBeNull();
    }

    private static byte[] Package(string? contentType, bool raw = false, string? part = null, int parts = 2)
    {
        var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (contentType is not null)
            {
                using var types = new StreamWriter(package.CreateEntry("[Content_Types].xml").Open());
                types.Write(raw ? contentType : $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/x.xml\" ContentType=\"{contentType}\"/></Types>");
            }

            package.CreateEntry(part ?? "x.xml");
            for (var i = 2; i < parts; i++) package.CreateEntry(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{i}"), CompressionLevel.NoCompression);
        }

        return content.ToArray();
    }
}
