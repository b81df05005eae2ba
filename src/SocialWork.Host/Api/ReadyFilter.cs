using SocialWork.Host.Composition;

namespace SocialWork.Host.Api;

/// <summary>Until the host is ready the API says so, instead of failing in the middle.</summary>
internal sealed class ReadyFilter(Readiness readiness) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (readiness.IsReady) return next(context);
        context.HttpContext.Response.Headers.RetryAfter = "2";
        return new ValueTask<object?>(Answers.Problem(context.HttpContext, StatusCodes.Status503ServiceUnavailable, "host.starting", readiness.Phase));
    }
}
