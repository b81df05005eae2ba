using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Accounts.Import;
using SocialWork.Core.Planning;
using SocialWork.Core.Typing;
using SocialWork.Documents.Accounts;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Accounts;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>Makes accounts by Excel: a preview first, then all of them or none.</summary>
[NotByToken]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MaxRequestBytes)]
public sealed class ImportModel(AccountService accounts, AccountImportService import, JobService jobs, UploadQueue queue, IReferenceStore reference) : FormPage(reference)
{
    /// <summary>Rows and problems that the page names; the rest is counted.</summary>
    public const int MostShown = 100;

    /// <inheritdoc/>
    public override string Title => Say("Tạo nhiều tài khoản bằng Excel", "Make accounts by Excel");

    /// <summary>What taking the file over would do; null where none was looked at.</summary>
    public AccountImportPreview? Preview { get; private set; }

    /// <summary>Whether people of one name, unit and role were said not to be one.</summary>
    public bool AcceptDuplicates { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Looks at a file and makes nothing.</summary>
    public Task<IActionResult> OnPostPreviewAsync(bool acceptDuplicates, CancellationToken cancellationToken) => WithFileAsync(
        acceptDuplicates,
        async (rows, _) =>
        {
            if (await import.PreviewAsync(Actor!, rows, RoleWords.Of, acceptDuplicates, cancellationToken) is Result<AccountImportPreview>.Ok ok) Preview = ok.Value;
            return null;
        },
        cancellationToken);

    /// <summary>Makes the accounts of a file as work that can be left; its links are handed out there, once.</summary>
    public Task<IActionResult> OnPostCommitAsync(bool acceptDuplicates, CancellationToken cancellationToken) => WithFileAsync(
        acceptDuplicates,
        (rows, digest) =>
        {
            var (actor, host) = (Actor!, $"{Request.Scheme}://{Request.Host}");
            var started = jobs.Start(actor.UserName, "accountImport", new Text($"Tạo {When.Number(rows.Length)} tài khoản từ tệp Excel", $"Making {rows.Length} accounts from a workbook"), "/admin/accounts/import", (progress, stop) => MakeAsync(import, actor, rows, digest, acceptDuplicates, host, progress, stop));
            return Task.FromResult(started is Result<Job>.Ok { Value: var job } ? LocalRedirect("/work/" + job.Id) : Told(((Result<Job>.No)started).Refusal));
        },
        cancellationToken);

    // Outside of the request.
    private static async Task<Result<JobOutcome>> MakeAsync(
        AccountImportService import, Actor actor, ImmutableArray<SheetRow> rows, string digest, bool acceptDuplicates, string host, JobProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(0, rows.Length, new Text("đang kiểm tra", "checking"));
        var result = await import.CommitAsync(actor, rows, digest, RoleWords.Of, acceptDuplicates, (made, all) => progress.Report(made, all, new Text("đang tạo tài khoản", "making accounts")), cancellationToken);
        return result.Then<ImmutableArray<ImportedAccount>, JobOutcome>(made => made.IsEmpty
            ? new JobOutcome(new Text("Tệp này đã được dùng để tạo tài khoản trước đây; không tạo thêm tài khoản nào.", "This file was taken over before; no account was made.")) { Link = "/admin/accounts" }
            : new JobOutcome(new Text(
                $"Đã tạo {When.Number(made.Length)} tài khoản. Tải ngay tệp kết quả: tên đăng nhập và liên kết đặt mật khẩu chỉ được cấp một lần.",
                $"{made.Length} accounts were made. Download the file now: user names and links are handed out once."))
            {
                Link = "/admin/accounts",
                // Made is made: the links must reach their owner even where the work is to stop.
                File = new JobFile("tai-khoan-da-tao.xlsx", FormWorkbookFile.ContentType, AccountWorkbook.Answer(made, host, CancellationToken.None)),
            });
    }

    private async Task<IActionResult> WithFileAsync(bool acceptDuplicates, Func<ImmutableArray<SheetRow>, string, Task<IActionResult?>> work, CancellationToken cancellationToken)
    {
        AcceptDuplicates = acceptDuplicates;
        var shown = await ShowAsync(cancellationToken);
        if (shown is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return shown;
        var answer = await queue.UploadAsync<IActionResult?>(
            Actor!.UserName,
            async () =>
            {
                var received = await UploadedFile.TakeAsync(Request.Form.Files, cancellationToken);
                if (received is not Result<UploadedFile>.Ok { Value: var file }) return Told(((Result<UploadedFile>.No)received).Refusal);
                await using (file)
                {
                    var read = await queue.ReadAsync(token => AccountWorkbook.Read(file.Content, token), cancellationToken);
                    return read is Result<ImmutableArray<SheetRow>>.Ok { Value: var rows } ? await work(rows, file.Digest) : Told(((Result<ImmutableArray<SheetRow>>.No)read).Refusal);
                }
            },
            Told);
        return answer ?? shown;
    }

    private IActionResult? Told(Refusal refusal)
    {
        Wrong(refusal, _ => "file");
        if (refusal.Cells.IsDefaultOrEmpty) Wrong("file", refusal.Message);
        return null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        await FollowPlanAsync(cancellationToken);
        return await accounts.ScopeAsync(Actor!, cancellationToken) is Result<AccountScope>.Ok ? Page() : LocalRedirect("/denied");
    }
}
