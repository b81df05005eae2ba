namespace SocialWork.Core.Sectors;

/// <summary>Where a module stands. Kept with reason, actor and time.</summary>
public enum SectorState
{
    /// <summary>Its folder and <c>plugin.json</c> were read; nothing of it was loaded yet.</summary>
    Discovered,
    /// <summary>Its <c>plugin.json</c> is unusable, or asks for a contract this host does not offer. No code was loaded.</summary>
    Incompatible,
    /// <summary>A file differs from what was recorded at installation, is missing, or came without being recorded. No code was loaded.</summary>
    Tampered,
    /// <summary>Switched off by an administrator.</summary>
    Disabled,
    /// <summary>Loaded and answering.</summary>
    Enabled,
    /// <summary>Switched off, while requests that began earlier still use it.</summary>
    Draining,
    /// <summary>Switched off by the host after faults, until an administrator releases it.</summary>
    Quarantined,
    /// <summary>Unloaded, yet something still holds its load context.</summary>
    Leaked,
    /// <summary>Enabled before, and its folder is gone; or expected by the plan and never installed.</summary>
    Missing,
    /// <summary>Its code could not be loaded or did not start.</summary>
    Failed,
}
