using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Accounts;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps accounts. Safe for concurrent use.</summary>
public sealed class AccountStore(WriteGate gate, DbReaders readers, CityClock clock) : IAccountStore
{
    private long _version;

    /// <inheritdoc/>
    public long Version => Interlocked.Read(ref _version);

    /// <inheritdoc/>
    public async Task<Account?> FindAsync(string handle, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await RowAsync(db, handle, cancellationToken) is { } row ? AccountMapper.Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<(Account Account, Credentials Credentials)?> ProofAsync(string handle, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await RowAsync(db, handle, cancellationToken) is { } row ? (AccountMapper.Read(row), AccountMapper.Proof(row)) : null;
    }

    /// <inheritdoc/>
    public async Task<(Account Account, Credentials Credentials)?> ByCodeAsync(string codeHash, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Accounts.Include(a => a.Memberships).FirstOrDefaultAsync(a => a.CodeHash == codeHash, cancellationToken) is { } row ? (AccountMapper.Read(row), AccountMapper.Proof(row)) : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Account>> PageAsync(AccountQuery query, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        IQueryable<AccountRow> accounts = db.Accounts.Include(a => a.Memberships);
        if (query.Units is { } units)
        {
            var wanted = units.ToArray();
            accounts = accounts.Where(a => a.Memberships.Any(m => wanted.Contains(m.Unit)));
        }

        foreach (var word in Folded.WithoutAccents(query.Search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            accounts = accounts.Where(a => a.Search.Contains(word));
#pragma warning disable CA1309 // Translated to SQL, where the column's own order holds.
        if (query.After is { } after) accounts = accounts.Where(a => string.Compare(a.Handle, after) > 0);
#pragma warning restore CA1309
        return [.. (await accounts.OrderBy(a => a.Handle).Take(query.Limit).ToListAsync(cancellationToken)).Select(AccountMapper.Read)];
    }

    /// <inheritdoc/>
    public async Task<AccountSession?> SessionAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is { } row ? AccountMapper.Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountSession>> SessionsAsync(string handle, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. (await db.Sessions.Where(s => s.Handle == handle).OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Id).Take(AccountSession.MaxListed).ToListAsync(cancellationToken)).Select(AccountMapper.Read)];
    }

    /// <inheritdoc/>
    public async Task<(AccessToken Token, string SecretHash)?> TokenAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.Tokens.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is { } row ? (AccountMapper.Read(row), row.SecretHash) : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccessToken>> TokensAsync(string handle, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return [.. (await db.Tokens.Where(t => t.Handle == handle).OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken)).Select(AccountMapper.Read)];
    }

    /// <inheritdoc/>
    public async Task<bool> WasTakenAsync(string digest, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        return await db.AccountFiles.AnyAsync(f => f.Digest == digest, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SeenAsync(string sessionId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            var seen = Instant.Store(at);
            await gate.RunDbAsync(db => db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdate(s => s.SetProperty(r => r.LastSeenAt, seen)), cancellationToken);
        }
        catch (WriterBusyException)
        {
            // Nobody is kept from reading because the time of it could not be noted.
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<IAccountWork, T> work, CancellationToken cancellationToken)
    {
        var (result, changed) = await gate.RunDbAsync(
            db =>
            {
                var session = new AccountWork(db, clock);
                return (work(session), session.Changed);
            },
            cancellationToken);
        if (changed) Interlocked.Increment(ref _version);
        return result;
    }

    private static Task<AccountRow?> RowAsync(SocialWorkDb db, string handle, CancellationToken cancellationToken)
    {
        var key = Handles.Key(handle);
        return db.Accounts.Include(a => a.Memberships).FirstOrDefaultAsync(a => a.Key == key, cancellationToken);
    }
}
