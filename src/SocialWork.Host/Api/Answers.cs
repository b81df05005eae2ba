using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Host.Accounts;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>Answers in the reader's language; refusals as RFC 9457 problem details with a stable code and the cells at fault.</summary>
internal static class Answers
{
    private const string ProblemType = "application/problem+json";

    public static Actor Actor(this ClaimsPrincipal user) => ActorClaims.Read(user);

    public static IResult Json<T>(HttpContext http, T value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, ApiJson.In(ApiJson.LanguageOf(http.Request)), statusCode: status);

    /// <summary>A refusal; one because of another revision carries the one that is stored now as its ETag.</summary>
    public static IResult Refuse(HttpContext http, Refusal refusal)
    {
        if (refusal.Revision is { } revision) SetRevision(http, revision);
        var problem = Problem(http, StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Cells);
        if (refusal.RetryAfter is { } wait) http.Response.Headers.RetryAfter = SecondsOf(wait);
        return problem;
    }

    /// <summary>A time to wait as a header says it.</summary>
    public static string SecondsOf(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>Sends a revision as the answer's ETag.</summary>
    public static void SetRevision(HttpContext http, long revision) => http.Response.Headers.ETag = $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The revision that a change goes on from, as If-Match says; null where it says none, which is as stale as an old one.</summary>
    public static long? SeenOf(HttpContext http) =>
        long.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    /// <param name="more">What the answer says beside the problem, where there is more to say; null for nothing.</param>
    public static IResult Problem(HttpContext http, int status, string code, Text detail, ImmutableArray<CellProblem> cells = default, object? more = null)
    {
        if (status == StatusCodes.Status403Forbidden) RefusalRecording.Note(http, code);
        var language = ApiJson.LanguageOf(http.Request);
        if (status == StatusCodes.Status429TooManyRequests) http.Response.Headers.RetryAfter = "1";
        return Results.Json(
            new Details(
                $"urn:socialwork:{code}",
                Title(status).In(language),
                status,
                detail.In(language),
                code,
                cells.IsDefaultOrEmpty ? null : [.. cells.Select(c => new CellDetails(c.Cell, c.Code, c.Message.In(language)))],
                more),
            ApiJson.In(language),
            ProblemType,
            status);
    }

    public static IResult NotFound(HttpContext http, string vi, string en) => Problem(http, StatusCodes.Status404NotFound, "notFound", new Text(vi, en));

    public static IResult Forbidden(HttpContext http) => Problem(
        http, StatusCodes.Status403Forbidden, "access.denied", new Text("Tài khoản này không có quyền xem nội dung này.", "This account may not see this."));

    public static IResult PlanUnknown(HttpContext http, string plan) => Problem(
        http, StatusCodes.Status404NotFound, "plan.unknown", new Text($"Không có kế hoạch “{plan}”.", $"There is no plan '{plan}'."));

    /// <summary>The status of a kind of refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Busy => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Text Title(int status) => status switch
    {
        400 => new Text("Yêu cầu không đọc được", "The request cannot be read"),
        401 => new Text("Chưa đăng nhập", "Not signed in"),
        403 => new Text("Không có quyền", "Not yours"),
        404 => new Text("Không tìm thấy", "Not found"),
        409 => new Text("Trạng thái không cho phép", "The state does not allow it"),
        412 => new Text("Đã thay đổi", "It has changed"),
        413 => new Text("Quá lớn", "Too large"),
        415 => new Text("Sai loại nội dung", "Wrong content type"),
        422 => new Text("Nội dung không được chấp nhận", "The content is refused"),
        429 => new Text("Hệ thống đang bận", "Slow down"),
        501 => new Text("Chức năng đang tắt", "Switched off"),
        503 => new Text("Chưa sẵn sàng", "Not ready"),
        _ => new Text("Lỗi hệ thống", "The service failed"),
    };

    private sealed record Details(string Type, string Title, int Status, string Detail, string Code,
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] CellDetails[]? Cells,
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] object? Preview);

    private sealed record CellDetails(string Cell, string Code, string Message);
}
