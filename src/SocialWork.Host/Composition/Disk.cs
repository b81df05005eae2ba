namespace SocialWork.Host.Composition;

/// <summary>The disks of this machine.</summary>
internal static class Disk
{
    /// <summary>Bytes that are left where a folder lies.</summary>
    public static long FreeSpace(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
