using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>
/// A form's declaration, checked and made ready for use: fields by id, rules and conditions compiled. Built once per
/// declaration. Immutable and safe for concurrent use.
/// </summary>
public sealed class CompiledForm
{
    private readonly FrozenDictionary<string, int> _order;

    private CompiledForm(FormDefinition definition, ImmutableArray<CompiledRule> rules, ImmutableArray<CompiledMeasure> measures)
    {
        Definition = definition;
        Rules = rules;
        Measures = measures;
        Hash = DeclarationHash.Of(definition);
        Gates = [.. rules.SelectMany(rule => rule.Gates).Concat(measures.SelectMany(measure => measure.Condition?.Gates ?? [])).Distinct()];
        Listed = new ListedCells(definition);
        _order = definition.Fields.Select((field, index) => (field.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
    }

    /// <summary>The declaration.</summary>
    public FormDefinition Definition { get; }

    /// <summary>The declaration's hash, see <see cref="DeclarationHash"/>.</summary>
    public string Hash { get; }

    /// <summary>The rules, in declaration order.</summary>
    public ImmutableArray<CompiledRule> Rules { get; }

    /// <summary>The measures with their conditions, in declaration order.</summary>
    public ImmutableArray<CompiledMeasure> Measures { get; }

    /// <summary>The clauses whose gates rules and conditions ask about by name; the host may check that the plan has them.</summary>
    public ImmutableArray<ClauseId> Gates { get; }

    /// <summary>The cells that the declaration lists.</summary>
    internal ListedCells Listed { get; }

    /// <summary>Checks and compiles a declaration.</summary>
    /// <exception cref="FormDefinitionException">The declaration is wrong; it names all faults at once.</exception>
    public static CompiledForm Compile(FormDefinition definition) =>
        TryCompile(definition, out var form, out var errors) ? form : throw new FormDefinitionException(definition.Code, errors);

    /// <summary>Checks and compiles a declaration; false, with all faults at once, when it is wrong.</summary>
    public static bool TryCompile(FormDefinition definition, [NotNullWhen(true)] out CompiledForm? form, out ImmutableArray<DefinitionError> errors)
    {
        form = null;
        // Rules are bound to fields, so they are only read once the fields are sound.
        errors = FormChecks.Check(definition);
        if (!errors.IsEmpty) return false;
        var faults = ImmutableArray.CreateBuilder<DefinitionError>();
        var rules = ImmutableArray.CreateBuilder<CompiledRule>();
        foreach (var rule in definition.Rules)
        {
            if (RuleCompiler.TryCompile(definition, rule, out var compiled, out var error)) rules.Add(compiled);
            else faults.Add(error);
        }

        var measures = ImmutableArray.CreateBuilder<CompiledMeasure>();
        foreach (var measure in definition.Measures)
        {
            if (measure.Where is null) measures.Add(new CompiledMeasure(measure, null));
            else if (RuleCompiler.TryCompileCondition(definition, measure.Id, measure.Where, out var condition, out var error)) measures.Add(new CompiledMeasure(measure, condition));
            else faults.Add(error);
        }

        errors = faults.ToImmutable();
        if (errors.IsEmpty) form = new CompiledForm(definition, rules.ToImmutable(), measures.ToImmutable());
        return form is not null;
    }

    /// <summary>The field of that id; false when the form has none.</summary>
    public bool TryField(string id, [NotNullWhen(true)] out FormField? field)
    {
        field = _order.TryGetValue(id, out var index) ? Definition.Fields[index] : null;
        return field is not null;
    }

    /// <summary>The field of that id.</summary>
    /// <exception cref="KeyNotFoundException">The form has none.</exception>
    public FormField Field(string id) =>
        TryField(id, out var field) ? field : throw new KeyNotFoundException($"Form {Definition.Code} has no field {id}.");

    /// <summary>The cells of a field for a unit, in form order, whether or not the unit is asked the field.</summary>
    /// <exception cref="KeyNotFoundException">The form has no field of that id.</exception>
    public ImmutableArray<CellKey> Cells(string field, SubmittingUnit unit) => FormCells.Of(Field(field), unit);

    /// <summary>Every cell that the unit is asked, in form order.</summary>
    public ImmutableArray<CellKey> AskedCells(SubmittingUnit unit) =>
        [.. Definition.Fields.Where(field => FormCells.IsAsked(field, unit.Type)).SelectMany(field => FormCells.Of(field, unit))];

    /// <summary>Whether the form has that cell for that unit, asked or not.</summary>
    public bool HasCell(CellKey cell, SubmittingUnit unit) => CellFinder.Find(this, unit, cell.ToString(), out _, out _) is null;

    /// <summary>
    /// What people call the cell: the field's label and its options' labels. An option that the form does not list (a task, or
    /// one that does not exist) reads as its code, and so does a field that the form does not have.
    /// </summary>
    public Text LabelOf(CellKey cell) => TryField(cell.Field, out var field)
        ? CellLabels.Of(field, cell)
        : new Text(cell.ToString(), cell.ToString());

    /// <summary>Cells in form order: by field, then by option in the dimension's order; what is not listed comes last, by code.</summary>
    public IEnumerable<CellKey> InFormOrder(IEnumerable<CellKey> cells)
    {
        var keys = cells.ToArray();
        return Listed.TrySort(keys) ? keys : BySearching(keys);
    }

    private IOrderedEnumerable<CellKey> BySearching(CellKey[] cells) => cells
        .OrderBy(cell => _order.GetValueOrDefault(cell.Field, int.MaxValue))
        .ThenBy(cell => cell.Field, StringComparer.Ordinal)
        .ThenBy(cell => Rank(cell, 0)).ThenBy(cell => cell.Option1, StringComparer.Ordinal)
        .ThenBy(cell => Rank(cell, 1)).ThenBy(cell => cell.Option2, StringComparer.Ordinal);

    private int Rank(CellKey cell, int dimension)
    {
        if (!TryField(cell.Field, out var field) || field.By.Length <= dimension) return 0;
        var code = dimension == 0 ? cell.Option1 : cell.Option2;
        var options = field.By[dimension].Options;
        for (var i = 0; i < options.Length; i++)
        {
            if (string.Equals(options[i].Code, code, StringComparison.Ordinal)) return i;
        }

        return int.MaxValue;
    }
}
