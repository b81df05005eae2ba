namespace SocialWork.Persistence.Backups;

/// <summary>Where an installation keeps what it knows: everything that a backup saves lies below one folder. Immutable.</summary>
/// <param name="Path">The folder, absolute.</param>
public sealed record StateFolder(string Path)
{
    private const string ModuleStates = "modules.json";

    /// <summary>The database file.</summary>
    public string Database => In("socialwork.db");

    /// <summary>Attached files.</summary>
    public string Files => In("files");

    /// <summary>The keys that sign-in cookies are sealed with.</summary>
    public string Keys => In("keys");

    /// <summary>Plan files that take the place of those that ship.</summary>
    public string Plans => In("plans");

    /// <summary>The end of the audit log's chain, moment by moment.</summary>
    public string Anchors => In("audit-heads.jsonl");

    /// <summary>Log files, which no backup saves.</summary>
    public string Logs => In("logs");

    /// <summary>Workbooks that wait for their sender's decision, which no backup saves and no start finds again.</summary>
    public string Waiting => In("waiting");

    /// <summary>Notes of long work, which no backup saves.</summary>
    public string Work => In("work");

    /// <summary>What printing to PDF works in, which no backup saves and every start empties.</summary>
    public string Printing => In("printing");

    /// <summary>Says of which backup the state is, until the next start has put it into the audit log.</summary>
    internal string RestoredNote => In("restored.json");

    /// <summary>A restored state that is being put together beside this one.</summary>
    internal string Restoring => Path + ".restoring";

    /// <summary>A restored state that is whole and waits to take this one's place.</summary>
    internal string Restored => Path + ".restored";

    /// <summary>
    /// What is saved beside the database and the attached files: files, and folders with all that is in them. The installed
    /// copies of modules are made anew from the plugins' folder.
    /// </summary>
    internal IEnumerable<string> Others()
    {
        if (File.Exists(In(ModuleStates))) yield return ModuleStates;
        foreach (var folder in new[] { Keys, Plans }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsWhole).Order(StringComparer.Ordinal))
                yield return System.IO.Path.GetRelativePath(Path, file).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        }
    }

    // A key is written under a name of its own first, and that file is gone a moment later.
    private static bool IsWhole(string file) => !file.EndsWith(".tmp", StringComparison.Ordinal);

    internal string In(string name) => System.IO.Path.Combine(Path, name);
}
