using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Core;
using SocialWork.Documents.Pdf;
using SocialWork.Documents.Word;
using SocialWork.Host.Printing;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Printing;

/// <summary>Printing by LibreOffice, and by programs that do what it may do at its worst.</summary>
public sealed class PdfPrinterTests
{
    // Answers for its version; then finds the folder that the result goes to, which follows --outdir.
    private const string Well = "case \"$*\" in *--version*) echo 'LibreOffice 7.4'; exit 0;; esac\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n";
    private static readonly byte[] Docx = WordFile.Write(Sample(), CancellationToken.None);

    [Fact]
    public async Task Libre_office_prints_and_leaves_nothing_behind_but_its_profile()
    {
        using var folder = new TemporaryFolder();
        var work = Path.Combine(folder.Path, "printing in a folder of a rather long name, with a comma");
        using var printer = new PdfPrinter(new OfficeSettings { Path = await LibreOffice.ForPrintingAsync(CancellationToken.None), TimeLimit = TimeSpan.FromMinutes(5) }, work, NullLogger<PdfPrinter>.Instance);
        printer.IsOn.ShouldBeFalse("nobody has looked yet");
        await printer.ProbeAsync(CancellationToken.None);
        printer.State.En.ShouldStartWith("on: LibreOffice");
        for (var times = 0; times < 2; times++) PdfFonts.Read(Ok(await printer.PrintAsync(Docx, CancellationToken.None))).ShouldAllBe(font => font.IsEmbedded && PdfFonts.IsDecreed(font.Name));
        Directory.GetDirectories(work).Length.ShouldBe(1, "one profile, used again; nothing of what was printed");
    }

    [Fact]
    public async Task Without_the_program_nothing_is_printed_and_it_says_why()
    {
        using var folder = new TemporaryFolder();
        using var printer = new PdfPrinter(new OfficeSettings { IsWanted = false }, folder.Path, NullLogger<PdfPrinter>.Instance);
        await printer.ProbeAsync(CancellationToken.None);
        printer.IsOn.ShouldBeFalse();
        var no = No(await printer.PrintAsync(Docx, CancellationToken.None));
        (no.Kind, no.Code).ShouldBe((RefusalKind.Unavailable, "pdf.off"));
        no.Message.Vi.ShouldContain("chưa cài LibreOffice");
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("exec sleep 600")]
    [InlineData("exit 0")]
    public async Task A_program_that_does_not_say_its_version_is_not_used(string script)
    {
        using var fake = await Fake.MakeAsync(script, seconds: 1);
        fake.Printer.IsOn.ShouldBeFalse();
        fake.Printer.State.En.ShouldContain("does not answer");
    }

