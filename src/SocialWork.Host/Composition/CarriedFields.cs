using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialWork.Host.Pages.Entry;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Composition;

/// <summary>The fields of a form that somebody posted without a session. Files that came with it are read over and kept nowhere.</summary>
internal static class CarriedFields
{
    private const int MaxFields = 20_000;
    private const int MaxBoundary = 200;

    /// <summary>The fields in their order; null where the form is too large to be carried, or broken.</summary>
    public static async Task<ImmutableArray<KeyValuePair<string, string>>?> ReadAsync(HttpContext http)
    {
        var isMultipart = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (!isMultipart)
        {
            var posted = await http.Request.ReadFormAsync(http.RequestAborted);
            return [.. posted.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? string.Empty))];
        }

        if (HeaderUtilities.RemoveQuotes(type!.Boundary).Value is not { Length: > 0 and <= MaxBoundary } boundary) return null;
        // What stands behind a file must be reached; nothing of the file is kept on the way.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = SectionModel.MaxBody;
        try
        {
            return await PartsAsync(new MultipartReader(boundary, http.Request.Body), http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<ImmutableArray<KeyValuePair<string, string>>?> PartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var room = FormCarrier.MaxLength;
        var text = new char[room + 1];
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFormDisposition()) continue;
            using var content = new StreamReader(section.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var length = await content.ReadBlockAsync(text.AsMemory(0, room + 1), cancellationToken);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            room -= length + name.Length;
            if (room < 0 || fields.Count == MaxFields) return null;
            fields.Add(KeyValuePair.Create(name, new string(text, 0, length)));
        }

        return fields.ToImmutable();
    }
}
