using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Workbooks;

/// <summary>A workbook that was read, and what it would change. The content belongs to who opened it.</summary>
public sealed record ReceivedWorkbook(Stream Content, string Digest, PlanModel Model, WorkbookPreview Preview);

/// <summary>What became of a workbook that was to be saved: saved, unchanged or alreadySaved.</summary>
public sealed record SavedWorkbook(string Outcome, ImmutableArray<Submission> Submissions);

/// <summary>
/// Filled workbooks come back: the one way in, for pages and API alike. Reads them in their turn, holds them against what is
/// stored, saves and marks them. Safe for concurrent use.
/// </summary>
public sealed class WorkbookReception(WorkbookImport import, UploadQueue queue, ISubmissionReader submissions)
{
    /// <summary>Reads a workbook and says what it would change. Refused where it is no workbook of forms, of another plan, or of what the account may not fill.</summary>
    /// <param name="actor">Who sends it.</param>
    /// <param name="modules">The plans and the modules that check it.</param>
    /// <param name="content">The file; it must be possible to seek in it.</param>
    /// <param name="digest">Its SHA-256.</param>
    /// <param name="asked">The plan that it must be of; null or empty for any.</param>
    /// <param name="overwrite">Whether what others saved since it was downloaded may be overwritten.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<ReceivedWorkbook>> ReadAsync(
        Actor actor, RequestModules modules, Stream content, string digest, string? asked, bool overwrite, CancellationToken cancellationToken)
    {
        var read = await (await queue.ReadAsync(token => WorkbookReader.Open(content, token), cancellationToken)).ThenAsync(book => ModelAsync(modules, asked, book, cancellationToken));
        return await read.ThenAsync<(UploadedWorkbook Book, PlanModel Model), ReceivedWorkbook>(async found =>
            (await (await queue.ReadAsync<WorkbookContent>(token => WorkbookReader.Read(found.Book, found.Model, token), cancellationToken))
                .ThenAsync(said => import.PreviewAsync(actor, found.Model, modules.Lease, said, overwrite, cancellationToken)))
                .Then<WorkbookPreview, ReceivedWorkbook>(preview => new ReceivedWorkbook(content, digest, found.Model, preview)));
    }

    /// <summary>The file with everything that was found marked in it.</summary>
    public Task<Result<byte[]>> MarkAsync(ReceivedWorkbook workbook, string language, CancellationToken cancellationToken) =>
        queue.ReadAsync(token => WorkbookMarker.Mark(workbook.Content, workbook.Preview.Findings, language, token), cancellationToken);

    /// <summary>
    /// Saves all forms or none. Refused while something stands in the way (<c>workbook.hasProblems</c>, <c>workbook.stale</c>), and
    /// as stale where something moved since it was read.
    /// </summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="workbook">What was read.</param>
    /// <param name="key">The sender's key against saving twice; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<SavedWorkbook>> SaveAsync(Actor actor, ReceivedWorkbook workbook, string? key, CancellationToken cancellationToken)
    {
        var (preview, batch) = (workbook.Preview, key is null ? null : new BatchKey(key, "workbook/" + workbook.Digest));
        if (batch is not null && await submissions.KeyUsedForAsync(batch.Key, cancellationToken) == batch.Content) return new SavedWorkbook("alreadySaved", []);
        if (preview.IsBlocked) return Blocking(preview);
        if (!preview.IsChange && batch is null) return new SavedWorkbook("unchanged", []);
        return (await import.SaveAsync(actor, workbook.Model, preview, batch, cancellationToken))
            .Then<ImmutableArray<Submission>, SavedWorkbook>(saved => new SavedWorkbook(preview.IsChange ? "saved" : "unchanged", saved));
    }

    /// <summary>What the stored forms of a preview are now, in short: another one once any of them moved. Of what stands, not of what would change.</summary>
    public static string MarkOf(WorkbookPreview preview)
    {
        var written = string.Join('\n', preview.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Line.Target.Key} {part.Line.Stored.Revision}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)))[..16];
    }

    /// <summary>What stands in the way of a preview's being saved.</summary>
    public static Refusal Blocking(WorkbookPreview preview)
    {
        var problems = preview.Findings.Where(finding => finding.Level == FindingLevel.Problem).ToArray();
        var stale = Array.TrueForAll(problems, problem => problem.Code == "workbook.stale");
        return new Refusal(
            stale ? RefusalKind.Stale : RefusalKind.Unprocessable,
            stale ? "workbook.stale" : "workbook.hasProblems",
            stale ? problems[0].Message : new Text($"Tệp có {problems.Length} chỗ cần sửa; chưa lưu gì. Hãy sửa các ô được nêu rồi gửi lại.", $"The file has {problems.Length} problems; nothing was saved. Correct the cells named and send it again."),
            [.. problems.Where(problem => problem.Cell is not null).Take(PreviewJson.MaxFindings).Select(problem => new CellProblem(problem.Cell!, problem.Code, problem.Message))]);
    }

    /// <summary>The name of a marked file.</summary>
    public static string MarkedName(string given) => (given.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? given[..^5] : given) + "-danh-dau-loi.xlsx";

    private static async Task<Result<(UploadedWorkbook, PlanModel)>> ModelAsync(RequestModules modules, string? asked, UploadedWorkbook book, CancellationToken cancellationToken)
    {
        var plan = book.Identity.Plan;
        if (asked is { Length: > 0 } && asked != plan)
            return new Refusal(RefusalKind.Unprocessable, "workbook.otherPlan", $"Tệp này là biểu của kế hoạch {plan}, không phải {asked}; hãy tải biểu của kế hoạch {asked}.", $"This workbook is of plan {plan} and not of {asked}; download the forms of {asked}.");
        return await modules.ModelAsync(plan, cancellationToken) is { } model
            ? (book, model)
            : new Refusal(RefusalKind.Unprocessable, "workbook.otherPlan", $"Tệp này là biểu của kế hoạch “{plan}”, hệ thống không có kế hoạch đó; hãy tải biểu mới.", $"This workbook is of plan '{plan}', which the service does not have; download the form again.");
    }
}
