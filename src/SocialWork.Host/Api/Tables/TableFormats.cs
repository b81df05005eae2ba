using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;
using SocialWork.Core;
using SocialWork.Documents.Tables;

namespace SocialWork.Host.Api.Tables;

/// <summary>A kind of file that lists can be had as.</summary>
/// <param name="Suffix">What an address ends in that asks for it.</param>
/// <param name="MediaType">What Accept calls it.</param>
/// <param name="ContentType">What it is sent as.</param>
/// <param name="WriteAsync">Writes it.</param>
internal sealed record TableFormat(string Suffix, string MediaType, string ContentType, Func<Table, Stream, CancellationToken, Task<Result<int>>> WriteAsync);

/// <summary>The kinds of file that lists can be had as, beside JSON.</summary>
internal static class TableFormats
{
    private const string Json = "application/json";

    /// <summary>All of them.</summary>
    public static ImmutableArray<TableFormat> All { get; } =
    [
        new(".csv", CsvTable.ContentType, CsvTable.ContentType + "; charset=utf-8; header=present", CsvTable.WriteAsync),
        new(".xlsx", XlsxTable.ContentType, XlsxTable.ContentType, XlsxTable.WriteAsync),
    ];

    /// <summary>The file that a request asks for, by its address or, where that does not say, by Accept; null for JSON.</summary>
    public static TableFormat? Asked(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<TableFormat>() is { } named) return named;
        foreach (var accepted in http.Request.GetTypedHeaders().Accept.Where(a => a.Quality is null or > 0).OrderByDescending(a => a, MediaTypeHeaderValueComparer.QualityComparer))
        {
            if (accepted.MatchesMediaType(Json)) return null;
            if (All.FirstOrDefault(format => accepted.MatchesMediaType(format.MediaType)) is { } format) return format;
        }

        return null;
    }
}
