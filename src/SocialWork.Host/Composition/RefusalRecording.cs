using SocialWork.Core.Accounts;
using SocialWork.Core.Auditing;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host.Composition;

/// <summary>
/// Puts on record who was refused for lack of rights, by the API and by pages. Awaited before the answer ends, but not for long:
/// where the writer is busy the refusal stands in the log file alone. Safe for concurrent use.
/// </summary>
internal sealed class RefusalRecording(RequestDelegate next, RefusalRecord record, ILogger<RefusalRecording> log)
{
    /// <summary>The longest an answer waits for its line.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private const string DeniedPage = "/denied";
    private const string Usual = "access.denied";
    private const int MaxAsked = 500;

    // Ids that lists take from the query; nothing else of it is kept.
    private static readonly string[] Ids = ["plan", "form", "unit", "period"];

    /// <summary>Remembers why a request is refused.</summary>
    public static void Note(HttpContext http, string code) => http.Items[typeof(RefusalRecording)] = code;

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!IsRefused(http)) return;
        var refused = new RefusedRequest(
            http.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : PasswordGuard.Nobody,
            $"{http.Request.Method} {RouteOf(http)}",
            AskedOf(http.Request),
            http.Items[typeof(RefusalRecording)] as string ?? Usual);
        try
        {
            // Whoever hangs up is on record too.
            using var longest = new CancellationTokenSource(LongestWait);
            await record.RecordAsync(refused, longest.Token);
        }
        catch (Exception fault) when (fault is WriterBusyException or WriterStoppedException or OperationCanceledException)
        {
            log.LogWarning(fault, "{By} was refused {Asked} ({Reason}); the audit log could not take it", refused.By, refused.Asked, refused.Reason);
        }
    }

    // Pages send people on to one that says no; that one by itself refuses nothing.
    private static bool IsRefused(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status403Forbidden => !http.Request.Path.StartsWithSegments(DeniedPage, StringComparison.OrdinalIgnoreCase),
        StatusCodes.Status302Found => Uri.TryCreate(new Uri("http://here"), http.Response.Headers.Location.ToString(), out var to) && to.AbsolutePath == DeniedPage,
        _ => false,
    };

    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "?";

    private static string AskedOf(HttpRequest request)
    {
        var ids = Ids.Where(request.Query.ContainsKey).Select(id => $"{id}={request.Query[id]}");
        var asked = $"{request.Method} {request.Path.Value}{(string.Join('&', ids) is { Length: > 0 } named ? "?" + named : string.Empty)}";
        return asked.Length <= MaxAsked ? asked : asked[..MaxAsked];
    }
}

/// <summary>Writes the numbers of refusals that were only counted: every hour, and when the host stops in order.</summary>
internal sealed class RefusalSums(RefusalRecord record, TimeProvider time, ILogger<RefusalSums> log) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SumUpAsync(all: true, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RefusalRecord.Window, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SumUpAsync(all: false, stoppingToken);
    }

    private async Task SumUpAsync(bool all, CancellationToken cancellationToken)
    {
        try
        {
            await record.SumUpAsync(all, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The number of refusals could not be written to the audit log");
        }
    }
}
