using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SocialWork.Browser.Tests.Checks;
using SocialWork.Browser.Tests.Support;
using SocialWork.Host.Composition;
using SocialWork.Host.Tests;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>What everybody gets while the host is starting.</summary>
[Collection(BrowsingTests.Name)]
public sealed class StartingTests(Browsing browsing)
{
    [Fact]
    public async Task A_page_says_that_the_host_is_starting_and_becomes_the_page_that_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        var waiting = new Waiting();
        await using var app = SocialWorkHost.Build(["--demo", "--data", folder.Path, "--urls", "http://127.0.0.1:0", "--plugins", HostOutput.Plugins], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IDemonstration>(waiting);
        });
        await app.StartAsync(CancellationToken.None);
        await waiting.Reached;
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var words = await Words.OfAsync(browsing.Host);
        var found = new List<string>();
        foreach (var language in new[] { "en", "vi" })
        {
            await using var context = await browsing.OpenAsync(language: language, at: address);
            var page = await context.NewPageAsync();
            var answer = await page.GotoAsync("/sign-in");
            answer!.Status.ShouldBe(503);
            // While it is looked at, it does not load itself again: an answer without content leaves a page as it is.
            await page.RouteAsync("**", route => route.FulfillAsync(new RouteFulfillOptions { Status = 204 }));
            // Nobody loses anything when it loads itself again: there is nothing to read or to type but that one waits.
            found.AddRange((await PageJudge.FindAsync(page, words, language, $"starting/{language}")).Where(problem => !problem.Contains("axe meta-refresh", StringComparison.Ordinal)));
            if (language == "en") continue;
            await page.UnrouteAllAsync();
            await page.ReloadAsync();
            waiting.GoOn();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Đăng nhập");
        }

        found.ShouldBeEmpty();
        await app.StopAsync(CancellationToken.None);
    }

    // Takes as long as the test looks at it.
    private sealed class Waiting : IDemonstration
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void GoOn() => _goOn.TrySetResult();

        public Task PrepareAsync(CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            return _goOn.Task.WaitAsync(cancellationToken);
        }
    }
}
