using System.Collections.Immutable;
using SocialWork.Core;
using SocialWork.Documents.Conformance;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Commands;

/// <summary><c>check-document --file DOCX</c>: holds a document against Decree 30/2020/NĐ-CP, Appendix I. Changes nothing.</summary>
internal static class CheckDocument
{
    public const string Name = "check-document";
    private const string File = "--file";

    /// <summary>Checks a document: 0 where it conforms, <see cref="Command.Faulty"/> where it does not, <see cref="Command.Failed"/> where it cannot be read.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or there is no such file.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var (path, others) = CommandOptions.Need(args, File, "a .docx file");
        if (others is [var other, ..]) throw new SettingsException($"'{other}' is not known here: {Name} takes {File} alone.");
        if (!System.IO.File.Exists(path)) throw new SettingsException($"There is no file {path}.");
        await using var file = System.IO.File.OpenRead(path);
        var checkedFile = DecreeChecker.Check(file, cancellationToken);
        if (checkedFile is not Result<ImmutableArray<LayoutFinding>>.Ok { Value: var findings }) return await Command.RefuseAsync(checkedFile);
        foreach (var finding in findings)
            await output.WriteLineAsync($"{finding.Rule}: {finding.Place.En}: {finding.Measured.En}; required: {finding.Required.En}".AsMemory(), cancellationToken);
        await output.WriteLineAsync((findings.IsEmpty ? "The document conforms." : $"{findings.Length} findings.").AsMemory(), cancellationToken);
        return findings.IsEmpty ? 0 : Command.Faulty;
    }
}
