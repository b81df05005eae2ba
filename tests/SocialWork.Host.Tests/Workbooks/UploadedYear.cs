using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>A demonstration year into which workbooks are uploaded; each test has forms of its own.</summary>
public sealed class UploadedYear : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The host.</summary>
    public HostUnderTest Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await HostUnderTest.StartAsync(_folder.Path);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}

internal static class UploadExtensions
{
    public static async Task<OfficersFile> DownloadAsync(this HttpClient client, string form, string unit, string period = "")
    {
        var response = await client.GetAsync(new Uri($"/api/v1/forms/{form}/workbook?plan=2026&unit={unit}" + (period.Length > 0 ? "&period=" + period : ""), UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return new OfficersFile(await response.Content.ReadAsByteArrayAsync());
    }

    public static async Task<OfficersFile> DownloadAllAsync(this HttpClient client, string unit)
    {
        var response = await client.GetAsync(new Uri($"/api/v1/workbooks?plan=2026&unit={unit}", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return new OfficersFile(await response.Content.ReadAsByteArrayAsync());
    }

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, byte[] file, string query = "", string? key = null, string? site = null, string address = "/api/v1/workbooks")
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(FormWorkbookFile.ContentType) } };
        using var form = new MultipartFormDataContent { { new StringContent("ghi chú", Encoding.UTF8), "note" }, { content, "file", "Biểu đã điền.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address + query) { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> UploadedAsync(this HttpClient client, byte[] file, string query = "", HttpStatusCode expected = HttpStatusCode.OK, string? key = null)
    {
        var response = await client.UploadAsync(file, query, key);
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static async Task<JsonElement> SubmissionAsync(this HttpClient client, string form, string unit) => await client.GetJsonAsync($"/api/v1/submissions/2026/{form}/{unit}");

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
