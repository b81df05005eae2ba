using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SocialWork.Modules.Storage;

/// <summary><c>modules.json</c>: what the host remembers of every module. Safe for concurrent use within one process.</summary>
internal sealed partial class ModuleStore : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _path;
    private readonly ILogger _logger;
    private ImmutableSortedDictionary<string, ModuleRecord> _records = ImmutableSortedDictionary.Create<string, ModuleRecord>(StringComparer.Ordinal);

    public ModuleStore(string dataFolder, ILogger logger)
    {
        _path = Path.Combine(dataFolder, "modules.json");
        _logger = logger;
    }

    /// <summary>Everything known, as of now.</summary>
    public ImmutableSortedDictionary<string, ModuleRecord> Records => Volatile.Read(ref _records);

    /// <summary>
    /// Reads the file; an absent one is empty. False when it cannot be read: it is then kept aside under another name, and
    /// since nobody knows what had been switched off, the caller must not switch anything on by itself.
    /// </summary>
    /// <exception cref="IOException">The data folder is not usable.</exception>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        if (!File.Exists(_path)) return true;
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(_path, cancellationToken), StoreJson.Readable.StoreFile)
                ?? throw new JsonException("The file holds null.");
            Volatile.Write(ref _records, file.Modules.ToImmutableSortedDictionary(record => record.Id, record => record, StringComparer.Ordinal));
            return true;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            var aside = $"{_path}.unreadable-{Guid.NewGuid():N}";
            File.Move(_path, aside);
            LogUnreadable(fault, _path, aside);
            return false;
        }
    }

    /// <summary>Changes one record durably. When the disk refuses, nothing is changed.</summary>
    /// <param name="id">The module.</param>
    /// <param name="change">From the present record (null when there is none) to the new one; null removes it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public Task ChangeAsync(string id, Func<ModuleRecord?, ModuleRecord?> change, CancellationToken cancellationToken) =>
        ChangeAsync(records => change(records.GetValueOrDefault(id)) is { } next ? records.SetItem(id, next) : records.Remove(id), mustPersist: true, cancellationToken);

    /// <summary>As <see cref="ChangeAsync(string, Func{ModuleRecord, ModuleRecord}, CancellationToken)"/>, but a refusing disk is only logged: what the host observes by itself must not depend on it.</summary>
    public Task NoteAsync(string id, Func<ModuleRecord?, ModuleRecord?> change, CancellationToken cancellationToken) =>
        ChangeAsync(records => change(records.GetValueOrDefault(id)) is { } next ? records.SetItem(id, next) : records.Remove(id), mustPersist: false, cancellationToken);

    /// <summary>Notes many records with one write.</summary>
    public Task NoteAllAsync(Func<ImmutableSortedDictionary<string, ModuleRecord>, ImmutableSortedDictionary<string, ModuleRecord>> change, CancellationToken cancellationToken) =>
        ChangeAsync(change, mustPersist: false, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task ChangeAsync(
        Func<ImmutableSortedDictionary<string, ModuleRecord>, ImmutableSortedDictionary<string, ModuleRecord>> change, bool mustPersist, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var next = change(_records);
            if (ReferenceEquals(next, _records)) return;
            try
            {
                var content = JsonSerializer.SerializeToUtf8Bytes(new StoreFile([.. next.Values]), StoreJson.Readable.StoreFile);
                await AtomicFile.WriteAsync(_path, content, cancellationToken);
            }
            catch (IOException fault) when (!mustPersist)
            {
                LogNotWritten(fault, _path);
            }

            Volatile.Write(ref _records, next);
        }
        finally
        {
            _writing.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Path} cannot be read; it is kept as {Aside}, and every module stays off until an administrator enables it")]
    private partial void LogUnreadable(Exception fault, string path, string aside);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} cannot be written; what happened to a module is known until the host stops")]
    private partial void LogNotWritten(Exception fault, string path);
}
