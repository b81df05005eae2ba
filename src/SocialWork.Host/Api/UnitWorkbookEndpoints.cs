using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Units;
using SocialWork.Documents.Words;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Api;

/// <summary>GET and POST /api/v1/units/workbook: facilities of the register out to Excel and back.</summary>
internal static class UnitWorkbookEndpoints
{
    public static void MapUnitWorkbook(this RouteGroupBuilder api)
    {
        api.MapGet("/units/workbook", DownloadAsync).WithName("DownloadUnits").WithSummary("An .xlsx of the facilities that the account maintains, or of one sector (?managedBy=), to be changed and sent back.");
        api.MapPost("/units/workbook", ReceiveAsync).WithName("UploadUnits")
            .WithSummary("Takes an .xlsx (multipart) over into the register, all of it or nothing; ?commit=false previews; ?acceptDuplicates=true where units of one name and place are not one unit.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MaxRequestBytes));
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, string? managedBy, ClaimsPrincipal user, IReferenceStore reference, Readings readings, CityClock clock, CancellationToken cancellationToken)
    {
        if (await WordsAsync(reference, clock, cancellationToken) is not { } words) return NoPlan(http);
        var (actor, register, plan) = (user.Actor(), await reference.RegisterAsync(cancellationToken), (await reference.PlansAsync(cancellationToken))[0]);
        var units = register.On(clock.Today).All
            .Where(u => UnitKinds.IsFacility(u.Type) && (managedBy is null ? AccessPolicy.MayMaintain(actor, plan, u) : u.ManagingSector == managedBy))
            .OrderBy(u => u.Commune, StringComparer.Ordinal).ThenBy(u => u.Code, StringComparer.Ordinal);
        var revisions = register.Units.ToLookup(u => u.Code, u => u.Revision, StringComparer.Ordinal);
        var file = UnitWorkbook.Write(units.Select(u => (u, revisions[u.Code].Max())), words, $"DANH MỤC CƠ SỞ - ngày {When.Date(clock.Today)}", cancellationToken);
        var name = $"danh-muc-co-so{(managedBy is null ? string.Empty : "-" + managedBy)}.xlsx";
        // Without a sector it holds what the account's own unit maintains.
        if (managedBy is not null || actor.Unit is null) await readings.DownloadAsync(http, name, cancellationToken);
        return Results.File(file, FormWorkbookFile.ContentType, name);
    }

    private static Task<IResult> ReceiveAsync(
        HttpContext http, bool? commit, bool? acceptDuplicates, ClaimsPrincipal user, IReferenceStore reference, IUnitSheetReader reader, UnitImportService import, UploadQueue queue, CityClock clock, CancellationToken cancellationToken) =>
        !AccessPolicy.MayMaintainUnits(user.Actor()) ? Task.FromResult(Answers.Forbidden(http))
            : queue.UploadAsync(
                user.Actor().UserName,
                async () =>
                {
                    if (await WordsAsync(reference, clock, cancellationToken) is not { } words) return NoPlan(http);
                    var received = await UploadedFile.ReceiveAsync(http.Request, cancellationToken);
                    if (received is not Result<UploadedFile>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<UploadedFile>.No)received).Refusal);
                    await using (file)
                    {
                        var read = await queue.ReadAsync(token => reader.Read(file.Content, token), cancellationToken);
                        return await read.ThenAsync(rows => TakeAsync(import, user.Actor(), words, rows, commit, acceptDuplicates, cancellationToken)) switch
                        {
                            Result<UnitImportPreview>.Ok ok => Answers.Json(http, View(ok.Value, commit == false ? "preview" : ok.Value.Entries.IsEmpty ? "unchanged" : "saved")),
                            Result<UnitImportPreview>.No no => Answers.Refuse(http, no.Refusal),
                            _ => throw new InvalidOperationException("Unknown result."),
                        };
                    }
                },
                refusal => Answers.Refuse(http, refusal));

    private static async Task<Result<UnitImportPreview>> TakeAsync(
        UnitImportService import, Actor actor, UnitVocabulary words, ImmutableArray<SheetRow> rows, bool? commit, bool? acceptDuplicates, CancellationToken cancellationToken) => commit == false
        ? await import.PreviewAsync(actor, words, rows, cancellationToken)
        : await import.CommitAsync(actor, words, rows, acceptDuplicates ?? false, cancellationToken);

    private static async Task<UnitVocabulary?> WordsAsync(IReferenceStore reference, CityClock clock, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        return plans.IsEmpty ? null : new UnitVocabulary(plans[0], (await reference.RegisterAsync(cancellationToken)).On(clock.Today).OfType(UnitTypes.Commune), UnitTypeWords.Of);
    }

    private static object View(UnitImportPreview preview, string outcome) => new
    {
        Outcome = outcome,
        Counts = preview.Rows.CountBy(r => r.Outcome).ToDictionary(c => JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString()), c => c.Value, StringComparer.Ordinal),
        Rows = preview.Rows.Where(r => r.Outcome != UnitRowOutcome.Unchanged),
        preview.Problems,
        preview.Duplicates,
    };

    private static IResult NoPlan(HttpContext http) => Answers.Problem(
        http, StatusCodes.Status409Conflict, "plan.none", new Text("Chưa có kế hoạch nào nên chưa biết các ngành.", "There is no plan yet, and so no sectors."));
}
