using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Units;
using SocialWork.Documents.Words;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Host.Api;

/// <summary>GET and POST /api/v1/units/workbook: facilities of the register out to Excel and back.</summary>
internal static class UnitWorkbookEndpoints
{
    /// <summary>The largest file, in bytes: 5,000 rows take about a megabyte.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    public static void MapUnitWorkbook(this RouteGroupBuilder api)
    {
        api.MapGet("/units/workbook", DownloadAsync).WithName("DownloadUnits").WithSummary("An .xlsx of the facilities that the account maintains, or of one sector (?managedBy=), to be changed and sent back.");
        api.MapPost("/units/workbook", UploadAsync).WithName("UploadUnits")
            .WithSummary("Takes an .xlsx over into the register, all of it or nothing; ?commit=false previews; ?acceptDuplicates=true where units of one name and place are not one unit.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes + (64 * 1024)));
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, string? managedBy, ClaimsPrincipal user, IReferenceStore reference, CityClock clock, CancellationToken cancellationToken)
    {
        if (await WordsAsync(reference, clock, cancellationToken) is not { } words) return NoPlan(http);
        var (actor, register, plan) = (user.Actor(), await reference.RegisterAsync(cancellationToken), (await reference.PlansAsync(cancellationToken))[0]);
        var units = register.On(clock.Today).All
            .Where(u => UnitKinds.IsFacility(u.Type) && (managedBy is null ? AccessPolicy.MayMaintain(actor, plan, u) : u.ManagingSector == managedBy))
            .OrderBy(u => u.Commune, StringComparer.Ordinal).ThenBy(u => u.Code, StringComparer.Ordinal);
        var revisions = register.Units.ToLookup(u => u.Code, u => u.Revision, StringComparer.Ordinal);
        var day = clock.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var file = UnitWorkbook.Write(units.Select(u => (u, revisions[u.Code].Max())), words, $"DANH MỤC CƠ SỞ - ngày {day}");
        return Results.File(file, UnitWorkbook.ContentType, $"danh-muc-co-so{(managedBy is null ? string.Empty : "-" + managedBy)}.xlsx");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http, bool? commit, bool? acceptDuplicates, ClaimsPrincipal user, IReferenceStore reference, IUnitSheetReader reader, UnitImportService import, CityClock clock, CancellationToken cancellationToken)
    {
        // A form of another site can send a file where it cannot send JSON: the browser says from where it comes.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return Answers.Problem(http, StatusCodes.Status403Forbidden, "request.otherSite", new Text("Yêu cầu được gửi từ một trang web khác.", "The request was sent by another site."));
        if (await WordsAsync(reference, clock, cancellationToken) is not { } words) return NoPlan(http);
        var received = await ReceiveAsync(http.Request, cancellationToken);
        if (received is not Result<MemoryStream>.Ok { Value: var file }) return Answers.Refuse(http, ((Result<MemoryStream>.No)received).Refusal);
        await using (file)
        {
            var read = reader.Read(file, cancellationToken);
            if (read is not Result<ImmutableArray<UnitSheetRow>>.Ok { Value: var rows }) return Answers.Refuse(http, ((Result<ImmutableArray<UnitSheetRow>>.No)read).Refusal);
            if (commit == false) return Answers.Json(http, View(await import.PreviewAsync(user.Actor(), words, rows, cancellationToken), "preview"));
            return await import.CommitAsync(user.Actor(), words, rows, acceptDuplicates ?? false, cancellationToken) switch
            {
                Result<UnitImportPreview>.Ok ok => Answers.Json(http, View(ok.Value, ok.Value.Entries.IsEmpty ? "unchanged" : "saved")),
                Result<UnitImportPreview>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        }
    }

    private static async Task<UnitVocabulary?> WordsAsync(IReferenceStore reference, CityClock clock, CancellationToken cancellationToken)
    {
        var plans = await reference.PlansAsync(cancellationToken);
        return plans.IsEmpty ? null : new UnitVocabulary(plans[0], (await reference.RegisterAsync(cancellationToken)).On(clock.Today).OfType(UnitTypes.Commune), UnitTypeWords.Of);
    }

    // The file of a form, or the body itself.
    private static async Task<Result<MemoryStream>> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return TooLarge();
        try
        {
            if (!request.HasFormContentType) return await CopyAsync(request.Body, cancellationToken);
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files.Count == 0) return NotSent();
            await using var sent = form.Files[0].OpenReadStream();
            return await CopyAsync(sent, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return NotSent();
        }
    }

    private static async Task<Result<MemoryStream>> CopyAsync(Stream from, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (file.Length + read > MaxBytes) return TooLarge();
            await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        file.Position = 0;
        return file.Length == 0 ? NotSent() : file;
    }

    private static object View(UnitImportPreview preview, string outcome) => new
    {
        Outcome = outcome,
        Counts = preview.Rows.CountBy(r => r.Outcome).ToDictionary(c => Word(c.Key), c => c.Value, StringComparer.Ordinal),
        Rows = preview.Rows.Where(r => r.Outcome != UnitRowOutcome.Unchanged),
        preview.Problems,
        preview.Duplicates,
    };

    private static string Word(UnitRowOutcome outcome) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static Refusal TooLarge() => new(
        RefusalKind.TooLarge, "units.tooLarge", $"Tệp lớn hơn giới hạn {MaxBytes / 1024 / 1024} MB.", $"The file exceeds the limit of {MaxBytes / 1024 / 1024} MB.");

    private static Refusal NotSent() => new(
        RefusalKind.Malformed, "units.notSent", "Chưa nhận được tệp: gửi một tệp .xlsx (multipart/form-data).", "No file was received: send one .xlsx (multipart/form-data).");

    private static IResult NoPlan(HttpContext http) => Answers.Problem(
        http, StatusCodes.Status409Conflict, "plan.none", new Text("Chưa có kế hoạch nào nên chưa biết các ngành.", "There is no plan yet, and so no sectors."));
}
