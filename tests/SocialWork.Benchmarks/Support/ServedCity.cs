using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Host.Composition;
using SocialWork.Host.Demo;

namespace SocialWork.Benchmarks.Support;

/// <summary>The real host in this process, with its plugins, over a real file that holds the demonstration year.</summary>
internal sealed class ServedCity : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _dataFolder;

    private ServedCity(WebApplication app, string dataFolder) => (_app, _dataFolder) = (app, dataFolder);

    public string DatabaseFile => Path.Combine(_dataFolder, "demo", "socialwork.db");

    /// <summary>Starts the host; an empty folder is filled with the demonstration year first.</summary>
    public static async Task<ServedCity> StartAsync(string dataFolder, params string[] more)
    {
        string[] args = ["--demo", "--data", dataFolder, "--urls", "http://127.0.0.1:0", "--plugins", HostOutput.Plugins, .. more];
        var city = new ServedCity(SocialWorkHost.Build(args, builder => builder.Logging.ClearProviders()), dataFolder);
        await city._app.StartAsync();
        await city.Get<Readiness>().WaitAsync(CancellationToken.None);
        return city;
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public ISectorLease Lease() => Get<ISectorCatalog>().Lease();

    public async Task<PlanModel> ModelAsync()
    {
        await using var lease = Lease();
        return await Get<PlanModels>().GetAsync(DemoFacts.Plan, lease, CancellationToken.None) ?? throw new InvalidOperationException("The host has no plan of the demonstration year.");
    }

    /// <summary>A client that is signed in as the standing agency.</summary>
    public async Task<HttpClient> SignInAsync(string userName = "standing")
    {
        var address = Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return await SignInAsync(new Uri(address), userName);
    }

    public static async Task<HttpClient> SignInAsync(Uri address, string userName = "standing")
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = "demo-2026" });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A raw connection that only reads.</summary>
    public SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
