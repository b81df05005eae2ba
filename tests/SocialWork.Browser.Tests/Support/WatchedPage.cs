using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>A page whose complaints and transfers are written down from its first request on.</summary>
internal sealed class WatchedPage
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();

    private WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _complaints.Enqueue("script: " + error);
        page.RequestFailed += (_, request) => _complaints.Enqueue($"not loaded: {request.Url}: {request.Failure}");
        page.RequestFinished += (_, request) => _requests.Enqueue(request);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of: errors, what the content security policy forbade, what did not load.</summary>
    public IEnumerable<string> Complaints => _complaints;

    /// <summary>Opens an empty page in a browser.</summary>
    public static async Task<WatchedPage> InAsync(IBrowserContext context) => new(await context.NewPageAsync());

    /// <summary>Bytes on the wire of every answer so far, by address; what came from the browser's memory is none.</summary>
    public async Task<IReadOnlyList<(string Address, int Bytes)>> TransfersAsync()
    {
        var transfers = new List<(string, int)>();
        foreach (var request in _requests)
        {
            var sizes = await request.SizesAsync();
            transfers.Add((new Uri(request.Url).PathAndQuery, sizes.ResponseHeadersSize + sizes.ResponseBodySize));
        }

        return transfers;
    }
}
