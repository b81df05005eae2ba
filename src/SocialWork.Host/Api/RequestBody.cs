using System.Text.Json;
using SocialWork.Core;

namespace SocialWork.Host.Api;

/// <summary>Reads JSON bodies within a limit.</summary>
internal static class RequestBody
{
    /// <summary>The largest JSON body, in bytes: a form of 5,000 cells fits many times over.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = true };

    /// <summary>The body as a JSON object. Duplicate names are left to the reader that knows what they mean.</summary>
    public static async Task<Result<JsonDocument>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return new Refusal(RefusalKind.Malformed, "body.notJson", "Nội dung gửi phải là JSON (Content-Type: application/json).", "Send JSON (Content-Type: application/json).");
        if (request.ContentLength > MaxBytes) return TooLarge();
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes) return TooLarge();
            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        try
        {
            var document = JsonDocument.Parse(buffer.ToArray(), Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement)) return document;
            var isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            document.Dispose();
            if (isObject) return new Refusal(RefusalKind.Malformed, "body.badText", "Nội dung gửi có ký tự hỏng, không phải UTF-8 hợp lệ.", "The body has broken characters; send valid UTF-8.");
            return new Refusal(RefusalKind.Malformed, "body.notAnObject", "Nội dung gửi phải là một đối tượng JSON.", "Send a JSON object.");
        }
        catch (JsonException fault)
        {
            return new Refusal(
                RefusalKind.Malformed,
                "body.notReadable",
                $"JSON không đọc được tại dòng {fault.LineNumber + 1}, vị trí {fault.BytePositionInLine + 1}.",
                $"The JSON cannot be read at line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}.");
        }
    }

    // Half a character passes the parser and fails wherever the text is first read: better here than there.
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsText(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Refusal TooLarge() => new(
        RefusalKind.TooLarge, "body.tooLarge", $"Nội dung gửi lớn hơn giới hạn {MaxBytes / 1024} KB.", $"The body exceeds the limit of {MaxBytes / 1024} KB.");
}
