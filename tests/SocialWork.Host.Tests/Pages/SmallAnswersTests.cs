using System.Net;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>What is compressed, what is kept by browsers, and what is neither.</summary>
[Collection(ServedYearTests.Name)]
public sealed class SmallAnswersTests(ServedYear year)
{
    private const string Sheet = "/lib/bootstrap/bootstrap.min.css";

    [Fact]
    public async Task A_style_sheet_is_compressed_for_who_takes_it_and_the_same_for_who_does_not()
    {
        var whole = await AskAsync(year.Host.Anonymous(), Sheet, "identity");
        var small = await AskAsync(year.Host.Anonymous(), Sheet, "gzip, br;q=0.9");
        small.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        small.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        whole.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (small.Headers.Vary.Single(), whole.Headers.Vary.Single()).ShouldBe(("Accept-Encoding", "Accept-Encoding"));
        small.Headers.ETag.ShouldNotBe(whole.Headers.ETag, "they are different bytes");
        var bytes = await small.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBeLessThan(20_000);
        await using var opened = new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(opened);
        (await reader.ReadToEndAsync()).ShouldBe(await whole.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_refuses_brotli_does_not_get_it() =>
        (await AskAsync(year.Host.Anonymous(), Sheet, "br;q=0")).Content.Headers.ContentEncoding.ShouldBeEmpty();

    [Theory]
    [InlineData(Sheet + "?v=1")]
    [InlineData("/lib/be-vietnam-pro/be-vietnam-pro-latin-400-normal.woff2?v=5.3.0")]
    [InlineData("/report.css?v=1")]
    public async Task What_names_its_version_is_kept_for_a_year(string address)
    {
        var cache = (await AskAsync(await year.Host.SignInAsync("leader"), address, "br")).Headers.CacheControl!;
        (cache.Public, cache.MaxAge, cache.NoStore).ShouldBe((true, TimeSpan.FromDays(365), false));
    }

    [Fact]
    public async Task What_does_not_is_asked_for_again_and_found_unchanged()
    {
        var client = year.Host.Anonymous();
        var first = await AskAsync(client, Sheet, "br");
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await AskAsync(client, Sheet, "br", first.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports/2026")]
    [InlineData("/no-such-page")]
    public async Task Pages_that_one_reads_are_compressed_and_not_kept(string address)
    {
        var page = await AskAsync(await year.Host.SignInAsync("standing"), address, "br");
        page.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/activate?code=XXXXX")]
    [InlineData("/api/v1/plans")]
    public async Task What_shows_secrets_once_and_what_is_tagged_byte_for_byte_is_not_compressed(string address) =>
        (await AskAsync(await year.Host.SignInAsync("standing"), address, "gzip, br")).Content.Headers.ContentEncoding.ShouldBeEmpty();

    [Fact]
    public async Task What_a_form_is_answered_with_is_not_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        (await year.Host.Anonymous().SendAsync(request)).Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string encodings, string? seen = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-None-Match", seen);
        return client.SendAsync(request);
    }
}
