using Shouldly;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using Xunit;

namespace SocialWork.Core.Tests.Planning;

/// <summary>A model is built once, and again soon where a module failed to describe itself.</summary>
public sealed class PlanModelsTests
{
    [Fact]
    public async Task A_sound_model_is_built_once()
    {
        var clock = new Hand();
        using var models = Models(clock);
        await using var lease = new FixedLease([]);
        var first = await models.GetAsync("2026", lease, CancellationToken.None);
        clock.Now += TimeSpan.FromDays(30);
        (await models.GetAsync("2026", lease, CancellationToken.None)).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task A_model_with_a_faulty_module_is_built_again_after_half_a_minute()
    {
        var clock = new Hand();
        using var models = Models(clock);
        await using var lease = new FixedLease([new FixedSector("health", default)]);
        var first = await models.GetAsync("2026", lease, CancellationToken.None);
        clock.Now += TimeSpan.FromSeconds(29);
        (await models.GetAsync("2026", lease, CancellationToken.None)).ShouldBeSameAs(first);
        clock.Now += TimeSpan.FromSeconds(2);
        (await models.GetAsync("2026", lease, CancellationToken.None)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_plan_that_is_not_stored_has_no_model()
    {
        using var models = Models(new Hand());
        await using var lease = new FixedLease([]);
        (await models.GetAsync("2031", lease, CancellationToken.None)).ShouldBeNull();
    }

    private static PlanModels Models(TimeProvider time) =>
        new(new FixedReference(TestPlan.Plan, TestPlan.Register), new MemoryForms(), new FormArchive(), CoreFormSet.All, time);

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
