using SocialWork.Abstractions;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Pages.Support;

/// <summary>Before the host is ready, a page that says so in place of every page.</summary>
internal sealed class PageGate(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsPage(http.Request.Path) || readiness.IsReady) return next(http);
        http.Response.Headers.RetryAfter = "2";
        return BarePage.WriteAsync(
            http, StatusCodes.Status503ServiceUnavailable, new Text("Hệ thống đang khởi động", "The system is starting"),
            new Text($"Xin chờ giây lát: {readiness.Phase.Vi}. Trang sẽ tự tải lại.", $"One moment: {readiness.Phase.En}. The page reloads by itself."), refreshSeconds: 3);
    }

    /// <summary>Whether an address is for people rather than programs.</summary>
    public static bool IsPage(PathString path) =>
        !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private static Task ProblemAsync(HttpContext http) => Answers.Problem(
        http,
        http.Response.StatusCode,
        http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed ? "request.method" : "request.address",
        new Text("Địa chỉ này không có, hoặc không nhận cách gọi này.", "There is no such address, or it does not take this method.")).ExecuteAsync(http);

    /// <summary>Gives an answer without a body a page where the address is for people, and a problem where it is for programs.</summary>
    public static Task StatusAsync(HttpContext http) => !IsPage(http.Request.Path) ? ProblemAsync(http) : http.Response.StatusCode switch
    {
        404 => BarePage.WriteAsync(http, 404, new Text("Không tìm thấy trang", "Page not found"), new Text("Địa chỉ này không tồn tại hoặc không dành cho tài khoản của bạn.", "This address does not exist, or is not for your account.")),
        400 => BarePage.WriteAsync(http, 400, new Text("Không gửi được", "That could not be sent"), new Text("Trang đã mở quá lâu, tệp gửi kèm quá lớn hoặc trình duyệt chặn cookie. Hãy tải lại trang và thử lại.", "The page was open too long, a file that was sent is too large, or the browser blocks cookies. Reload the page and try again.")),
        var status => BarePage.WriteAsync(http, status, new Text("Không thực hiện được", "That did not work"), new Text($"Mã trạng thái {status}.", $"Status {status}.")),
    };
}
