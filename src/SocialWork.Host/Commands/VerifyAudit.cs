using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialWork.Host.Composition;
using SocialWork.Persistence;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Commands;

/// <summary><c>verify-audit [--anchors FILE]</c> with the host's own settings: says whether the audit log is what was written. Only reads, and may run beside the host.</summary>
internal static class VerifyAudit
{
    public const string Name = "verify-audit";

    private const string Anchors = "--anchors";

    /// <summary>Verifies the log: 0 where it is intact, <see cref="Command.Faulty"/> where it is not.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or there is no log to verify.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (file, others) = CommandOptions.Take(args, Anchors, "a file");
        var settings = SocialWorkHost.Settings(others);
        if (!File.Exists(settings.State.Database)) throw new SettingsException($"There is no database {settings.State.Database}. Name the host's data folder with --data, and --demo for the demonstration's.");
        if (file is not null && !File.Exists(file)) throw new SettingsException($"{Anchors} '{file}': there is no such file.");
        var verdict = Verify(settings, new AuditAnchors(file ?? settings.State.Anchors), cancellationToken);
        foreach (var line in Lines(settings, verdict)) await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        return verdict.IsIntact ? 0 : Command.Faulty;
    }

    private static AuditVerdict Verify(HostSettings settings, AuditAnchors anchors, CancellationToken cancellationToken)
    {
        try
        {
            return new AuditVerifier(new StorageOptions(settings.State.Database)).Verify(anchors.Read(), cancellationToken);
        }
        catch (Exception fault) when (fault is SqliteException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The audit log in {settings.State.Database} cannot be read: {fault.Message}");
        }
    }

    private static IEnumerable<string> Lines(HostSettings settings, AuditVerdict verdict)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{settings.State.Database}: {verdict.Rows} rows read, {verdict.Anchors} anchors agree.");
        foreach (var note in verdict.Notes) yield return note.En;
        foreach (var fault in verdict.Faults)
        {
            yield return fault.What.En;
            yield return "  " + fault.Remedy.En;
        }

        if (verdict.MoreFaults > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{verdict.MoreFaults} more are not named.");
        yield return verdict.IsIntact
            ? string.Create(CultureInfo.InvariantCulture, $"The audit log is intact up to row {verdict.Head.Seq}, hash {verdict.Head.Hash}.")
            : "The audit log is NOT what was written.";
    }
}
