using System.Globalization;
using Microsoft.Extensions.Configuration;
using SocialWork.Core.Retention;
using SocialWork.Host.Printing;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Composition;

/// <summary>
/// How this host runs. Each setting can be given on the command line (<c>--demo</c>), in the environment
/// (<c>SocialWork__Demo=true</c>) or in appsettings (section <c>SocialWork</c>), in that order. Immutable.
/// </summary>
public sealed record HostSettings
{
    /// <summary>Runs on the demonstration year, in a database of its own, with demonstration accounts.</summary>
    public bool Demo { get; init; }

    /// <summary>The day on which the demonstration's clock stands, at 09:00 in the city; only with <see cref="Demo"/>.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The folder for everything that is kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder that holds one folder per plugin.</summary>
    public required string PluginsFolder { get; init; }

    /// <summary>Lets sign-in cookies travel without TLS: always in a demonstration; else only for trials on one machine.</summary>
    public bool AllowsHttp { get; init; }

    /// <summary>Loads no plugin.</summary>
    public bool SafeMode { get; init; }

    /// <summary>How long a module may take to answer.</summary>
    public TimeSpan ModuleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether administrators and the standing agency must sign in with a second factor: unless <c>--second-factor-optional</c> says otherwise, and never in a demonstration.</summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>Sign-ins that are looked at a minute from one address.</summary>
    public int SignInsPerAddress { get; init; } = DefaultSignInsPerAddress;

    /// <summary>Sign-ins that are looked at a minute under one user name.</summary>
    public int SignInsPerName { get; init; } = DefaultSignInsPerName;

    /// <summary>How long is kept what serves its purpose only for a time.</summary>
    public RetentionPolicy Retention { get; init; } = new();

    /// <summary>How documents are printed to PDF.</summary>
    public OfficeSettings Office { get; init; } = new();

    private const int DefaultSignInsPerAddress = 60;
    private const int DefaultSignInsPerName = 10;
    private const int MostSignIns = 1_000_000;
    private const int MostBackups = 1_000;
    private static readonly TimeOnly DefaultBackupAt = new(2, 30);

    /// <summary>Where this installation keeps what it knows: a demonstration's is apart.</summary>
    public StateFolder State => new(Path.Combine(DataFolder, Part));

    /// <summary>The folder of the backups that the host makes.</summary>
    public string BackupsFolder => Path.Combine(Backups ?? Path.Combine(DataFolder, "backups"), Part);

    /// <summary>Another folder for backups; null for one in the data folder.</summary>
    public string? Backups { get; init; }

    /// <summary>The city's time of the daily backup; null for none, as in a demonstration, which can be made anew.</summary>
    public TimeOnly? BackupAt { get; init; }

    /// <summary>How many backups are kept.</summary>
    public BackupRetention BackupRetention { get; init; } = BackupRetention.Default;

    private string Part => Demo ? "demo" : "main";

