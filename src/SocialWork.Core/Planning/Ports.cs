using System.Collections.Immutable;
using SocialWork.Core.Forms;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;

namespace SocialWork.Core.Planning;

/// <summary>Plans and units as they are stored. Safe for concurrent use.</summary>
public interface IReferenceStore
{
    /// <summary>The plans, newest year first.</summary>
    ValueTask<ImmutableArray<Plan>> PlansAsync(CancellationToken cancellationToken);

    /// <summary>A plan's data file as it was taken over; null where there is no such plan.</summary>
    Task<string?> PlanFileAsync(string plan, CancellationToken cancellationToken);

    /// <summary>The register with its whole history.</summary>
    ValueTask<UnitRegister> RegisterAsync(CancellationToken cancellationToken);

    /// <summary>Changes whenever a plan or a unit does.</summary>
    long Version { get; }
}

/// <summary>A form version as it was used for a plan.</summary>
/// <param name="Module">The module that declared it.</param>
/// <param name="Form">The declaration.</param>
/// <param name="IsCurrent">Whether it is the version in use for the plan.</param>
public sealed record StoredForm(string Module, CompiledForm Form, bool IsCurrent);

/// <summary>Form versions and module descriptions, kept so that nothing a disabled module owed disappears. Safe for concurrent use.</summary>
public interface IFormStore
{
    /// <summary>Every form version ever used for a plan.</summary>
    Task<ImmutableArray<StoredForm>> FormsAsync(string plan, CancellationToken cancellationToken);

    /// <summary>Keeps the version that is in use for a plan from now on.</summary>
    Task KeepAsync(string plan, string module, CompiledForm form, CancellationToken cancellationToken);
}
