using System.Globalization;
using SocialWork.Core;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Host.Workbooks;

/// <summary>
/// Keeps uploads from taking the machine: few are read at a time, some are received and wait, more are asked to come back.
/// Safe for concurrent use.
/// </summary>
public sealed class UploadQueue : IDisposable
{
    /// <summary>Files that are received, waiting or read at one moment; one more is answered 429.</summary>
    public const int MaxUploads = 16;

    /// <summary>Files that are unpacked and read at one moment.</summary>
    public const int MaxReading = 2;

    /// <summary>Files of one account that are received, waiting or read at one moment: who sends slowly, or again and again, leaves room for others.</summary>
    public const int MaxOfAccount = 4;

    private readonly Dictionary<string, int> _ofAccounts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _uploads = new(MaxUploads, MaxUploads);
    private readonly SemaphoreSlim _reading = new(MaxReading, MaxReading);

    /// <summary>Runs the whole of an upload of an account, or refuses it as busy (<c>workbook.busy</c>).</summary>
    public async Task<T> UploadAsync<T>(string account, Func<Task<T>> work, Func<Refusal, T> refuse)
    {
        if (!Enter(account)) return refuse(BusyAccount);
        try
        {
            if (!_uploads.Wait(TimeSpan.Zero)) return refuse(Busy);
            try
            {
                return await work();
            }
            finally
            {
                _uploads.Release();
            }
        }
        finally
        {
            Leave(account);
        }
    }

    /// <summary>Runs the reading of a file when it is its turn, within <see cref="UploadLimits.MaxTime"/>.</summary>
    public async Task<Result<T>> ReadAsync<T>(Func<CancellationToken, Result<T>> read, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(UploadLimits.MaxTime);
            try
            {
                // On a thread of the pool: the reading blocks on the processor, and the request's own thread has others to serve.
                return await Task.Run(() => read(limit.Token), limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return TooSlow;
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _uploads.Dispose();
        _reading.Dispose();
    }

    private bool Enter(string account)
    {
        lock (_ofAccounts)
        {
            var running = _ofAccounts.GetValueOrDefault(account);
            if (running == MaxOfAccount) return false;
            _ofAccounts[account] = running + 1;
            return true;
        }
    }

    private void Leave(string account)
    {
        lock (_ofAccounts)
        {
            if (--_ofAccounts[account] == 0) _ofAccounts.Remove(account);
        }
    }

    private static Refusal BusyAccount => new(RefusalKind.Busy, "workbook.busy",
        $"Tài khoản này đang gửi {MaxOfAccount} tệp cùng lúc; hãy chờ các tệp đó xong rồi gửi tiếp.", $"This account is sending {MaxOfAccount} files already; wait for them and then send the next.");

    private static Refusal Busy => new(RefusalKind.Busy, "workbook.busy",
        "Đang có nhiều tệp được tải lên cùng lúc; hãy thử lại sau giây lát.", "Many files are being uploaded; try again in a moment.");

    private static Refusal TooSlow => new(RefusalKind.TooLarge, "workbook.tooSlow",
        string.Create(CultureInfo.InvariantCulture, $"Đọc tệp quá {UploadLimits.MaxTime.TotalSeconds} giây nên đã dừng; hãy bỏ các trang tính không thuộc biểu rồi gửi lại."),
        string.Create(CultureInfo.InvariantCulture, $"Reading the file took more than {UploadLimits.MaxTime.TotalSeconds} seconds and was stopped; remove sheets that are not forms and send it again."));
}
