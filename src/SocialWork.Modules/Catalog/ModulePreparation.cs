using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Modules.Integrity;
using SocialWork.Modules.Manifests;
using SocialWork.Modules.Storage;

namespace SocialWork.Modules.Catalog;

/// <summary>A plugin whose files were checked and copied, or the reason why it cannot run. No code of it was loaded.</summary>
/// <param name="Plugin">The plugin as it was found.</param>
/// <param name="Digest">The digest of its files; empty when they were not accepted.</param>
/// <param name="Folder">The installed copy; null when it cannot run.</param>
/// <param name="Refused">The state that keeps it from running; null when it can.</param>
/// <param name="Reason">Why.</param>
internal sealed record PreparedModule(DiscoveredPlugin Plugin, string Digest, string? Folder, SectorState? Refused, Text? Reason);

/// <summary>Checks and installs plugins before any of their code is loaded. Safe for concurrent use.</summary>
internal sealed partial class ModulePreparation(ModuleStore store, Installation installation, ILogger logger)
{
    /// <summary>Checks one plugin's files against the record and makes the host's own copy.</summary>
    public async Task<PreparedModule> PrepareAsync(DiscoveredPlugin plugin, CancellationToken cancellationToken)
    {
        if (plugin.Manifest is not { } manifest) return new PreparedModule(plugin, string.Empty, null, SectorState.Incompatible, plugin.Problem);
        var record = store.Records.GetValueOrDefault(plugin.Id);
        var recorded = record is { Digest.Length: > 0 } && record.Version == manifest.Version ? record.Digest : null;
        var (whole, problem) = await FolderVerifier.VerifyAsync(plugin.Id, plugin.Folder, recorded, cancellationToken);
        if (whole is null) return Tampered(problem);
        // A build re-stages a plugin under the same version every day, so other files with a matching record are a new
        // installation and not an attack; the log keeps both digests for whoever must tell the one from the other.
        if (recorded is null) LogInstalled(plugin.Id, manifest.Version, whole.Digest);
        else if (recorded != whole.Digest) LogReplaced(plugin.Id, manifest.Version, recorded, whole.Digest);
        var (folder, damage) = await installation.EnsureAsync(plugin.Id, manifest.Version, plugin.Folder, whole, cancellationToken);
        return folder is null ? Tampered(damage) : new PreparedModule(plugin, whole.Digest, folder, null, null);

        PreparedModule Tampered(Text? reason)
        {
            LogTampered(plugin.Id, reason?.En);
            return new PreparedModule(plugin, string.Empty, null, SectorState.Tampered, reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Module {Module} {Version} is installed for the first time, digest {Digest}")]
    private partial void LogInstalled(string module, string version, string digest);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Module {Module} {Version} was installed anew under the same version: digest {Old} became {New}")]
    private partial void LogReplaced(string module, string version, string old, string @new);

    [LoggerMessage(Level = LogLevel.Error, Message = "Module {Module} is not loaded: {Reason}")]
    private partial void LogTampered(string module, string? reason);
}
