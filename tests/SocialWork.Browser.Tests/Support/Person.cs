using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>Somebody at a browser of their own, who goes through pages in Vietnamese; pictures of the way are kept by number.</summary>
internal sealed class Person : IAsyncDisposable
{
    /// <summary>The demonstration's one password.</summary>
    public const string Password = "demo-2026";

    private readonly IBrowserContext _context;
    private readonly string _journey;

    private Person(IBrowserContext context, IPage page, string journey, string userName) => (_context, Page, _journey, UserName) = (context, page, journey, userName);

    public IPage Page { get; }

    public string UserName { get; }

    /// <summary>Another page of the same browser.</summary>
    public Task<IPage> OtherPageAsync() => _context.NewPageAsync();

    /// <summary>Opens a browser in which nobody has signed in yet.</summary>
    /// <param name="browsing">Whose browser and host.</param>
    /// <param name="journey">The folder of the pictures.</param>
    /// <param name="userName">Who it is.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    public static async Task<Person> AtTheDoorAsync(Browsing browsing, string journey, string userName, bool script = true)
    {
        var context = await browsing.OpenAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        return new Person(context, page, journey, userName);
    }

    /// <summary>Opens a browser and signs in on the page.</summary>
    /// <inheritdoc cref="AtTheDoorAsync"/>
    public static async Task<Person> SignedInAsync(Browsing browsing, string journey, string userName, bool script = true)
    {
        var person = await AtTheDoorAsync(browsing, journey, userName, script);
        await person.SignInAsync();
        await person.ReadsHeadingAsync("Việc cần làm");
        return person;
    }

    /// <summary>Types name and password, and presses the button.</summary>
    public async Task SignInAsync()
    {
        await Page.GetByLabel("Tên đăng nhập").FillAsync(UserName);
        await Page.GetByLabel("Mật khẩu").FillAsync(Password);
        await PressAsync("Đăng nhập");
    }

    /// <summary>Goes where the navigation leads.</summary>
    public Task NavigateAsync(string name) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Chính", Exact = true }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Follows a link of the page itself.</summary>
    public Task FollowAsync(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();

    /// <summary>Presses a button of the page itself.</summary>
    public Task PressAsync(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>The row of a table in which all the texts stand.</summary>
    public ILocator Row(params ReadOnlySpan<string> texts)
    {
        var row = Page.Locator("main tbody tr");
        foreach (var text in texts) row = row.Filter(new() { HasText = text });
        return row;
    }

    /// <summary>On the to-do page, the row of what has to be done with a form.</summary>
    public ILocator ToDo(string form) => Page.Locator("table.todo tbody tr").Filter(new() { HasText = form });

    /// <summary>What stands on the page.</summary>
    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public Task ReadsAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    public Task ReadsHeadingAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(text);

    /// <summary>What the alert at the top of the page says.</summary>
    public Task IsToldAsync(string text) => Assertions.Expect(Main.GetByRole(AriaRole.Alert)).ToContainTextAsync(text);

    /// <summary>Keeps a picture of the page.</summary>
    public Task PictureAsync(int step, string what) => Artefacts.PictureAsync(Page, string.Create(CultureInfo.InvariantCulture, $"{_journey}/{step:00} {UserName} {what}"));

    /// <summary>The path that the page has come to, without its query.</summary>
    public Task IsAtAsync(string path) => Assertions.Expect(Page).ToHaveURLAsync(new Regex("^[^?#]*" + Regex.Escape(path) + "([?#].*)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
