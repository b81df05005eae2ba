using System.Collections.Immutable;

namespace SocialWork.Core.Rules;

/// <summary>What a form needs to know of the unit that fills it: which fields it is asked and which tasks it answers for. Immutable.</summary>
/// <param name="Type">The unit's type, one of <see cref="Abstractions.UnitTypes"/>; decides which fields apply.</param>
/// <param name="Tasks">
/// The clause ids of the plan's tasks that the unit is responsible for, in the plan's order: the options of dimensions whose
/// source is <see cref="Abstractions.OptionSource.PlanTasksOfUnit"/>. Empty for a unit without tasks.
/// </param>
public sealed record SubmittingUnit(string Type, ImmutableArray<string> Tasks)
{
    /// <summary>A unit that answers for no task.</summary>
    public SubmittingUnit(string type) : this(type, []) { }
}
