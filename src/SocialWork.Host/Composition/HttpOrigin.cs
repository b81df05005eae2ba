using SocialWork.Core.Auditing;

namespace SocialWork.Host.Composition;

/// <summary>The address of who sent the request that is being served, as the connection has it. Safe for concurrent use.</summary>
internal sealed class HttpOrigin(IHttpContextAccessor accessor) : IRequestOrigin
{
    /// <inheritdoc/>
    public string? Address => accessor.HttpContext?.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;
}
