using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Accounts;
using SocialWork.Core.Time;
using SocialWork.Host.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class MovingTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

/// <summary>Counts the passwords that were looked at, by the hash that they were compared with.</summary>
internal sealed class CountingPasswords : IPasswordHashes
{
    private readonly IdentityPasswords _passwords = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int All => _counts.Values.Sum();

    public int Of(string hash) => _counts.GetValueOrDefault(hash);

    public string Hash(string password) => _passwords.Hash(password);

    public PasswordMatch Verify(string hash, string password)
    {
        _counts.AddOrUpdate(hash, 1, (_, n) => n + 1);
        return _passwords.Verify(hash, password);
    }
}

/// <summary>A host as it is installed, without a demonstration, with its first administrator; its clock moves when it is told to.</summary>
internal sealed partial class AccountsHost : IAsyncDisposable
{
    /// <summary>What everybody here chooses.</summary>
    public const string Password = "một câu chỉ mình tôi nghĩ ra";

    private readonly TemporaryFolder _folder;

    private AccountsHost(TemporaryFolder folder) => _folder = folder;

    public HostUnderTest Host { get; private set; } = null!;

    /// <summary>Monday, 23 November 2026, 09:00 in the city.</summary>
    public MovingTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

    public CountingPasswords Passwords { get; } = new();

    /// <summary>What was printed at the starts.</summary>
    public StringWriter Console { get; } = new();

    /// <summary>What was logged since the first start.</summary>
    public LoggedLines Said { get; } = new();

    public string Folder => _folder.Path;

    public string StateFolder => Path.Combine(_folder.Path, "main");

    /// <summary>A host whose administrator has chosen a password.</summary>
    public static async Task<AccountsHost> StartAsync(params string[] args)
    {
        var host = await StartUnusedAsync(args);
        await host.ActivateAsync(host.PrintedCode());
        return host;
    }

    /// <summary>A host that nobody has signed in to.</summary>
    public static async Task<AccountsHost> StartUnusedAsync(params string[] args)
    {
        var host = new AccountsHost(new TemporaryFolder());
        host.Host = await host.OpenAsync(args);
        return host;
    }

    /// <summary>Stops the host and starts it again over the same folder.</summary>
    /// <param name="loseKeys">Whether the keys beside the database are gone by then.</param>
    public async Task RestartAsync(bool loseKeys = false)
    {
        await Host.DisposeAsync();
        if (loseKeys) Directory.Delete(Path.Combine(StateFolder, "keys"), recursive: true);
        Host = await OpenAsync([]);
    }

    /// <summary>The one-time password that was printed last.</summary>
    public string PrintedCode() => Code().Matches(Console.ToString())[^1].Value;

    public Task<HttpClient> AdminAsync() => SignInAsync("admin");

    public async Task<HttpClient> SignInAsync(string userName, string password = Password, string? code = null)
    {
        var client = Host.Anonymous();
        var response = await TryAsync(client, userName, password, code);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return client;
    }

    public static Task<HttpResponseMessage> TryAsync(HttpClient client, string userName, string password, string? code = null) =>
        client.PostAsJsonAsync("/api/v1/session", new { userName, password, code });

    /// <summary>Makes an account; the answer has its link.</summary>
    public async Task<JsonElement> AddAsync(string role, string? unit, string fullName = "Trần Thị Bình", string from = "2026-01-01", string? to = null, HttpClient? by = null)
    {
        var response = await (by ?? await AdminAsync()).PostAsJsonAsync("/api/v1/accounts", new { fullName, memberships = new[] { new { role, unit, from, to } } });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    /// <summary>Makes an account whose person has chosen <see cref="Password"/>.</summary>
    public async Task<string> MemberAsync(string role, string? unit, string? to = null, HttpClient? by = null)
    {
        var made = await AddAsync(role, unit, to: to, by: by);
        await ActivateAsync(made.GetProperty("code").GetString()!);
        return made.GetProperty("userName").GetString()!;
    }

    public async Task ActivateAsync(string code, string newPassword = Password)
    {
        var response = await Host.Anonymous().PostAsJsonAsync("/api/v1/session/password", new { code, newPassword });
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Actions of an account in the log, oldest first.</summary>
    public async Task<string[]> LogAsync(string userName)
    {
        var lines = await (await AdminAsync()).GetJsonAsync("/api/v1/audit?entity=account/" + userName);
        return [.. lines.EnumerateArray().Where(l => l.GetProperty("entity").GetString() == "account/" + userName).Select(l => l.GetProperty("action").GetString()!).Reverse()];
    }

    /// <summary>Rows of a query, straight from the file, as one text each.</summary>
    public string[] Rows(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(StateFolder, "socialwork.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return [.. rows];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    private Task<HostUnderTest> OpenAsync(string[] args) => HostUnderTest.StartAsync(_folder.Path, Configure, ["--demo", "false", "--allow-http", "--second-factor-optional", "true", "--backup-at", "off", .. args]);

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(Said);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new CityClock(Time))
            .AddSingleton<IPasswordHashes>(Passwords)
            .AddSingleton(new OperatorConsole(Console));
    }

    [GeneratedRegex("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <summary>One such host for the tests of a class.</summary>
public sealed class SharedAccounts : IAsyncLifetime
{
    internal AccountsHost Accounts { get; private set; } = null!;

    public async Task InitializeAsync() => Accounts = await AccountsHost.StartAsync();

    public async Task DisposeAsync() => await Accounts.DisposeAsync();
}

internal static class AccountAnswers
{
    /// <summary>A refusal of that status and code.</summary>
    public static async Task<JsonElement> ShouldRefuseAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status, string code)
    {
        var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonElement.Parse(text);
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        return problem;
    }

    public static async Task<JsonElement> ShouldAnswerAsync(this Task<HttpResponseMessage> sent)
    {
        var response = await sent;
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return response.StatusCode == HttpStatusCode.NoContent ? default : await response.JsonAsync();
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, object? body = null) =>
        body is null ? client.PostAsync(new Uri(address, UriKind.Relative), null) : client.PostAsJsonAsync(address, body);

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> TryGetAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative));
}
