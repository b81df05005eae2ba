using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Registers;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/registers: the core's registers and their entries; ?plan= says by which plan's units.</summary>
internal static class RegisterEndpoints
{
    private const string Entries = "/registers/{register}/entries";
    private const string OneEntry = Entries + "/{id:guid}";

    public static void MapRegisters(this RouteGroupBuilder api)
    {
        api.MapListing("/registers", (HttpContext http, CancellationToken ct) => TableAnswers.AnswerAsync(http, RegisterListings.Registers, RegisterSet.All, RegisterSet.All.Select(Head), ct), "ListRegisters", "The registers.");
        api.MapListing("/registers/{register}", DescribeAsync, "GetRegister", "A register's fields and who sees them.");
        api.MapListing(Entries, PageAsync, "ListEntries", "Entries, oldest first; ?plan= ?unit= ?on= ?after= ?limit=");
        api.MapPost(Entries, AddAsync).WithName("AddEntry").WithSummary("Adds an entry {unit, values}.");
        api.MapGet(OneEntry, GetAsync).WithName("GetEntry").WithSummary("One entry.");
        api.MapPatch(OneEntry, ChangeAsync).WithName("ChangeEntry").WithSummary("Changes fields {values}; null clears one. If-Match.");
        api.MapPost(OneEntry + "/remove", RemoveAsync).WithName("RemoveEntry").WithSummary("Takes out an entry made by mistake {reason}. If-Match.");
    }

    private static async Task<IResult> DescribeAsync(HttpContext http, string register, CancellationToken cancellationToken) => RegisterSet.Find(register) is not { } found
        ? Answers.NotFound(http, $"Không có sổ “{register}”.", $"There is no register '{register}'.")
        : await TableAnswers.AnswerAsync(http, RegisterListings.FieldsOf(found), found.Form.Definition.Fields, new
        {
            found.Code,
            found.Form.Definition.Title,
            found.Definition.PersonalData,
            Clauses = found.Form.Definition.Clauses.Select(c => c.Value),
            Key = found.Definition.Key.Select(f => f.Id),
            Fields = found.Form.Definition.Fields.Select(f => new
            {
                f.Id,
                Type = FormWords.TypeOf(f),
                f.Label,
                f.Unit,
                f.Hint,
                f.Required,
                VisibleTo = FormWords.VisibilityOf(found, f).Code,
                Options = FormWords.OptionsOf(f),
            }),
        }, cancellationToken);

    private static Task<IResult> PageAsync(
        HttpContext http, string register, string plan, string? unit, DateOnly? on, string? after, int? limit, RequestModules modules, RegisterService service, CancellationToken cancellationToken) =>
        WithAsync(http, register, plan, modules, async request => await service.PageAsync(request, unit, on, after, limit ?? IRegisterStore.MaxPage, cancellationToken) switch
        {
            Result<EntryPage>.Ok { Value: var page } => TableFormats.Asked(http) is { } format
                ? await TableAnswers.FileAsync(http, format, RegisterListings.EntriesOf(RegisterSet.Find(register)!, request.Model), FromAsync(page, request, unit, on, service, cancellationToken), cancellationToken)
                : await ShownAsync(http, request, unit, page, cancellationToken),
            Result<EntryPage>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        }, cancellationToken);

    private static async Task<IResult> ShownAsync(HttpContext http, RegisterRequest request, string? unit, EntryPage page, CancellationToken cancellationToken)
    {
        await http.RequestServices.GetRequiredService<Readings>().EntriesAsync(request, RegisterSet.Find(request.Register)!.Definition, unit, id: null, cancellationToken);
        return Answers.Json(http, new { Entries = page.Entries.Select(Line), page.Next });
    }

