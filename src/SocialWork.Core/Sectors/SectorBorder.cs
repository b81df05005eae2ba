using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;

namespace SocialWork.Core.Sectors;

/// <summary>
/// The line between one module and the data of others. Each request for what lies beyond it is refused and logged. It holds
/// for what goes through the contract; code of a module runs in the host's process. Safe for concurrent use.
/// </summary>
internal sealed class SectorBorder(string module, ILogger log)
{
    /// <summary>The module.</summary>
    public string Module => module;

    /// <summary>The refusal of a request, on record.</summary>
    /// <param name="what">What the module asked for.</param>
    public SectorAccessException Refuse(string what)
    {
        log.LogWarning("Module {Module} asked for {What}, which it may not read; refused", module, what);
        return new SectorAccessException($"Module {module} may not read {what}.");
    }
}
