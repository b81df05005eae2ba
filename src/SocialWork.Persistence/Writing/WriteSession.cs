using Microsoft.Data.Sqlite;
using SocialWork.Core.Auditing;
using SocialWork.Core.Totals;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Writing;

/// <summary>
/// What a write works with: the open transaction, prepared commands, and the totals touched by the group, which are written
/// once before the commit. Used by the writer's thread only.
/// </summary>
public sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly TotalsBuffer _totals;
    private readonly AuditChain _audit;
    private SqliteTransaction? _transaction;
    private string? _address;

    internal WriteSession(SqliteConnection connection)
    {
        _connection = connection;
        _totals = new TotalsBuffer(this);
        _audit = new AuditChain(this);
    }

    /// <summary>The connection, inside the group's transaction.</summary>
    internal SqliteConnection Connection => _connection;

    internal SqliteTransaction Transaction => _transaction ?? throw new InvalidOperationException("No transaction is open.");

    /// <summary>Adds (+1) or takes away (−1) what a version adds to running totals.</summary>
    /// <param name="contribution">What it adds.</param>
    /// <param name="sign">+1, −1, or 0 where only its acceptance changes.</param>
    /// <param name="accepted">+1, −1 or 0: the change in how many are accepted.</param>
    internal void AddToTotals(TotalsContribution contribution, int sign, int accepted) => _totals.Add(contribution, sign, accepted);

    /// <summary>Empties the running totals of a plan, or of every plan where none is given.</summary>
    internal void ClearTotals(string? plan) => _totals.Clear(plan);

    /// <summary>Adds to the audit log that something was changed; whether what is reported may be another after it.</summary>
    internal void Log(DateTimeOffset at, string by, string entity, string action, string? before, string? after, string? reason = null, bool isReported = true) => _audit.Append(
        new AuditRow { At = Instant.Store(at), By = by, Address = _address, Entity = entity, Action = action, Before = before, After = after, Reason = reason },
        isReported);

    /// <summary>Adds to the audit log that something happened and nothing was changed.</summary>
    internal void Record(DateTimeOffset at, AuditEvent happened) => _audit.Append(
        new AuditRow { At = Instant.Store(at), By = happened.By, Address = _address, Entity = happened.Entity, Action = happened.Action, After = happened.Details, Reason = happened.Reason },
        isChange: false);

    /// <summary>A command that is prepared once and bound to the given values, in order, as @0, @1 …</summary>
    internal SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter("@" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), null));
            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    internal int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    internal void Begin() => _transaction = _connection.BeginTransaction(deferred: false);

    internal void RunWithin(IWrite write)
    {
        Execute("SAVEPOINT one");
        _totals.Mark();
        _audit.Mark();
        _address = write.Address;
        if (write.Run(this))
        {
            Execute("RELEASE one");
            return;
        }

        _totals.BackToMark();
        _audit.BackToMark();
        Execute("ROLLBACK TO one");
        Execute("RELEASE one");
    }

    internal void Commit()
    {
        _totals.Write();
        Transaction.Commit();
        End();
    }

    /// <summary>Forgets what it knows of the file, which somebody else may have changed.</summary>
    internal void Forget() => _audit.Forget();

    internal void Abandon()
    {
        _totals.Forget();
        _audit.Forget();
        try
        {
            _transaction?.Rollback();
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException)
        {
            // SQLite has already rolled back by itself, as it does when the disk is full.
        }

        End();
    }

    /// <summary>Whether a fault took the whole transaction with it, so that the group cannot go on.</summary>
    internal static bool IsBroken(Exception fault) => fault is SqliteException { SqliteErrorCode: 13 or 10 or 7 or 11 };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
        End();
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }
}
