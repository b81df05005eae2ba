using System.Net;
using System.Text.RegularExpressions;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>Opens pages and sends their first form with what stands in it.</summary>
internal sealed partial class Browser(HttpClient client)
{
    private string _address = "/";
    private string _page = string.Empty;

    public HttpClient Client => client;

    public async Task<string> OpenAsync(string address)
    {
        _address = address.Split('?')[0];
        return _page = await (await client.TryGetAsync(address)).Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> SubmitAsync(params (string Name, string Value)[] typed)
    {
        var form = Hidden().Matches(Forms().Split(_page)[^1]).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);
        foreach (var (_, name, value) in User().Matches(_page).Select(m => (m, m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))) form.TryAdd(name, value);
        foreach (var (name, value) in typed) form[name] = value;
        using var content = new FormUrlEncodedContent(form);
        var response = await client.PostAsync(new Uri(_address, UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.OK) _page = await response.Content.ReadAsStringAsync();
        return response;
    }

    /// <summary>Sends a form of the page that is open, and follows where it leads.</summary>
    public async Task<string> PostAsync(string address, params (string Name, string Value)[] typed)
    {
        var token = Hidden().Matches(_page).First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
        using var content = new FormUrlEncodedContent(typed.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var response = await client.PostAsync(new Uri(address, UriKind.Relative), content);
        if (response.Headers.Location is { } location) return await OpenAsync(location.ToString());
        return _page = await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a button of the page that is open, and follows nowhere.</summary>
    public Task<HttpResponseMessage> SubmitToAsync(string address)
    {
        var token = Hidden().Matches(_page).First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
        return client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>Sends a file by a form of the page that is open.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        content.Add(new StringContent(Hidden().Matches(_page).First(m => m.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value), "__RequestVerificationToken");
        content.Add(part, "file", "tai-khoan.xlsx");
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    [GeneratedRegex("<form method=\"post\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input (type=\"hidden\" )?name=\"(?<name>[^\"]+)\" (type=\"hidden\" )?value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<input [^>]*name=\"(?<name>UserName)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex User();
}
