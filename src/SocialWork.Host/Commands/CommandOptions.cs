using SocialWork.Host.Composition;

namespace SocialWork.Host.Commands;

/// <summary>The options that one command has beside the host's own settings.</summary>
internal static class CommandOptions
{
    /// <summary>Takes an option with its value out of a command line.</summary>
    /// <returns>The value, null where the option is not there; and what is left.</returns>
    /// <exception cref="SettingsException">The option lacks its value.</exception>
    public static (string? Value, string[] Others) Take(string[] args, string option, string what)
    {
        var at = Array.IndexOf(args, option);
        if (at < 0) return (null, args);
        if (at + 1 == args.Length || args[at + 1].StartsWith("--", StringComparison.Ordinal)) throw new SettingsException($"{option} needs {what}.");
        return (args[at + 1], [.. args[..at], .. args[(at + 2)..]]);
    }

    /// <summary>The same, of an option that must be there.</summary>
    /// <exception cref="SettingsException">The option or its value is missing.</exception>
    public static (string Value, string[] Others) Need(string[] args, string option, string what) =>
        Take(args, option, what) is ({ } value, var others) ? (value, others) : throw new SettingsException($"{option} is missing: it needs {what}.");
}
