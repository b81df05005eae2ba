using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Auditing;

namespace SocialWork.Host.Composition.Jobs;

/// <summary>
/// Long work of accounts, in this process: asked for in a request, done outside of it, looked at again later. Its owner alone
/// sees it. It ends with the process; who asked is told so at the next start. Safe for concurrent use.
/// </summary>
public sealed class JobService(JobNotes notes, JobOrigin origin, IRequestOrigin requests, TimeProvider time, ILogger<JobService> log) : IHostedService, IDisposable
{
    /// <summary>Work that is being done at one moment; more waits its turn.</summary>
    public const int MaxRunning = 2;

    /// <summary>Unfinished work of one account; one more is refused as busy.</summary>
    public const int MaxOfAccount = 3;

    /// <summary>Unfinished work of all accounts; one more is refused as busy.</summary>
    public const int MaxUnfinished = 30;

    /// <summary>Ended work of one account that is remembered; the oldest gives way.</summary>
    public const int MaxEndedOfAccount = 5;

    /// <summary>How long ended work is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _running = new(MaxRunning, MaxRunning);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Begins work, or puts it in the queue. Refused as busy (<c>work.busy</c>) above the limits.</summary>
    /// <param name="owner">The account that asks.</param>
    /// <param name="kind">What kind of work it is, for programs.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="back">Where one goes on when it has ended without saying otherwise, on this host.</param>
    /// <param name="work">Does it, outside of the request: nothing of the request may be used. Ends early when its token says so.</param>
    public Result<Job> Start(string owner, string kind, Text title, string back, Func<JobProgress, CancellationToken, Task<Result<JobOutcome>>> work)
    {
        lock (_lock)
        {
            var unfinished = _entries.Values.Where(e => e.Job.IsUnfinished).ToArray();
            if (unfinished.Count(e => e.Job.Owner == owner) >= MaxOfAccount) return BusyAccount;
            if (unfinished.Length >= MaxUnfinished || _stopping.IsCancellationRequested) return Busy;
            var entry = new Entry(new Job(Guid.NewGuid().ToString("N"), owner, kind, title, time.GetUtcNow()) { Link = back }, CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
            _entries.Add(entry.Job.Id, entry);
            notes.Write(entry.Job);
            var address = requests.Address;
            // Queued here, so that turns are taken in the order in which they were asked for.
            var turn = _running.WaitAsync(entry.Cancel.Token);
            // The request ends before its work does: nothing of it flows along but the address, for the audit log.
            using (ExecutionContext.SuppressFlow()) entry.Completion = Task.Run(() => RunAsync(entry, address, turn, work), CancellationToken.None);
            return entry.Job;
        }
    }

    /// <summary>Work of an account; null where it has none of that id.</summary>
    public Job? Find(string owner, string id)
    {
        lock (_lock) return _entries.TryGetValue(id, out var entry) && entry.Job.Owner == owner ? entry.Job : null;
    }

    /// <summary>All work of an account, newest first.</summary>
    public ImmutableArray<Job> Of(string owner)
    {
        lock (_lock) return [.. _entries.Values.Select(e => e.Job).Where(job => job.Owner == owner).OrderByDescending(job => job.At).ThenBy(job => job.Id, StringComparer.Ordinal)];
    }

    /// <summary>Unfinished work of an account.</summary>
    public int CountUnfinished(string owner)
    {
        lock (_lock) return _entries.Values.Count(e => e.Job.Owner == owner && e.Job.IsUnfinished);
    }

    /// <summary>Asks unfinished work of an account to stop; it has stopped when its state says so.</summary>
    public void Cancel(string owner, string id)
    {
        lock (_lock)
        {
            // What listens to the token is told on another thread, outside of the lock.
            if (_entries.TryGetValue(id, out var entry) && entry.Job.Owner == owner && entry.Job.IsUnfinished) _ = entry.Cancel.CancelAsync();
        }
    }

    /// <summary>Hands out the file of an account's work, once; null where there is none, or none any more.</summary>
    public JobFile? TakeFile(string owner, string id)
    {
        lock (_lock)
        {
            if (Find(owner, id) is not { File: { } file } job) return null;
            _entries[id].Job = job with { File = null };
            return file;
        }
    }

    /// <summary>Forgets what ended long enough ago.</summary>
    public void RemoveOld()
    {
        lock (_lock)
        {
            foreach (var entry in _entries.Values.Where(e => e.Job.FinishedAt + Kept <= time.GetUtcNow()).ToArray()) Forget(entry);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var noted in notes.Read())
            {
                var job = noted.IsUnfinished ? noted with { State = JobState.Stopped, Said = JobWords.OfStopped, FinishedAt = time.GetUtcNow() } : noted;
                _entries[job.Id] = new Entry(job, new CancellationTokenSource());
                if (noted.IsUnfinished) notes.Write(job);
            }
        }

        RemoveOld();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] unfinished;
        lock (_lock) unfinished = [.. _entries.Values.Select(e => e.Completion)];
        // Work that does not listen is left behind; its note says at the next start what became of it.
        await Task.WhenAny(Task.WhenAll(unfinished), Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _running.Dispose();
    }

