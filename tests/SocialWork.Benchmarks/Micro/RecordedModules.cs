using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Benchmarks.Micro;

/// <summary>Modules that answer at once what the real ones answered: what remains is the core's own work.</summary>
internal sealed class RecordedModules : ISectorLease
{
    private RecordedModules(ImmutableArray<ISector> sectors) => Sectors = sectors;

    public ImmutableArray<ISector> Sectors { get; }

    public long Generation => 1;

    public static async Task<(RecordedModules Modules, IReadOnlyList<(string Module, SectorIndicators Answer)> Answers)> RecordAsync(
        PlanModel model, ISectorLease lease, IndicatorCalculator calculator, TotalsSnapshot snapshot)
    {
        var recorder = new RecordedModules([.. lease.Sectors.Select(s => new Recording(s))]);
        await calculator.CalculateAsync(snapshot, recorder, [], CancellationToken.None);
        var answers = recorder.Sectors.Cast<Recording>().Where(r => r.Heard is not null).Select(r => (r.Id, (SectorIndicators)r.Heard!)).ToArray();
        if (answers.Length != model.Sectors.Length) throw new InvalidOperationException("Not every module answered.");
        return (new RecordedModules([.. recorder.Sectors.Cast<Recording>().Select(r => new Replaying(r))]), answers);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private abstract class Module(ISector real) : ISector
    {
        public string Id { get; } = real.Id;
        public Text Name { get; } = real.Name;
        public string Version { get; } = real.Version;
        public SectorState State { get; } = real.State;
        public Text? Reason => null;
        public DateTimeOffset Since { get; } = real.Since;

        public abstract Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
            where TResponse : class;

        public Task<SectorAnswer<Unit>> Tell(INotification notification, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Recording(ISector real) : Module(real)
    {
        private readonly ISector _real = real;

        public object? Heard { get; private set; }

        public override async Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
        {
            var answer = await _real.Ask(request, cancellationToken);
            if (answer is SectorAnswer<TResponse>.Ok ok) Heard = ok.Value;
            return answer;
        }
    }

    private sealed class Replaying(Recording recorded) : Module(recorded)
    {
        private readonly object? _heard = recorded.Heard;

        public override Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken) =>
            Task.FromResult<SectorAnswer<TResponse>>(new SectorAnswer<TResponse>.Ok((TResponse)_heard!));
    }
}