    private static async IAsyncEnumerable<RegisterEntry> FromAsync(
        EntryPage first, RegisterRequest request, string? unit, DateOnly? on, RegisterService service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = first; ;)
        {
            foreach (var entry in page.Entries) yield return entry;
            if (page.Next is not { } next) yield break;
            if (await service.PageAsync(request, unit, on, next, IRegisterStore.MaxPage, cancellationToken) is not Result<EntryPage>.Ok { Value: var more })
                throw new InvalidOperationException("A page after the first was refused.");
            page = more;
        }
    }

    private static Task<IResult> GetAsync(HttpContext http, string register, Guid id, string plan, RequestModules modules, RegisterService service, CancellationToken cancellationToken) =>
        WithAsync(http, register, plan, modules, async request =>
        {
            var found = await service.GetAsync(request, id, cancellationToken);
            if (found is Result<RegisterEntry>.Ok { Value: var entry })
                await http.RequestServices.GetRequiredService<Readings>().EntriesAsync(request, RegisterSet.Find(register)!.Definition, entry.Keeper, id, cancellationToken);
            return One(http, found);
        }, cancellationToken);

    private static Task<IResult> AddAsync(HttpContext http, string register, string plan, RequestModules modules, RegisterService service, CancellationToken cancellationToken) =>
        WithBodyAsync(http, register, plan, modules, async (request, json) =>
            One(http, await service.AddAsync(request, RequestBody.TextOf(json, "unit"), ValuesOf(json), cancellationToken), StatusCodes.Status201Created), cancellationToken);

    private static Task<IResult> ChangeAsync(HttpContext http, string register, Guid id, string plan, RequestModules modules, RegisterService service, CancellationToken cancellationToken) =>
        WithBodyAsync(http, register, plan, modules, async (request, json) => Answers.SeenOf(http) is { } seen
            ? One(http, await service.ChangeAsync(request, id, ValuesOf(json), seen, cancellationToken))
            : NotSeen(http), cancellationToken);

    private static Task<IResult> RemoveAsync(HttpContext http, string register, Guid id, string plan, RequestModules modules, RegisterService service, CancellationToken cancellationToken) =>
        WithBodyAsync(http, register, plan, modules, async (request, json) => Answers.SeenOf(http) is { } seen
            ? One(http, await service.RemoveAsync(request, id, seen, RequestBody.TextOf(json, "reason"), cancellationToken))
            : NotSeen(http), cancellationToken);

    private static async Task<IResult> WithAsync(HttpContext http, string register, string plan, RequestModules modules, Func<RegisterRequest, Task<IResult>> handle, CancellationToken cancellationToken)
    {
        var model = await modules.ModelAsync(plan, cancellationToken);
        return model is null ? Answers.PlanUnknown(http, plan) : await handle(new RegisterRequest(http.User.Actor(), model, modules.Lease, register));
    }

    private static Task<IResult> WithBodyAsync(
        HttpContext http, string register, string plan, RequestModules modules, Func<RegisterRequest, JsonElement, Task<IResult>> handle, CancellationToken cancellationToken) =>
        RequestBody.WithAsync(http, body => WithAsync(http, register, plan, modules, request => handle(request, body), cancellationToken), cancellationToken);

    private static JsonElement ValuesOf(JsonElement json) => json.TryGetProperty("values", out var values) ? values : default;

    private static IResult NotSeen(HttpContext http) => Answers.Problem(http, StatusCodes.Status412PreconditionFailed, "register.changed", new Text(
        "Thiếu If-Match: gửi kèm ETag của mục đã đọc.", "If-Match is missing: send the ETag of the entry you read."));

    private static IResult One(HttpContext http, Result<RegisterEntry> result, int status = StatusCodes.Status200OK)
    {
        if (result is not Result<RegisterEntry>.Ok { Value: var entry }) return Answers.Refuse(http, ((Result<RegisterEntry>.No)result).Refusal);
        http.Response.Headers.ETag = $"\"{entry.Revision.ToString(CultureInfo.InvariantCulture)}\"";
        return Answers.Json(http, Line(entry), status);
    }

    private static object Line(RegisterEntry e) => new { e.Id, Unit = e.Keeper, e.Revision, Values = JsonNode.Parse(FormValuesJson.Write(RegisterSet.Find(e.Register)!.Form, e.Values)) };

    private static object Head(CompiledRegister r) => new { r.Code, r.Form.Definition.Title };
}
