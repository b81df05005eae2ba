using System.Collections.Immutable;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>A form's declaration is wrong and cannot be used.</summary>
public sealed class FormDefinitionException : Exception
{
    /// <summary>Names the form and everything that is wrong with it.</summary>
    public FormDefinitionException(string form, ImmutableArray<DefinitionError> errors)
        : base($"The declaration of form {form} is wrong: " + string.Join(" ", errors.Select(error => error.Message.En))) => Errors = errors;

    /// <summary>Everything that is wrong; at least one.</summary>
    public ImmutableArray<DefinitionError> Errors { get; }
}
