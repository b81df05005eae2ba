using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Bad input gets a problem that names the cell, and changes nothing.</summary>
[Collection(ServedYearTests.Name)]
public sealed class BadInputTests(ServedYear year)
{
    private const string Form = "/api/v1/submissions/2026/XP3/20044";

    [Theory]
    [InlineData("""{"values":{"tong[TE1]":"mười"}}""", 422, "value.notANumber", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE1]":"12"}}""", 422, "value.notANumber", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE1]":1.5}}""", 422, "value.notANumber", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE1]":-3}}""", 422, "value.negative", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE1]":9000000000000000}}""", 422, "value.tooLarge", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE9]":1}}""", 422, "form.unknownOption", "tong[TE9]")]
    [InlineData("""{"values":{"khong_co":1}}""", 422, "form.unknownField", "khong_co")]
    [InlineData("""{"values":{"tong":1}}""", 422, "form.unknownCell", "tong")]
    [InlineData("""{"values":{"tong[TE1]":{"empty":"withheld"}}}""", 422, "value.emptyNotAllowed", "tong[TE1]")]
    [InlineData("""{"values":{"tong[TE1]":1,"tong[TE1]":2}}""", 422, "form.duplicateCell", "tong[TE1]")]
    public async Task A_wrong_cell_is_named_and_nothing_changes(string body, int status, string code, string cell)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var before = await (await client.GetAsync(new Uri(Form, UriKind.Relative))).Content.ReadAsStringAsync();

        var response = await client.PutAsync(new Uri(Form, UriKind.Relative), Json(body));

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        var named = problem.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem();
        named.GetProperty("cell").GetString().ShouldBe(cell);
        named.GetProperty("code").GetString().ShouldBe(code);
        named.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        (await (await client.GetAsync(new Uri(Form, UriKind.Relative))).Content.ReadAsStringAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task All_wrong_cells_are_named_at_once()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var problem = await (await client.PutAsync(new Uri(Form, UriKind.Relative), Json("""{"values":{"tong[TE1]":-1,"tong[TE2]":"x","la":1}}"""))).JsonAsync();
        problem.GetProperty("cells").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("/api/v1/submissions/2026/XX9/20044", 404, "form.unknown")]
    [InlineData("/api/v1/submissions/2031/XP3/20044", 404, "plan.unknown")]
    [InlineData("/api/v1/submissions/2026/XP3/00000", 404, "unit.unknown")]
    [InlineData("/api/v1/submissions/2026/GD1/20044", 404, "form.notAskedOfUnit")]
    [InlineData("/api/v1/submissions/2026/XP3/20044?period=2026-Q1", 404, "period.unknown")]
    [InlineData("/api/v1/submissions/2026/XP3/19960", 403, "access.denied")]
    public async Task A_wrong_address_is_answered_with_what_does_not_exist(string address, int status, string code)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var response = await client.PutAsync(new Uri(address, UriKind.Relative), Json("""{"values":{}}"""));
        ((int)response.StatusCode).ShouldBe(status);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData("{\"values\":", 400, "body.notReadable")]
    [InlineData("[1,2]", 400, "body.notAnObject")]
    [InlineData("{}", 400, "body.noValues")]
    [InlineData("""{"values":[1]}""", 400, "form.valuesNotAnObject")]
    [InlineData("""{"values":{},"dataAsOf":"30/11/2026"}""", 422, "submission.dataAsOfNotADate")]
    [InlineData("""{"values":{},"dataAsOf":"2099-01-01"}""", 422, "submission.dataAsOfOutside")]
    [InlineData("""{"values":{},"dataAsOf":"2025-12-31"}""", 422, "submission.dataAsOfOutside")]
    [InlineData("""{"values":{},"dataAsOf":"2026-12-02"}""", 422, "submission.dataAsOfOutside")]
    public async Task A_body_that_cannot_be_read_is_refused(string body, int status, string code)
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var response = await client.PutAsync(new Uri(Form, UriKind.Relative), Json(body));
        ((int)response.StatusCode).ShouldBe(status);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Ten_megabytes_of_json_are_refused_and_the_service_goes_on()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var body = "{\"values\":{\"tong[TE1]\":\"" + new string('x', 10 * 1024 * 1024) + "\"}}";
        HttpResponseMessage? response = null;
        try
        {
            response = await client.PutAsync(new Uri(Form, UriKind.Relative), Json(body));
        }
        catch (HttpRequestException)
        {
            // The server may close the connection while the client still sends.
        }

        response?.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await client.GetAsync(new Uri(Form, UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_megabyte_and_a_little_is_answered_413_with_the_limit()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var body = "{\"values\":{\"tong[TE1]\":\"" + new string('x', 1024 * 1024) + "\"}}";
        var response = await client.PutAsync(new Uri(Form, UriKind.Relative), Json(body));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe("body.tooLarge");
    }

    [Fact]
    public async Task Problems_speak_english_when_asked()
    {
        var client = await year.Host.SignInAsync("20044.reporter");
        var vietnamese = await (await client.GetAsync(new Uri("/api/v1/submissions/2026/XX9/20044", UriKind.Relative))).JsonAsync();
        var english = await (await client.GetAsync(new Uri("/api/v1/submissions/2026/XX9/20044?lang=en", UriKind.Relative))).JsonAsync();
        vietnamese.GetProperty("title").GetString().ShouldBe("Không tìm thấy");
        english.GetProperty("title").GetString().ShouldBe("Not found");
    }

    [Fact]
    public async Task A_bad_query_value_is_a_400_without_a_stack_trace()
    {
        var client = await year.Host.SignInAsync("standing");
        var response = await client.GetAsync(new Uri("/api/v1/plans/2026/monitoring?on=tomorrow", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(" at ");
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
