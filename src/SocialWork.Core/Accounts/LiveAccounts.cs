using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Access;
using SocialWork.Core.Auditing;
using SocialWork.Core.Time;

namespace SocialWork.Core.Accounts;

/// <summary>Whom a request comes from: the account as it is now, and what lets it in.</summary>
public sealed record LiveActor(Account Account, Actor Actor)
{
    /// <summary>What a token allows; null for a session, which allows everything.</summary>
    public TokenScopes? Scopes { get; init; }
}

/// <summary>
/// Who stands behind a cookie or a token, at this moment: asked at every request, so that a role that ends, a shut account, an
/// ended session and a token taken back are felt at once. Kept in memory until an account or a session changes. Safe for
/// concurrent use.
/// </summary>
public sealed class LiveAccounts(IAccountStore store, IAccountSource source, CityClock clock, TimeProvider time)
{
    private readonly Kept<Account> _accounts = new();
    private readonly Kept<AccountSession> _sessions = new();
    private readonly Kept<(AccessToken Token, string SecretHash)> _tokens = new();

    /// <summary>Keeps a session that has just begun.</summary>
    internal void Remember(AccountSession session) => _sessions.Put(session.Id, store.Version, session);

    /// <summary>The account of a handle as it is now, stored here or not; null where there is none.</summary>
    public async ValueTask<Account?> FindAsync(string handle, CancellationToken cancellationToken)
    {
        if (await source.FindAsync(handle, cancellationToken) is { } vouched) return vouched;
        var version = store.Version;
        if (_accounts.TryGet(handle, version, out var known)) return known;
        var found = await store.FindAsync(handle, cancellationToken);
        if (found is not null) _accounts.Put(handle, version, found);
        return found;
    }

    /// <summary>Who a session lets in; null for nobody.</summary>
    public async ValueTask<LiveActor?> OfSessionAsync(string handle, string id, CancellationToken cancellationToken)
    {
        var version = store.Version;
        if (!_sessions.TryGet(id, version, out var session))
        {
            session = await store.SessionAsync(id, cancellationToken);
            if (session is null) return null;
            _sessions.Put(id, version, session);
        }

        var now = time.GetUtcNow();
        if (session.Handle != handle || !session.IsOpen(now) || await OfAsync(handle, cancellationToken) is not { } live) return null;
        if (now - session.LastSeenAt >= AccountSession.SeenEvery)
        {
            // Kept first, so that of many requests at once one writes.
            _sessions.Put(id, version, session with { LastSeenAt = now });
            await store.SeenAsync(id, now, cancellationToken);
        }

        return live;
    }

    /// <summary>Who a token lets in; null for nobody. Its first use of a day is put on record.</summary>
    public async ValueTask<LiveActor?> OfTokenAsync(string text, CancellationToken cancellationToken)
    {
        if (!TokenText.TryRead(text, out var id, out var secretHash)) return null;
        var version = store.Version;
        if (!_tokens.TryGet(id, version, out var known))
        {
            if (await store.TokenAsync(id, cancellationToken) is not { } found) return null;
            _tokens.Put(id, version, known = found);
        }

        var (now, token) = (clock.Now, known.Token);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secretHash), Encoding.ASCII.GetBytes(known.SecretHash))) return null;
        if (!token.IsOpen(now) || await OfAsync(token.Handle, cancellationToken) is not { } live) return null;
        if (token.LastUsedAt is not { } last || now - last >= AccountSession.SeenEvery)
        {
            _tokens.Put(id, version, (token with { LastUsedAt = now }, known.SecretHash));
            await store.WriteAsync(work => Used(work, token, now), cancellationToken);
        }

        return live with { Scopes = token.Scopes };
    }

    private static bool Used(IAccountWork work, AccessToken token, DateTimeOffset now)
    {
        work.Used(token, now);
        if (token.LastUsedAt is not { } last || CityClock.DateIn(last) != CityClock.DateIn(now)) work.Log(token.Handle, token.Handle, AuditActions.TokenUse, after: token.Id);
        return true;
    }

    private async ValueTask<LiveActor?> OfAsync(string handle, CancellationToken cancellationToken) =>
        await FindAsync(handle, cancellationToken) is { } account && account.ActorOn(clock.Today) is { } actor ? new LiveActor(account, actor) : null;

    // What was read at a version of the store, and holds as long as that one does.
    private sealed class Kept<T>
    {
        private const int Most = 20_000;
        private readonly ConcurrentDictionary<string, (long Version, T Value)> _entries = new(StringComparer.Ordinal);

        public bool TryGet(string key, long version, [MaybeNullWhen(false)] out T value)
        {
            var found = _entries.TryGetValue(key, out var entry) && entry.Version == version;
            value = entry.Value;
            return found;
        }

        public void Put(string key, long version, T value)
        {
            if (_entries.Count >= Most) _entries.Clear();
            _entries[key] = (version, value);
        }
    }
}
