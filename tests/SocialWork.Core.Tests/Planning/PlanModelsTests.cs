using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Sectors;
using SocialWork.Core.Units;
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

    [Fact]
    public async Task A_unit_that_changed_is_in_the_next_model_and_no_module_is_asked_again()
    {
        var reference = new MovingReference();
        using var models = new PlanModels(reference, new MemoryForms(), new FormArchive(), CoreFormSet.All, new Hand());
        var sector = new CountingSector();
        await using var lease = new FixedLease([sector]);
        var first = (await models.GetAsync("2026", lease, CancellationToken.None))!;
        reference.Add(TestPlan.Facility("GD-1", UnitTypes.School, "education", "19753"));
        var next = (await models.GetAsync("2026", lease, CancellationToken.None))!;
        next.Units.Find("GD-1").ShouldNotBeNull();
        first.Units.Find("GD-1").ShouldBeNull();
        next.Forms.ShouldBe(first.Forms);
        next.City.Has("GD-1").ShouldBeTrue();
        sector.Asked.ShouldBe(1);
        (await models.GetAsync("2026", lease, CancellationToken.None)).ShouldBeSameAs(next);
    }

    private sealed class MovingReference : IReferenceStore
    {
        private UnitRegister _register = TestPlan.Register;

        public long Version { get; private set; }

        public void Add(Core.Units.Unit unit) => (_register, Version) = (_register.With([unit]), Version + 1);

        public ValueTask<ImmutableArray<Plan>> PlansAsync(CancellationToken cancellationToken) => new([TestPlan.Plan]);

        public Task<string?> PlanFileAsync(string plan, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public ValueTask<UnitRegister> RegisterAsync(CancellationToken cancellationToken) => new(_register);
    }

    private sealed class CountingSector : ISector
    {
        private readonly FixedSector _sector = new("health", []);

        public int Asked { get; private set; }
        public string Id => _sector.Id;
        public Text Name => _sector.Name;
        public string Version => _sector.Version;
        public SectorState State => _sector.State;
        public Text? Reason => _sector.Reason;
        public DateTimeOffset Since => _sector.Since;

        public Task<SectorAnswer<TResponse>> Ask<TResponse>(MediatR.IRequest<TResponse> request, CancellationToken cancellationToken)
            where TResponse : class
        {
            Asked++;
            return _sector.Ask(request, cancellationToken);
        }

        public Task<SectorAnswer<MediatR.Unit>> Tell(MediatR.INotification notification, CancellationToken cancellationToken) => _sector.Tell(notification, cancellationToken);
    }

    private static PlanModels Models(TimeProvider time) =>
        new(new FixedReference(TestPlan.Plan, TestPlan.Register), new MemoryForms(), new FormArchive(), CoreFormSet.All, time);

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
