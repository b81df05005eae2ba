using SocialWork.Abstractions;
using SocialWork.Persistence.Writing;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Api;

/// <summary>Turns what was not foreseen into a problem that tells nothing of the inside; the log has the rest.</summary>
internal sealed class FaultAnswers(RequestDelegate next, ILogger<FaultAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, bad.StatusCode, "request.malformed", new Text("Yêu cầu không hợp lệ: kiểm tra địa chỉ và tham số.", "The request is not valid: check the address and its parameters."));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (WriterBusyException) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, StatusCodes.Status429TooManyRequests, "writer.busy", new Text("Hệ thống đang bận, hãy thử lại sau giây lát.", "The service is busy; try again in a moment."));
        }
        catch (WriterStoppedException) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, StatusCodes.Status503ServiceUnavailable, "writer.stopped", new Text("Hệ thống đang dừng ghi dữ liệu: báo quản trị viên khởi động lại.", "The service has stopped writing: ask an administrator to restart it."));
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            log.LogError(fault, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            var detail = new Text($"Hệ thống gặp lỗi. Mã tra cứu: {http.TraceIdentifier}.", $"The service failed. Reference: {http.TraceIdentifier}.");
            await AnswerAsync(http, StatusCodes.Status500InternalServerError, "host.failed", detail);
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, string code, Text detail) => PageGate.IsPage(http.Request.Path)
        ? BarePage.WriteAsync(http, status, new Text("Không thực hiện được", "That did not work"), detail)
        : Answers.Problem(http, status, code, detail).ExecuteAsync(http);
}
