using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Api.Tables;

/// <summary>Answers lists as JSON or as a file, whichever was asked.</summary>
internal static class TableAnswers
{
    private const int MaxNamePart = 40;

    // The parameters that say of what a list is, beside those in the address's path.
    private static readonly string[] Narrowing = ["plan", "unit", "type", "period"];

    /// <summary>Maps a list: its address answers in every format by Accept, and the same address with a suffix in that format.</summary>
    public static void MapListing(this IEndpointRouteBuilder routes, string address, Delegate handler, string name, string summary)
    {
        Varying(routes.MapGet(address, handler)).WithName(name).WithSummary(summary + " Also as .csv and .xlsx, by suffix or Accept: then whole, without pages.");
        foreach (var format in TableFormats.All) Varying(routes.MapGet(address + format.Suffix, handler)).WithMetadata(format).ExcludeFromDescription();
    }

    /// <summary>Answers a list whose JSON is its lines.</summary>
    public static Task<IResult> AnswerAsync<T>(HttpContext http, Listing<T> listing, IEnumerable<T> lines, CancellationToken cancellationToken) =>
        AnswerAsync(http, listing, lines, lines, cancellationToken);

    /// <summary>Answers a list whose JSON has a shape of its own.</summary>
    public static async Task<IResult> AnswerAsync<T, TJson>(HttpContext http, Listing<T> listing, IEnumerable<T> lines, TJson json, CancellationToken cancellationToken) =>
        TableFormats.Asked(http) is { } format ? await FileAsync(http, format, listing, lines.ToAsyncEnumerable(), cancellationToken) : Answers.Json(http, json);

    /// <summary>Answers lines as a file. It is sent when it is whole: what fails or grows too long before is answered as a problem, and never as half a file.</summary>
    public static async Task<IResult> FileAsync<T>(HttpContext http, TableFormat format, Listing<T> listing, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        var language = ApiJson.LanguageOf(http.Request);
        var clock = http.RequestServices.GetRequiredService<CityClock>();
        var demonstration = http.RequestServices.GetRequiredService<DemoMark>().IsDemo;
        var table = listing.Of(lines, language) with { Note = NoteOf(http, clock.Now, language), Demonstration = demonstration };
        // Small files stay in memory, large ones pass through a temporary file, which is gone with the answer.
        var file = new FileBufferingWriteStream();
        http.Response.RegisterForDisposeAsync(file);
        if (await format.WriteAsync(table, file, cancellationToken) is Result<int>.No no) return Answers.Refuse(http, no.Refusal);
        var name = NameOf(http, table, clock.Today, format);
        await http.RequestServices.GetRequiredService<Readings>().DownloadAsync(http, name, cancellationToken);
        http.Response.ContentLength = file.Length;
        return Results.Stream(to => file.DrainBufferAsync(to, cancellationToken), format.ContentType, name);
    }

    private static RouteHandlerBuilder Varying(RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.Vary = "Accept, Accept-Language";
        return next(context);
    });

    private static string NoteOf(HttpContext http, DateTimeOffset now, string language)
    {
        var made = new Text($"Lập lúc {When.Time(now)} ngày {When.Date(now)}", $"Made at {When.Time(now)} on {When.Date(now)}").In(language);
        return string.Join(" · ", [made, .. Subjects(http)]);
    }

    // What it is a list of, which plan and whose, and the day that it shows or was made on.
    private static string NameOf(HttpContext http, Table table, DateOnly today, TableFormat format)
    {
        var day = DateOnly.TryParseExact(http.Request.Query["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : today;
        var words = new[] { table.Demonstration ? new Text("minh họa", "demonstration").In(table.Language) : string.Empty, table.Title.In(table.Language).ToLowerInvariant() };
        var parts = words.Concat(Subjects(http)).Select(Plain).Where(part => part.Length > 0);
        return $"{string.Join('_', parts)}_{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{format.Suffix}";
    }

    private static IEnumerable<string> Subjects(HttpContext http)
    {
        var path = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.Parameters.Select(p => Convert.ToString(http.Request.RouteValues[p.Name], CultureInfo.InvariantCulture)) ?? [];
        return path.Concat(Narrowing.Select(name => http.Request.Query[name].ToString())).OfType<string>().Where(part => part.Length > 0);
    }

    // File names that every system takes: letters without marks, digits and a few signs.
    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var c in words.Replace('đ', 'd').Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '@' or '-') plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        var part = plain.ToString().Trim('-', '.');
        return part.Length <= MaxNamePart ? part : part[..MaxNamePart];
    }
}
