using System.Collections.Immutable;
using SocialWork.Core.Duties;
using SocialWork.Core.Units;

namespace SocialWork.Host.Pages.Monitoring;

/// <summary>A unit with where it stands with each duty.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Statuses">Where it stands, in the order of the duties that are shown; null for one that it does not owe.</param>
public sealed record MonitoringRow(Unit Unit, ImmutableArray<DutyStatus?> Statuses)
{
    /// <summary>The most days late with anything that is not sent.</summary>
    public int DaysOverdue => Statuses.Max(s => s is { State: DutyState.Overdue } late ? late.DaysLate : 0);

    /// <summary>The most days late with anything, sent or not.</summary>
    public int DaysLate => Statuses.Max(s => s?.DaysLate ?? 0);

    /// <summary>Forms sent over all duties with a date.</summary>
    public int FormsSent => Statuses.Sum(s => s?.FormsSent ?? 0);

    /// <summary>Forms owed over all duties with a date.</summary>
    public int FormsOwed => Statuses.Sum(s => s?.FormsOwed ?? 0);
}
