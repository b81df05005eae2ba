using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
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

    private static Task<IResult> ReceiveAsync(HttpContext http, string? plan, bool? commit, bool? overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookImport import, UploadQueue queue, ISubmissionReader reader, CancellationToken cancellationToken) =>
        UploadAsync(http, plan, overwrite ?? false, user, modules, import, queue, async upload =>
        {
            var key = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? new BatchKey(given, "workbook/" + upload.File.Digest) : null;
            if (commit == false) return Answers.Json(http, PreviewJson.Of(upload.Preview, "preview"));
            if (key is not null && await reader.KeyUsedForAsync(key.Key, cancellationToken) == key.Content) return Answers.Json(http, PreviewJson.Of(upload.Preview, "alreadySaved"));
            if (upload.Preview.IsBlocked) return Blocked(http, upload.Preview);
            if (!upload.Preview.IsChange && key is null) return Answers.Json(http, PreviewJson.Of(upload.Preview, "unchanged"));
            return await import.SaveAsync(user.Actor(), upload.Model, upload.Preview, key, cancellationToken) switch
            {
                Result<ImmutableArray<Submission>>.Ok saved => Answers.Json(http, PreviewJson.Of(upload.Preview, upload.Preview.IsChange ? "saved" : "unchanged", saved.Value)),
                Result<ImmutableArray<Submission>>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        }, cancellationToken);

    private static Task<IResult> MarkAsync(HttpContext http, string? plan, bool? overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookImport import, UploadQueue queue, CancellationToken cancellationToken) =>
        UploadAsync(http, plan, overwrite ?? false, user, modules, import, queue, async upload =>
            await queue.ReadAsync(token => WorkbookMarker.Mark(upload.File.Content, upload.Preview.Findings, ApiJson.LanguageOf(http.Request), token), cancellationToken) switch
            {
                Result<byte[]>.Ok marked => Results.File(marked.Value, FormWorkbookFile.ContentType, NameOf(upload.File.Name)),
                Result<byte[]>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            }, cancellationToken);

    private static Task<IResult> UploadAsync(
        HttpContext http, string? plan, bool overwrite, ClaimsPrincipal user, RequestModules modules, WorkbookImport import, UploadQueue queue, Func<Upload, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        // Nobody's file is read who may not hand one in.
        if (!AccessPolicy.MayHandIn(user.Actor())) return Task.FromResult(Answers.Forbidden(http));
        return queue.UploadAsync(user.Actor().UserName, async () =>
        {
            var received = await UploadedFile.ReceiveAsync(http.Request, cancellationToken);
            if (received is not Result<UploadedFile>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<UploadedFile>.No)received).Refusal);
            await using (file)
            {
                var read = await (await queue.ReadAsync(token => WorkbookReader.Open(file.Content, token), cancellationToken)).ThenAsync(book => ModelAsync(modules, plan, book, cancellationToken));
                return await read.ThenAsync<(UploadedWorkbook Book, PlanModel Model), Upload>(async found =>
                    (await (await queue.ReadAsync<WorkbookContent>(token => WorkbookReader.Read(found.Book, found.Model, token), cancellationToken))
                        .ThenAsync(content => import.PreviewAsync(user.Actor(), found.Model, modules.Lease, content, overwrite, cancellationToken)))
                        .Then<WorkbookPreview, Upload>(preview => new Upload(file, found.Model, preview))) switch
                {
                    Result<Upload>.Ok ok => await answer(ok.Value),
                    Result<Upload>.No no => Answers.Refuse(http, no.Refusal),
                    _ => throw new InvalidOperationException("Unknown result."),
                };
            }
        }, refusal => Answers.Refuse(http, refusal));
    }

    private static async Task<Result<(UploadedWorkbook, PlanModel)>> ModelAsync(RequestModules modules, string? asked, UploadedWorkbook book, CancellationToken cancellationToken)
    {
        var plan = book.Identity.Plan;
        if (asked is { Length: > 0 } && asked != plan)
            return new Refusal(RefusalKind.Unprocessable, "workbook.otherPlan", $"Tệp này là biểu của kế hoạch {plan}, không phải {asked}; hãy tải biểu của kế hoạch {asked}.", $"This workbook is of plan {plan} and not of {asked}; download the forms of {asked}.");
        return await modules.ModelAsync(plan, cancellationToken) is { } model
            ? (book, model)
            : new Refusal(RefusalKind.Unprocessable, "workbook.otherPlan", $"Tệp này là biểu của kế hoạch “{plan}”, hệ thống không có kế hoạch đó; hãy tải biểu mới.", $"This workbook is of plan '{plan}', which the service does not have; download the form again.");
    }

    private static IResult Blocked(HttpContext http, WorkbookPreview preview)
    {
        var problems = preview.Findings.Where(finding => finding.Level == FindingLevel.Problem).ToArray();
        var stale = Array.TrueForAll(problems, problem => problem.Code == "workbook.stale");
        return Answers.Problem(
            http,
            stale ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity,
            stale ? "workbook.stale" : "workbook.hasProblems",
            stale ? problems[0].Message : new Text($"Tệp có {problems.Length} chỗ cần sửa; chưa lưu gì. Hãy sửa các ô được nêu rồi gửi lại.", $"The file has {problems.Length} problems; nothing was saved. Correct the cells named and send it again."),
            [.. problems.Where(problem => problem.Cell is not null).Take(PreviewJson.MaxFindings).Select(problem => new CellProblem(problem.Cell!, problem.Code, problem.Message))],
            PreviewJson.Of(preview, "blocked"));
    }

    private static string NameOf(string given) => (given.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? given[..^5] : given) + "-danh-dau-loi.xlsx";

    /// <summary>A workbook that was received, and what it would change.</summary>
    private sealed record Upload(UploadedFile File, PlanModel Model, WorkbookPreview Preview);
}
