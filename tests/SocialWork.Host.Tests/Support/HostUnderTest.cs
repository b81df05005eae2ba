using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Host.Composition;
using SocialWork.Persistence;

namespace SocialWork.Host.Tests.Support;

/// <summary>The real host on a real port over a real file, for one test.</summary>
public sealed class HostUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];
    private bool _isDisposed;

    private HostUnderTest(WebApplication app) => _app = app;

    /// <summary>An argument for a host that writes its log files as it does when it is installed.</summary>
    public const string KeepLogs = "--keep-logs";

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the host and waits until it is ready.</summary>
    public static Task<HostUnderTest> StartAsync(string dataFolder, params string[] args) => StartAsync(dataFolder, _ => { }, args);

    /// <summary>The same, with further changes to the host before it is built.</summary>
    public static async Task<HostUnderTest> StartAsync(string dataFolder, Action<WebApplicationBuilder> configure, params string[] args)
    {
        // LibreOffice is looked for by those tests alone that print.
        string[] all = [.. args.Contains("--libreoffice") ? [] : new[] { "--libreoffice", "off" }, "--demo", "--data", dataFolder, "--urls", "http://127.0.0.1:0", "--plugins", HostOutput.Plugins, "--sign-ins-per-address", "100000", "--sign-ins-per-name", "100000", .. args.Where(a => a != KeepLogs)];
        var host = new HostUnderTest(SocialWorkHost.Build(all, builder =>
        {
            if (!args.Contains(KeepLogs)) builder.Logging.ClearProviders();
            configure(builder);
        }));
        try
        {
            try
            {
                await host._app.StartAsync(CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The host stopped while it was starting: what is awaited below says why.
                await host.Services.GetRequiredService<Readiness>().WaitAsync(CancellationToken.None);
                throw;
            }

            host.Address = new Uri(host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            await host.Services.GetRequiredService<Readiness>().WaitAsync(CancellationToken.None);
            return host;
        }
        catch
        {
            // Disposed, not stopped: what never started cannot be stopped.
            await host._app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that is not signed in.</summary>
    public HttpClient Anonymous() => Client();

    /// <summary>A client that is signed in to a demonstration account.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = Client();
        var response = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = "demo-2026" }, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Where running totals differ from a recount of the versions: nowhere.</summary>
    public async Task<IReadOnlyList<TotalsDifference>> RecountAsync()
    {
        await using var lease = Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = await Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None);
        return await Services.GetRequiredService<TotalsRecount>().CompareAsync(model!, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        foreach (var client in _clients) client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        _clients.Add(client);
        return client;
    }
}

internal static class HttpExtensions
{
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address)
    {
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.JsonAsync();
    }

    /// <summary>Uploads a file to the attachments.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string name, byte[] content, string declaredType = "application/pdf")
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(declaredType);
        using var body = new MultipartFormDataContent();
        body.Add(file, "file", name);
        return await client.PostAsync(new Uri("/api/v1/attachments", UriKind.Relative), body, CancellationToken.None);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
}
