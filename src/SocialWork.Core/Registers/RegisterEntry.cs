using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Registers;

/// <summary>One entry of a register as it stands. Immutable.</summary>
/// <param name="Id">Given by the product.</param>
/// <param name="Register">The register's code.</param>
/// <param name="Keeper">The unit that keeps it.</param>
/// <param name="Key">What tells it from other entries of the register; see <see cref="EntryKey"/>.</param>
/// <param name="Values">Its fields.</param>
/// <param name="ValidFrom">The first day it holds.</param>
/// <param name="ValidTo">The first day it no longer holds; null while it does.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="ChangedBy">The account that changed it last.</param>
/// <param name="ChangedAt">When, UTC.</param>
public sealed record RegisterEntry(
    Guid Id, string Register, string Keeper, string Key, FormValues Values, DateOnly ValidFrom, DateOnly? ValidTo, long Revision, string ChangedBy, DateTimeOffset ChangedAt)
{
    /// <summary>Whether it holds on a date.</summary>
    public bool ValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date < ValidTo);
}

/// <summary>A page of entries.</summary>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record EntryPage(ImmutableArray<RegisterEntry> Entries, string? Next);

/// <summary>Which entries are asked for.</summary>
/// <param name="Register">The register's code.</param>
/// <param name="Keeper">Only entries that this unit keeps; null for all.</param>
/// <param name="On">Only entries that hold on this date; null for all.</param>
public sealed record EntryQuery(string Register, string? Keeper = null, DateOnly? On = null);

/// <summary>The entries that hold on a date, as they are at present or were at one past moment. Safe for concurrent use.</summary>
public interface IValidEntries
{
    /// <summary>Every entry of some registers that holds on a date: one query.</summary>
    Task<ImmutableArray<RegisterEntry>> ValidAsync(ImmutableArray<string> registers, DateOnly on, CancellationToken cancellationToken);
}

/// <summary>Keeps the entries of registers, each change with its line in the log. Safe for concurrent use.</summary>
public interface IRegisterStore : IValidEntries
{
    /// <summary>The most entries that one page holds.</summary>
    const int MaxPage = 200;

    /// <summary>A page of entries.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The <see cref="EntryPage.Next"/> of the page before; null for the first.</param>
    /// <param name="limit">1 to <see cref="MaxPage"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<EntryPage> PageAsync(EntryQuery query, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Every entry of a register, whenever it holds; of one keeper only where it is given.</summary>
    Task<ImmutableArray<RegisterEntry>> KeptAsync(string register, string? keeper, CancellationToken cancellationToken);

    /// <summary>One entry; null when there is none, or it was removed.</summary>
    Task<RegisterEntry?> FindAsync(string register, Guid id, CancellationToken cancellationToken);

    /// <summary>Adds an entry.</summary>
    Task<EntryWrite> AddAsync(RegisterEntry entry, CancellationToken cancellationToken);

    /// <summary>Replaces an entry as it was seen.</summary>
    Task<EntryWrite> ChangeAsync(RegisterEntry entry, long seen, CancellationToken cancellationToken);

    /// <summary>Takes an entry that was made by mistake out of the register; the log keeps it.</summary>
    Task<EntryWrite> RemoveAsync(RegisterEntry entry, long seen, string reason, CancellationToken cancellationToken);
}

/// <summary>What became of a write.</summary>
public enum EntryWrite
{
    /// <summary>It was done.</summary>
    Done,
    /// <summary>Another entry of the register has that key.</summary>
    KeyTaken,
    /// <summary>The entry changed since it was seen.</summary>
    Stale,
}
