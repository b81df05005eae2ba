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
    private CompiledForm(FormDefinition definition) => Definition = definition;

    /// <summary>The declaration.</summary>
    public FormDefinition Definition { get; }

    /// <summary>The declaration's hash, see <see cref="DeclarationHash"/>.</summary>
    public string Hash => throw new NotSupportedException();

    /// <summary>The rules, in declaration order.</summary>
    public ImmutableArray<CompiledRule> Rules => throw new NotSupportedException();

    /// <summary>The measures with their conditions, in declaration order.</summary>
    public ImmutableArray<CompiledMeasure> Measures => throw new NotSupportedException();

    /// <summary>The clauses whose gates the rules ask about; the host may check that the plan has them.</summary>
    public ImmutableArray<ClauseId> Gates => throw new NotSupportedException();

    /// <summary>Checks and compiles a declaration.</summary>
    /// <exception cref="FormDefinitionException">The declaration is wrong; it names all faults at once.</exception>
    public static CompiledForm Compile(FormDefinition definition) =>
        TryCompile(definition, out var form, out var errors) ? form : throw new FormDefinitionException(definition.Code, errors);

    /// <summary>Checks and compiles a declaration; false, with all faults at once, when it is wrong.</summary>
    public static bool TryCompile(FormDefinition definition, [NotNullWhen(true)] out CompiledForm? form, out ImmutableArray<DefinitionError> errors) =>
        throw new NotSupportedException();

    /// <summary>The field of that id; false when the form has none.</summary>
    public bool TryField(string id, [NotNullWhen(true)] out FormField? field) => throw new NotSupportedException();

    /// <summary>The field of that id.</summary>
    /// <exception cref="KeyNotFoundException">The form has none.</exception>
    public FormField Field(string id) => throw new NotSupportedException();

    /// <summary>The cells of a field for a unit, in form order, whether or not the unit is asked the field.</summary>
    /// <exception cref="KeyNotFoundException">The form has no field of that id.</exception>
    public ImmutableArray<CellKey> Cells(string field, SubmittingUnit unit) => FormCells.Of(Field(field), unit);

    /// <summary>Every cell that the unit is asked, in form order.</summary>
    public ImmutableArray<CellKey> AskedCells(SubmittingUnit unit) => throw new NotSupportedException();

    /// <summary>Whether the form has that cell for that unit, asked or not.</summary>
    public bool HasCell(CellKey cell, SubmittingUnit unit) => throw new NotSupportedException();

    /// <summary>What people call the cell: the field's label and its options' labels; the written form of a cell that the form does not have.</summary>
    public Text LabelOf(CellKey cell) => throw new NotSupportedException();
}
