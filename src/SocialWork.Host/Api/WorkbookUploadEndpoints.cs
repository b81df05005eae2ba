using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Composition;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Api;

/// <summary>Filled workbooks come back: POST /api/v1/workbooks and POST /api/v1/workbooks/marked.</summary>
internal static class WorkbookUploadEndpoints
{
    public static void MapWorkbookUploads(this RouteGroupBuilder api)
    {
        api.MapPost("/workbooks", ReceiveAsync).WithName("UploadWorkbook")
            .WithSummary("Saves a filled .xlsx (multipart) as drafts, all forms or none; ?commit=false only says what it would change; ?overwrite=true replaces what others saved since.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MaxRequestBytes));
        api.MapPost("/workbooks/marked", MarkAsync).WithName("MarkWorkbook")
            .WithSummary("Gives a filled .xlsx (multipart) back with everything that was found marked in it; saves nothing.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MaxRequestBytes));
    }

    private static Task<IResult> ReceiveAsync(HttpContext http, string? plan, bool? commit, bool? overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookReception reception, UploadQueue queue, CancellationToken cancellationToken) =>
        UploadAsync(http, plan, overwrite ?? false, user, modules, reception, queue, async (_, workbook) =>
        {
            if (commit == false) return Answers.Json(http, PreviewJson.Of(workbook.Preview, "preview"));
            var key = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
            return await reception.SaveAsync(user.Actor(), workbook, key, cancellationToken) switch
            {
                Result<SavedWorkbook>.Ok { Value: var saved } => Answers.Json(http, PreviewJson.Of(workbook.Preview, saved.Outcome, saved.Submissions)),
                Result<SavedWorkbook>.No { Refusal: var no } when workbook.Preview.IsBlocked => Answers.Problem(http, Answers.StatusOf(no.Kind), no.Code, no.Message, no.Cells, PreviewJson.Of(workbook.Preview, "blocked")),
                Result<SavedWorkbook>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        }, cancellationToken);

    private static Task<IResult> MarkAsync(HttpContext http, string? plan, bool? overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookReception reception, UploadQueue queue, CancellationToken cancellationToken) =>
        UploadAsync(http, plan, overwrite ?? false, user, modules, reception, queue, async (file, workbook) =>
            await reception.MarkAsync(workbook, ApiJson.LanguageOf(http.Request), cancellationToken) switch
            {
                Result<byte[]>.Ok marked => Results.File(marked.Value, FormWorkbookFile.ContentType, WorkbookReception.MarkedName(file.Name)),
                Result<byte[]>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            }, cancellationToken);

    private static Task<IResult> UploadAsync(
        HttpContext http, string? plan, bool overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookReception reception, UploadQueue queue, Func<UploadedFile, ReceivedWorkbook, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        // Nobody's file is read who may not hand one in.
        if (!AccessPolicy.MayHandIn(user.Actor())) return Task.FromResult(Answers.Forbidden(http));
        return queue.UploadAsync(user.Actor().UserName, async () =>
        {
            var received = await UploadedFile.ReceiveAsync(http.Request, cancellationToken);
            if (received is not Result<UploadedFile>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<UploadedFile>.No)received).Refusal);
            await using (file)
            {
                return await reception.ReadAsync(user.Actor(), modules, file.Content, file.Digest, plan, overwrite, cancellationToken) switch
                {
                    Result<ReceivedWorkbook>.Ok ok => await answer(file, ok.Value),
                    Result<ReceivedWorkbook>.No no => Answers.Refuse(http, no.Refusal),
                    _ => throw new InvalidOperationException("Unknown result."),
                };
            }
        }, refusal => Answers.Refuse(http, refusal));
    }
}
