using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>
/// How a sector organises the work of one clause. The plan owns the clause (who, with whom, in which role); a module
/// adds the task: its evidence, its measure of progress and, where it has one, its gate.
/// </summary>
public sealed record SectorTask
{
    /// <summary>The clause the task is bound to. A clause the plan does not contain makes the host leave the task out and say so.</summary>
    public required ClauseId Clause { get; init; }

    /// <summary>A further task of the sector's own under the same clause; null for the clause's main task. Unique within the clause.</summary>
    public string? Part { get; init; }

    /// <summary>What is to be done, in the sector's words; null keeps the plan's title.</summary>
    public Text? Title { get; init; }

    /// <summary>Codes of the forms whose values evidence the task, the core's own (<c>K1</c>–<c>K6</c>) included.</summary>
    public ImmutableArray<string> EvidenceForms { get; init; } = [];

    /// <summary>How far the work is, beside the status that the responsible unit states in form K2.</summary>
    public TaskProgress Progress { get; init; } = TaskProgress.ByStatus;

    /// <summary>The clause whose awaited document must be in force before the task can be done; null when it waits for none.</summary>
    public ClauseId? Gate { get; init; }
}

/// <summary>A way of computing how far a task is. A closed family.</summary>
public abstract record TaskProgress
{
    private protected TaskProgress() { }

    /// <summary>Only the status in K2 tells.</summary>
    public static TaskProgress ByStatus { get; } = new StatusProgress();

    /// <summary>The evidence forms that were sent, of those owed.</summary>
    public static TaskProgress ByEvidence { get; } = new EvidenceProgress();

    /// <summary>A quantity with its unit, summed over the counting submissions.</summary>
    public static TaskProgress ByQuantity(Measure quantity, Text unit) => new QuantityProgress(quantity, unit);

    /// <summary>The rate of an indicator that the same module contributes to.</summary>
    public static TaskProgress ByIndicator(string indicator) => new IndicatorProgress(indicator);

    /// <summary>See <see cref="ByStatus"/>.</summary>
    public sealed record StatusProgress : TaskProgress;

    /// <summary>See <see cref="ByEvidence"/>.</summary>
    public sealed record EvidenceProgress : TaskProgress;

    /// <summary>See <see cref="ByQuantity"/>.</summary>
    public sealed record QuantityProgress(Measure Quantity, Text Unit) : TaskProgress;

    /// <summary>See <see cref="ByIndicator"/>.</summary>
    public sealed record IndicatorProgress(string Indicator) : TaskProgress;
}
