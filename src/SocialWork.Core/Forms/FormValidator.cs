using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Judges a whole form before it is sent. Safe for concurrent use.</summary>
public static class FormValidator
{
    /// <summary>
    /// Everything that is found: values that may not be in their cells, cells that are required and missing (<c>value.missing</c>),
    /// texts that are too short (<c>value.tooShort</c>), rules that are false. Empty when the form can be sent as it is.
    /// </summary>
    public static ImmutableArray<Finding> Validate(CompiledForm form, FormValues values, RuleContext context) => throw new NotSupportedException();
}
