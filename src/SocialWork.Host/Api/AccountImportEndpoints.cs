using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Accounts.Import;
using SocialWork.Core.Typing;
using SocialWork.Documents.Accounts;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Accounts;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/accounts/workbook and POST /api/v1/accounts/import: accounts in bulk, by Excel.</summary>
internal static class AccountImportEndpoints
{
    public static void MapAccountImport(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithMetadata(new NotByTokenAttribute());
        accounts.MapGet("/workbook", DownloadAsync).WithName("AccountWorkbook").WithSummary("An empty .xlsx for the accounts that are to be made.");
        accounts.MapPost("/import", ReceiveAsync).WithName("ImportAccounts")
            .WithSummary("Makes the accounts of an .xlsx (multipart), all or none, and answers an .xlsx with user names and links, once; ?commit=false previews; ?acceptDuplicates=true where people of one name, unit and role are not one.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MaxRequestBytes));
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, ClaimsPrincipal user, AccountService accounts, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        if (await accounts.ScopeAsync(actor, cancellationToken) is Result<AccountScope>.No no) return Answers.Refuse(http, no.Refusal);
        var roles = Enum.GetValues<Role>().Where(r => actor.Is(Role.Administrator) || AccountPolicy.IsOfUnit(r));
        return Results.File(AccountWorkbook.Template(roles, cancellationToken), FormWorkbookFile.ContentType, "tai-khoan.xlsx");
    }

    // Nobody's file is read who manages no account.
    private static async Task<IResult> ReceiveAsync(
        HttpContext http, bool? commit, bool? acceptDuplicates, ClaimsPrincipal user, AccountService accounts, AccountImportService import, UploadQueue queue, CancellationToken cancellationToken) =>
        await accounts.ScopeAsync(user.Actor(), cancellationToken) is Result<AccountScope>.No no ? Answers.Refuse(http, no.Refusal)
        : await queue.UploadAsync(
            user.Actor().UserName,
            async () =>
            {
                var received = await UploadedFile.ReceiveAsync(http.Request, cancellationToken);
                if (received is not Result<UploadedFile>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<UploadedFile>.No)received).Refusal);
                await using (file)
                {
                    var read = await queue.ReadAsync(token => AccountWorkbook.Read(file.Content, token), cancellationToken);
                    if (read is not Result<ImmutableArray<SheetRow>>.Ok { Value: var rows }) return Answers.Refuse(http, ((Result<ImmutableArray<SheetRow>>.No)read).Refusal);
                    return commit == false
                        ? Previewed(http, await import.PreviewAsync(user.Actor(), rows, RoleWords.Of, acceptDuplicates ?? false, cancellationToken))
                        : Made(http, await import.CommitAsync(user.Actor(), rows, file.Digest, RoleWords.Of, acceptDuplicates ?? false, null, cancellationToken), cancellationToken);
                }
            },
            refusal => Answers.Refuse(http, refusal));

    private static IResult Previewed(HttpContext http, Result<AccountImportPreview> result) => result switch
    {
        Result<AccountImportPreview>.Ok ok => Answers.Json(http, new { Outcome = "preview", ok.Value.Rows, ok.Value.Problems }),
        Result<AccountImportPreview>.No no => Answers.Refuse(http, no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    private static IResult Made(HttpContext http, Result<ImmutableArray<ImportedAccount>> result, CancellationToken cancellationToken)
    {
        if (result is not Result<ImmutableArray<ImportedAccount>>.Ok { Value: var made }) return Answers.Refuse(http, ((Result<ImmutableArray<ImportedAccount>>.No)result).Refusal);
        http.Response.Headers.CacheControl = "no-store";
        return made.IsEmpty
            ? Answers.Json(http, new { Outcome = "unchanged" })
            : Results.File(AccountWorkbook.Answer(made, $"{http.Request.Scheme}://{http.Request.Host}", cancellationToken), FormWorkbookFile.ContentType, "tai-khoan-da-tao.xlsx");
    }
}
