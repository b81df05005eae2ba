using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialWork.Core;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Host.Workbooks;

/// <summary>
/// A file that was sent, kept on disk while it is read, so that slow senders cost no memory. Gone when it is disposed. Not for
/// concurrent use.
/// </summary>
internal sealed class UploadedFile : IAsyncDisposable
{
    /// <summary>The largest request that is taken, in bytes: the file and what multipart puts around it.</summary>
    public const long MaxRequestBytes = UploadLimits.MaxFileBytes + (1024 * 1024);

    private const int MaxSections = 10;

    private UploadedFile(FileStream content, string name, string digest) => (Content, Name, Digest) = (content, name, digest);

    /// <summary>The content, at its beginning.</summary>
    public FileStream Content { get; }

    /// <summary>The name that the sender gave it, without folders; not to be trusted.</summary>
    public string Name { get; }

    /// <summary>The content's SHA-256.</summary>
    public string Digest { get; }

    /// <summary>Takes the one file of a multipart request. Refused as malformed (<c>workbook.notSent</c>), too large (<c>workbook.tooLarge</c>) or one of several (<c>workbook.oneFile</c>).</summary>
    public static async Task<Result<UploadedFile>> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxRequestBytes) return WorkbookReader.FileTooLarge;
        var isMultipart = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        var boundary = isMultipart ? HeaderUtilities.RemoveQuotes(type!.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200) return NotSent;
        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            if (await NextFileAsync(reader, cancellationToken) is not ({ } section, { } disposition)) return NotSent;
            var saved = await SaveAsync(section.Body, NameOf(disposition), cancellationToken);
            return await saved.ThenAsync(file => OnlyAsync(file, reader, cancellationToken));
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException && fault is not BadHttpRequestException))
        {
            // The multipart frame is broken, or the sender stopped in the middle.
            return NotSent;
        }
    }

    /// <summary>Takes the one file of a form that was read already, as a page's is for its token. Refused like <see cref="ReceiveAsync"/>.</summary>
    public static async Task<Result<UploadedFile>> TakeAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        if (files.Count > 1) return OneFile;
        if (files.Count == 0 || files[0].Length == 0) return NotSent;
        await using var body = files[0].OpenReadStream();
        return await SaveAsync(body, NameOf(files[0].FileName), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task<(MultipartSection? Section, ContentDispositionHeaderValue? Disposition)> NextFileAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        for (var sections = 0; sections < MaxSections && await reader.ReadNextSectionAsync(cancellationToken) is { } section; sections++)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition()) return (section, disposition);
        }

        return (null, null);
    }

    // Who chose two files would believe that both were saved.
    private static async Task<Result<UploadedFile>> OnlyAsync(UploadedFile file, MultipartReader reader, CancellationToken cancellationToken)
    {
        var isOnly = false;
        try
        {
            isOnly = await NextFileAsync(reader, cancellationToken) is (null, _);
            return isOnly ? file : OneFile;
        }
        finally
        {
            if (!isOnly) await file.DisposeAsync();
        }
    }

    private static async Task<Result<UploadedFile>> SaveAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), "socialwork-" + Path.GetRandomFileName()), options);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Length + read > UploadLimits.MaxFileBytes)
                {
                    await file.DisposeAsync();
                    return WorkbookReader.FileTooLarge;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            return new UploadedFile(file, name, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return NameOf(HeaderUtilities.RemoveQuotes(given).ToString());
    }

    private static string NameOf(string given)
    {
        var name = given.Split('/', '\\')[^1];
        return new string([.. name.Where(c => !char.IsControl(c)).Take(120)]);
    }

    private static Refusal OneFile => new(RefusalKind.Unprocessable, "workbook.oneFile", "Mỗi lần chỉ gửi một tệp; chưa lưu gì, hãy gửi từng tệp.", "Send one file at a time; nothing was saved.");

    private static Refusal NotSent => new(RefusalKind.Malformed, "workbook.notSent",
        "Chưa nhận được tệp trọn vẹn; hãy gửi một tệp .xlsx dưới dạng multipart/form-data.",
        "No complete file was received; send one .xlsx file as multipart/form-data.");
}
