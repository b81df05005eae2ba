using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
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

    /// <summary>Whether there is a body at all.</summary>
    public static bool IsThere(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? http.Request.ContentLength > 0;

    /// <summary>Runs an answer over a JSON body, or refuses the body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="answer">Gets the body; its root is an object.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IResult> WithAsync(HttpContext http, Func<JsonElement, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(http.Request, cancellationToken);
        if (body is not Result<JsonDocument>.Ok { Value: var json }) return Answers.Refuse(http, ((Result<JsonDocument>.No)body).Refusal);
        using (json) return await answer(json.RootElement);
    }

    /// <summary>A member's text; empty where there is none.</summary>
    public static string TextOf(JsonElement body, string name) =>
        body.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : string.Empty;

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
