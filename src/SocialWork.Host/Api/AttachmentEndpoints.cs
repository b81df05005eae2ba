using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/attachments: files that forms refer to.</summary>
internal static class AttachmentEndpoints
{
    // Room for the boundaries and headers around the file, so that a file that is too large is told as such.
    private const long MaxBody = AttachmentLimits.MaxBytes + (1024 * 1024);
    private const int MaxBoundary = 100;
    private const int MaxSections = 10;

    public static void MapAttachments(this RouteGroupBuilder api)
    {
        api.MapPost("/attachments", UploadAsync).WithName("UploadAttachment").WithSummary("Receives one file (multipart/form-data): PDF, PNG, JPEG, DOCX or XLSX, 20 MB at most.");
        api.MapGet("/attachments/{id}", DownloadAsync).WithName("DownloadAttachment").WithSummary("The file, for who uploaded it and who may read a submission that refers to it.");
    }

    private static async Task<IResult> UploadAsync(HttpContext http, AttachmentService service, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > MaxBody) return Answers.Refuse(http, AttachmentLimits.TooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBody;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= MaxBoundary } boundary)
        {
            return Answers.Refuse(http, new Refusal(RefusalKind.Malformed, "attachment.notMultipart", "Gửi tệp dạng multipart/form-data.", "Send the file as multipart/form-data."));
        }

        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            return await FileOfAsync(reader, cancellationToken) is { } file
                ? await KeepAsync(http, service, reader, file, cancellationToken)
                : Answers.Refuse(http, NoFile);
        }
        catch (InvalidDataException)
        {
            return Answers.Refuse(http, new Refusal(RefusalKind.Malformed, "attachment.notMultipart", "Nội dung multipart/form-data bị hỏng hoặc bị cắt; hãy gửi lại.", "The multipart/form-data is broken or cut off; send it again."));
        }
    }

    private static async Task<IResult> KeepAsync(HttpContext http, AttachmentService service, MultipartReader reader, FileMultipartSection file, CancellationToken cancellationToken)
    {
        var result = await service.UploadAsync(http.User.Actor(), file.FileName, file.FileStream ?? Stream.Null, async ct => await FileOfAsync(reader, ct) is null ? null : TwoFiles, cancellationToken);
        if (result is not Result<Attachment>.Ok { Value: var kept }) return Answers.Refuse(http, ((Result<Attachment>.No)result).Refusal);
        http.Response.Headers.Location = "/api/v1/attachments/" + kept.Id;
        return Answers.Json(http, new { kept.Id, kept.Name, Type = kept.Type.MediaType, kept.Size }, StatusCodes.Status201Created);
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, string id, ClaimsPrincipal user, RequestModules modules, AttachmentService service, CancellationToken cancellationToken)
    {
        var result = await service.OpenAsync(user.Actor(), modules.Lease, id, cancellationToken);
        if (result is not Result<AttachmentContent>.Ok { Value: var found }) return Answers.Refuse(http, ((Result<AttachmentContent>.No)result).Refusal);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        // With a name the file is sent as an attachment, never to be shown in the page.
        return Results.Stream(found.Content, found.Attachment.Type.MediaType, found.Attachment.Name);
    }

    // The next part that is a file; null where there is none.
    private static async Task<FileMultipartSection?> FileOfAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            for (var sections = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; sections++)
            {
                if (section.AsFileSection() is { } file) return file;
                if (sections == MaxSections) throw new InvalidDataException("The body has too many parts.");
            }

            return null;
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw new InvalidDataException("The body broke off.", cut);
        }
    }

    private static Refusal TwoFiles => new(RefusalKind.Unprocessable, "attachment.oneFile", "Mỗi lần chỉ gửi một tệp; hãy gửi từng tệp.", "Send one file at a time.");

    private static Refusal NoFile => new(RefusalKind.Unprocessable, "attachment.noFile", "Không có tệp nào trong nội dung gửi.", "The body holds no file.");
}
