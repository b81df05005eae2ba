using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Browser.Tests.Support;

/// <summary>A real browser before the real host on the demonstration year; made once for all tests. Safe for concurrent use.</summary>
public sealed class Browsing : IAsyncLifetime, IDisposable
{
    private static readonly InstalledProgram Chromium = new("Chromium", "chromium", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe");

    // In milliseconds: a machine that does other things beside is slow, not wrong.
    private const float Patience = 30_000;

    private readonly ServedYear _year = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = new(StringComparer.Ordinal);
    private readonly Lazy<Task<StoredAccounts>> _stored;
    private readonly Lazy<Task<int>> _frozen;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Browsing()
    {
        _stored = new Lazy<Task<StoredAccounts>>(() => StoredAccounts.MakeAsync(Host));
        _frozen = new Lazy<Task<int>>(FreezeAsync);
    }

    /// <summary>The host that all tests share. Tests run one after the other; each that changes a form has it to itself.</summary>
    public HostUnderTest Host => _year.Host;

    /// <summary>Accounts beside those of the demonstration; made once, when they are first asked for.</summary>
    internal Task<StoredAccounts> StoredAsync() => _stored.Value;

    /// <summary>The number of a frozen report; taken once, when it is first asked for.</summary>
    internal Task<int> FrozenAsync() => _frozen.Value;

    public async Task InitializeAsync()
    {
        var program = await Chromium.FindAsync(CancellationToken.None);
        await _year.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_year.Host is not null) await _year.DisposeAsync();
    }

    public void Dispose() => _year.Dispose();

    /// <summary>A browser of one test's own: nothing kept, nothing shared with another.</summary>
    /// <param name="userName">The demonstration account that is signed in; null for nobody.</param>
    /// <param name="language">The language that was chosen before; null for none.</param>
    /// <param name="options">How else it differs; null for not at all.</param>
    /// <param name="at">Another host's address; null for the one that is shared.</param>
    public async Task<IBrowserContext> OpenAsync(string? userName = null, string? language = null, BrowserNewContextOptions? options = null, Uri? at = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = (at ?? Host.Address).ToString();
        options.Locale = "vi-VN";
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize ??= Screens.Wide;
        if (userName is not null) options.StorageState = await _signedIn.GetOrAdd(userName, name => new Lazy<Task<string>>(() => SignInAsync(name))).Value;
        var context = await _browser!.NewContextAsync(options);
        if (language is not null) await context.AddCookiesAsync([new Cookie { Name = "socialwork.lang", Value = language, Url = options.BaseURL }]);
        return context;
    }

    private async Task<string> SignInAsync(string userName)
    {
        await using var context = await _browser!.NewContextAsync();
        var answer = await context.APIRequest.PostAsync(new Uri(Host.Address, "/api/v1/session").ToString(), new APIRequestContextOptions { DataObject = new { userName, password = "demo-2026" } });
        answer.Ok.ShouldBeTrue($"{userName}: {answer.Status}");
        return await context.StorageStateAsync();
    }

    private async Task<int> FreezeAsync()
    {
        var standing = await Host.SignInAsync("standing");
        using var taken = await standing.PostAsJsonAsync(new Uri("/api/v1/plans/2026/snapshots", UriKind.Relative), new { reason = "Chốt số liệu để trình ký" });
        taken.EnsureSuccessStatusCode();
        return (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();
    }
}

/// <summary>Tests that share the browser and the year.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsingTests : ICollectionFixture<Browsing>
{
    public const string Name = "browsing";
}
