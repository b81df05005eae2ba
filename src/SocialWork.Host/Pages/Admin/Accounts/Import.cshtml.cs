using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Core.Accounts.Import;
using SocialWork.Core.Planning;
using SocialWork.Core.Typing;
using SocialWork.Documents.Accounts;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Accounts;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Admin.Accounts;

/// <summary>Makes accounts by Excel: a preview first, then all of them or none.</summary>
[NotByToken]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MaxRequestBytes)]
public sealed class ImportModel(AccountService accounts, AccountImportService import, UploadQueue queue, IReferenceStore reference) : FormPage(reference)
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

    /// <summary>Makes the accounts of a file and hands out their links, once.</summary>
    public Task<IActionResult> OnPostCommitAsync(bool acceptDuplicates, CancellationToken cancellationToken) => WithFileAsync(
        acceptDuplicates,
        async (rows, digest) =>
        {
            switch (await import.CommitAsync(Actor!, rows, digest, RoleWords.Of, acceptDuplicates, cancellationToken))
            {
                case Result<ImmutableArray<ImportedAccount>>.Ok { Value: { IsEmpty: false } made }:
                    return File(AccountWorkbook.Answer(made, $"{Request.Scheme}://{Request.Host}", cancellationToken), FormWorkbookFile.ContentType, "tai-khoan-da-tao.xlsx");
                case Result<ImmutableArray<ImportedAccount>>.No { Refusal: var refusal }:
                    Preview = new AccountImportPreview([], refusal.Cells);
                    Wrong(refusal with { Cells = [] });
                    return null;
                default:
                    Notice = Say("Tệp này đã được dùng để tạo tài khoản trước đây; không tạo thêm tài khoản nào.", "This file was taken over before; no account was made.");
                    return null;
            }
        },
        cancellationToken);

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
