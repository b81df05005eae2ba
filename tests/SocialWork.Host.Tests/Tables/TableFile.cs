using System.Globalization;
using System.Net;
using System.Text.Json;
using SocialWork.Core.Time;
using SocialWork.Documents.Tables;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Tables;

/// <summary>A list read as a file, by a reader that is not the product's.</summary>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The rows: numbers, dates and words in a workbook, words alone in a CSV file.</param>
internal sealed record TableFile(string[] Headings, object?[][] Rows)
{
    /// <summary>The formats, by suffix.</summary>
    public static readonly string[] Formats = [".csv", ".xlsx"];

    /// <summary>An address with the suffix where it belongs, before the parameters.</summary>
    public static string Address(string address, string suffix) => address.Split('?', 2) is [var path, var query] ? $"{path}{suffix}?{query}" : address + suffix;

    public static async Task<TableFile> GetAsync(HttpClient client, string address, string suffix)
    {
        var response = await client.GetAsync(new Uri(Address(address, suffix), UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await Said(response));
        return await ReadAsync(response, suffix);
    }

    public static async Task<TableFile> ReadAsync(HttpResponseMessage response, string suffix)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        var rows = suffix == ".csv" ? OtherReader.Csv(bytes, CsvTable.Separator) : OtherReader.Workbook(bytes);
        var first = suffix == ".csv" ? 0 : XlsxTable.HeadingRow - 1;
        return new TableFile([.. rows[first].OfType<string>()], [.. rows.Skip(first + 1)]);
    }

    /// <summary>The cells of one column.</summary>
    public object?[] Column(string heading)
    {
        var index = Array.IndexOf(Headings, heading);
        index.ShouldBeGreaterThanOrEqualTo(0, $"'{heading}' of {string.Join(", ", Headings)}");
        return [.. Rows.Select(row => row[index])];
    }

    /// <summary>A cell as it should stand for a value of the JSON.</summary>
    public static object? Expected(JsonElement json, string suffix, bool percent) => (json.ValueKind, suffix) switch
    {
        (JsonValueKind.Null, ".csv") => string.Empty,
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True, _) => "Yes",
        (JsonValueKind.False, _) => "No",
        (JsonValueKind.Number, ".csv") => json.GetRawText() + (percent ? "%" : string.Empty),
        (JsonValueKind.Number, _) => percent ? json.GetDouble() / 100 : json.GetDouble(),
        (JsonValueKind.Array, _) => Expected(JsonSerializer.SerializeToElement(string.Join(", ", json.EnumerateArray().Select(item => item.GetString()))), suffix, percent: false),
        (JsonValueKind.String, _) when json.GetString() is { Length: 0 } => suffix == ".csv" ? string.Empty : null,
        (JsonValueKind.String, _) => Expected(json.GetString()!, suffix),
        _ => throw new InvalidOperationException($"{json.ValueKind} is no cell."),
    };

    private static object Expected(string words, string suffix)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return suffix == ".csv" ? words : day.ToDateTime(TimeOnly.MinValue);
        if (words.EndsWith('Z') && DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            var local = CityClock.InCity(moment).DateTime;
            var second = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
            return suffix == ".csv" ? second.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : second;
        }

        return words;
    }

    private static async Task<string> Said(HttpResponseMessage response) => response.IsSuccessStatusCode ? string.Empty : await response.Content.ReadAsStringAsync();
}
