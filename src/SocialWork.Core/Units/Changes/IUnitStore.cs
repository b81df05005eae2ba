using System.Collections.Immutable;

namespace SocialWork.Core.Units.Changes;

/// <summary>A change of the register that is to be made.</summary>
/// <param name="By">The account.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Needs">What the decision looks at.</param>
/// <param name="Decide">Decides on the register as it stands: the entries as they shall be; none where nothing changes. Pure; may be called again.</param>
public sealed record UnitChange(string By, UnitChangeKind Kind, UnitNeeds Needs, Func<UnitState, Result<ImmutableArray<UnitEntry>>> Decide);

/// <summary>Keeps register R1. Safe for concurrent use.</summary>
public interface IUnitStore
{
    /// <summary>The part of the register that a decision needs, to look at before anything is changed.</summary>
    Task<UnitState> StateAsync(UnitNeeds needs, CancellationToken cancellationToken);

    /// <summary>
    /// Carries out a change: rows, edges, log and the running totals of every plan at whose cut-off date a unit is not what it
    /// was, all or nothing. The answer comes when the change is on disk and everybody sees it.
    /// </summary>
    /// <returns>The entries that changed, as they now stand; none where nothing did.</returns>
    Task<Result<ImmutableArray<UnitEntry>>> ChangeAsync(UnitChange change, CancellationToken cancellationToken);

    /// <summary>The recorded changes of a unit, newest first, at most <paramref name="most"/>.</summary>
    Task<ImmutableArray<RecordedChange>> ChangesAsync(string code, int most, CancellationToken cancellationToken);
}
