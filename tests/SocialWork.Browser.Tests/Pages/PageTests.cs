using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialWork.Browser.Tests.Checks;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>Every page in every state, for everybody who may open it, in both languages and on two screens.</summary>
[Collection(BrowsingTests.Name)]
public sealed partial class PageTests(Browsing browsing)
{
    /// <summary>The most that a page itself may weigh on the wire, a list of a hundred rows among them, in bytes.</summary>
    private const int HeaviestPage = 60_000;

    // As many as the machine that they were counted on has cores.
    private const int AtOnce = 2;

    public static TheoryData<string> Lines => new(SitePages.All.Select(line => line.Name));

    [Fact]
    public void Every_page_has_a_line()
    {
        var pages = browsing.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => '/' + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal).ToArray();
        pages.Length.ShouldBeGreaterThan(5);
        pages.Except(SitePages.All.Select(l => l.Pattern)).Except(SitePages.LeadOn).ShouldBeEmpty("a page without a line in SitePages");
        SitePages.All.Select(l => l.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Page_is_sound_for_each_of_its_readers(string name)
    {
        var line = SitePages.All.Single(l => l.Name == name);
        var address = line.Prepare is { } prepare ? await prepare(browsing) : line.Address;
        var words = await Words.OfAsync(browsing.Host);
        var visits = from reader in line.Readers from language in new[] { "vi", "en" } select (reader, language);
        var (found, judged, opened) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<string, bool>(StringComparer.Ordinal), 0);
        await Parallel.ForEachAsync(visits, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (visit, _) =>
        {
            await using var context = await browsing.OpenAsync(visit.reader, visit.language);
            // Asked for before it is opened: what was judged already need not be drawn again.
            var asked = await context.APIRequest.GetAsync(address, new APIRequestContextOptions { MaxRedirects = 0 });
            if (asked.Status is >= 300 and < 400) return;
            Interlocked.Increment(ref opened);
            if (asked.Status != line.Status) Found(visit, [$"answered {asked.Status}"]);
            if (line.Act is null && !judged.TryAdd(OwnPart(await asked.TextAsync(), line, visit.reader), value: true)) return;
            var watched = await WatchedPage.InAsync(context);
            var answer = await watched.Page.GotoAsync(address);
            var sizes = await answer!.Request.SizesAsync();
            if (sizes.ResponseHeadersSize + sizes.ResponseBodySize > HeaviestPage) Found(visit, [$"weighs {sizes.ResponseHeadersSize + sizes.ResponseBodySize} bytes"]);
            if (line.Act is { } act)
            {
                await act(watched.Page);
                if (!judged.TryAdd(OwnPart(await watched.Page.ContentAsync(), line, visit.reader), value: true)) return;
            }

            Found(visit, await PageJudge.FindAsync(watched.Page, words, visit.language, $"{name}/{visit.language} {visit.reader ?? "nobody"}"));
            Found(visit, watched.Complaints.Where(complaint => !new[] { line.Status, line.ActStatus }.Any(status => status != 200 && complaint.Contains($"status of {status}", StringComparison.Ordinal))));
        });
        found.ShouldBeEmpty($"pictures are in {Artefacts.Folder}");
        opened.ShouldBePositive("nobody may open it");

        void Found((string? Reader, string Language) visit, IEnumerable<string> problems)
        {
            foreach (var problem in problems) found.Enqueue($"{visit.Language} {visit.Reader ?? "nobody"}: {problem}");
        }
    }

    // Two readers who get the same page differ in their name, and in what the navigation above it leads to. The navigation of
    // every reader is judged with the first page, where it cannot be the same.
    private static string OwnPart(string html, PageLine line, string? reader)
    {
        var part = Token().Replace(line.Pattern == "/" ? html : html[..html.IndexOf("<body", StringComparison.Ordinal)] + html[html.IndexOf("<main", StringComparison.Ordinal)..], string.Empty);
        return reader is null ? part : part.Replace(reader, string.Empty, StringComparison.Ordinal);
    }

    [GeneratedRegex("<input name=\"__RequestVerificationToken\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
