using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialWork.Host.Tests.Support;

/// <summary>One form of one unit, as one account works on it over HTTP.</summary>
internal sealed class FormClient(HttpClient client, string form, string unit, string? period = null)
{
    private readonly string _period = period is null ? string.Empty : "?period=" + period;
    private readonly string _address = $"/api/v1/submissions/2026/{form}/{unit}";

    public Task<JsonElement> GetAsync() => client.GetJsonAsync(_address + _period);

    public async Task<string> ETagAsync() => (await client.GetAsync(new Uri(_address + _period, UriKind.Relative))).Headers.ETag!.Tag;

    public Task<HttpResponseMessage> PutAsync(string body, string? ifMatch = null) => SendAsync(HttpMethod.Put, string.Empty, body, ifMatch);

    public Task<HttpResponseMessage> PatchAsync(string body, string? ifMatch = null) => SendAsync(HttpMethod.Patch, string.Empty, body, ifMatch);

    public Task<HttpResponseMessage> PostAsync(string step, string? body = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, "/" + step, body, ifMatch);

    public Task<HttpResponseMessage> GetAsync(string below) => SendAsync(HttpMethod.Get, "/" + below, null, null);

    /// <summary>A save or step that must succeed.</summary>
    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> sent)
    {
        var response = await sent;
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    /// <summary>A save or step that must be refused.</summary>
    public static async Task<JsonElement> RefusedAsync(Task<HttpResponseMessage> sent, HttpStatusCode status, string code)
    {
        var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        var problem = JsonElement.Parse(text);
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        return problem;
    }

    /// <summary>The explanations that the draft's warnings ask for.</summary>
    public async Task<string> ExplanationsAsync()
    {
        var asked = (await GetAsync()).GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("asksForExplanation").GetBoolean()).Select(f => f.GetProperty("id").GetString()!).Distinct();
        return new JsonObject { ["explanations"] = new JsonObject(asked.Select(id => KeyValuePair.Create<string, JsonNode?>(id, "Đã đối chiếu với sổ theo dõi."))) }.ToJsonString();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string below, string? body, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, _address + below + _period);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }
}
