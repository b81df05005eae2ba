using SocialWork.Abstractions;
using SocialWork.Core.Accounts;
using SocialWork.Host.Api;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Accounts;

/// <summary>About one's own account: open to those who must set up their second factor before anything else.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnAccountAttribute : Attribute;

/// <summary>About accounts, passwords and tokens: closed to tokens.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NotByTokenAttribute : Attribute;

/// <summary>What a token may not do of what its account may, and what waits for the second factor.</summary>
internal sealed class AccessLimits(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata is null || metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null) return next(http);
        if (ActorClaims.ScopesOf(http.User) is { } scopes && Beyond(http, scopes, metadata) is { } problem) return problem.ExecuteAsync(http);
        if (!ActorClaims.MissesSecondFactor(http.User) || metadata.GetMetadata<OwnAccountAttribute>() is not null) return next(http);
        if (PageGate.IsPage(http.Request.Path))
        {
            http.Response.Redirect("/account");
            return Task.CompletedTask;
        }

        return Answers.Problem(
            http, StatusCodes.Status403Forbidden, "session.secondFactorNeeded",
            new Text("Tài khoản này phải bật xác thực hai bước trước khi làm việc khác.", "This account must set up its second factor before anything else.")).ExecuteAsync(http);
    }

    private static IResult? Beyond(HttpContext http, TokenScopes scopes, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<NotByTokenAttribute>() is not null)
            return Answers.Problem(http, StatusCodes.Status403Forbidden, "token.notHere", new Text("Mã truy cập không dùng để quản lý tài khoản, mật khẩu hay mã truy cập: đăng nhập để thực hiện.", "A token does not manage accounts, passwords or tokens: sign in to do so."));
        var needed = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? TokenScopes.Read : TokenScopes.Write;
        if (scopes.HasFlag(needed)) return null;
        var word = needed == TokenScopes.Read ? "read" : "write";
        return Answers.Problem(http, StatusCodes.Status403Forbidden, "token.scope", new Text($"Mã truy cập này không có phạm vi {word}.", $"This token does not have the scope {word}."));
    }
}