    private static readonly string[] Flags = ["--demo", "--safe-mode", "--allow-http", "--second-factor-optional"];

    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--demo"] = "SocialWork:Demo",
        ["--today"] = "SocialWork:Today",
        ["--data"] = "SocialWork:Data",
        ["--plugins"] = "SocialWork:Plugins",
        ["--safe-mode"] = "SocialWork:SafeMode",
        ["--allow-http"] = "SocialWork:AllowHttp",
        ["--module-timeout"] = "SocialWork:ModuleTimeout",
        ["--second-factor-optional"] = "SocialWork:SecondFactorOptional",
        ["--sign-ins-per-address"] = "SocialWork:SignInsPerAddress",
        ["--sign-ins-per-name"] = "SocialWork:SignInsPerName",
        ["--libreoffice"] = "SocialWork:LibreOffice:Path",
        ["--libreoffice-workers"] = "SocialWork:LibreOffice:Workers",
        ["--libreoffice-seconds"] = "SocialWork:LibreOffice:Seconds",
        ["--backups"] = "SocialWork:Backups",
        ["--backup-at"] = "SocialWork:BackupAt",
        ["--keep-daily"] = "SocialWork:KeepDaily",
        ["--keep-monthly"] = "SocialWork:KeepMonthly",
        ["--keep-sessions"] = "SocialWork:KeepSessions",
        ["--keep-tokens"] = "SocialWork:KeepTokens",
        ["--keep-codes"] = "SocialWork:KeepCodes",
        ["--keep-retry-keys"] = "SocialWork:KeepRetryKeys",
        ["--keep-logs"] = "SocialWork:KeepLogs",
    };

    /// <summary>Adds the command line, where flags may stand without a value.</summary>
    /// <exception cref="SettingsException">An argument is not known, or lacks its value.</exception>
    public static void AddCommandLine(IConfigurationBuilder configuration, string[] args)
    {
        Check(args);
        var spelled = args.SelectMany((arg, i) =>
            Flags.Contains(arg, StringComparer.Ordinal) && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)) ? [arg, "true"] : new[] { arg });
        configuration.AddCommandLine([.. spelled], Switches);
    }

    // A mistyped name must not start another installation than the one that was meant.
    private static void Check(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            var isOption = Switches.ContainsKey(name) || name is "--urls" or "--environment" || name.Contains(':', StringComparison.Ordinal);
            if (!isOption) throw new SettingsException($"'{args[i]}' is not known. Known are {string.Join(", ", Switches.Keys)} and --urls.");
            if (args[i].Contains('=', StringComparison.Ordinal)) continue;
            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            if (!hasValue && !Flags.Contains(name, StringComparer.Ordinal)) throw new SettingsException($"{name} needs a value.");
            if (hasValue) i++;
        }
    }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingsException">A setting is wrong; names it and the remedy.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("SocialWork");
        var demo = Flag(section, "Demo");
        var today = section["Today"] is { Length: > 0 } text
            ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new SettingsException($"--today '{text}' is not a date; write yyyy-MM-dd, for example 2026-12-01.")
            : (DateOnly?)null;
        if (today is not null && !demo) throw new SettingsException("--today moves the clock of the demonstration only; add --demo or leave it out.");
        var timeout = section["ModuleTimeout"] is { Length: > 0 } seconds
            ? double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 600
                ? TimeSpan.FromSeconds(value)
                : throw new SettingsException($"--module-timeout '{seconds}' is not a number of seconds between 0 and 600.")
            : TimeSpan.FromSeconds(10);
        return new HostSettings
        {
            Demo = demo,
            Today = today,
            DataFolder = Path.GetFullPath(section["Data"] is { Length: > 0 } data ? data : "socialwork-data"),
            PluginsFolder = Path.GetFullPath(section["Plugins"] is { Length: > 0 } plugins ? plugins : Path.Combine(AppContext.BaseDirectory, "plugins")),
            SafeMode = Flag(section, "SafeMode"),
            AllowsHttp = demo || Flag(section, "AllowHttp"),
            ModuleTimeout = timeout,
            RequireSecondFactor = !demo && !Flag(section, "SecondFactorOptional"),
            SignInsPerAddress = Whole(section, "SignInsPerAddress", "--sign-ins-per-address", DefaultSignInsPerAddress, MostSignIns),
            SignInsPerName = Whole(section, "SignInsPerName", "--sign-ins-per-name", DefaultSignInsPerName, MostSignIns),
            Retention = KeptBy(section),
            Office = PrintedBy(section.GetSection("LibreOffice")),
            Backups = section["Backups"] is { Length: > 0 } backups ? Path.GetFullPath(backups) : null,
            BackupAt = demo ? null : DailyBackupAt(section),
            BackupRetention = new BackupRetention(
                Whole(section, "KeepDaily", "--keep-daily", BackupRetention.Default.Days, MostBackups),
                Whole(section, "KeepMonthly", "--keep-monthly", BackupRetention.Default.Months, MostBackups)),
        };
    }

    /// <summary>Makes the state folder where it is missing.</summary>
    /// <exception cref="SettingsException">The folder cannot be written.</exception>
    public void PrepareFolder()
    {
        try
        {
            Directory.CreateDirectory(State.Path);
            var probe = Path.Combine(State.Path, ".writable");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The data folder {State.Path} cannot be written: {fault.Message} Choose another with --data.");
        }
    }

    private static TimeOnly? DailyBackupAt(IConfiguration section) => section["BackupAt"] switch
    {
        null or "" => DefaultBackupAt,
        "off" => null,
        var text when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        var text => throw new SettingsException($"--backup-at '{text}' is not a time of day; write HH:mm, for example 02:30, or off."),
    };

    private static OfficeSettings PrintedBy(IConfiguration section)
    {
        var usual = new OfficeSettings();
        var path = section["Path"] is { Length: > 0 } given && given != "off" ? Path.GetFullPath(given) : null;
        if (path is not null && !File.Exists(path)) throw new SettingsException($"--libreoffice: there is no file {path}. Name LibreOffice's program (soffice), or off, or leave it out.");
        return new OfficeSettings
        {
            IsWanted = section["Path"] != "off",
            Path = path,
            Workers = Whole(section, "Workers", "--libreoffice-workers", usual.Workers, OfficeSettings.MostWorkers),
            TimeLimit = TimeSpan.FromSeconds(Whole(section, "Seconds", "--libreoffice-seconds", (int)usual.TimeLimit.TotalSeconds, OfficeSettings.MostSeconds)),
        };
    }

    private static RetentionPolicy KeptBy(IConfiguration section)
    {
        var usual = new RetentionPolicy();
        return new RetentionPolicy
        {
            Sessions = Days("KeepSessions", "--keep-sessions", usual.Sessions),
            Tokens = Days("KeepTokens", "--keep-tokens", usual.Tokens),
            Codes = Days("KeepCodes", "--keep-codes", usual.Codes),
            RetryKeys = Days("KeepRetryKeys", "--keep-retry-keys", usual.RetryKeys),
            Logs = Days("KeepLogs", "--keep-logs", usual.Logs),
        };

        int Days(string name, string option, int days) => Whole(section, name, option, days, RetentionPolicy.MostDays);
    }

    private static int Whole(IConfiguration section, string name, string option, int usual, int most) => section[name] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most => number,
        var text => throw new SettingsException($"{option} '{text}' is not a whole number from 1 to {most}."),
    };

    private static bool Flag(IConfiguration section, string name) => section[name] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new SettingsException($"{name} '{text}' is neither true nor false."),
    };
}

/// <summary>A setting is wrong. The host does not start.</summary>
public sealed class SettingsException(string message) : Exception(message);
