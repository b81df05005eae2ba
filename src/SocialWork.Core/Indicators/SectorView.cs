using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Indicators;

/// <summary>
/// What one module may read of a snapshot: its own forms, whoever manages the unit; the core's forms as filled by units of
/// its own sector; the register. Anything else is refused. Safe for concurrent use.
/// </summary>
internal sealed class SectorView(SectorBorder border, TotalsSnapshot snapshot) : ISectorTotals, ISectorRegister
{
    // Keeps a list of types from becoming empty, which would mean every type.
    private const string NoType = "";

    public Term Sum(Measure measure, Scope units)
    {
        var form = FormOf(measure.Form);
        if (form.Layout.Of(form.Layout.Zero(), measure.Id) is null)
            throw new ArgumentException($"Form {measure.Form} declares no measure '{measure.Id}'; list it in the form's Measures.", nameof(measure));
        var tally = snapshot.Sum(measure, units, SectorFor(form));
        return new Term(tally.Sum, [new TermSource.Reported(measure, units, tally.Sum, tally.Counts)]);
    }

    public long Unreported(FormDefinition form, Scope units) => Unreported(form.Code, units);

    /// <summary>The same, by the form's code.</summary>
    public long Unreported(string form, Scope units)
    {
        var own = FormOf(form);
        var coverage = snapshot.Coverage(own.Definition, [units], SectorFor(own));
        return Math.Max(0, coverage.Expected - coverage.Reported);
    }

    public Term Count(Scope units)
    {
        var count = snapshot.Count(units);
        return new Term(count, [new TermSource.Registered(units, count)]);
    }

    public Term Records(Measure measure)
    {
        var sum = snapshot.Records(measure, SectorForRecords).Sum(e => e.Amount);
        return new Term(sum, [new TermSource.Recorded(measure, sum)]);
    }

    /// <summary>The sector whose units' entries alone are read.</summary>
    public string? SectorForRecords => border.Module == PlanForm.CoreModule ? null : border.Module;

    /// <summary>How complete the forms behind some sources are, as far as they belong to the module.</summary>
    public Coverage Coverage(IEnumerable<TermSource> sources) => sources
        .OfType<TermSource.Reported>()
        .GroupBy(s => s.Measure.Form, Asked, StringComparer.Ordinal)
        .Aggregate(default(Coverage), (sum, form) => sum + Coverage(FormOf(form.Key), [.. form]));

    private static Scope Asked(TermSource.Reported source) => Asked(source.Measure.Of, source.Units);

    /// <summary>Those units of a scope that are asked a question.</summary>
    public static Scope Asked(FormField field, Scope units)
    {
        if (field.AppliesTo.IsDefaultOrEmpty) return units;
        return units with { Types = units.Types.IsDefaultOrEmpty ? field.AppliesTo : [.. units.Types.Intersect(field.AppliesTo, StringComparer.Ordinal), NoType] };
    }

    private Coverage Coverage(PlanForm form, IReadOnlyCollection<Scope> scopes) => snapshot.Coverage(form.Definition, scopes, SectorFor(form));

    /// <summary>Whether a source says what the snapshot says.</summary>
    public bool Confirms(TermSource source)
    {
        try
        {
            return source switch
            {
                TermSource.Reported reported => Sum(reported.Measure, reported.Units).Value == reported.Value,
                TermSource.Recorded recorded => Records(recorded.Measure).Value == recorded.Value,
                TermSource.Registered registered => Count(registered.Units).Value == registered.Value,
                _ => false,
            };
        }
        catch (Exception fault) when (fault is SectorAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The sector whose units alone are read: the module's own for the core's forms, every sector for its own.</summary>
    public string? SectorFor(string form) => SectorFor(FormOf(form));

    private string? SectorFor(PlanForm form) => form.Module == PlanForm.CoreModule && border.Module != PlanForm.CoreModule ? border.Module : null;

    private PlanForm FormOf(string code)
    {
        var form = snapshot.Model.Form(code);
        if (form is null || (form.Module != border.Module && form.Module != PlanForm.CoreModule))
            throw border.Refuse($"form {code}");
        return form;
    }
}
