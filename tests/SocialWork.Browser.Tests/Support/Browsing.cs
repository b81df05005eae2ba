using System.Collections.Concurrent;
using Microsoft.Playwright;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Browser.Tests.Support;

/// <summary>A real browser before the real host on the demonstration year; made once for all tests. Safe for concurrent use.</summary>
public sealed class Browsing : IAsyncLifetime, IDisposable
{
    private static readonly InstalledProgram Chromium = new("Chromium", "chromium", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe");
    private readonly ServedYear _year = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The host that all tests share which only read.</summary>
    public HostUnderTest Host => _year.Host;

    /// <summary>The year, to be copied by tests that change it.</summary>
    public ServedYear Year => _year;

    public async Task InitializeAsync()
    {
        var program = await Chromium.FindAsync(CancellationToken.None);
        await _year.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
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
    /// <param name="host">The host; null for the one that is shared.</param>
    public async Task<IBrowserContext> OpenAsync(string? userName = null, string? language = null, BrowserNewContextOptions? options = null, HostUnderTest? host = null)
    {
        var on = host ?? Host;
        options ??= new BrowserNewContextOptions();
        options.BaseURL = on.Address.ToString();
        options.Locale = "vi-VN";
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize ??= Screens.Wide;
        if (userName is not null) options.StorageState = host is null ? await _signedIn.GetOrAdd(userName, name => new Lazy<Task<string>>(() => SignInAsync(name, Host))).Value : await SignInAsync(userName, on);
        var context = await _browser!.NewContextAsync(options);
        if (language is not null) await context.AddCookiesAsync([new Cookie { Name = "socialwork.lang", Value = language, Url = options.BaseURL }]);
        return context;
    }

    private async Task<string> SignInAsync(string userName, HostUnderTest host)
    {
        await using var context = await _browser!.NewContextAsync();
        var answer = await context.APIRequest.PostAsync(new Uri(host.Address, "/api/v1/session").ToString(), new APIRequestContextOptions { DataObject = new { userName, password = "demo-2026" } });
        answer.Ok.ShouldBeTrue($"{userName}: {answer.Status}");
        return await context.StorageStateAsync();
    }
}

/// <summary>Tests that share the browser and the year.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsingTests : ICollectionFixture<Browsing>
{
    public const string Name = "browsing";
}
