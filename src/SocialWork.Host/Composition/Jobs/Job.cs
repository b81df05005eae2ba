using SocialWork.Abstractions;
using SocialWork.Core;

namespace SocialWork.Host.Composition.Jobs;

/// <summary>Where long work stands.</summary>
public enum JobState
{
    /// <summary>Other work is before it.</summary>
    Waiting,
    /// <summary>It is being done.</summary>
    Running,
    /// <summary>It is done.</summary>
    Done,
    /// <summary>It was refused, or it failed.</summary>
    Failed,
    /// <summary>Its owner stopped it.</summary>
    Cancelled,
    /// <summary>The host was stopped or started anew before it was done.</summary>
    Stopped,
}

/// <summary>Long work of an account, as it stands at a moment. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">The account that asked for it, and that alone sees it.</param>
/// <param name="Kind">What kind of work it is, for programs.</param>
/// <param name="Title">What it is called.</param>
/// <param name="At">When it was asked for, UTC.</param>
public sealed record Job(string Id, string Owner, string Kind, Text Title, DateTimeOffset At)
{
    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>Steps that are done, from 0 to <see cref="Total"/>.</summary>
    public int Done { get; init; }

    /// <summary>Steps there are; 0 while that is not known.</summary>
    public int Total { get; init; }

    /// <summary>What is being done now; null where there is nothing to say.</summary>
    public Text? Step { get; init; }

    /// <summary>What became of it; null until it ends.</summary>
    public Text? Said { get; init; }

    /// <summary>Why it was refused; null where it was not, and once the host was started anew.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Where one goes on when it has ended, on this host; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>The file that waits to be handed out, once; null for none.</summary>
    public JobFile? File { get; init; }

    /// <summary>When it was begun, UTC; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsUnfinished => State is JobState.Waiting or JobState.Running;
}

/// <summary>What work leads to.</summary>
/// <param name="Said">What became of it, for its owner.</param>
public sealed record JobOutcome(Text Said)
{
    /// <summary>Where its result is looked at, on this host; null for where its start said.</summary>
    public string? Link { get; init; }

    /// <summary>A file that is handed out to the owner once; null for none.</summary>
    public JobFile? File { get; init; }
}

/// <summary>A file that work made. Kept in memory alone.</summary>
public sealed record JobFile(string Name, string ContentType, byte[] Content);

/// <summary>Says how far work is. Safe for concurrent use.</summary>
/// <param name="report">Takes steps that are done, steps there are, and what is being done.</param>
public sealed class JobProgress(Action<int, int, Text?> report)
{
    /// <summary>Says how far the work is.</summary>
    /// <param name="done">Steps that are done.</param>
    /// <param name="total">Steps there are; 0 while that is not known.</param>
    /// <param name="step">What is being done now; null for nothing to say.</param>
    public void Report(int done, int total, Text? step = null) => report(done, total, step);
}