    [Theory]
    [InlineData("echo broken >&2; exit 77", "pdf.failed")]
    [InlineData("exit 0", "pdf.failed")]
    [InlineData("echo '<html>' > $out/document.pdf", "pdf.failed")]
    [InlineData("printf '%%PDF-1.7\\n' > $out/document.pdf; exit 3", "pdf.failed")]
    [InlineData("printf '%%PDF-1.7\\n1 0 obj\\n<</Type/Font/BaseFont/Helvetica>>\\nendobj\\n' > $out/document.pdf", "pdf.font")]
    [InlineData("printf '%%PDF-1.7\\n' > $out/document.pdf", "pdf.font")]
    [InlineData("sleep 600", "pdf.tooSlow")]
    public async Task A_program_that_fails_gives_a_refusal_and_leaves_nothing(string script, string code)
    {
        using var fake = await Fake.MakeAsync(Well + script, seconds: 3);
        var no = No(await fake.Printer.PrintAsync(Docx, CancellationToken.None));
        (no.Kind, no.Code).ShouldBe((RefusalKind.Unprocessable, code));
        if (code == "pdf.font" && script.Contains("Helvetica", StringComparison.Ordinal)) no.Message.Vi.ShouldContain("Helvetica");
        Directory.GetFiles(fake.Work, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_with_all_that_it_started()
    {
        using var fake = await Fake.MakeAsync(Well + "sleep 612 & echo $! > $HOME/../../child; wait", seconds: 2);
        No(await fake.Printer.PrintAsync(Docx, CancellationToken.None)).Code.ShouldBe("pdf.tooSlow");
        var child = int.Parse(await File.ReadAllTextAsync(Path.Combine(fake.Work, "..", "child")), System.Globalization.CultureInfo.InvariantCulture);
        (await EndsAsync(child)).ShouldBeTrue("the child of the program lives on");
    }

    [Fact]
    public async Task Who_gives_up_ends_the_program_and_frees_the_worker()
    {
        using var fake = await Fake.MakeAsync(Well + "[ -e $HOME/../../go ] || exec sleep 600\nexit 9", seconds: 60);
        using var leaving = new CancellationTokenSource();
        var printing = fake.Printer.PrintAsync(Docx, leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => printing);
        await File.WriteAllTextAsync(Path.Combine(fake.Work, "..", "go"), string.Empty, CancellationToken.None);
        No(await fake.Printer.PrintAsync(Docx, CancellationToken.None)).Code.ShouldBe("pdf.failed", "the next one has its turn");
    }

    [Fact]
    public async Task Only_so_many_wait_and_the_next_is_told_when_to_come_back()
    {
        using var fake = await Fake.MakeAsync(Well + "while [ ! -e $HOME/../../go ]; do sleep 0.1; done; exit 9", seconds: 300);
        var waiting = Enumerable.Range(0, PdfPrinter.MostWaiting).Select(_ => fake.Printer.PrintAsync(Docx, CancellationToken.None)).ToArray();
        var no = No(await fake.Printer.PrintAsync(Docx, CancellationToken.None));
        (no.Code, no.RetryAfter).ShouldBe(("pdf.busy", PdfPrinter.ComeBackAfter));
        await File.WriteAllTextAsync(Path.Combine(fake.Work, "..", "go"), string.Empty, CancellationToken.None);
        foreach (var one in waiting) No(await one).Code.ShouldBe("pdf.failed");
        No(await fake.Printer.PrintAsync(Docx, CancellationToken.None)).Code.ShouldBe("pdf.failed", "there is room again");
    }

    [Fact]
    public async Task A_document_over_the_limit_is_not_printed()
    {
        using var fake = await Fake.MakeAsync(Well + "exit 9", seconds: 60);
        No(await fake.Printer.PrintAsync(new byte[PdfPrinter.MaxBytes + 1], CancellationToken.None)).Code.ShouldBe("pdf.tooLarge");
    }

    // Gone, or dead and not yet buried by whoever inherited it.
    private static async Task<bool> EndsAsync(int id)
    {
        var status = $"/proc/{id}/status";
        for (var tries = 0; tries < 200; tries++)
        {
            if (!File.Exists(status) || (await File.ReadAllTextAsync(status)).Contains("State:\tZ", StringComparison.Ordinal)) return true;
            await Task.Delay(25);
        }

        return false;
    }

    private static OfficialDocument Sample() => new()
    {
        Head = new Letterhead(["ỦY BAN NHÂN DÂN"], ["PHƯỜNG PHÚ BÀI"], "05/BC-UBND", "Phú Bài, ngày 05 tháng 12 năm 2026"),
        Kind = "BÁO CÁO",
        Subject = "Kết quả",
        Body = [new Block.Paragraph("Nội dung tiếng Việt có dấu: ằ ữ ợ ỹ.")],
        Signature = new Signature(["CHỦ TỊCH"], "Người Ký Ví Dụ"),
        Recipients = ["Lưu: VT"],
        Made = new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero),
    };

    private static byte[] Ok(Result<byte[]> result) => result is Result<byte[]>.Ok ok ? ok.Value : throw new InvalidOperationException(No(result).Message.En);

    private static Refusal No(Result<byte[]> result) => result.ShouldBeOfType<Result<byte[]>.No>().Refusal;

    /// <summary>A printer whose program is a script.</summary>
    private sealed class Fake : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        private Fake(PdfPrinter printer, TemporaryFolder folder) => (Printer, _folder, Work) = (printer, folder, Path.Combine(folder.Path, "work"));

        public PdfPrinter Printer { get; }

        public string Work { get; }

        public static async Task<Fake> MakeAsync(string script, int seconds)
        {
            var folder = new TemporaryFolder();
            var program = Path.Combine(folder.Path, "soffice");
            await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var fake = new Fake(new PdfPrinter(new OfficeSettings { Path = program, TimeLimit = TimeSpan.FromSeconds(seconds) }, Path.Combine(folder.Path, "work"), NullLogger<PdfPrinter>.Instance), folder);
            await fake.Printer.ProbeAsync(CancellationToken.None);
            return fake;
        }

        public void Dispose()
        {
            Printer.Dispose();
            _folder.Dispose();
        }
    }
}
