using System.Collections.Concurrent;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Auditing;
using SocialWork.Core.Lineage;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>
/// Puts on record who reads what is not open, and who is handed a file, unless it is of the reader's own unit or of one that it
/// answers for. Awaited before the first byte goes out: what cannot be recorded is not read. Safe for concurrent use.
/// </summary>
public sealed class Readings(IAuditTrail trail, CityClock clock)
{
    // Who has read which report today; the report is read over and over, and a line for each time would tell no more.
    private readonly ConcurrentDictionary<(string Reader, string Plan), DateOnly> _reports = new();

    // An address may be much longer than what the log needs to tell one list from another.
    private const int MaxEntity = 500;

    private const string Api = "/api/v1/";

    /// <summary>A submission was read; nothing is recorded of a form whose values are open.</summary>
    public async Task SubmissionAsync(Actor reader, PlanModel model, SubmissionKey key, CancellationToken cancellationToken)
    {
        if (model.Form(key.Form)?.Definition.Sensitivity is Sensitivity.OpenValues || IsOwn(reader, model, key.Unit, key.Form)) return;
        await trail.RecordAsync(new AuditEvent(reader.UserName, AuditActions.Read, "submission/" + key), cancellationToken);
    }

    /// <summary>The sources of a figure were read; recorded where they name cells of forms that are not open.</summary>
    public async Task FigureAsync(Actor reader, PlanModel model, FigureLineage lineage, CancellationToken cancellationToken)
    {
        var isOnRecord = lineage.Sources.Any(s =>
            s is { Form: { } form, Unit: { } unit } && model.Form(form)?.Definition.Sensitivity is not (null or Sensitivity.OpenValues) && !IsOwn(reader, model, unit, form));
        if (isOnRecord) await trail.RecordAsync(new AuditEvent(reader.UserName, AuditActions.Read, $"figure/{model.Plan.Id}/{lineage.Figure}"), cancellationToken);
    }

    /// <summary>A combined report was read, on a page or as JSON; recorded at the reader's first time of a day of the city, and again after a restart.</summary>
    public async Task ReportAsync(Actor reader, string plan, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        if (_reports.TryGetValue((reader.UserName, plan), out var last) && last == today) return;
        await trail.RecordAsync(new AuditEvent(reader.UserName, AuditActions.Read, $"report/{plan}"), cancellationToken);
        _reports[(reader.UserName, plan)] = today;
    }

    /// <summary>Entries of a register were read; recorded where it is about people or not open, and others keep them.</summary>
    /// <param name="request">Who reads which register.</param>
    /// <param name="register">The register.</param>
    /// <param name="keeper">Whose entries; null for those of every unit.</param>
    /// <param name="id">The one entry; null for a list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EntriesAsync(RegisterRequest request, RegisterDefinition register, string? keeper, Guid? id, CancellationToken cancellationToken)
    {
        if (register is { PersonalData: PersonalData.None, Form.Sensitivity: Sensitivity.OpenValues } || (keeper is not null && RegisterAccess.Keeps(request, register, keeper))) return;
        var parts = new[] { "register", register.Code, keeper, id?.ToString() };
        await trail.RecordAsync(new AuditEvent(request.Actor.UserName, AuditActions.Read, string.Join('/', parts.Where(part => part is not null))), cancellationToken);
    }

    /// <summary>A file is about to be handed out; what it is of, its address says.</summary>
    public async Task DownloadAsync(HttpContext http, string file, CancellationToken cancellationToken)
    {
        var reader = http.User.Actor();
        var (plan, form, unit) = (Named(http, "plan"), Named(http, "form"), Named(http, "unit"));
        var model = plan.Length > 0 && unit.Length > 0 ? await http.RequestServices.GetRequiredService<RequestModules>().ModelAsync(plan, cancellationToken) : null;
        if (model is not null && IsOwn(reader, model, unit, form)) return;
        await trail.RecordAsync(new AuditEvent(reader.UserName, AuditActions.Download, EntityOf(http, model, form, unit)) { Details = file }, cancellationToken);
    }

    private static string EntityOf(HttpContext http, PlanModel? model, string form, string unit)
    {
        if (model is not null && form.Length > 0)
        {
            var period = Named(http, "period");
            return "submission/" + new SubmissionKey(model.Plan.Id, form, unit, period.Length > 0 ? period : Periods.Annual(model.Plan.Year));
        }

        var address = (http.Request.Path.Value ?? string.Empty) + Uri.UnescapeDataString(http.Request.QueryString.Value ?? string.Empty);
        var entity = address.StartsWith(Api, StringComparison.OrdinalIgnoreCase) ? address[Api.Length..] : address;
        return entity.Length <= MaxEntity ? entity : entity[..MaxEntity];
    }

    private static string Named(HttpContext http, string name) =>
        Convert.ToString(http.Request.RouteValues[name], CultureInfo.InvariantCulture) is { Length: > 0 } inPath ? inPath : http.Request.Query[name].ToString();

    // Without a form: whether it answers for the unit in any of those that the unit fills.
    private static bool IsOwn(Actor reader, PlanModel model, string unit, string form)
    {
        if (reader.Unit is null) return false;
        if (reader.Unit == unit) return true;
        return model.Units.Find(unit) is { } found
            && model.Forms.Any(f => (form.Length == 0 ? model.Fills(found, f.Definition) : f.Code == form) && AccessPolicy.AnswersFor(reader, model.Plan, found, f.Definition));
    }
}
