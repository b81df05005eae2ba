using System.Net;
using System.Text;
using SocialWork.Host.Composition;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Whatever comes in, the answer is a problem that can be read, never a failure of the service.</summary>
[Collection(ServedYearTests.Name)]
public sealed class RefusalTests(ServedYear year)
{
    [Theory]
    [InlineData("POST", "/api/v1/session", "{\"userName\":\"\\ud800\",\"password\":\"x\"}")]
    [InlineData("PUT", "/api/v1/submissions/2026/XP3/20044", "{\"values\":{},\"dataAsOf\":\"\\ud800\"}")]
    [InlineData("PUT", "/api/v1/submissions/2026/XP3/20044", "{\"values\":{\"tong[TE1]\":{\"\\ud800\":1}}}")]
    [InlineData("POST", "/api/v1/submissions/2026/XP3/20044/return", "{\"reason\":\"\\ud800\"}")]
    [InlineData("POST", "/api/v1/plans/2026/obstacles", "{\"description\":\"\\ud800\"}")]
    public async Task Half_a_character_is_refused(string method, string address, string body)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe("body.badText");
    }

    [Theory]
    [InlineData("GET", "/api/v1/forms", 400)]
    [InlineData("GET", "/api/v1/units?on=9999-99-99", 400)]
    [InlineData("GET", "/api/v1/units?limit=abc", 400)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/plans/2026/combined-report.odt", 404)]
    [InlineData("DELETE", "/api/v1/plans", 405)]
    public async Task A_refusal_without_a_body_of_its_own_is_a_problem_too(string method, string address, int status)
    {
        var client = await year.Host.SignInAsync("standing");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var response = await client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.JsonAsync()).GetProperty("status").GetInt32().ShouldBe(status);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("+7")]
    [InlineData("inProcess,closed")]
    [InlineData("3")]
    [InlineData("")]
    public async Task An_obstacle_takes_no_state_that_has_no_name(string state)
    {
        var client = await year.Host.SignInAsync("standing");
        var id = (await client.GetJsonAsync("/api/v1/plans/2026/obstacles")).EnumerateArray().First().GetProperty("id").GetString();
        var response = await client.PostAsync(new Uri($"/api/v1/plans/2026/obstacles/{id}", UriKind.Relative), new StringContent($$"""{"state":"{{state}}"}""", Encoding.UTF8, "application/json"));
        ((int)response.StatusCode).ShouldBeOneOf(409, 422);
    }

    [Theory]
    [InlineData("--demoo")]
    [InlineData("--unknown", "value")]
    [InlineData("--today")]
    [InlineData("--demo", "--data")]
    [InlineData("somewhere")]
    public void A_mistyped_command_line_starts_nothing(params string[] args) =>
        Should.Throw<SettingsException>(() => SocialWorkHost.Build(args)).Message.ShouldContain(args.Last(a => a != "value"));
}
