using System.Collections.Immutable;

namespace SocialWork.Core.Accounts;

/// <summary>Keeps accounts, sessions, tokens and the count of failed sign-ins. Safe for concurrent use.</summary>
public interface IAccountStore
{
    /// <summary>Changes, before the answer of the write, whenever an account, its credentials, or whether a session or token is open does.</summary>
    long Version { get; }

    /// <summary>An account, capitals of the handle apart, or null.</summary>
    Task<Account?> FindAsync(string handle, CancellationToken cancellationToken);

    /// <summary>The account with what it proves itself with, or null.</summary>
    Task<(Account Account, Credentials Credentials)?> ProofAsync(string handle, CancellationToken cancellationToken);

    /// <summary>The account that a one-time code was made for, whether it has ended or not; null where no code of that hash is open.</summary>
    Task<(Account Account, Credentials Credentials)?> ByCodeAsync(string codeHash, CancellationToken cancellationToken);

    /// <summary>Accounts by handle.</summary>
    Task<ImmutableArray<Account>> PageAsync(AccountQuery query, CancellationToken cancellationToken);

    /// <summary>A session, open or not, or null.</summary>
    Task<AccountSession?> SessionAsync(string id, CancellationToken cancellationToken);

    /// <summary>The sessions of an account, newest first, at most <see cref="AccountSession.MaxListed"/>.</summary>
    Task<ImmutableArray<AccountSession>> SessionsAsync(string handle, CancellationToken cancellationToken);

    /// <summary>A token with the hash of its secret, open or not, or null.</summary>
    Task<(AccessToken Token, string SecretHash)?> TokenAsync(string id, CancellationToken cancellationToken);

    /// <summary>The tokens of an account, newest first.</summary>
    Task<ImmutableArray<AccessToken>> TokensAsync(string handle, CancellationToken cancellationToken);

    /// <summary>Whether a file of accounts was taken over before.</summary>
    Task<bool> WasTakenAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Notes that a session was used; where the writer is busy it is not noted.</summary>
    Task SeenAsync(string sessionId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Runs a piece of work alone, in one transaction with its lines in the log. What it did is kept, whatever it returns.</summary>
    Task<T> WriteAsync<T>(Func<IAccountWork, T> work, CancellationToken cancellationToken);
}

/// <summary>Which accounts are asked for; null leaves a filter out.</summary>
public sealed record AccountQuery
{
    /// <summary>The most accounts one page holds.</summary>
    public const int MaxPage = 200;

    /// <summary>With a membership, past or not, in one of these units.</summary>
    public ImmutableArray<string>? Units { get; init; }
    /// <summary>Words that handle and name contain, each of them, without regard to accents and case.</summary>
    public string? Search { get; init; }
    /// <summary>The handle of the last account of the page before.</summary>
    public string? After { get; init; }
    /// <summary>How many.</summary>
    public int Limit { get; init; } = MaxPage;
}

/// <summary>What a write sees and does. It sees accounts as they were stored before, and what it saved; not those it added. Used inside <see cref="IAccountStore.WriteAsync"/> alone, by one thread.</summary>
public interface IAccountWork
{
    /// <summary>An account, capitals of the handle apart, or null.</summary>
    Account? Find(string handle);

    /// <summary>What an account proves itself with.</summary>
    Credentials CredentialsOf(string handle);

    /// <summary>The handle of the account that a one-time code was made for, or null.</summary>
    string? HandleOfCode(string codeHash);

    /// <summary>Every handle of a stem that was ever given.</summary>
    ImmutableArray<string> HandlesOf(string stem);

    /// <summary>Whether an account but this one is a lasting administrator (<see cref="Account.IsLastingAdministrator"/>).</summary>
    bool HasOtherAdministrator(string handle, DateOnly day);

    /// <summary>Adds an account.</summary>
    void Add(Account account, Credentials credentials);

    /// <summary>Replaces an account.</summary>
    void Save(Account account);

    /// <summary>Replaces what an account proves itself with.</summary>
    void Save(string handle, Credentials credentials);

    /// <summary>Adds a session.</summary>
    void Add(AccountSession session);

    /// <summary>Ends one session of an account; false where there is none that is open.</summary>
    bool EndSession(string handle, string id, DateTimeOffset at);

    /// <summary>Ends the open sessions of an account, but one where it is named.</summary>
    int EndSessions(string handle, DateTimeOffset at, string? but = null);

    /// <summary>Adds a token.</summary>
    void Add(AccessToken token, string secretHash);

    /// <summary>How many tokens of an account are open.</summary>
    int CountTokens(string handle, DateTimeOffset at);

    /// <summary>Notes that a token was used.</summary>
    void Used(AccessToken token, DateTimeOffset at);

    /// <summary>Takes one token of an account back; false where there is none that is open.</summary>
    bool EndToken(string handle, string id, DateTimeOffset at);

    /// <summary>Takes the open tokens of an account back.</summary>
    int EndTokens(string handle, DateTimeOffset at);

    /// <summary>Removes the sessions and tokens of an account with what they say of its person.</summary>
    void Forget(string handle);

    /// <summary>The count of a user name's failures.</summary>
    SignInCount CountOf(string name);

    /// <summary>Keeps a count, or drops it where nothing is counted.</summary>
    void Save(string name, SignInCount count);

    /// <summary>Notes that a file was taken over; false where it was before.</summary>
    bool TakeFile(string digest, string by);

    /// <summary>Adds a line about an account to the log.</summary>
    void Log(string by, string handle, string action, string? before = null, string? after = null);
}

/// <summary>How passwords are kept. Safe for concurrent use.</summary>
public interface IPasswordHashes
{
    /// <summary>A new hash, with a salt of its own.</summary>
    string Hash(string password);

    /// <summary>Whether a password is the one of a hash. Slow on purpose.</summary>
    PasswordMatch Verify(string hash, string password);
}

/// <summary>How a password fits a hash.</summary>
public enum PasswordMatch
{
    /// <summary>It does not.</summary>
    No,
    /// <summary>It does.</summary>
    Yes,
    /// <summary>It does, and ought to be hashed anew.</summary>
    YesAndOld,
}

/// <summary>Where secrets come from. Safe for concurrent use.</summary>
public interface ISecretSource
{
    /// <summary>Bytes that nobody can guess.</summary>
    byte[] Bytes(int count);
}

/// <summary>
/// Accounts that are proved elsewhere than by a stored password: the demonstration's today, an identity provider of the city
/// tomorrow. They get the same sessions and tokens, and are not managed here. Safe for concurrent use.
/// </summary>
public interface IAccountSource
{
    /// <summary>The account of a name and a password; null where this source does not vouch for them.</summary>
    ValueTask<Account?> ProveAsync(string userName, string password, CancellationToken cancellationToken);

    /// <summary>The account of a handle as it is today; null where it is none of this source's.</summary>
    ValueTask<Account?> FindAsync(string handle, CancellationToken cancellationToken);
}
