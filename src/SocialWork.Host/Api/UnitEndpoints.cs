using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Core.Units.Changes;
using SocialWork.Host.Api.Tables;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/units: register R1, read by everybody who is signed in and kept by the managing agencies.</summary>
internal static class UnitEndpoints
{
    private const string Address = "/units/{code}";

    public static void MapUnits(this RouteGroupBuilder api)
    {
        api.MapListing("/units", ListAsync, "ListUnits", "Agencies and facilities on a date, by code; ?type= ?managedBy= ?commune= ?inPlan= ?search= (without accents) ?sort=name ?after= (the last code of the page before) ?limit= (at most 500).");
        api.MapGet(Address, GetAsync).WithName("GetUnit").WithSummary("One unit on a date (?on=), with the revision that a change states in If-Match.");
        api.MapGet(Address + "/history", HistoryAsync).WithName("UnitHistory").WithSummary("Every dated row of a unit, and for those who keep it who changed what.");
        api.MapPost("/units", (HttpContext http, FacilityRegisterService register, CityClock clock, CancellationToken ct) => AddAsync(http, register, clock, ct)).WithName("AddUnit").WithSummary("Enters a unit {from, name, type, …}; without a code one is proposed.");
        api.MapPut(Address, (HttpContext http, string code, FacilityRegisterService register, CityClock clock, CancellationToken ct) => ChangeAsync(http, code, register.ReplaceAsync, clock, ct)).WithName("PutUnit").WithSummary("States the unit whole from a date on {from, …}; If-Match.");
        api.MapPatch(Address, (HttpContext http, string code, FacilityRegisterService register, CityClock clock, CancellationToken ct) => ChangeAsync(http, code, register.ChangeAsync, clock, ct)).WithName("PatchUnit").WithSummary("Changes single fields from a date on {from, …}; If-Match.");
        api.MapPatch(Address + "/rows/{rowFrom}", CorrectAsync).WithName("CorrectUnitRow").WithSummary("Puts a mistake in a dated row right, where no report stands on it; If-Match.");
        api.MapPost(Address + "/close", CloseAsync).WithName("CloseUnit").WithSummary("Ends the unit {from, legalAct, successors}: the first day on which it is no more; If-Match.");
        api.MapPost(Address + "/undo", UndoAsync).WithName("UndoUnit").WithSummary("Takes back the last change of the unit; If-Match.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, FacilityRegisterService register, IReferenceStore reference, CityClock clock, DateOnly? on, string? type, string? managedBy, string? commune, bool? inPlan,
        string? search, string? sort, string? after, int? limit, CancellationToken cancellationToken)
    {
        if (sort is not (null or "code" or "name"))
            return Answers.Problem(http, StatusCodes.Status400BadRequest, "units.sort", new Abstractions.Text("“sort” phải là code hoặc name.", "'sort' must be code or name."));
        var query = new UnitQuery(on ?? clock.Today)
        {
            Type = type,
            ManagingSector = managedBy,
            Commune = commune,
            InPlan = inPlan,
            Search = search,
            ByName = sort == "name",
            After = after,
            Limit = limit ?? UnitQuery.MaxPage,
            Whole = TableFormats.Asked(http) is not null,
        };
        var page = await register.ListAsync(query, cancellationToken);
        if (page is not Result<ImmutableArray<Unit>>.Ok { Value: var units }) return Answers.Refuse(http, ((Result<ImmutableArray<Unit>>.No)page).Refusal);
        var known = await reference.RegisterAsync(cancellationToken);
        var predecessors = known.Successions.ToLookup(s => s.Successor, StringComparer.Ordinal);
        var successors = known.Successions.ToLookup(s => s.Predecessor, StringComparer.Ordinal);
        var revisions = known.Units.ToLookup(u => u.Code, u => u.Revision, StringComparer.Ordinal);
        return await TableAnswers.AnswerAsync(http, UnitListing.Units, units.Select(u => Line(u, revisions[u.Code].Max(), predecessors[u.Code], successors[u.Code])), cancellationToken);
    }

    private static async Task<IResult> GetAsync(HttpContext http, string code, DateOnly? on, FacilityRegisterService register, CityClock clock, CancellationToken cancellationToken)
    {
        var date = on ?? clock.Today;
        return await register.GetAsync(code, cancellationToken) switch
        {
            Result<UnitEntry>.Ok { Value: var entry } when entry.On(date) is null => Answers.NotFound(
                http,
                $"Đơn vị {code} không có hiệu lực ngày {date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}: xem lịch sử của đơn vị.",
                $"Unit {code} does not hold on {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: see its history."),
            var found => View(http, found, date),
        };
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, string code, ClaimsPrincipal user, FacilityRegisterService register, CancellationToken cancellationToken)
    {
        var result = await register.HistoryAsync(user.Actor(), code, cancellationToken);
        if (result is not Result<UnitHistory>.Ok { Value: var history }) return Answers.Refuse(http, ((Result<UnitHistory>.No)result).Refusal);
        Tag(http, history.Entry);
        return Answers.Json(http, new
        {
            history.Entry.Code,
            history.Entry.Revision,
            Rows = history.Entry.Rows.Select(r => Line(r, history.Entry)),
            Changes = history.Changes?.Select(c => new { c.At, c.By, c.Kind, Before = c.Before.Rows.Select(r => Line(r, c.Before)), After = c.After.Rows.Select(r => Line(r, c.After)) }),
        });
    }

    private static Task<IResult> AddAsync(HttpContext http, FacilityRegisterService register, CityClock clock, CancellationToken cancellationToken) => WithBodyAsync(
        http,
        [UnitFields.Code, UnitFields.From, UnitFields.ValidTo, UnitFields.Predecessors, .. UnitBody.Fields],
        body => (Code: body.Text(UnitFields.Code), From: body.RequiredDate(UnitFields.From), Edit: body.Edit(), Predecessors: body.Codes(UnitFields.Predecessors)),
        async asked =>
        {
            var added = await register.AddAsync(http.User.Actor(), asked.Code, asked.Edit with { ValidFrom = asked.From }, asked.Predecessors, cancellationToken);
            if (added is Result<UnitEntry>.Ok { Value: var entry }) http.Response.Headers.Location = $"/api/v1/units/{entry.Code}";
            return View(http, added, clock.Today, StatusCodes.Status201Created);
        },
        cancellationToken);

    private static Task<IResult> ChangeAsync(
        HttpContext http, string code, Func<Core.Access.Actor, string, DateOnly, UnitEdit, long?, CancellationToken, Task<Result<UnitEntry>>> change, CityClock clock, CancellationToken cancellationToken) => WithBodyAsync(
        http,
        [UnitFields.From, .. UnitBody.Fields],
        body => (From: body.RequiredDate(UnitFields.From), Edit: body.Edit()),
        asked => MatchedAsync(http, revision => change(http.User.Actor(), code, asked.From, asked.Edit, revision, cancellationToken), clock.Today),
        cancellationToken);

    private static Task<IResult> CorrectAsync(HttpContext http, string code, DateOnly rowFrom, FacilityRegisterService register, CityClock clock, CancellationToken cancellationToken) => WithBodyAsync(
        http,
        [UnitFields.ValidFrom, UnitFields.ValidTo, .. UnitBody.Fields],
        body => body.Edit(),
        edit => MatchedAsync(http, revision => register.CorrectAsync(http.User.Actor(), code, rowFrom, edit, revision, cancellationToken), clock.Today),
        cancellationToken);

    private static Task<IResult> CloseAsync(HttpContext http, string code, FacilityRegisterService register, CityClock clock, CancellationToken cancellationToken) => WithBodyAsync(
        http,
        [UnitFields.From, UnitFields.LegalAct, UnitFields.Successors],
        body => (From: body.RequiredDate(UnitFields.From), Act: body.Text(UnitFields.LegalAct), Successors: body.Codes(UnitFields.Successors)),
        asked => MatchedAsync(http, revision => register.CloseAsync(http.User.Actor(), code, asked.From, asked.Act, asked.Successors, revision, cancellationToken), clock.Today),
        cancellationToken);

    private static Task<IResult> UndoAsync(HttpContext http, string code, FacilityRegisterService register, CityClock clock, CancellationToken cancellationToken) =>
        MatchedAsync(http, revision => register.UndoAsync(http.User.Actor(), code, revision, cancellationToken), clock.Today);

    private static async Task<IResult> WithBodyAsync<T>(HttpContext http, ImmutableArray<string> fields, Func<UnitBody, T> read, Func<T, Task<IResult>> handle, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancellationToken);
        if (body is not Result<JsonDocument>.Ok { Value: var json }) return Answers.Refuse(http, ((Result<JsonDocument>.No)body).Refusal);
        using (json)
        {
            return UnitBody.Read(json.RootElement, fields, read) switch
            {
                Result<T>.Ok ok => await handle(ok.Value),
                Result<T>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        }
    }

    private static async Task<IResult> MatchedAsync(HttpContext http, Func<long?, Task<Result<UnitEntry>>> change, DateOnly today)
    {
        var match = http.Request.Headers.IfMatch.ToString();
        if (match.Length == 0) return View(http, await change(null), today);
        return long.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? View(http, await change(seen), today)
            : Answers.Refuse(http, new Refusal(RefusalKind.Stale, "unit.changed", "If-Match không phải phiên bản của đơn vị này: tải lại rồi thử lại.", "If-Match is no revision of this unit: read it again and retry."));
    }

    private static IResult View(HttpContext http, Result<UnitEntry> result, DateOnly date, int status = StatusCodes.Status200OK)
    {
        if (result is not Result<UnitEntry>.Ok { Value: var entry }) return Answers.Refuse(http, ((Result<UnitEntry>.No)result).Refusal);
        // What was entered by mistake and taken back is no more.
        if (entry.Rows.IsEmpty) return Results.NoContent();
        Tag(http, entry);
        // A row that is still to come, or that has ended, where none holds today.
        return Answers.Json(http, Line(entry.On(date) ?? entry.Rows[^1], entry), status);
    }

    private static void Tag(HttpContext http, UnitEntry entry) => http.Response.Headers.ETag = $"\"{entry.Revision.ToString(CultureInfo.InvariantCulture)}\"";

    private static ListedUnit Line(Unit u, UnitEntry entry) =>
        Line(u, entry.Revision, entry.Successions.Where(s => s.Successor == u.Code), entry.Successions.Where(s => s.Predecessor == u.Code));

    // A code may return after a merger: an edge belongs to the row that it begins or ends.
    private static ListedUnit Line(Unit u, long revision, IEnumerable<Succession> predecessors, IEnumerable<Succession> successors) => new(
        u.Code, u.Name, u.Type, u.ManagingSector, u.Commune, u.InPlan, u.Tier, u.IsPublic, u.SchoolLevel, u.Operator, u.Custodian, u.LegalAct, u.ValidFrom, u.ValidTo, revision,
        predecessors.Where(s => s.On == u.ValidFrom).Select(s => s.Predecessor),
        successors.Where(s => s.On == u.ValidTo).Select(s => s.Successor));
}
