using Microsoft.Data.Sqlite;

namespace SocialWork.Persistence.Writing;

/// <summary>A piece of work in the writer's queue.</summary>
internal interface IWrite
{
    bool IsAlone { get; }

    /// <summary>The network address it came from; null for none.</summary>
    string? Address { get; }

    /// <summary>False when the sender no longer wants it.</summary>
    bool Begin();

    /// <summary>Runs inside a savepoint; false when it failed and must be rolled back.</summary>
    bool Run(WriteSession session);

    void RunAlone(SqliteConnection connection);

    void Complete();

    void Fail(Exception fault);
}

/// <summary>A write that shares its group's transaction, in a savepoint of its own.</summary>
internal sealed class SharedWrite<T>(Func<WriteSession, T> work, string? address, CancellationToken cancellationToken) : IWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;
    private Exception? _fault;

    public Task<T> Task => _done.Task;
    public bool IsAlone => false;
    public string? Address => address;

    public bool Begin()
    {
        if (!cancellationToken.IsCancellationRequested) return true;
        _done.TrySetCanceled(cancellationToken);
        return false;
    }

    public bool Run(WriteSession session)
    {
        try
        {
            _value = work(session);
            return true;
        }
        catch (Exception fault) when (!WriteSession.IsBroken(fault))
        {
            _fault = fault;
            return false;
        }
    }

    public void RunAlone(SqliteConnection connection) => throw new NotSupportedException();

    public void Complete()
    {
        if (_fault is not null) _done.TrySetException(_fault);
        else _done.TrySetResult(_value!);
    }

    public void Fail(Exception fault) => _done.TrySetException(fault);
}

/// <summary>A write that is alone with the connection, outside any transaction.</summary>
internal sealed class LoneWrite<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) : IWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;
    private Exception? _fault;

    public Task<T> Task => _done.Task;
    public bool IsAlone => true;
    public string? Address => null;

    public bool Begin()
    {
        if (!cancellationToken.IsCancellationRequested) return true;
        _done.TrySetCanceled(cancellationToken);
        return false;
    }

    public bool Run(WriteSession session) => throw new NotSupportedException();

    public void RunAlone(SqliteConnection connection)
    {
        try
        {
            _value = work(connection);
        }
        catch (Exception fault)
        {
            _fault = fault;
        }
    }

    public void Complete()
    {
        if (_fault is not null) _done.TrySetException(_fault);
        else _done.TrySetResult(_value!);
    }

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
