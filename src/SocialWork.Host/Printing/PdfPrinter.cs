using System.Collections.Concurrent;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Reports;
using SocialWork.Documents.Pdf;

namespace SocialWork.Host.Printing;

/// <summary>
/// Prints by LibreOffice: few documents at a time, some wait, more are asked to come back. What it hands out is a PDF with the
/// decree's fonts embedded, or nothing. Safe for concurrent use.
/// </summary>
public sealed class PdfPrinter : IPdfPrinter, IDisposable
{
    /// <summary>Documents that are printed or wait at one moment; one more is answered 429.</summary>
    public const int MostWaiting = 8;

    /// <summary>The largest document: 20 MB.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>The largest PDF: 100 MB.</summary>
    public const int MaxPdfBytes = 100 << 20;

    /// <summary>When who was asked to come back should do so.</summary>
    public static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(30);
    private readonly OfficeSettings _settings;
    private readonly string _folder;
    private readonly ILogger<PdfPrinter> _log;
    private readonly SemaphoreSlim _workers;
    private readonly ConcurrentBag<string> _profiles = [];
    private int _waiting;
    private volatile PrinterState _state = new(null, new Text("đang kiểm tra", "being looked for"));

    /// <param name="settings">How it prints.</param>
    /// <param name="folder">A folder of its own; what an earlier run left in it is removed.</param>
    /// <param name="log">Where it says what went wrong.</param>
    public PdfPrinter(OfficeSettings settings, string folder, ILogger<PdfPrinter> log)
    {
        (_settings, _folder, _log) = (settings, folder, log);
        _workers = new SemaphoreSlim(settings.Workers, settings.Workers);
    }

    /// <inheritdoc/>
    public bool IsOn => _state.Program is not null;

    /// <summary>Whether it prints, by what, or why not.</summary>
    public Text State => _state.Words;

