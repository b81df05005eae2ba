using System.Net;
using System.Text.RegularExpressions;

namespace SocialWork.Host.Tests.Support;

/// <summary>One account in a browser without script: opens pages and sends their forms.</summary>
internal sealed partial class PageClient(HttpClient client)
{
    /// <summary>Signs in to a demonstration account.</summary>
    public static async Task<PageClient> OfAsync(HostUnderTest host, string user) => new(await host.SignInAsync(user));

    public Task<HttpResponseMessage> TryAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>A page that must be there, as its reader sees it.</summary>
    public async Task<string> OpenAsync(string address)
    {
        var response = await TryAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends fields with the token of the page at <paramref name="page"/>.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await OpenAsync(page)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>Sends fields and files with the token of the page at <paramref name="page"/>.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string page, string action, (string Name, string Value)[] fields, params (string Box, string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", Token().Match(await OpenAsync(page)).Groups["token"].Value))) form.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (box, name, content) in files) form.Add(new ByteArrayContent(content), $"\"{box}\"", $"\"{name}\"");
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>What a hidden field of a page holds.</summary>
    public static string Hidden(string page, string name) => Regex.Match(page, $"<input type=\"hidden\" name=\"{Regex.Escape(name)}\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    /// <summary>What an answer shows.</summary>
    public static async Task<string> TextOf(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
