using System.Security.Cryptography;
using System.Text;
using SocialWork.Core;

namespace SocialWork.Host.Workbooks;

/// <summary>A workbook that waits on the server for its sender's decision.</summary>
/// <param name="Digest">Its SHA-256.</param>
/// <param name="Name">The name that its sender gave it; not to be trusted.</param>
/// <param name="Until">From when it is not there any more, UTC.</param>
public sealed record KeptWorkbook(string Digest, string Name, DateTimeOffset Until);

/// <summary>
/// Keeps the workbook that an account looks at before it saves it, so that the file need not be chosen again: one of an account,
/// for <see cref="Lifetime"/>, under its hash in a folder of the account's own that nothing serves. Whoever sends another takes
/// the place of the one before. Nothing of it outlives the process. Safe for concurrent use.
/// </summary>
/// <param name="folder">The folder; made where it is missing.</param>
/// <param name="time">The clock.</param>
public sealed class KeptWorkbooks(string folder, TimeProvider time)
{
    /// <summary>How long a workbook waits: time enough to read a preview and ask somebody.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Workbooks that wait at one moment, of all accounts; one more is refused as busy.</summary>
    public const int MaxFiles = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KeptWorkbook> _kept = new(StringComparer.Ordinal);

    /// <summary>Removes what an earlier process left; to be called before anything is kept.</summary>
    public void RemoveAll()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Keeps a workbook in the place of the account's last. Refused as busy (<c>workbook.keptBusy</c>) where there are too many.</summary>
    internal async Task<Result<KeptWorkbook>> KeepAsync(string account, UploadedFile file, CancellationToken cancellationToken)
    {
        RemoveExpired();
        Directory.CreateDirectory(FolderOf(account));
        var incoming = Path.Combine(FolderOf(account), Guid.NewGuid().ToString("N"));
        try
        {
            file.Content.Position = 0;
            await using (var copy = new FileStream(incoming, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
                await file.Content.CopyToAsync(copy, cancellationToken);
            lock (_lock)
            {
                if (_kept.Count >= MaxFiles && !_kept.ContainsKey(account)) return Busy;
                Forget(account);
                File.Move(incoming, PathOf(account, file.Digest), overwrite: true);
                return _kept[account] = new KeptWorkbook(file.Digest, file.Name, time.GetUtcNow() + Lifetime);
            }
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>The account's workbook; null where none waits.</summary>
    public KeptWorkbook? Find(string account)
    {
        lock (_lock) return _kept.TryGetValue(account, out var kept) && kept.Until > time.GetUtcNow() ? kept : null;
    }

    /// <summary>Opens the account's workbook, which stays readable until the stream is closed; null where none waits, or another one.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="digest">Its SHA-256, as the account saw it.</param>
    public FileStream? Open(string account, string digest)
    {
        lock (_lock)
        {
            return Find(account)?.Digest == digest
                ? new FileStream(PathOf(account, digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
                : null;
        }
    }

    /// <summary>Removes the account's workbook, where it is still that one.</summary>
    public void Remove(string account, string digest)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(account, out var kept) && kept.Digest == digest) Forget(account);
        }
    }

    /// <summary>Removes what has waited long enough.</summary>
    public void RemoveExpired()
    {
        lock (_lock)
        {
            foreach (var account in _kept.Where(kept => kept.Value.Until <= time.GetUtcNow()).Select(kept => kept.Key).ToArray()) Forget(account);
        }
    }

    private void Forget(string account)
    {
        if (_kept.Remove(account, out var kept)) File.Delete(PathOf(account, kept.Digest));
    }

    // A user name may hold what a file's name may not.
    private string FolderOf(string account) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..32]);

    private string PathOf(string account, string digest) => Path.Combine(FolderOf(account), digest);

    private static Refusal Busy => new(RefusalKind.Busy, "workbook.keptBusy",
        "Đang có quá nhiều tệp chờ được lưu; hãy thử lại sau ít phút.", "Too many files are waiting to be saved; try again in some minutes.");
}