    /// <summary>Looks for the program and asks it for its version. Called once, before anything is printed.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        Remove(_folder);
        _state = await LookAsync(cancellationToken);
        _log.LogInformation("PDF: {State}", _state.Words.En);
    }

    /// <inheritdoc/>
    public async Task<Result<byte[]>> PrintAsync(byte[] docx, CancellationToken cancellationToken)
    {
        if (_state.Program is not { } program) return Off;
        if (docx.Length > MaxBytes) return TooLarge;
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return Busy;
        }

        try
        {
            await _workers.WaitAsync(cancellationToken);
            try
            {
                return await PrintAsync(program, docx, cancellationToken);
            }
            finally
            {
                _workers.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    // A profile is used again, which saves the time of making it, unless something went wrong in it: a process that hangs on
    // would be handed the next document.
    private async Task<Result<byte[]>> PrintAsync(string program, byte[] docx, CancellationToken cancellationToken)
    {
        if (!_profiles.TryTake(out var profile)) profile = NewFolder();
        var work = NewFolder();
        var isWell = false;
        try
        {
            var source = Path.Combine(work, "document.docx");
            await File.WriteAllBytesAsync(source, docx, cancellationToken);
            var end = await OfficeProgram.RunAsync(program, profile, ["--convert-to", "pdf", "--outdir", work, source], _settings.TimeLimit, cancellationToken);
            if (end.ExitCode is null) return Refused(TooSlow, end);
            var result = new FileInfo(Path.Combine(work, "document.pdf"));
            if (end.ExitCode != 0 || !result.Exists || result.Length > MaxPdfBytes) return Refused(Failed, end);
            var pdf = await File.ReadAllBytesAsync(result.FullName, cancellationToken);
            if (!PdfFonts.IsPdf(pdf)) return Refused(Failed, end);
            isWell = true;
            return Judge(pdf);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _log.LogError(fault, "A document was not printed");
            return Failed;
        }
        finally
        {
            Remove(work);
            if (isWell) _profiles.Add(profile);
            else Remove(profile);
        }
    }

    private Result<byte[]> Judge(byte[] pdf)
    {
        try
        {
            var fonts = PdfFonts.Read(pdf);
            var wrong = fonts.Where(font => !font.IsEmbedded || !PdfFonts.IsDecreed(font.Name)).Select(font => font.Name).ToArray();
            if (wrong.Length == 0 && fonts.Length > 0) return pdf;
            _log.LogError("A PDF was refused because of its fonts: {Fonts}", wrong);
            return WrongFont(string.Join(", ", wrong));
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            _log.LogError(fault, "A PDF was refused: its fonts cannot be read");
            return WrongFont("?");
        }
    }

    private async Task<PrinterState> LookAsync(CancellationToken cancellationToken)
    {
        if (!_settings.IsWanted) return new PrinterState(null, new Text("tắt theo cài đặt", "switched off by its setting"));
        if ((_settings.Path ?? OfficeProgram.Find()) is not { } program) return new PrinterState(null, new Text("tắt: máy chủ chưa cài LibreOffice", "off: LibreOffice is not installed"));
        var profile = NewFolder();
        var end = await OfficeProgram.RunAsync(program, profile, ["--version"], ProbeLimit < _settings.TimeLimit ? ProbeLimit : _settings.TimeLimit, cancellationToken);
        if (end.ExitCode != 0 || end.Said.Length == 0)
        {
            _log.LogError("{Program} does not answer when asked for its version: {Said}", program, end.Said);
            Remove(profile);
            return new PrinterState(null, new Text($"tắt: {program} không trả lời", $"off: {program} does not answer"));
        }

        _profiles.Add(profile);
        var version = end.Said.Split('\n')[0].Trim();
        return new PrinterState(program, new Text(
            string.Create(CultureInfo.InvariantCulture, $"bật: {version}; {_settings.Workers} tiến trình, mỗi văn bản tối đa {_settings.TimeLimit.TotalSeconds} giây"),
            string.Create(CultureInfo.InvariantCulture, $"on: {version}; {_settings.Workers} workers, at most {_settings.TimeLimit.TotalSeconds} s a document")));
    }

    // Never a name that was there before: LibreOffice would hand the document to a process that still lives in it.
    private string NewFolder()
    {
        var folder = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    private void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _log.LogWarning(fault, "{Folder} was not removed; it is when the host starts again", folder);
        }
    }

    private Refusal Refused(Refusal refusal, OfficeEnd end)
    {
        _log.LogError("A document was not printed ({Code}): exit code {ExitCode}, {Said}", refusal.Code, end.ExitCode, end.Said);
        return refusal;
    }

    private static Refusal Off => new(RefusalKind.Unavailable, "pdf.off",
        "Chức năng xuất PDF đang tắt: máy chủ chưa cài LibreOffice; hãy tải bản Word rồi lưu thành PDF, hoặc đề nghị quản trị viên cài LibreOffice.",
        "PDF is off: LibreOffice is not installed on the server. Take the Word document and save it as PDF, or ask the administrator to install LibreOffice.");

    private static Refusal Busy => new(RefusalKind.Busy, "pdf.busy",
        $"Đã có {MostWaiting} văn bản đang chờ xuất PDF; hãy thử lại sau {ComeBackAfter.TotalSeconds:0} giây.", $"{MostWaiting} documents are being printed already; try again in {ComeBackAfter.TotalSeconds:0} seconds.")
    {
        RetryAfter = ComeBackAfter,
    };

    private static Refusal TooLarge => new(RefusalKind.TooLarge, "pdf.tooLarge",
        $"Văn bản quá lớn để xuất PDF: tối đa {MaxBytes >> 20} MB.", $"The document is too large to be printed: at most {MaxBytes >> 20} MB.");

    private Refusal TooSlow => new(RefusalKind.Unprocessable, "pdf.tooSlow",
        string.Create(CultureInfo.InvariantCulture, $"Xuất PDF quá {_settings.TimeLimit.TotalSeconds} giây nên đã dừng; hãy thử lại hoặc tải bản Word."),
        string.Create(CultureInfo.InvariantCulture, $"Printing took more than {_settings.TimeLimit.TotalSeconds} seconds and was stopped; try again, or take the Word document."));

    private static Refusal Failed => new(RefusalKind.Unprocessable, "pdf.failed",
        "LibreOffice không xuất được PDF của văn bản này; hãy tải bản Word và báo quản trị viên xem nhật ký máy chủ.",
        "LibreOffice did not print this document; take the Word document, and have the administrator look into the server's log.");

    private static Refusal WrongFont(string fonts) => new(RefusalKind.Unprocessable, "pdf.font",
        $"PDF không được phát hành vì dùng phông chữ khác Times New Roman: {fonts}. Đề nghị quản trị viên cài phông Liberation Serif hoặc Times New Roman trên máy chủ.",
        $"The PDF is not handed out because its fonts are not Times New Roman: {fonts}. Ask the administrator to install Liberation Serif or Times New Roman on the server.");

    private sealed record PrinterState(string? Program, Text Words);
}
