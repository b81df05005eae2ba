using System.Collections.Immutable;
using SocialWork.Modules.Loading;

namespace SocialWork.Modules.Catalog;

/// <summary>Modules that nobody new gets: those that still drain, and those that were unloaded and may yet be held by something. Safe for concurrent use.</summary>
internal sealed class RetiredModules
{
    private const int Collections = 10;
    private readonly Lock _changing = new();
    private ImmutableArray<LiveModule> _retired = [];

    /// <summary>Takes the catalog's hold off a module and follows it until its context is gone.</summary>
    public void Retire(LiveModule live)
    {
        lock (_changing)
        {
            _retired = [.. _retired.Where(other => !other.Unloaded.IsCompleted || other.Context.IsAlive), live];
        }

        live.Retire();
    }

    /// <summary>Whether an instance of the module still has users.</summary>
    public bool IsDraining(string id) => Present().Any(live => string.Equals(live.Id, id, StringComparison.Ordinal) && !live.Unloaded.IsCompleted);

    /// <summary>Ends when every instance of the module retired so far was unloaded.</summary>
    public Task WhenDrained(string id) =>
        Task.WhenAll(Present().Where(live => string.Equals(live.Id, id, StringComparison.Ordinal)).Select(live => live.Unloaded));

    /// <summary>Ends when everything retired so far was unloaded.</summary>
    public Task WhenAllDrained() => Task.WhenAll(Present().Select(live => live.Unloaded));

    /// <summary>Collects garbage until every unloaded context is gone, or says whose are not. Costs full collections: on an administrator's demand only.</summary>
    public async Task<ImmutableArray<string>> FindLeaksAsync(CancellationToken cancellationToken)
    {
        var unloaded = Present().Where(live => live.Unloaded.IsCompleted).ToArray();
        for (var i = 0; i < Collections && unloaded.Any(live => live.Context.IsAlive); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            // Lets pool threads drop what their finished work items still refer to.
            await Task.Yield();
        }

        return [.. unloaded.Where(live => live.Context.IsAlive).Select(live => live.Id).Distinct(StringComparer.Ordinal)];
    }

    private ImmutableArray<LiveModule> Present()
    {
        lock (_changing) return _retired;
    }
}
