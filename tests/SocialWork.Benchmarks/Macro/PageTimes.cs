using SocialWork.Benchmarks.Support;
using SocialWork.Host.Demo;

namespace SocialWork.Benchmarks.Macro;

/// <summary>What the server takes for a page, against a file of the same host.</summary>
internal static class PageTimes
{
    private const int Rounds = 15;
    private const int Times = 20;

    /// <summary>One line for each page: who reads it, and where it is.</summary>
    private static readonly (string Name, string Reader, string Address)[] Pages =
    [
        ("to do, of a commune's reporter", "19960.reporter", "/"),
        ("to do, of an agency with a thousand facilities", "SGDDT.reporter", "/"),
        ("to do, of the standing agency", "standing", "/"),
        ("a form with its sections", "20044.reporter", $"/submissions/{DemoFacts.Plan}/XP3/20044"),
        ("a section to fill in", "20044.reporter", $"/submissions/{DemoFacts.Plan}/XP3/20044/nhom"),
        ("check and send", "20044.reporter", $"/submissions/{DemoFacts.Plan}/XP3/20044/check"),
        ("the facilities of a form", "SGDDT.reporter", $"/submissions/{DemoFacts.Plan}/GD1"),
        ("workbooks", "20044.reporter", "/workbooks"),
        ("what waits for a decision", "standing", "/review"),
        ("a decision", "standing", $"/review/{DemoFacts.Plan}/XP3/19960"),
        ("monitoring, agencies and duties", "standing", $"/monitoring/{DemoFacts.Plan}"),
        ("monitoring, tiles", "standing", $"/monitoring/{DemoFacts.Plan}?view=tiles"),
        ("leaders' board", "leader", $"/board/{DemoFacts.Plan}"),
        ("the plan as a document", "standing", $"/plans/{DemoFacts.Plan}"),
        ("accounts", "admin", "/admin/accounts"),
        ("audit log", "auditor", "/admin/audit"),
        ("combined report", "standing", $"/reports/{DemoFacts.Plan}"),
        ("a figure with its sources", "standing", $"/reports/{DemoFacts.Plan}/figures/CT1"),
        ("one's own account", "19960.reporter", "/account"),
    ];

    public static async Task MeasureAsync(ServedCity city, RatioTable table)
    {
        foreach (var (name, reader, address) in Pages)
        {
            using var client = await city.SignInAsync(reader);
            table.Add($"page: {name}", "a style sheet of the same host", await Compare.RatioAsync(Rounds, () => Read(client, "/site.css"), () => Read(client, address)));
        }
    }

    private static Task<double> Read(HttpClient client, string address) => Compare.TimeAsync(Times, async () => await client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
}
