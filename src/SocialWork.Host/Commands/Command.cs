using SocialWork.Core;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Commands;

/// <summary>What the executable does instead of serving.</summary>
/// <param name="args">What stands behind the command's name.</param>
/// <param name="output">Where it says what it did.</param>
/// <param name="cancellationToken">Ends it.</param>
/// <returns>The exit code.</returns>
internal delegate Task<int> CommandLine(string[] args, TextWriter output, CancellationToken cancellationToken);

/// <summary>The commands there are.</summary>
internal static class Command
{
    /// <summary>The command could not do its work, and changed nothing.</summary>
    public const int Failed = 1;

    /// <summary>What was looked at is not as it should be.</summary>
    public const int Faulty = 3;

    private static readonly Dictionary<string, CommandLine> All = new(StringComparer.Ordinal)
    {
        [VerifyAudit.Name] = VerifyAudit.RunAsync,
        [MakeBackup.Name] = MakeBackup.RunAsync,
        [VerifyBackup.Name] = VerifyBackup.RunAsync,
        [Restore.Name] = Restore.RunAsync,
        [CheckDocument.Name] = CheckDocument.RunAsync,
    };

    /// <summary>Carries out a command.</summary>
    /// <exception cref="SettingsException">There is no such command, or one of its settings is wrong.</exception>
    public static Task<int> RunAsync(string name, string[] args, TextWriter output, CancellationToken cancellationToken) => All.TryGetValue(name, out var run)
        ? run(args, output, cancellationToken)
        : throw new SettingsException($"'{name}' is no command. Known are {string.Join(", ", All.Keys)}; without one the host is started.");

    /// <summary>Says why nothing was done.</summary>
    public static async Task<int> RefuseAsync<T>(Result<T> result)
    {
        if (result is Result<T>.No { Refusal: var refusal }) await Console.Error.WriteLineAsync(refusal.Message.En);
        return Failed;
    }
}
