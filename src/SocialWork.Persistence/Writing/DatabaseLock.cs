namespace SocialWork.Persistence.Writing;

/// <summary>Another process has the database: two writers could damage it, so this one does not start.</summary>
public sealed class DatabaseInUseException(string databaseFile, Exception inner)
    : Exception($"Another process uses {databaseFile}. Stop it first, or start this one with another --data folder.", inner);

/// <summary>Keeps a second process away from a database file. The system gives the lock back when the process ends, however it ends.</summary>
internal static class DatabaseLock
{
    /// <exception cref="DatabaseInUseException">Another process has the file.</exception>
    public static FileStream Take(string databaseFile)
    {
        try
        {
            return new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new DatabaseInUseException(databaseFile, fault);
        }
    }
}
