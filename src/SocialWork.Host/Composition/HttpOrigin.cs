using SocialWork.Core.Auditing;
using SocialWork.Host.Composition.Jobs;

namespace SocialWork.Host.Composition;

/// <summary>The address of who sent the request that is being served, as the connection has it, or who asked for the work that is being done. Safe for concurrent use.</summary>
internal sealed class HttpOrigin(IHttpContextAccessor accessor, JobOrigin work) : IRequestOrigin
{
    /// <inheritdoc/>
    public string? Address => accessor.HttpContext?.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : work.Address;
}