    /// <summary>Completes when work has ended.</summary>
    internal Task WhenEndedAsync(string id)
    {
        lock (_lock) return _entries[id].Completion;
    }

    private async Task RunAsync(Entry entry, string? address, Task turn, Func<JobProgress, CancellationToken, Task<Result<JobOutcome>>> work)
    {
        origin.Address = address;
        var cancel = entry.Cancel.Token;
        try
        {
            await turn;
            try
            {
                Change(entry, job => job with { State = JobState.Running, StartedAt = time.GetUtcNow() });
                var progress = new JobProgress((done, total, step) => Change(entry, job => job with { Done = done, Total = total, Step = step }));
                End(entry, await work(progress, cancel) switch
                {
                    Result<JobOutcome>.Ok { Value: var outcome } => job => job with { State = JobState.Done, Said = outcome.Said, Link = outcome.Link ?? job.Link, File = outcome.File, Done = job.Total },
                    Result<JobOutcome>.No { Refusal: var refusal } => job => job with { State = JobState.Failed, Said = refusal.Message, Refusal = refusal },
                    _ => throw new InvalidOperationException("Unknown result."),
                });
            }
            finally
            {
                _running.Release();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            End(entry, job => job with { State = JobState.Stopped, Said = JobWords.OfStopped });
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            End(entry, job => job with { State = JobState.Cancelled, Said = new Text("Bạn đã dừng việc này.", "You stopped this.") });
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The work {Kind} {Id} failed", entry.Job.Kind, entry.Job.Id);
            End(entry, job => job with { State = JobState.Failed, Said = new Text($"Hệ thống gặp lỗi. Mã tra cứu: {job.Id}.", $"The service failed. Reference: {job.Id}.") });
        }
    }

    private void Change(Entry entry, Func<Job, Job> change)
    {
        lock (_lock)
        {
            if (entry.Job.IsUnfinished) entry.Job = change(entry.Job);
        }
    }

    private void End(Entry entry, Func<Job, Job> change)
    {
        lock (_lock)
        {
            entry.Job = change(entry.Job) with { FinishedAt = time.GetUtcNow(), Step = null };
            notes.Write(entry.Job);
            foreach (var old in _entries.Values.Where(e => e.Job.Owner == entry.Job.Owner && !e.Job.IsUnfinished).OrderByDescending(e => e.Job.FinishedAt).Skip(MaxEndedOfAccount).ToArray()) Forget(old);
        }
    }

    private void Forget(Entry entry)
    {
        _entries.Remove(entry.Job.Id);
        notes.Remove(entry.Job.Id);
        entry.Cancel.Dispose();
    }

    private static Refusal BusyAccount => new(RefusalKind.Busy, "work.busy",
        $"Tài khoản này đang có {MaxOfAccount} việc chưa xong; hãy chờ một việc xong rồi thử lại.", $"This account has {MaxOfAccount} things running; wait for one of them and try again.");

    private static Refusal Busy => new(RefusalKind.Busy, "work.busy",
        "Hệ thống đang có nhiều việc chưa xong; hãy thử lại sau ít phút.", "The system has much to do; try again in some minutes.");

    private sealed class Entry(Job job, CancellationTokenSource cancel)
    {
        public Job Job { get; set; } = job;

        public CancellationTokenSource Cancel => cancel;

        public Task Completion { get; set; } = Task.CompletedTask;
    }
}
