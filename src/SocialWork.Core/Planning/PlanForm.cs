using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Planning;

/// <summary>A form as it is used for one plan.</summary>
/// <param name="Module">The module it belongs to; <see cref="CoreModule"/> for the core's own.</param>
/// <param name="Compiled">The compiled declaration.</param>
/// <param name="Layout">Where its cells stand in running totals.</param>
public sealed record PlanForm(string Module, CompiledForm Compiled, TotalsLayout Layout)
{
    /// <summary>The name under which the core's own forms and contributions go.</summary>
    public const string CoreModule = "core";

    /// <summary>The declaration.</summary>
    public FormDefinition Definition => Compiled.Definition;

    /// <summary>The form's code.</summary>
    public string Code => Compiled.Definition.Code;
}
