using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SocialWork.Core.Auditing;

namespace SocialWork.Persistence.Writing;

/// <summary>The queue of writes is full: nothing was changed, and the sender should try again soon.</summary>
public sealed class WriterBusyException() : InvalidOperationException("The queue of writes is full; try again in a moment.");

/// <summary>The writer was closed or has died: nothing was changed, and nothing will be until the host starts again.</summary>
public sealed class WriterStoppedException() : InvalidOperationException("The writer has stopped; the host must be started again.");

/// <summary>
/// The one writer of a SQLite file. Writes wait in a bounded queue and are committed in groups by a thread of their own, a
/// savepoint each, so that one failure fails alone; an answer comes only after its commit is on disk. Everything that
/// writes the file passes here: two connections never write or checkpoint it at the same time. Safe for concurrent use.
/// </summary>
public sealed class WriteGate : IAsyncDisposable
{
    private readonly Channel<IWrite> _queue;
    private readonly Thread _thread;
    private readonly StorageOptions _options;
    private readonly ILogger<WriteGate> _log;
    private readonly IRequestOrigin? _origin;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteConnection _connection;
    private readonly FileStream _lock;
    private volatile bool _closed;

    /// <summary>Opens the file for writing and starts the thread.</summary>
    /// <param name="options">Which file.</param>
    /// <param name="log">Where faults of whole groups go.</param>
    /// <param name="origin">Says where each write comes from, for the audit log; null where none comes from outside.</param>
    /// <exception cref="DatabaseInUseException">Another process has the file.</exception>
    /// <exception cref="InvalidOperationException">The SQLite library or its settings are not those this product was tested with.</exception>
    public WriteGate(StorageOptions options, ILogger<WriteGate> log, IRequestOrigin? origin = null)
    {
        (_options, _log, _origin) = (options, log, origin);
        // Synchronous continuations: all that a sender can set off is that the writer's thread wakes, without a detour over the pool.
        _queue = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(options.QueueLimit) { SingleReader = true, AllowSynchronousContinuations = true });
        _lock = DatabaseLock.Take(options.DatabaseFile);
        try
        {
            _connection = new SqliteConnection(options.WriterConnection);
            _connection.Open();
            SqliteSettings.Apply(_connection);
        }
        catch
        {
            _connection?.Dispose();
            _lock.Dispose();
            throw;
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "writer" };
        _thread.Start();
    }

    /// <summary>Runs a piece of work in a transaction, with a savepoint of its own, and answers after the commit.</summary>
    /// <exception cref="WriterBusyException">The queue is full.</exception>
    public Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new SharedWrite<T>(work, _origin?.Address, cancellationToken);
        if (!_queue.Writer.TryWrite(write)) throw NoRoom();
        return write.Task;
    }

    /// <summary>Runs a piece of work outside any transaction, alone: backups, checkpoints, migrations.</summary>
    /// <exception cref="WriterBusyException">The queue is full.</exception>
    public Task<T> RunAloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new LoneWrite<T>(work, cancellationToken);
        if (!_queue.Writer.TryWrite(write)) throw NoRoom();
        return write.Task;
    }

    /// <summary>Whether the writer takes work; false once it was closed or has died, which only a restart mends.</summary>
    public bool IsRunning => !_closed;

    /// <summary>Finishes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        _queue.Writer.TryComplete();
        await _stopped.Task;
        await _connection.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private InvalidOperationException NoRoom() => _closed ? new WriterStoppedException() : new WriterBusyException();

    private void Run()
    {
        var group = new List<IWrite>(_options.GroupLimit);
        try
        {
            using var session = new WriteSession(_connection);
            // A thread of its own may block: SQLite's calls are synchronous whatever their names say.
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                group.Clear();
                while (group.Count < _options.GroupLimit && _queue.Reader.TryPeek(out var next))
                {
                    if (next.IsAlone && group.Count > 0) break;
                    _queue.Reader.TryRead(out _);
                    if (!next.Begin()) continue;
                    group.Add(next);
                    if (next.IsAlone) break;
                }

                if (group.Count > 0) Commit(session, group);
            }
        }
        catch (Exception fault)
        {
            _closed = true;
            _log.LogCritical(fault, "The writer stopped");
            foreach (var write in group) write.Fail(fault);
            _queue.Writer.TryComplete(fault);
            while (_queue.Reader.TryRead(out var waiting)) waiting.Fail(fault);
        }
        finally
        {
            _stopped.SetResult();
        }
    }

    private void Commit(WriteSession session, List<IWrite> group)
    {
        if (group[0].IsAlone)
        {
            group[0].RunAlone(_connection);
            session.Forget();
            group[0].Complete();
            return;
        }

        try
        {
            session.Begin();
            foreach (var write in group) session.RunWithin(write);
            session.Commit();
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "A group of {Count} writes was not committed; nothing of it was kept", group.Count);
            session.Abandon();
            foreach (var write in group) write.Fail(fault);
            return;
        }

        foreach (var write in group) write.Complete();
    }
}
