using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Time;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>A write about accounts, in the writer's transaction.</summary>
internal sealed class AccountWork(SocialWorkDb db, CityClock clock) : IAccountWork
{
    /// <summary>What the log calls an account begins with this.</summary>
    public const string EntityPrefix = "account/";

    /// <summary>Whether what was read of accounts, sessions and tokens before no longer holds.</summary>
    public bool Changed { get; private set; }

    public Account? Find(string handle) => Row(handle) is { } row ? AccountMapper.Read(row) : null;

    public Credentials CredentialsOf(string handle) => AccountMapper.Proof(Known(handle));

    public string? HandleOfCode(string codeHash) => db.Accounts.Where(a => a.CodeHash == codeHash).Select(a => a.Handle).FirstOrDefault();

    public ImmutableArray<string> HandlesOf(string stem)
    {
        var numbered = stem + ".";
        return [.. db.Accounts.Where(a => a.Handle == stem || a.Handle.StartsWith(numbered)).Select(a => a.Handle)];
    }

    public bool HasOtherAdministrator(string handle, DateOnly day) => db.Accounts.AsNoTracking().Include(a => a.Memberships)
        .Where(a => a.Handle != handle && a.Memberships.Any(m => m.Role == (int)Role.Administrator && m.To == null))
        .AsEnumerable().Any(row => AccountMapper.Read(row).IsLastingAdministrator(day));

    public void Add(Account account, Credentials credentials)
    {
        var row = AccountMapper.Row(account);
        AccountMapper.Fill(row, account);
        AccountMapper.Fill(row, credentials);
        db.Accounts.Add(row);
        Changed = true;
    }

    public void Save(Account account)
    {
        AccountMapper.Fill(Known(account.Handle), account);
        Changed = true;
    }

    public void Save(string handle, Credentials credentials)
    {
        AccountMapper.Fill(Known(handle), credentials);
        Changed = true;
    }

    public void Add(AccountSession session) => db.Sessions.Add(new SessionRow
    {
        Id = session.Id,
        Handle = session.Handle,
        CreatedAt = Instant.Store(session.CreatedAt),
        LastSeenAt = Instant.Store(session.LastSeenAt),
        ExpiresAt = Instant.Store(session.ExpiresAt),
        Address = session.Address,
        Agent = session.Agent,
    });

    public bool EndSession(string handle, string id, DateTimeOffset at) => End(OpenSessions(handle, at).Where(s => s.Id == id), at) > 0;

    public int EndSessions(string handle, DateTimeOffset at, string? but = null) => End(OpenSessions(handle, at).Where(s => s.Id != but), at);

    public void Add(AccessToken token, string secretHash) => db.Tokens.Add(new TokenRow
    {
        Id = token.Id,
        Handle = token.Handle,
        SecretHash = secretHash,
        Name = token.Name,
        Scopes = (int)token.Scopes,
        CreatedAt = Instant.Store(token.CreatedAt),
        ExpiresAt = Instant.Store(token.ExpiresAt),
    });

    public int CountTokens(string handle, DateTimeOffset at) => OpenTokens(handle, at).Count();

    public void Used(AccessToken token, DateTimeOffset at)
    {
        var used = Instant.Store(at);
        db.Tokens.Where(t => t.Id == token.Id).ExecuteUpdate(t => t.SetProperty(r => r.LastUsedAt, used));
    }

    public bool EndToken(string handle, string id, DateTimeOffset at) => End(OpenTokens(handle, at).Where(t => t.Id == id), at) > 0;

    public int EndTokens(string handle, DateTimeOffset at) => End(OpenTokens(handle, at), at);

    public void Forget(string handle)
    {
        db.Sessions.Where(s => s.Handle == handle).ExecuteDelete();
        db.Tokens.Where(t => t.Handle == handle).ExecuteDelete();
        Changed = true;
    }

    public SignInCount CountOf(string name) => Count(name) is { } row ? new SignInCount(row.Failures, row.Locks, Instant.Read(row.LockedUntil), Instant.Read(row.LastAt)) : SignInCount.None;

    public void Save(string name, SignInCount count)
    {
        var row = Count(name);
        if (count.Failures == 0 && count.Locks == 0)
        {
            if (row is not null) db.SignInCounts.Remove(row);
            return;
        }

        if (row is null)
        {
            var forgotten = Instant.Store(count.LastAt - SignInCount.ForgottenAfter);
            db.SignInCounts.Where(c => c.LastAt < forgotten).ExecuteDelete();
            db.SignInCounts.Add(row = new SignInCountRow { NameHash = HashOf(name) });
        }

        (row.Failures, row.Locks, row.LockedUntil, row.LastAt) = (count.Failures, count.Locks, Instant.Store(count.LockedUntil), Instant.Store(count.LastAt));
    }

    public bool TakeFile(string digest, string by)
    {
        if (db.AccountFiles.Find(digest) is not null) return false;
        db.AccountFiles.Add(new AccountFileRow { Digest = digest, By = by, At = Instant.Store(clock.Now) });
        return true;
    }

    // No account is part of what is reported.
    public void Log(string by, string handle, string action, string? before = null, string? after = null) =>
        db.Log(clock.Now, by, EntityPrefix + handle, action, before, after, isReported: false);

    private AccountRow? Row(string handle)
    {
        var key = Handles.Key(handle);
        return db.Accounts.Include(a => a.Memberships).FirstOrDefault(a => a.Key == key);
    }

    private AccountRow Known(string handle) => Row(handle) ?? throw new InvalidOperationException($"There is no account {handle}.");

    private SignInCountRow? Count(string name) => db.SignInCounts.Find(HashOf(name));

    private IQueryable<SessionRow> OpenSessions(string handle, DateTimeOffset at)
    {
        var now = Instant.Store(at);
        return db.Sessions.Where(s => s.Handle == handle && s.RevokedAt == null && s.ExpiresAt > now);
    }

    private IQueryable<TokenRow> OpenTokens(string handle, DateTimeOffset at)
    {
        var now = Instant.Store(at);
        return db.Tokens.Where(t => t.Handle == handle && t.RevokedAt == null && t.ExpiresAt > now);
    }

    private int End(IQueryable<SessionRow> sessions, DateTimeOffset at)
    {
        long? ended = Instant.Store(at);
        Changed = true;
        return sessions.ExecuteUpdate(s => s.SetProperty(r => r.RevokedAt, ended));
    }

    private int End(IQueryable<TokenRow> tokens, DateTimeOffset at)
    {
        long? ended = Instant.Store(at);
        Changed = true;
        return tokens.ExecuteUpdate(t => t.SetProperty(r => r.RevokedAt, ended));
    }

    private static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
