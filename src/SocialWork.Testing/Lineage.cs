using System.Collections.Concurrent;
using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>
/// Stands between the plugin and the fakes as the host's view does: refuses what the plugin may not read, and remembers
/// every source it handed out, so that a number from nowhere is found. Safe for concurrent use.
/// </summary>
internal sealed class Lineage(ISectorTotals totals, ISectorRegister register, SectorDescription description) : ISectorTotals, ISectorRegister
{
    private static readonly Measure[] CoreRecords = [CoreRegisters.OperatingModels, CoreRegisters.OperatingShelters];
    private static readonly string[] CoreForms = ["K1", "K2", "K3", "K4", "K5", "K6"];
    private readonly ConcurrentDictionary<TermSource, bool> _given = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the very source came from a view of the host.</summary>
    public bool Gave(TermSource source) => _given.ContainsKey(source);

    /// <inheritdoc/>
    public Term Sum(Measure measure, Scope units)
    {
        var form = Readable(measure.Form);
        if (form is not null && !Declares(form, measure))
            throw new ArgumentException($"Form {measure.Form} does not declare measure {measure.Id}; list it in the form's Measures.", nameof(measure));
        return Remember(totals.Sum(measure, units));
    }

    /// <inheritdoc/>
    public long Unreported(FormDefinition form, Scope units)
    {
        Readable(form.Code);
        return totals.Unreported(form, units);
    }

    /// <inheritdoc/>
    public Term Count(Scope units) => Remember(register.Count(units));

    /// <inheritdoc/>
    public Term Records(Measure measure) => CoreRecords.Contains(measure)
        ? Remember(register.Records(measure))
        : throw new SectorAccessException($"No register of the core declares the measure {measure.Form}.{measure.Id}.");

    // Null for a form of the core, whose measures the core knows.
    private FormDefinition? Readable(string code) =>
        description.Forms.FirstOrDefault(form => string.Equals(form.Code, code, StringComparison.Ordinal))
        ?? (CoreForms.Contains(code, StringComparer.Ordinal) ? null : throw new SectorAccessException($"The plugin asks for form {code}, which is not its own."));

    private static bool Declares(FormDefinition form, Measure measure) =>
        form.Measures.Any(declared => string.Equals(declared.Id, measure.Id, StringComparison.Ordinal))
        || (measure is { Options.IsDefaultOrEmpty: true, Where: null, PairedWith: null } && form.Fields.Any(field => string.Equals(field.Id, measure.Id, StringComparison.Ordinal)));

    private Term Remember(Term term)
    {
        foreach (var source in term.Sources) _given[source] = true;
        return term;
    }
}
