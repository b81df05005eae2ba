using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Core.Sectors;

/// <summary>The modules the product knows. Publishes immutable snapshots; safe for concurrent use.</summary>
public interface ISectorCatalog
{
    /// <summary>
    /// Leases every module of the present snapshot. A request leases once, at its start, and keeps the lease until its work
    /// really ends: a module that is switched off meanwhile stays loaded for it.
    /// </summary>
    ISectorLease Lease();
}

/// <summary>The modules one request uses. Disposing gives them back; dispose exactly once.</summary>
public interface ISectorLease : IAsyncDisposable
{
    /// <summary>Every known module by id in ordinal order, those that cannot answer included.</summary>
    ImmutableArray<ISector> Sectors { get; }

    /// <summary>The generation of the leased snapshot: two leases of one generation see the same modules.</summary>
    long Generation { get; }
}

/// <summary>One module as one request sees it.</summary>
public interface ISector
{
    /// <summary>The module's id, for example <c>education</c>.</summary>
    string Id { get; }

    /// <summary>Its name.</summary>
    Text Name { get; }

    /// <summary>Its version; empty when it is not known.</summary>
    string Version { get; }

    /// <summary>Its state in this snapshot.</summary>
    SectorState State { get; }

    /// <summary>Why it is in that state; null when nothing needs saying.</summary>
    Text? Reason { get; }

    /// <summary>When it entered that state, UTC.</summary>
    DateTimeOffset Since { get; }

    /// <summary>
    /// Sends a request of the contract to the module. Never throws for the module's fault: an exception, a time-out or a
    /// module that is not enabled comes back as an answer that says so.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class;

    /// <summary>Tells the module what happened. Its faults are contained as for <see cref="Ask"/>, and reported by the return value.</summary>
    Task<SectorAnswer<Unit>> Tell(INotification notification, CancellationToken cancellationToken);
}

/// <summary>What came back from a module. A closed family.</summary>
public abstract record SectorAnswer<T>
{
    private protected SectorAnswer() { }

    /// <summary>The module answered.</summary>
    public sealed record Ok(T Value) : SectorAnswer<T>;

    /// <summary>The module did not answer.</summary>
    /// <param name="Outcome">Why, in the words of the API.</param>
    /// <param name="Reason">For people; names the module.</param>
    public sealed record Unavailable(SectorOutcome Outcome, Text Reason) : SectorAnswer<T>;
}

/// <summary>How a module took part in a report.</summary>
public enum SectorOutcome
{
    /// <summary>It answered.</summary>
    Ok,
    /// <summary>An administrator switched it off.</summary>
    Disabled,
    /// <summary>It threw, could not be loaded, or answered nonsense.</summary>
    Failed,
    /// <summary>It did not answer in time.</summary>
    TimedOut,
    /// <summary>The host switched it off after faults.</summary>
    Quarantined,
    /// <summary>It is made for another contract, or its manifest is unusable.</summary>
    Incompatible,
    /// <summary>Its files are not those that were installed.</summary>
    Tampered,
    /// <summary>It is not there.</summary>
    Missing,
}
